"""What may go wrong between a phone and the server, one fault a test: nothing is lost, nothing comes twice."""

import re
import time

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from spojka.encounters.models import Encounter
from spojka.phones.models import Phone

from .offline import said

pytestmark = [pytest.mark.slow, pytest.mark.browser]


@pytest.mark.parametrize("status", [500, 507, 429])
def test_a_server_that_is_not_well_costs_nothing(stand_of, field_worker, server, status):
    phone = stand_of().begin(field_worker).set_up()
    phone.context.route("**/phone/send/", lambda route: route.fulfill(status=status, body="…"))
    phone.context.route("**/healthz", lambda route: route.fulfill(status=503, body="…"))
    phone.save()
    phone.save()
    phone.page.get_by_text("Server teď nestíhá").wait_for()
    assert phone.waits() == 2

    phone.context.unroute("**/phone/send/")
    phone.page.evaluate("dispatchEvent(new Event('online'))")
    phone.wait_for_empty()
    assert Encounter.objects.count() == 2


def test_one_item_that_breaks_the_server_does_not_hold_the_others(stand_of, field_worker, server):
    phone = stand_of().begin(field_worker).set_up()
    server.kill()
    for name in ("Voda", "Leták", "Kondom"):
        phone.tap(name)
        phone.save()

    def break_on_leaflets(route):
        if '"materials-leaflet","1"' in said(route):
            route.fulfill(status=500, body="…")
        else:
            route.continue_()

    server.start()
    phone.context.route("**/phone/send/", break_on_leaflets)
    phone.page.evaluate("dispatchEvent(new Event('online'))")
    phone.wait_for_empty(left=1)
    assert Encounter.objects.count() == 2

    phone.context.unroute("**/phone/send/")
    phone.open("/phone/queue/")
    phone.page.get_by_role("button", name="Zkusit odeslat teď").click()
    phone.page.get_by_text("Všechno odešlo").wait_for()
    assert Encounter.objects.count() == 3


WRONG = [
    ("Jen počet", "#id_people", "", "Napište, kolik lidí to bylo."),
    ("Jen počet", "#id_people", "9999", "Napište 1 až 5\xa0000 lidí."),
    ("Pod kódem", "#id_code", "", "Napište kód, nebo zvolte Anonym."),
    ("Anonym", "#id_breath_value", "8,4", "Napište 0 až 6"),
    ("Anonym", "#id_minutes", "700", "Napište 0 až 600 minut."),
]


def test_what_the_server_would_refuse_is_said_before_it_is_kept(stand_of, field_worker, server):
    phone = stand_of().begin(field_worker).set_up()
    server.kill()
    page = phone.page
    page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
    for side, field, typed, says in WRONG:
        wrong = page.locator(field)
        page.locator("#id_side").get_by_text(side, exact=True).click()
        wrong.fill(typed)
        page.get_by_role("button", name="Uložit kontakt").click()
        page.locator(f"{field}-fault").wait_for()
        assert says in page.locator(f"{field}-fault").inner_text()
        assert wrong.get_attribute("aria-invalid") == "true"
        assert f"{field[1:]}-fault" in wrong.get_attribute("aria-describedby").split()
        wrong.fill("")
    assert phone.waits() == 0
    page.locator("#id_side").get_by_text("Anonym", exact=True).click()
    phone.save()
    assert phone.waits() == 1
    assert page.locator("[aria-invalid]").count() == 0


@pytest.mark.parametrize("status", [403, 404, 413])
def test_a_refused_item_waits_to_be_mended(stand_of, field_worker, server, status):
    phone = stand_of().begin(field_worker).set_up()
    phone.context.route("**/phone/send/", lambda route: route.fulfill(status=status, body="…"), times=6)
    phone.save()
    phone.page.get_by_text("Vrátil se 1 zápis").wait_for()
    assert phone.waits() == 1

    phone.context.unroute("**/phone/send/")
    phone.open("/phone/queue/")
    phone.page.locator("[data-list=mend] summary").click()
    phone.page.get_by_role("button", name="Poslat znovu beze změny").click()
    phone.wait_for_empty()
    assert Encounter.objects.count() == 1


def test_a_slow_server_gets_it_once(stand_of, field_worker, server):
    phone = stand_of().begin(field_worker).set_up()

    def slowly(route):
        time.sleep(0.6)
        route.continue_()

    phone.context.route("**/phone/send/", slowly)
    for _ in range(3):
        phone.save()
    phone.wait_for_empty()
    phone.context.unroute_all(behavior="wait")
    assert Encounter.objects.count() == 3


def test_who_was_signed_out_keeps_all(stand_of, field_worker, server):
    phone = stand_of().begin(field_worker).set_up()
    Session.objects.all().delete()
    phone.tap("Voda")
    phone.save()
    phone.page.get_by_text("Nic se neztratilo").wait_for()
    assert phone.waits() == 1

    phone.sign_in(field_worker)
    phone.forget_the_key()
    phone.unlock()
    phone.wait_for_empty()
    assert Encounter.objects.count() == 1


def test_a_full_phone_says_so_and_keeps_what_was_typed(stand_of, field_worker, server):
    """The browser's own limit does not stop rows this small: the store is made to refuse as a full one does."""
    phone = stand_of().begin(field_worker).set_up()
    server.kill()
    phone.page.evaluate("""() => {
      globalThis.put = IDBObjectStore.prototype.put
      IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError") }
    }""")
    phone.tap("Voda")
    phone.page.get_by_role("button", name="Uložit kontakt").click()
    phone.page.get_by_text("V telefonu není místo.").wait_for()
    assert phone.page.locator("#id_materials-water").input_value() == "1"

    phone.page.evaluate("() => { IDBObjectStore.prototype.put = globalThis.put }")
    phone.save()
    phone.page.get_by_text("V telefonu není místo.").wait_for(state="hidden")
    assert phone.waits() == 1


def test_a_revoked_phone_wipes_itself(stand_of, field_worker, server):
    phone = stand_of().begin(field_worker).set_up()
    phone.save()
    phone.wait_for_empty()
    Phone.objects.update(revoked_at=timezone.now())
    phone.save()
    phone.page.get_by_text("Telefon je smazaný.").wait_for()
    assert phone.page.evaluate("indexedDB.databases().then(all => all.length)") == 0
    assert phone.page.evaluate("caches.keys().then(all => all.length)") == 0
    assert Phone.objects.get().wiped_at


def test_ten_wrong_pins_wipe_the_phone(stand_of, field_worker, server):
    phone = stand_of().begin(field_worker).set_up()
    server.kill()
    phone.save()
    phone.forget_the_key()
    phone.page.get_by_role("button", name="Otevřít PINem").first.click()
    for left in range(9, -1, -1):
        phone.page.get_by_label("PIN tohoto telefonu").fill("111222")
        phone.page.get_by_role("button", name="Otevřít", exact=True).click()
        if left:
            phone.page.get_by_text(re.compile(rf"Zbýv[^ ]+ {left} pokus")).wait_for()
    phone.page.get_by_text("Telefon je smazaný.").wait_for()
    assert phone.page.evaluate("indexedDB.databases().then(all => all.length)") == 0


def test_one_does_not_sign_out_of_what_waits(stand_of, field_worker, server):
    phone = stand_of().begin(field_worker).set_up()
    phone.context.route("**/phone/send/", lambda route: route.abort())
    phone.save()
    phone.page.goto("/podchod/")
    phone.page.locator("nav.bottom summary").click()
    phone.page.get_by_role("button", name="Odhlásit se").last.click()
    phone.page.get_by_text("V telefonu ještě čekají zápisy").wait_for()
    assert phone.page.url.endswith("/podchod/")


def test_two_phones_of_one_shift_see_what_the_other_sent(stand_of, field_worker, server):
    one, two = stand_of().begin(field_worker).set_up(), stand_of().begin(field_worker).set_up()
    server.kill()
    for _ in range(3):
        one.save()
    for _ in range(2):
        two.save()
    one.tally(37)
    two.tally(5)
    server.start()
    for phone in (one, two):
        phone.page.evaluate("dispatchEvent(new Event('online'))")
        phone.wait_for_empty()
    for phone in (one, two):
        phone.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        phone.page.locator("live-part", has_text=re.compile(r"^5\s+kontaktů\s*42\s+lidí")).wait_for()
    assert Encounter.objects.count() == 7


def test_one_that_can_not_be_opened_is_set_aside_and_the_others_go(stand_of, field_worker, server):
    """Its seal is of another lock, or the disk has lost a byte: nobody can read it, and it says so."""
    phone = stand_of().begin(field_worker).set_up()
    server.kill()
    phone.save()
    phone.save()
    phone.page.evaluate("""() => new Promise(done => {
      const opening = indexedDB.open("spojka")
      opening.onsuccess = () => {
        const work = opening.result.transaction("items", "readwrite"), store = work.objectStore("items")
        store.getAll().onsuccess = ({ target: { result: [first] } }) => {
          first.sealed.iv[0] ^= 1
          store.put(first)
        }
        work.oncomplete = () => { opening.result.close(); done() }
      }
    })""")
    server.start()
    phone.forget_the_key()
    phone.unlock()
    phone.wait_for_empty(left=1)
    assert Encounter.objects.count() == 1

    phone.open("/phone/queue/")
    phone.page.locator("[data-list=mend]").get_by_text("Telefon ho už neotevře.").wait_for()
