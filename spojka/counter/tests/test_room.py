"""The counter in a browser: by keyboard alone, by touch, with several people in the room."""

import json

import pytest
from playwright.sync_api import expect

from spojka.base.ids import new_id
from spojka.clients.actions import around
from spojka.clients.models import Instruction
from spojka.encounters.models import Encounter, Override
from tests.browser import DESK, PHONE

pytestmark = pytest.mark.slow
TABLET = {"viewport": {"width": 820, "height": 1180}, "has_touch": True, "is_mobile": True}
COUNT_KEYS = "addEventListener('keydown', () => (window.pressed = (window.pressed ?? 0) + 1), true)"
KEPT = """async () => {
  const rows = []
  for (const { name } of await indexedDB.databases()) rows.push(name)
  const caches_ = []
  for (const name of await caches.keys())
    for (const one of await (await caches.open(name)).keys()) caches_.push(one.url)
  return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, rows, caches_, location.href, document.cookie])
}"""


def come(page, code):
    page.get_by_label("Kód nebo kartička").fill(code)
    page.keyboard.press("Enter")
    expect(panel(page, code)).to_be_visible()


def panel(page, code):
    return page.locator(f'counter-panel[data-code="{code}"]')


def saved(page):
    expect(page.locator("#toasts")).to_contain_text("Uloženo")


def test_a_repeat_exchange_takes_four_keys_after_the_code(counter, exchange):
    exchange(minutes=90)
    come(counter, "KRA 84")
    expect(counter.get_by_role("button", name="Stejně jako minule")).to_be_focused()
    counter.evaluate(COUNT_KEYS)

    for key in ("m", "9", "Enter"):
        counter.keyboard.press(key)
    saved(counter)

    assert counter.evaluate("window.pressed") <= 5
    made = Encounter.objects.order_by("-occurred_at").first()
    assert dict(made.handouts.values_list("code", "quantity")) == {"syringe_1": 10, "sterile_water": 5}
    assert list(made.taken.values_list("code", "quantity", "source")) == [("syringe_1", 9, "own")]
    assert made.client.code == "KRA 84"
    assert set(made.acts.values_list("code", flat=True)) == {"VP", "HR"}


def test_what_came_back_must_be_touched(counter, exchange):
    exchange(minutes=90)
    come(counter, "KRA 84")
    counter.keyboard.press("m")

    counter.keyboard.press("Enter")
    said = counter.get_by_role("alert").filter(has_text="Napište, co se vrátilo")
    expect(said).to_be_visible()
    expect(counter.locator(".counter-save", has=said)).to_be_in_viewport()  # by the button that was pressed
    assert Encounter.objects.count() == 1

    counter.keyboard.press("0")
    expect(said).to_have_count(0)
    expect(counter.locator("[data-touch].is-wanted")).to_have_count(0)
    counter.keyboard.press("Enter")
    saved(counter)
    assert Encounter.objects.order_by("-occurred_at").first().taken.count() == 0


def test_on_a_tablet_three_taps_are_enough(screen, bara, room, exchange):
    exchange(minutes=90)
    page = screen(bara, **TABLET)
    page.goto(f"/podchod/counter/{room.pk}/")
    come(page, "KRA 84")

    for name in ("Stejně jako minule", "jako minule: 8", "Uložit"):
        page.get_by_role("button", name=name).first.tap()
    saved(page)

    assert Encounter.objects.order_by("-occurred_at").first().taken.get().quantity == 8


def test_several_people_are_in_the_room(counter, exchange):
    exchange(minutes=90)
    exchange(minutes=80, code="MOL 91")
    come(counter, "KRA 84")
    counter.locator('counter-panel:visible input[name="materials-sterile_water"]').fill("7")
    come(counter, "MOL 91")

    counter.keyboard.press("Alt+1")
    expect(panel(counter, "KRA 84")).to_be_visible()
    expect(panel(counter, "MOL 91")).to_be_hidden()
    expect(counter.locator('counter-panel:visible input[name="materials-sterile_water"]')).to_have_value("7")
    counter.keyboard.press("F8")
    expect(panel(counter, "KRA 84")).to_have_count(0)
    counter.get_by_role("button", name="Vrátit", exact=True).click()
    expect(counter.locator('counter-panel:visible input[name="materials-sterile_water"]')).to_have_value("7")
    assert counter.locator("[data-tabs] li").count() == 2


def test_who_comes_while_another_is_asked_for_is_not_lost(counter, exchange):
    exchange(minutes=90)
    exchange(minutes=80, code="MOL 91")
    counter.route("**/find/", lambda route: (counter.wait_for_timeout(400), route.continue_()))
    typed = counter.get_by_label("Kód nebo kartička")

    typed.press_sequentially("KRA 84")
    counter.keyboard.press("Enter")
    typed.press_sequentially("MOL 91", delay=150)

    expect(panel(counter, "KRA 84")).to_be_visible()
    expect(typed).to_have_value("MOL 91")
    counter.keyboard.press("Enter")
    expect(panel(counter, "MOL 91")).to_be_visible()
    assert counter.locator("[data-tabs] li").count() == 2


def test_what_is_exhausted_is_marked(counter, exchange):
    exchange(minutes=90)
    counter.route("**/gone/", lambda route: route.fulfill(json={"gone": ["sterile_water"]}))
    come(counter, "KRA 84")

    shown = panel(counter, "KRA 84").get_by_text("vyčerpáno").locator("visible=true")
    expect(shown).to_have_count(1)


def test_a_message_is_told_and_goes_from_the_line(counter, bara, exchange):
    client = exchange(minutes=90).client
    around.instruct(by=bara, id=new_id(), client=client, kind="message", text="Volala máma.", until=None)
    come(counter, "KRA 84")

    counter.get_by_role("button", name="Vyřízeno: Vyřiďte: Volala máma.").press("Enter")

    expect(panel(counter, "KRA 84")).not_to_contain_text("Volala máma.")
    expect(counter.get_by_role("button", name="Stejně jako minule")).to_be_focused()
    assert Instruction.objects.get().ended_at
    assert Encounter.objects.count() == 1


def test_a_key_hides_all_codes_at_once(counter, exchange):
    exchange(minutes=90)
    come(counter, "KRA 84")

    counter.keyboard.press("F2")
    expect(counter.get_by_role("dialog", name="Obrazovka je skrytá")).to_be_visible()
    covered = "document.elementsFromPoint(innerWidth / 2, innerHeight / 2)[0].closest('dialog') !== null"
    assert counter.evaluate(covered)
    counter.keyboard.press("m")  # nothing behind it hears
    counter.keyboard.press("F2")

    expect(counter.get_by_role("dialog")).to_be_hidden()
    expect(panel(counter, "KRA 84")).to_be_visible()
    expect(counter.locator('counter-panel:visible input[name="materials-syringe_1"]')).to_have_value("")


def test_nothing_of_the_room_is_kept(counter, exchange, room):
    exchange(minutes=90)
    come(counter, "KRA 84")
    counter.locator('counter-panel:visible input[name="materials-sterile_water"]').fill("7")
    assert "KRA" not in json.dumps(counter.evaluate(KEPT))

    counter.on("dialog", lambda asked: asked.accept())  # of somebody who is being served
    counter.goto("/podchod/shifts/")
    counter.go_back()

    expect(counter.get_by_label("Kód nebo kartička")).to_be_focused()
    expect(counter.locator("counter-panel")).to_have_count(0)
    assert "KRA" not in json.dumps(counter.evaluate(KEPT))


def test_more_than_the_limit_asks_why(counter, exchange, watch):
    exchange(minutes=90, materials={"syringe_1": 15})
    come(counter, "KRA 84")
    counter.keyboard.press("m")
    counter.get_by_role("button", name="kolik vydávám").click()
    counter.keyboard.press("Enter")

    expect(counter.locator("[data-over]").get_by_role("alert")).to_contain_text("Napište proč")  # where one writes it
    expect(counter.get_by_label("Proč víc, než je limit, nebo dřív")).to_be_focused()
    counter.keyboard.type("Jede na víkend pryč.")
    counter.keyboard.press("Enter")
    saved(counter)

    assert Override.objects.get().reason == "Jede na víkend pryč."


def test_without_signal_nothing_is_lost_and_it_is_sent_once(counter, exchange, watch):
    watch.forgive.append("ERR_FAILED|ERR_INTERNET_DISCONNECTED|Failed to load resource")
    exchange(minutes=90)
    come(counter, "KRA 84")
    counter.keyboard.press("m")
    counter.keyboard.press("4")
    counter.context.set_offline(True)
    counter.keyboard.press("Enter")
    expect(counter.get_by_role("alert").filter(has_text="Není signál")).to_be_visible()

    counter.context.set_offline(False)
    sent = []
    counter.on("request", lambda one: one.method == "POST" and sent.append(one))
    counter.keyboard.press("Enter")
    saved(counter)
    again = counter.context.request.post(sent[0].url, data=sent[0].post_data, headers=sent[0].all_headers())

    assert again.status == 201
    assert Encounter.objects.count() == 2


def test_somebody_without_a_code_and_a_new_code(counter, room):
    counter.get_by_role("button", name="Bez kódu").click()
    counter.locator('counter-panel:visible input[name="materials-leaflet"]').fill("2")
    counter.keyboard.press("Enter")
    saved(counter)
    come(counter, "NOV 11")
    expect(counter.get_by_text("Tento kód tu zatím nikdo nemá")).to_be_visible()
    counter.locator('counter-panel:visible input[name="materials-leaflet"]').fill("1")
    counter.keyboard.press("Enter")
    expect(counter.locator("#toasts")).to_contain_text("NOV 11")

    assert sorted(Encounter.objects.values_list("side", flat=True)) == ["anonymous", "code"]


def test_what_was_saved_is_taken_back(counter, exchange):
    exchange(minutes=90)
    come(counter, "KRA 84")
    for key in ("m", "9", "Enter"):
        counter.keyboard.press(key)
    saved(counter)

    counter.get_by_role("button", name="Vrátit zpět").click()
    expect(counter.locator("#toasts")).to_contain_text("Vzato zpět")

    assert Encounter.objects.filter(voided_at=None).count() == 1


LOOKS = [(device, light) for device in (PHONE, DESK) for light in ("light", "dark")]


def test_axe_finds_nothing(phone, bara, room, exchange, axe):
    exchange(minutes=20, materials={"syringe_1": 20})
    page = phone(bara)
    page.goto(f"/podchod/counter/{room.pk}/")
    for device, light in LOOKS:
        axe.turn(page, device, light)
        axe(page)
    come(page, "KRA 84")
    for one in page.locator("counter-panel:visible details").all():
        one.evaluate("one => (one.open = true)")

    for device, light in LOOKS:
        axe.turn(page, device, light)
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.keyboard.press("F2")
    expect(page.get_by_role("dialog")).to_be_visible()
    for device, light in LOOKS:
        axe.turn(page, device, light)
        axe(page)


def test_a_device_that_is_set_up_keeps_it_until_there_is_signal(counter, exchange, watch):
    watch.forgive.append("ERR_FAILED|ERR_INTERNET_DISCONNECTED|Failed to load resource")
    exchange(minutes=90)
    counter.get_by_role("button", name="Připravit telefon").click()
    counter.get_by_label("PIN, aspoň šest číslic").fill("274913")
    counter.get_by_label("Totéž ještě jednou").fill("274913")
    counter.get_by_role("button", name="Nastavit").click()
    expect(counter.get_by_role("dialog")).to_be_hidden()
    come(counter, "KRA 84")
    counter.context.set_offline(True)

    for key in ("m", "6", "Enter"):
        counter.keyboard.press(key)
    expect(counter.locator("#toasts")).to_contain_text("V telefonu")
    expect(panel(counter, "KRA 84")).to_have_count(0)
    counter.get_by_label("Kód nebo kartička").fill("KRA 84")
    counter.keyboard.press("Enter")
    expect(counter.get_by_role("alert").filter(has_text="Není signál, nevíme tedy")).to_be_visible()
    counter.context.set_offline(False)
    counter.evaluate("dispatchEvent(new Event('online'))")
    expect(counter.locator("#toasts")).to_contain_text("Uloženo", timeout=15_000)

    assert Encounter.objects.count() == 2
    assert Encounter.objects.order_by("-occurred_at").first().taken.get().quantity == 6
