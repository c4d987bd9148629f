"""An agreement promises reports: when each is due, as it thins, over the ends of months, until it is told."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from spojka.statements.due import Pace, Period, Promised, Telling, due_reports, periods, untold

OFFICE, CENTRE, SCHOOL = (UUID(int=number) for number in (1, 2, 3))
MONDAY = date(2026, 1, 5)
WEEKLY = [Pace(MONDAY, "week")]


def dues(paces, until):
    return [one.due for one in periods(paces, until)]


def owed(day, *tellings, paces=WEEKLY, directions=((CENTRE, OFFICE),), team=(OFFICE, CENTRE, SCHOOL)):
    return due_reports(Promised(paces=paces, team=team, directions=directions, tellings=tellings), day)


def test_each_week_has_its_day():
    assert dues(WEEKLY, date(2026, 1, 20)) == [date(2026, 1, 12), date(2026, 1, 19), date(2026, 1, 26)]


def test_a_fortnight_and_a_half_year_are_as_long_as_they_say():
    assert dues([Pace(MONDAY, "fortnight")], date(2026, 1, 10)) == [date(2026, 1, 19)]
    assert dues([Pace(MONDAY, "half_year")], date(2026, 8, 1)) == [date(2026, 7, 5), date(2027, 1, 5)]


def test_a_month_from_its_last_day_ends_with_each_month():
    got = dues([Pace(date(2027, 12, 31), "month")], date(2028, 4, 1))
    assert got == [date(2028, 1, 31), date(2028, 2, 29), date(2028, 3, 31), date(2028, 4, 30)]


def test_it_thins_on_the_days_that_were_agreed():
    paces = [*WEEKLY, Pace(date(2026, 2, 2), "month"), Pace(date(2026, 4, 2), "half_year")]
    got = dues(paces, date(2026, 10, 1))
    first = [MONDAY + timedelta(weeks=week) for week in (1, 2, 3, 4)]
    assert got == [*first, date(2026, 3, 2), date(2026, 4, 2), date(2026, 10, 2)]


def test_a_rest_before_a_thinner_pace_is_a_time_of_its_own_if_it_is_half_of_one():
    got = periods([*WEEKLY, Pace(date(2026, 1, 16), "month")], date(2026, 1, 20))
    assert got == [
        Period(MONDAY, date(2026, 1, 12)),
        Period(date(2026, 1, 12), date(2026, 1, 16)),
        Period(date(2026, 1, 16), date(2026, 2, 16)),
    ]


def test_a_shorter_rest_joins_what_follows():
    got = periods([*WEEKLY, Pace(date(2026, 1, 14), "month")], date(2026, 1, 20))
    assert got == [Period(MONDAY, date(2026, 1, 12)), Period(date(2026, 1, 12), date(2026, 2, 14))]


def test_a_pace_that_begins_as_another_ends_leaves_no_rest():
    got = dues([*WEEKLY, Pace(date(2026, 1, 12), "fortnight")], date(2026, 1, 13))
    assert got == [date(2026, 1, 12), date(2026, 1, 26)]


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_a_day_of_an_hour_less_or_more_is_a_day(day):
    start = day - timedelta(days=7)
    assert dues([Pace(start, "week")], day) == [day, day + timedelta(days=7)]
    assert [one.due for one in owed(day, paces=[Pace(start, "week")])] == [day]


def test_nothing_is_due_before_its_day():
    assert owed(MONDAY - timedelta(days=3)) == []
    assert owed(date(2026, 1, 11)) == []
    assert [(one.teller, one.told, one.due) for one in owed(date(2026, 1, 12))] == [
        (CENTRE, (OFFICE,), date(2026, 1, 12))
    ]


def test_what_was_told_within_the_time_or_on_its_day_is_done():
    for on in (MONDAY, date(2026, 1, 11), date(2026, 1, 12)):
        assert owed(date(2026, 1, 12), Telling(CENTRE, on)) == []


def test_what_was_told_late_pays_all_debts_and_not_the_next_time():
    told = Telling(CENTRE, date(2026, 1, 20))  # of two weeks
    assert owed(date(2026, 1, 25), told) == []
    assert [one.due for one in owed(date(2026, 1, 26), told)] == [date(2026, 1, 26)]


def test_what_was_told_late_in_a_time_counts_for_it_as_well():
    told = Telling(CENTRE, date(2026, 1, 23))
    assert owed(date(2026, 1, 26), told) == []
    assert [one.due for one in owed(date(2026, 2, 2), told)] == [date(2026, 2, 2)]


def test_what_was_told_twice_in_a_time_does_not_pay_the_next_one():
    told = [Telling(CENTRE, date(2026, 1, day)) for day in (6, 7, 8)]
    assert [one.due for one in owed(date(2026, 1, 19), *told)] == [date(2026, 1, 19)]


def test_what_was_told_before_it_began_pays_nothing():
    assert untold(periods(WEEKLY, date(2026, 1, 12)), [date(2026, 1, 2)], date(2026, 1, 12))


def test_two_late_ones_are_one_debt_since_the_first():
    assert [(one.start, one.due) for one in owed(date(2026, 1, 30))] == [(MONDAY, date(2026, 1, 12))]


def test_without_directions_everybody_owes_everybody():
    got = {one.teller: set(one.told) for one in owed(date(2026, 1, 12), directions=())}
    assert got == {OFFICE: {CENTRE, SCHOOL}, CENTRE: {OFFICE, SCHOOL}, SCHOOL: {OFFICE, CENTRE}}


def test_what_was_told_to_one_is_owed_to_the_other():
    both = ((CENTRE, OFFICE), (CENTRE, SCHOOL))
    told = Telling(CENTRE, date(2026, 1, 8), frozenset({SCHOOL}))
    assert [one.told for one in owed(date(2026, 1, 12), told, directions=both)] == [(OFFICE,)]


def test_who_left_the_team_owes_nothing_and_nothing_is_owed_to_them():
    both = ((CENTRE, SCHOOL), (SCHOOL, CENTRE))
    assert owed(date(2026, 1, 12), directions=both, team=(OFFICE, CENTRE)) == []
