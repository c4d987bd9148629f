"""Several tabs, and answers that never came: nothing is lost, nothing stays that was taken back."""

import pytest

from spojka.encounters.models import Encounter

pytestmark = [pytest.mark.slow, pytest.mark.browser]
ROWS = """async () => {
  if (!(await indexedDB.databases()).length) return [] // who reads at the very moment may make an empty one anew
  const asked = work => new Promise(done => (work.onsuccess = () => done(work.result)))
  const db = await asked(indexedDB.open("spojka"))
  const all = name => asked(db.transaction(name).objectStore(name).getAll())
  const found = await Promise.all([...db.objectStoreNames].map(all))
  db.close()
  return found.flat()
}"""


def rows_of(page):
    """Return all that lies in the browser's store."""
    return page.evaluate(ROWS)


def test_what_the_server_has_without_our_knowing_is_taken_back_there(stand_of, field_worker, server):
    phone = stand_of().begin(field_worker).set_up()

    def lose_the_answer(route):
        route.fetch()
        route.abort()

    phone.context.route("**/phone/send/", lose_the_answer)
    with phone.page.expect_event("requestfailed"):
        phone.save()
    assert Encounter.objects.get().voided_at is None
    phone.page.get_by_role("button", name="Vrátit zpět").click()
    phone.page.get_by_text("Vzato zpět").wait_for()

    phone.context.unroute_all(behavior="wait")
    phone.page.evaluate("dispatchEvent(new Event('online'))")
    phone.wait_for_empty()
    assert Encounter.objects.get().voided_at


def test_what_never_left_the_phone_is_taken_back_there_and_then(stand_of, field_worker, server):
    phone = stand_of().begin(field_worker).set_up()
    phone.context.set_offline(True)
    phone.save()
    phone.page.get_by_role("button", name="Vrátit zpět").click()
    phone.page.get_by_text("Vzato zpět").wait_for()
    assert phone.waits() == 0


def test_a_tab_that_lay_open_does_not_set_the_phone_up_anew(stand_of, field_worker, server):
    """A second lock in place of the first one would shut what waits for good."""
    phone = stand_of().begin(field_worker)
    phone.open()
    old = phone.page
    phone.page = phone.context.new_page()
    phone.set_up()
    phone.context.set_offline(True)
    phone.save()

    old.get_by_role("button", name="Připravit telefon").click()
    old.get_by_label("PIN tohoto telefonu").wait_for()
    assert old.get_by_label("PIN, aspoň šest číslic").is_hidden()
    old.close()
    phone.forget_the_key()
    phone.unlock()
    phone.context.set_offline(False)
    phone.wait_for_empty()
    assert Encounter.objects.count() == 1


def test_a_tab_beside_the_one_that_was_wiped_keeps_nothing_more(stand_of, field_worker, server):
    phone = stand_of().begin(field_worker).set_up()
    other = phone.context.new_page()
    other.goto(phone.path)
    other.wait_for_function("() => Boolean(customElements.get('outbox-form'))")
    assert len(rows_of(other)) == 1  # the lock
    phone.page.evaluate("import('ui/phone.js').then(phone => phone.wipe())")
    other.get_by_text("Telefon je smazaný.").wait_for()
    assert rows_of(other) == []
