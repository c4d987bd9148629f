"""The balance is the sum of what moved, in whatever order it came: late, corrected, voided, counted in between."""

from collections import defaultdict
from contextlib import suppress
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spojka.base.ids import new_id
from spojka.encounters.actions import encounters
from spojka.encounters.models import Encounter
from spojka.stock import sums
from spojka.stock.actions import moves
from spojka.stock.balances import Stock
from spojka.stock.models import Count, Movement, ShiftSum
from tests import make

from .conftest import NOON, count, deliver, draw, give, issue, location, there

HOUR = timedelta(hours=1)
CODES = ("condom", "water")


def test_what_came_less_what_went_is_there(hana, anna, teren, store, bag):
    deliver(hana, store, quantity=100)
    issue(anna, store, bag, {"condom": 30})
    shift = make.shift(teren)
    draw(anna, shift, bag)
    give(shift, "condom", 4)

    assert (there(teren, store), there(teren, bag)) == (70, 26)


def test_what_is_given_beyond_the_stock_is_kept_from_several_phones(hana, anna, teren, store, bag):
    deliver(hana, store, quantity=10)
    issue(anna, store, bag, {"condom": 10})
    shift = make.shift(teren)
    draw(anna, shift, bag)
    for _phone in range(2):
        give(shift, "condom", 8, is_late=True)

    balance = Stock(teren, hana).balances()[bag.pk, "condom"]

    assert (balance.quantity, balance.is_short) == (-6, True)
    count(hana, bag, {"condom": 0}, at=NOON + timedelta(days=2))
    assert there(teren, bag) == 0


def test_a_late_hand_out_explains_a_difference_and_changes_no_count(hana, anna, teren, store):
    deliver(hana, store, quantity=100)
    shift = make.shift(teren)
    draw(anna, shift, store)
    count(hana, store, {"condom": 90}, at=shift.start + 5 * HOUR)
    found = Count.objects.get()
    stock = Stock(teren, hana)
    assert (there(teren, store), stock.differences([found])) == (90, {found.pk: -10})

    give(shift, "condom", 10, at=shift.start + 2 * HOUR)  # a phone that had no signal

    stock = Stock(teren, hana)
    assert (there(teren, store), stock.differences([found])) == (90, {found.pk: 0})


def test_a_delivery_found_later_settles_a_difference(hana, anna, teren, store):
    shift = make.shift(teren)
    draw(anna, shift, store)
    give(shift, "condom", 8)
    assert there(teren, store) == -8

    deliver(hana, store, quantity=20, at=NOON - timedelta(days=3))

    assert there(teren, store) == 12


def test_voiding_and_correcting_a_contact_moves_the_balance(hana, anna, teren, store):
    deliver(hana, store, quantity=100)
    shift = make.shift(teren)
    draw(anna, shift, store)
    contact = give(shift, "condom", 4)
    sums.close(teren)
    assert there(teren, store) == 96

    contact.handouts.update(quantity=6)
    assert there(teren, store) == 94
    encounters.void(by=anna, encounter=contact, reason="omyl", at=NOON)

    assert there(teren, store) == 100


def test_a_closed_sum_is_not_read_while_its_day_is_marked(hana, anna, teren, store):
    shift = make.shift(teren)
    draw(anna, shift, store)
    give(shift, "condom", 4)
    sums.close(teren)
    ShiftSum.objects.update(quantity=1000)  # as if it had drifted

    assert there(teren, store) == -1000
    give(shift, "condom", 1)
    assert there(teren, store) == -5
    assert (sums.close(teren), sums.close(teren)) == (1, 0)
    assert ShiftSum.objects.get().quantity == 5


def test_what_a_shift_gave_moves_with_where_it_draws_from(hana, anna, teren, store, bag):
    shift = make.shift(teren)
    draw(anna, shift, store)
    give(shift, "condom", 4)
    sums.close(teren)

    draw(anna, shift, bag)

    assert (there(teren, store), there(teren, bag)) == (0, -4)


@pytest.mark.parametrize("is_closed", [False, True])
def test_a_night_belongs_to_its_day_and_a_count_in_it_to_its_hour(hana, anna, teren, store, is_closed):
    shift = make.shift(teren)  # Saturday 20:00 to Sunday 3:00 in Prague
    draw(anna, shift, store)
    count(hana, store, {"condom": 50}, at=shift.start + 5 * HOUR)  # on Sunday
    give(shift, "condom", 7, at=shift.start + 4 * HOUR)
    give(shift, "condom", 2, at=shift.start + 6 * HOUR)
    if is_closed:
        sums.close(teren)

    assert there(teren, store) == 48
    assert there(teren, store, until=shift.start + 4.5 * HOUR) == -7


# --- any order ------------------------------------------------------------------------------------------------------

HOURS = st.integers(0, 72)
CODE = st.sampled_from(CODES)
PLACE = st.sampled_from([0, 1])
N = st.integers(1, 40)
DEED = st.one_of(
    st.tuples(st.just("deliver"), PLACE, CODE, N, HOURS),
    st.tuples(st.just("issue"), PLACE, CODE, N, HOURS),
    st.tuples(st.just("lose"), PLACE, CODE, N, HOURS),
    st.tuples(st.just("give"), PLACE, CODE, N, HOURS),
    st.tuples(st.just("count"), PLACE, CODE, N, HOURS),
    st.tuples(st.just("take_back"), N),
    st.tuples(st.just("void"), N),
    st.tuples(st.just("correct"), N, N),
    st.tuples(st.just("redraw"), N, PLACE),
    st.tuples(st.just("close")),
)


class World:
    """The same told twice: by the application, and by a list of facts that a plain loop sums."""

    def __init__(self, service, by):
        self.service, self.by = service, by
        self.places = [location(service, f"Místo {new_id()}"), location(service, f"Místo {new_id()}")]
        self.shifts, self.given, self.moved, self.counted = {}, [], [], []

    def at(self, hours):
        return NOON + timedelta(hours=hours)

    def shift(self, place, hours):
        day = hours // 24
        if (place, day) not in self.shifts:
            start = self.at(day * 24)
            said = {"planned_start": start, "planned_end": start + 24 * HOUR, "started_at": start, "day": start.date()}
            made = make.shift(self.service, place=self.spot(), **said)
            draw(self.by, made, self.places[place])
            self.shifts[place, day] = made
        return self.shifts[place, day]

    def spot(self):
        self._spot = getattr(self, "_spot", None) or make.place(self.service)
        return self._spot

    def deliver(self, place, code, n, hours):
        self.moved.append(deliver(self.by, self.places[place], code, n, self.at(hours)))

    def issue(self, place, code, n, hours):
        issue(self.by, self.places[place], self.places[1 - place], {code: n}, self.at(hours))
        self.moved.append(Movement.objects.order_by("-recorded_at", "-pk").first())

    def lose(self, place, code, n, hours):
        said = {"batch": None, "reason": "lost", "note": "", "at": self.at(hours)}
        source = self.places[place]
        self.moved.append(moves.lose(by=self.by, id=new_id(), source=source, code=code, quantity=n, **said))

    def give(self, place, code, n, hours):
        self.given.append(give(self.shift(place, hours), code, n, self.at(hours)))

    def count(self, place, code, n, hours):
        if (place, code, hours) not in self.counted:
            self.counted.append((place, code, hours))
            last = self.places[place].takings.order_by("-taken_at").first()
            at = {"at": self.at(hours), "last": last.pk if last else None}
            with suppress(moves.CountedMeanwhile):
                count(self.by, self.places[place], {code: n}, **at)

    def take_back(self, n):
        standing = [one for one in self.moved if not Movement.objects.filter(undoes=one).exists()]
        if standing:
            moves.take_back(by=self.by, movement=standing[n % len(standing)], why="omyl")

    def void(self, n):
        standing = [one for one in self.given if not Encounter.objects.get(pk=one.pk).voided_at]
        if standing:
            encounters.void(by=self.by, encounter=standing[n % len(standing)], reason="omyl", at=NOON)

    def correct(self, n, quantity):
        if self.given:
            self.given[n % len(self.given)].handouts.update(quantity=quantity)

    def redraw(self, n, place):
        if self.shifts:
            draw(self.by, list(self.shifts.values())[n % len(self.shifts)], self.places[place])

    def close(self):
        sums.close(self.service)

    def facts(self):
        """Each fact with its moment: a change of what is there, or a count of it."""
        for one in Movement.objects.filter(service=self.service):
            for end, sign in ((one.source_id, -1), (one.target_id, 1)):
                if end:
                    yield one.occurred_at, 0, (end, one.code), sign * one.quantity
        for contact in Encounter.objects.filter(service=self.service, voided_at=None).prefetch_related("handouts"):
            drawn = contact.shift.stock.location_id
            for one in contact.handouts.all():
                yield contact.occurred_at, 0, (drawn, one.code), -one.quantity
        for one in Count.objects.filter(service=self.service):
            yield one.counted_at, 1, (one.location_id, one.code), one.quantity

    def plain(self, until):
        there, differences = defaultdict(int), 0
        for at, is_count, pair, n in sorted(self.facts(), key=lambda fact: fact[:2]):
            if at <= until:
                differences += (n - there[pair]) if is_count else 0
                there[pair] = n if is_count else there[pair] + n
        return {pair: n for pair, n in there.items() if n}, differences


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=st.lists(DEED, max_size=25), until=HOURS)
def test_the_balance_is_the_sum_in_any_order(deeds, until, lists):
    with transaction.atomic():
        service = make.service()
        world = World(service, make.member(service, role="service_head"))
        for name, *said in deeds:
            getattr(world, name)(*said)

        for moment in (None, world.at(until)):
            stock = Stock(service, world.by)
            found = {pair: one.quantity for pair, one in stock.balances(moment).items() if one.quantity}
            plain, differences = world.plain(moment or world.at(10_000))
            assert found == plain
            if moment is None:
                assert sum(stock.differences(Count.objects.filter(service=service)).values()) == differences
        transaction.set_rollback(True)
