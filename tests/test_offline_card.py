"""The card of somebody in a bad state, without signal, through the visible page of a real browser."""

import pytest

from spojka.emergencies.models import CardEntry, IntoxicationCard

pytestmark = [pytest.mark.slow, pytest.mark.browser]
CLOCK = """(() => {
  const Real = Date
  globalThis.ahead = 0
  globalThis.Date = class extends Real {
    constructor(...said) { said.length ? super(...said) : super(Real.now() + ahead) }
    static now() { return Real.now() + ahead }
  }
})()"""


def tap(page, name):
    lines = page.locator("[data-lines] li")
    before = lines.count()
    page.get_by_role("button", name=name, exact=True).click()
    page.wait_for_function("many => document.querySelectorAll('[data-lines] li').length === many", arg=before + 1)


def test_a_card_lives_in_the_phone_until_there_is_signal(stand_of, field_worker, server):
    phone = stand_of()
    phone.scripts.append(CLOCK)
    phone.begin(field_worker).set_up()
    page, cards = phone.page, phone.path.replace("encounters/new/", "cards/")
    while not page.evaluate("path => caches.match(path).then(Boolean)", cards):
        page.wait_for_timeout(100)
    server.kill()

    page.get_by_role("link", name="Je zle").click()
    page.wait_for_function("() => location.hash.startsWith('#card=')")
    tap(page, "Zmatenost nebo spavost")
    call = page.get_by_role("link", name="Volat 155")
    call.wait_for()
    page.get_by_label("Slovy: hodnoty, co a kdy, komu").fill("dvě, ve 22:30")
    tap(page, "MDMA, extáze")
    assert not page.get_by_text("Jděte se hned podívat").is_visible()
    page.evaluate("globalThis.ahead = 301_000")
    page.get_by_text("Jděte se hned podívat").wait_for()
    page.evaluate("globalThis.ahead = 0")
    tap(page, "Záchranka zavolána (155)")
    call.wait_for(state="hidden")

    page.reload()  # the phone fills the page from what waits in it
    page.wait_for_function("() => document.querySelectorAll('[data-lines] li').length === 3")
    assert phone.waits() == 4
    assert not IntoxicationCard.objects.exists()

    server.start()
    page.evaluate("dispatchEvent(new Event('online'))")
    phone.wait_for_empty()
    card = IntoxicationCard.objects.get()
    said = list(card.entries.order_by("occurred_at").values_list("code", "text"))
    assert said == [("drowsy", ""), ("took_mdma", "dvě, ve 22:30"), ("ambulance_called", "")]
    assert CardEntry.objects.count() == 3

    page.wait_for_timeout(1000)  # for the copy
    server.kill()
    page.reload()  # all was delivered, and still the clock must run: the copy lies sealed in the phone
    page.wait_for_function("() => document.querySelectorAll('[data-lines] li').length === 3")
