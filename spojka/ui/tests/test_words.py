from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils import translation

from spojka.ui import words

JUNE_10 = datetime(2026, 6, 10, 18, 0, tzinfo=UTC)  # 20:00 in Prague
JUNE_11 = datetime(2026, 6, 11, 1, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _czech():
    with translation.override("cs"):
        yield


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (4812, "4\N{NO-BREAK SPACE}812"),
        (Decimal("0.86"), "0,86"),
        (None, ""),
        (0, "0"),
        (1234567, "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567"),
    ],
)
def test_number_groups_thousands_with_a_hard_space(value, written):
    assert words.number(value) == written


def test_percent_has_a_hard_space():
    assert words.percent(0.946) == "94,6\N{NO-BREAK SPACE}%"


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        (date(2026, 6, 10), date(2026, 6, 10), "10.\N{NO-BREAK SPACE}6."),
        (date(2026, 6, 10), date(2026, 6, 12), "10.–12.\N{NO-BREAK SPACE}6."),
        (date(2026, 6, 30), date(2026, 7, 2), "30.\N{NO-BREAK SPACE}6.–2.\N{NO-BREAK SPACE}7."),
        (
            date(2026, 12, 30),
            date(2027, 1, 1),
            "30.\N{NO-BREAK SPACE}12.\N{NO-BREAK SPACE}2026–1.\N{NO-BREAK SPACE}1.\N{NO-BREAK SPACE}2027",
        ),
    ],
)
def test_days_tell_only_what_differs(start, end, written):
    assert words.days(start, end) == written


def test_hours_are_those_of_the_clock_here():
    assert words.hours(JUNE_10, JUNE_11) == "20:00–03:00"
    assert words.hours(JUNE_10, None) == "20:00–"


def test_moment_tells_another_year():
    assert words.moment(JUNE_10.replace(year=2020)) == "10.\N{NO-BREAK SPACE}6.\N{NO-BREAK SPACE}2020 20:00"


def test_bound_ties_one_letter_words():
    assert (
        words.bound("Sešli jsme se v 10 a k tomu")
        == "Sešli jsme se v\N{NO-BREAK SPACE}10\N{NO-BREAK SPACE}a\N{NO-BREAK SPACE}k\N{NO-BREAK SPACE}tomu"
    )


def test_english_has_its_own_order():
    with translation.override("en"):
        assert words.days(date(2026, 6, 10), date(2026, 6, 12)) == "10–12\N{NO-BREAK SPACE}Jun"
        assert words.number(4812) == "4,812"


def test_a_day_in_ukrainian_has_its_month_in_the_genitive():
    with translation.override("uk"):
        assert words.day(date(2026, 11, 30), True) == "30\N{NO-BREAK SPACE}листопада\N{NO-BREAK SPACE}2026"
