"""The queue …"""

from datetime import time, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.care.actions import slots
from spojka.care.board import board
from spojka.care.models import Resource, Slot, SlotState
from spojka.care.tidying import tidy
from spojka.clients.beside import flags_of
from spojka.codelists import actions as codelists
from spojka.codelists.catalogue import catalogue
from spojka.encounters.models import Encounter, Override
from tests import make


@pytest.fixture
def write(worker, shift):
    def put(slot, clothes=0, over="", by=None):
        said = {"catalogue": catalogue(shift.service, shift.day), "at": timezone.now()}
        return slots.write(by=by or worker, slot=slot, shift=shift, clothes=clothes, over=over, **said)

    return put


def names(worker, shift):
    (line,) = board(worker, shift.service, shift.day, timezone.now())
    return [slot.who for slot, _at in line.waiting]


def test_stands_in_order_and_says_when_a_turn_may_come(queue, move, worker, shift):
    first = queue("Modrý")
    queue("14")
    queue("Ota")
    move(first, SlotState.INSIDE)

    (line,) = board(worker, shift.service, shift.day, timezone.now())

    assert (line.inside, line.over) == (first, 0)
    assert [slot.who for slot, _at in line.waiting] == ["14", "Ota"]
    assert line.waiting[1][1] - line.waiting[0][1] == timedelta(minutes=20)


def test_lets_in_one_at_a_time(queue, move):
    first, second = queue("Modrý"), queue("14")
    move(first, SlotState.INSIDE)

    with pytest.raises(slots.Taken):
        move(second, SlotState.INSIDE)

    move(first, SlotState.DONE)
    assert move(second, SlotState.INSIDE).state == SlotState.INSIDE


def test_tells_who_is_over_their_time(queue, move, worker, shift):
    move(queue("Modrý"), SlotState.INSIDE, at=timezone.now() - timedelta(minutes=32))

    (line,) = board(worker, shift.service, shift.day, timezone.now())

    assert line.over == 12


def test_puts_who_did_not_come_to_the_end(queue, move, worker, shift):
    first = queue("Modrý")
    queue("14")

    move(first, SlotState.SKIPPED, SlotState.WAITING)

    assert names(worker, shift) == ["14", "Modrý"]


def test_takes_a_slip_of_the_thumb_back_to_the_old_place(queue, move, worker, shift):
    first = queue("Modrý")
    queue("14")

    move(first, SlotState.INSIDE, SlotState.WAITING)

    assert names(worker, shift) == ["Modrý", "14"]


def test_takes_nobody_twice_and_a_repeated_send_once(queue):
    id = new_id()
    queue("14", id=id)
    queue("14", id=id)

    with pytest.raises(Refusal):
        queue("14")
    assert Slot.objects.count() == 1


def test_takes_nobody_after_closing_hours(queue, shower):
    shower.change(closes_at=time(0, 0), opens_at=time(0, 0))

    with pytest.raises(Refusal) as refusal:
        queue("14")

    assert refusal.value.field == "resource"


def test_writes_one_contact_with_its_act_and_clothes(queue, move, write):
    slot = move(queue("PEN 85 M", is_code=True), SlotState.INSIDE, SlotState.DONE)

    write(slot, clothes=2)
    write(slot, clothes=2)

    contact = Encounter.objects.get()
    assert (contact.client.code, contact.acts.get().code) == ("PEN 85 M", "HSC")
    assert [(one.code, one.quantity) for one in contact.handouts.all()] == [("clothes", 2)]


def test_writes_nobodys_contact_for_a_word_of_the_day(queue, move, write):
    write(move(queue("Modrý"), SlotState.INSIDE, SlotState.DONE))

    assert Encounter.objects.get().client is None


def test_writes_nothing_before_they_are_out(queue, move, write):
    with pytest.raises(Refusal):
        write(move(queue("Modrý"), SlotState.INSIDE))


def test_shows_the_counter_whose_turn_it_is(queue, worker, centre):
    client = make.client(centre, code="PEN 85 M")
    queue("PEN 85 M", is_code=True)

    (flag,) = flags_of(client, worker, timezone.now())

    assert (flag.kind, "Sprcha" in flag.text) == ("slot", True)


def test_forgets_the_words_of_days_before(queue):
    slot = queue("Modrý")
    list(tidy(timezone.now()))
    slot.refresh_from_db()
    assert slot.who == "Modrý"

    list(tidy(timezone.now() + timedelta(days=3)))

    slot.refresh_from_db()
    assert slot.who == ""


def test_is_set_up_by_the_head_alone(worker, centre):
    said = {"name": "Sprcha", "minutes": 20, "opens_at": None, "closes_at": None, "act": ""}
    with pytest.raises(PermissionDenied):
        slots.add_resource(by=worker, id=new_id(), service=centre, **said)


def test_is_not_a_strangers(queue, move, cyril, gita):
    slot = queue("14")

    for who in (cyril, gita):
        with pytest.raises(PermissionDenied):
            move(slot, SlotState.INSIDE, by=who)
        with pytest.raises(PermissionDenied):
            queue("15", by=who)


def test_works_from_its_page(browse, worker, shift, shower):
    page, at = browse(worker), f"/podchod/shifts/{shift.pk}/slots/"
    typed = {"id": str(new_id()), "who": "pen 85 m", "is_code": "code", "resource": str(shower.pk)}

    assert page.post(at, typed | {"who": ""}).status_code == 422
    assert page.post(at, typed).status_code == 302
    slot = Slot.objects.get()
    assert slot.who in page.get(at).content.decode()
    assert slot.who in page.get(f"{at}lines/").content.decode()
    for to in ("inside", "done", "nonsense"):
        assert page.post(f"/podchod/slots/{slot.pk}/move/", {"to": to}).status_code == 302
    assert page.post(f"/podchod/slots/{slot.pk}/write/", {"clothes": "1"}).status_code == 302
    assert Encounter.objects.get().client.code == "PEN 85 M"


def test_asks_there_for_the_reason_of_more_than_the_limit(browse, head, worker, shift, queue, move, write):
    nothing = dict.fromkeys(["is_on", "minutes", "position"]) | {"short": "", "valid_from": shift.day}
    codelists.edit(by=head, id=new_id(), service=shift.service, list="act", code="HSC", limit=1, **nothing)
    slot, again = (move(queue("PEN 85 M", is_code=True), SlotState.INSIDE, SlotState.DONE) for _n in range(2))
    write(slot)
    page, at = browse(worker), f"/podchod/slots/{again.pk}/write/"

    asked = page.post(at, {"clothes": ""})
    written = page.post(at, {"clothes": "", "over": "Přišel promočený."})

    assert (asked.status_code, list(asked.context["clothes"].errors)) == (422, ["over"])
    assert f'id="over-{again.pk}"' in asked.content.decode()
    assert written.status_code == 302
    assert Override.objects.get().reason == "Přišel promočený."


def test_what_is_offered_changes_at_its_page(browse, head, shower):
    page = browse(head)
    typed = {"id": str(new_id()), "name": "Pračka", "minutes": "60", "act": "HSC", "closes_at": "18:00"}

    assert page.post("/podchod/resources/add/", typed).status_code == 302
    assert page.post(f"/podchod/resources/{shower.pk}/", typed | {"name": "Sprcha 1"}).status_code == 302
    assert "Pračka" in page.get("/podchod/resources/").content.decode()
    shower.refresh_from_db()
    assert (shower.name, shower.closes_at, bool(shower.ended_at)) == ("Sprcha 1", time(18), True)
    assert Resource.objects.count() == 2
