"""Dates of a rule: a holiday is offered for moving, never left out and never counted away."""

from dataclasses import dataclass
from datetime import date

import pytest

from spojka.meetings import rule


@dataclass
class Ruled:
    rhythm: str = "month"
    nth: int | None = 1
    weekday: int | None = 3
    every: int = 1
    starts_on: date = date(2014, 1, 1)
    ends_on: date | None = None


def may(**fields):
    return list(rule.dates(Ruled(**fields), date(2014, 5, 1), date(2014, 5, 31)))


@pytest.mark.parametrize(("nth", "on", "is_holiday"), [(1, 1, True), (2, 8, True), (3, 15, False), (-1, 29, False)])
def test_may_2014_has_its_two_holidays_on_thursdays(nth, on, is_holiday):
    (found,) = rule.planned(Ruled(nth=nth), date(2014, 5, 1), date(2014, 5, 31))

    assert (found.on, found.is_holiday, bool(found.offers)) == (date(2014, 5, on), is_holiday, is_holiday)


def test_a_holiday_offers_the_working_days_around_it_and_the_next_free_thursday():
    (found,) = rule.planned(Ruled(), date(2014, 5, 1), date(2014, 5, 31))

    assert found.offers == [date(2014, 4, 30), date(2014, 5, 2), date(2014, 5, 15)]  # the 8th is a holiday, too


def test_no_offer_is_a_day_that_the_rule_gives_anyway():
    weekly = Ruled(rhythm="weeks", nth=None)
    found = {one.on: one for one in rule.planned(weekly, date(2014, 5, 1), date(2014, 5, 31))}

    assert date(2014, 5, 15) in found
    assert found[date(2014, 5, 1)].offers == [date(2014, 4, 30), date(2014, 5, 2)]


@pytest.mark.parametrize(
    ("fields", "days"),
    [
        ({"rhythm": "weeks", "nth": None, "every": 2, "starts_on": date(2014, 5, 2)}, [8, 22]),
        ({"rhythm": "weeks", "nth": None, "weekday": 0, "every": 1, "starts_on": date(2014, 5, 14)}, [19, 26]),
        ({"every": 2, "starts_on": date(2014, 3, 20)}, [1]),
        ({"every": 2, "starts_on": date(2014, 4, 1)}, []),
        ({"ends_on": date(2014, 4, 30)}, []),
        ({"rhythm": "free", "nth": None, "weekday": None}, []),
    ],
)
def test_gives_the_days_of_each_rhythm(fields, days):
    assert [one.day for one in may(**fields)] == days


def test_the_next_day_leaves_out_what_was_left_out():
    assert rule.next_after(Ruled(nth=3), date(2014, 5, 15)) == date(2014, 6, 19)
    assert rule.next_after(Ruled(nth=3), date(2014, 5, 15), [date(2014, 6, 19)]) == date(2014, 7, 17)
