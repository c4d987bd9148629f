"""Deliveries, issues, returns, losses and what is taken back: what is written, who may, and which batch goes."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.encounters.actions import shifts
from spojka.stock.actions import locations, moves
from spojka.stock.balances import Stock
from spojka.stock.batches import lying
from spojka.stock.models import Batch, Location, Movement, ShiftStock
from tests import make

from .conftest import NOON, deliver, draw, give, issue, location, there

TODAY = NOON.date()
SOON, LATER = TODAY + timedelta(days=20), TODAY + timedelta(days=400)


def batches(service, by, place):
    stock = Stock(service, by)
    found = lying(stock, stock.balances(), TODAY)
    return [(str(one.batch), one.quantity) for one in found if one.location == place.pk]


@pytest.fixture
def two(hana, store):
    """Fifty pieces that expire soon, and fifty that expire later and came first."""
    deliver(hana, store, quantity=50, number="B2", expires_on=LATER)
    deliver(hana, store, quantity=50, number="A1", expires_on=SOON)


def test_a_repeated_delivery_is_one(hana, store):
    said = {"id": new_id(), "target": store, "code": "condom", "quantity": 5, "number": "", "expires_on": None}
    for _time in range(2):
        moves.deliver(by=hana, **said, occurred_at=NOON, note="")

    assert Movement.objects.count() == 1


def test_pieces_of_one_number_and_day_are_one_batch(hana, teren, store):
    for _time in range(2):
        deliver(hana, store, quantity=5, number="A1", expires_on=SOON)

    assert Batch.objects.count() == 1
    assert batches(teren, hana, store) == [("A1", 10)]


def test_what_expires_first_goes_first(hana, anna, teren, store, bag, two):
    shift = make.shift(teren)
    draw(anna, shift, store)
    give(shift, "condom", 30)
    assert batches(teren, hana, store) == [("A1", 20), ("B2", 50)]

    issue(anna, store, bag, {"condom": 35})

    assert (batches(teren, hana, store), batches(teren, hana, bag)) == ([("B2", 35)], [("A1", 20), ("B2", 15)])


def test_more_than_all_batches_is_of_none(hana, anna, teren, store, bag, two):
    issue(anna, store, bag, {"condom": 120})

    carried = {one.batch and one.batch.number: one.quantity for one in Movement.objects.filter(kind="issue")}
    assert carried == {"A1": 50, "B2": 50, None: 20}
    assert (there(teren, store), there(teren, bag)) == (-20, 120)


def test_a_loss_of_a_batch_takes_just_that(hana, anna, teren, store, two):
    said = {"quantity": 50, "reason": "expired", "note": "", "at": NOON}
    batch = Batch.objects.get(number="A1")
    moves.lose(by=anna, id=new_id(), source=store, code="condom", batch=batch, **said)

    assert batches(teren, hana, store) == [("B2", 50)]
    with pytest.raises(PermissionDenied):
        moves.lose(by=anna, id=new_id(), source=store, code="water", batch=batch, **said)


def test_what_is_left_comes_back(anna, hana, teren, store, bag, two):
    issue(anna, store, bag, {"condom": 60})
    said = {"shift": None, "note": "", "at": NOON}
    moves.give_back(by=anna, id=new_id(), source=bag, target=store, pieces={"condom": 60}, **said)

    assert batches(teren, hana, store) == [("A1", 50), ("B2", 50)]


def test_a_movement_is_taken_back_by_a_counter_entry(anna, hana, teren, store, bag, two):
    issue(anna, store, bag, {"condom": 10})
    moved = Movement.objects.get(kind="issue")
    back = moves.take_back(by=anna, movement=moved, why="Spletla jsem se.")

    assert (back.undoes, back.source, back.target, back.occurred_at) == (moved, bag, store, moved.occurred_at)
    assert (there(teren, store), there(teren, bag)) == (100, 0)
    for one in (moved, back):
        with pytest.raises(moves.AlreadyTakenBack):
            moves.take_back(by=hana, movement=one, why="znovu")


def test_a_worker_takes_back_only_their_own(anna, hana, teren, store):
    moved = deliver(hana, store)

    with pytest.raises(PermissionDenied):
        moves.take_back(by=anna, movement=moved, why="proč ne")


def test_only_a_head_delivers_counts_and_sets(anna, store, teren):
    with pytest.raises(PermissionDenied):
        deliver(anna, store)
    with pytest.raises(PermissionDenied):
        moves.count(
            by=anna, id=new_id(), location=store, pieces={"condom": 1}, expected={}, last=None, note="", at=NOON
        )
    with pytest.raises(PermissionDenied):
        locations.set_level(by=anna, service=teren, code="condom", pack=None, low=5, warned=60)


def test_another_service_of_the_house_moves_nothing(bara, kontakt, store, lists):
    other = location(kontakt)

    for source, target in ((store, other), (other, store)):
        with pytest.raises(PermissionDenied):
            issue(bara, source, target, {"condom": 1})


def test_somebody_of_both_services_carries_nothing_between_them(teren, kontakt, store):
    both = make.member(teren, kontakt, role="service_head")

    with pytest.raises(PermissionDenied):
        issue(both, store, location(kontakt), {"condom": 1})


def test_nothing_and_nowhere_are_refused(anna, store, bag):
    with pytest.raises(moves.NothingSaid):
        issue(anna, store, bag, {})
    with pytest.raises(Refusal):
        issue(anna, store, store, {"condom": 1})


def test_two_locations_of_one_name_are_refused_unless_one_is_closed(hana, teren, store):
    said = {"team": None, "kind": "store", "name": store.name, "settings": [], "kit": {}}
    with pytest.raises(locations.NameTaken):
        locations.add(by=hana, id=new_id(), service=teren, **said)
    with pytest.raises(locations.NotEmpty):
        locations.close(by=hana, location=store, on=date(2026, 7, 5), is_empty=False)

    locations.close(by=hana, location=store, on=date(2026, 7, 5), is_empty=True)

    assert locations.add(by=hana, id=new_id(), service=teren, **said).name == store.name


def test_a_shift_that_begins_draws_from_where_such_shifts_do(anna, hana, teren, store, bag):
    planned = make.shift(teren, started_at=None)
    team = make.team(teren)
    own = location(teren, "Batoh týmu", settings=["event_zone"], team=team)
    others = make.shift(teren, started_at=None, team=team)
    for one in (planned, others):
        shifts.start(by=anna, shift=one, at=one.planned_start)

    drawn = {one.shift_id: one.location for one in ShiftStock.objects.select_related("location")}
    assert drawn == {planned.pk: bag, others.pk: own}


def test_a_shift_of_another_setting_draws_from_nowhere(anna, teren, bag):
    planned = make.shift(teren, started_at=None, setting="monitoring")
    shifts.start(by=anna, shift=planned, at=planned.planned_start)

    assert not ShiftStock.objects.exists()
    assert Location.objects.count() == 1
