"""The queue for the room: numbers alone, on the tablet that the crew shares."""

from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.care.actions import slots
from spojka.care.models import Slot, SlotState
from spojka.care.tickets import turns
from spojka.encounters.models import CrewMember
from spojka.members import lasting, pins
from tests import make

PIN = "2580"


@pytest.fixture
def shower(head, centre):
    said = {"name": "Sprcha", "minutes": 20, "opens_at": None, "closes_at": None, "act": "HSC"}
    return slots.add_resource(by=head, id=new_id(), service=centre, **said)


@pytest.fixture
def queue(worker, shift, shower):
    def put(who, is_code=False, **said):
        said = {"shift": shift, "resource": shower} | said
        return slots.queue(by=worker, id=new_id(), who=who, is_code=is_code, at=timezone.now(), **said)

    return put


@pytest.fixture
def tablet(worker, shift, browse):
    """A browser that the worker has shared for the shift; `take` is the worker tapping their name."""
    CrewMember(**shift.ownership, shift=shift, membership_id=worker.id).add()
    pins.set_pin(worker.user, PIN, timezone.now())
    browser = browse(worker)
    browser.post(f"/podchod/shifts/{shift.pk}/tablets/")
    browser.take = lambda: browser.post("/podchod/tablet/take/", {"who": worker.id, "pin": PIN})
    return browser


def page(shift, rest=""):
    return f"/podchod/shifts/{shift.pk}/tickets/{rest}"


def told(worker, shift):
    (one,) = turns(worker, shift.service_id, shift.day, timezone.now())
    return one.inside, one.called, one.waiting


def test_numbers_go_on_through_the_day_whatever_people_queue_for(queue, head, centre, shift):
    washer = slots.add_resource(
        by=head, id=new_id(), service=centre, name="Pračka", minutes=60, opens_at=None, closes_at=None, act=""
    )
    queue("PEN 85 M", is_code=True)
    queue("Modrá", resource=washer)
    other = make.shift(centre, setting="drop_in", day=shift.day + timedelta(days=1), started_at=timezone.now())

    assert queue("Zelená").ticket == 3
    assert queue("Zelená", shift=other).ticket == 1


def test_the_called_one_stands_apart_until_they_are_in(queue, worker, shift):
    first, second, _third = (queue(who) for who in ("a", "b", "c"))
    slots.call(by=worker, slot=first, at=timezone.now())
    assert told(worker, shift) == (None, 1, [2, 3])

    slots.call(by=worker, slot=second, at=timezone.now())
    assert told(worker, shift) == (None, 2, [1, 3])

    slots.move(by=worker, slot=second, to=SlotState.INSIDE, at=timezone.now())
    slots.move(by=worker, slot=first, to=SlotState.SKIPPED, at=timezone.now())
    assert told(worker, shift) == (2, None, [3])
    with pytest.raises(Refusal):
        slots.call(by=worker, slot=first, at=timezone.now())
    assert slots.move(by=worker, slot=second, to=SlotState.WAITING, at=timezone.now()).called_at is None


def test_the_room_sees_numbers_and_never_codes_or_words(queue, tablet, shift):
    queue("PEN 85 M", is_code=True)
    queue("Modrá čepice")

    for rest in ("", "lines/"):
        shown = tablet.get(page(shift, rest))
        body = shown.content.decode()
        assert shown.status_code == 200
        assert ("Sprcha" in body, 'num">2<' in body) == (True, True)
        assert not [word for word in ("PEN", "Modrá", "Zavolat") if word in body]
    assert "Kdo je na řadě" in tablet.get("/podchod/tablet/").content.decode()


def test_nobody_calls_at_a_tablet_that_nobody_has(queue, tablet, shift):
    slot = queue("a")

    tablet.post(page(shift, "call/"), {"slot": slot.pk})

    assert Slot.objects.get().called_at is None


def test_who_has_the_tablet_calls_the_next_one_and_sees_no_code(queue, tablet, shift):
    queue("PEN 85 M", is_code=True)
    tablet.take()
    shown = tablet.get(page(shift)).content.decode()
    assert ("Zavolat 1" in shown, "PEN" in shown) == (True, False)

    tablet.post(page(shift, "call/"), {"slot": Slot.objects.get().pk})

    assert Slot.objects.get().called_at
    assert "Na řadě" in tablet.get(page(shift)).content.decode()
    assert tablet.get(f"/podchod/shifts/{shift.pk}/slots/").status_code == 404  # there stand codes


def test_a_screen_that_looks_again_keeps_no_worker_at_the_tablet(queue, tablet, shift, monkeypatch):
    queue("a")
    tablet.take()
    now, lock = timezone.now(), lasting.tablet().lock
    for part in (0.5, 1.1):
        monkeypatch.setattr("spojka.web.middleware.tablet.timezone.now", lambda part=part: now + part * lock)
        tablet.get(page(shift, "lines/"))

    assert "Zavolat" not in tablet.get(page(shift)).content.decode()


@pytest.mark.parametrize("who", ["anna", "cyril"])
def test_other_services_and_houses_find_nothing(who, request, queue, shift, browse):
    slot, stranger = queue("a"), browse(request.getfixturevalue(who))

    assert stranger.get(page(shift)).status_code == 404
    assert stranger.post(page(shift, "call/"), {"slot": slot.pk}).status_code == 404


def test_the_board_of_the_crew_tells_the_number_beside_the_word(queue, worker, shift, browse):
    queue("Modrá")

    assert "č. 1" in browse(worker).get(f"/podchod/shifts/{shift.pk}/slots/").content.decode()
