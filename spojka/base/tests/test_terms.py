"""Ten working days over weekends and Czech holidays; calendar terms move off them."""

from datetime import date

import pytest

from spojka.base.terms import holidays, is_working, last_day, working_days_after


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2026, 2, 2), date(2026, 2, 16)),  # Monday: two whole weeks
        (date(2026, 2, 6), date(2026, 2, 20)),  # Friday: the first day is Monday
        (date(2026, 2, 7), date(2026, 2, 20)),  # Saturday counts as Friday does
        (date(2026, 3, 30), date(2026, 4, 15)),  # over Good Friday and Easter Monday
        (date(2026, 4, 24), date(2026, 5, 12)),  # over 1 May and 8 May, both Fridays
        (date(2026, 6, 26), date(2026, 7, 13)),  # over 6 July; 5 July is a Sunday
        (date(2026, 9, 21), date(2026, 10, 6)),  # over St Wenceslas, a Monday
        (date(2026, 12, 18), date(2027, 1, 6)),  # over Christmas and the New Year
    ],
)
def test_ten_working_days_are_counted_from_the_day_after(start, end):
    assert working_days_after(start, 10) == end
    assert last_day(start, 10, "working") == end


def test_a_calendar_term_moves_off_a_weekend_and_a_holiday():
    assert last_day(date(2026, 2, 2), 14, "days") == date(2026, 2, 16)
    assert last_day(date(2026, 2, 7), 14, "days") == date(2026, 2, 23)  # 21 February is a Saturday
    assert last_day(date(2026, 11, 25), 1, "months") == date(2026, 12, 28)  # Christmas Day, then a weekend
    assert last_day(date(2026, 1, 31), 1, "months") == date(2026, 3, 2)  # 28 February is a Saturday


def test_good_friday_is_a_holiday_since_2016_alone():
    assert is_working(date(2015, 4, 3))
    assert not is_working(date(2016, 3, 25))
    assert len(holidays(2026)) == 13
