"""Days, hours and numbers: what was written is read back, and what can be read in two ways is refused."""

from contextlib import suppress
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from spojka.sheets import values

MONTHS = ["ledna", "února", "března", "dubna", "května", "června", "července", "srpna", "září", "října", "listopadu"]
days = some.dates(date(2000, 1, 1), date(2099, 12, 31))
WAYS = [
    lambda d: f"{d.day}. {d.month}. {d.year}",
    lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
    lambda d: f"{d.day}.{d.month}.{d.year % 100:02}",
    lambda d: d.isoformat(),
    lambda d: f"{d.isoformat()} 00:00:00",
    lambda d: str((d - date(1899, 12, 30)).days),
    lambda d: f"so {d.day}.{d.month}. {d.year}",
]


@given(days, some.sampled_from(WAYS))
def test_a_day_is_read_whatever_way_it_is_written(day, way):
    assert values.day_and_time(way(day)) == (day, None)


@given(days, some.times())
def test_an_hour_behind_the_day_is_read(day, hour):
    hour = hour.replace(second=0, microsecond=0, tzinfo=None)

    assert values.day_and_time(f"{day.day}.{day.month}.{day.year} {hour:%H:%M}") == (day, hour)


@given(some.dates(date(2026, 1, 1), date(2026, 11, 30)))
def test_a_month_may_be_a_word_and_the_year_be_said_elsewhere(day):
    assert values.day_and_time(f"{day.day}. {MONTHS[day.month - 1]}", 2026) == (day, None)


@given(days, days, some.sampled_from([", ", " a ", "–", " / ", "; ", " "]))
def test_two_days_are_never_read_as_one(one, other, between):
    with pytest.raises(values.BadValue):
        values.day_and_time(f"{one.day}.{one.month}.{one.year}{between}{other.day}.{other.month}.{other.year}")


@pytest.mark.parametrize(
    "said",
    ["3.–4. 5. 2026", "3.5., 4.5.", "3. a 4. 5. 2026", "3.-4.5.26", "31. 2. 2026", "3. 5.", "3/5/2026", "léto",
     "3.5.1926", "3.13.2026", "2026", ""],
)  # fmt: skip
def test_what_is_no_one_day_is_refused(said):
    with pytest.raises(values.BadValue):
        values.day_and_time(said)


@given(some.text())
def test_no_text_breaks_the_reading(said):
    for read in (values.day_and_time, values.clock, values.number, values.minutes, values.is_yes):
        with suppress(values.BadValue):
            read(said)


@given(some.integers(0, 10**9), some.integers(0, 99))
def test_a_decimal_comma_and_thousands_are_read(whole, rest):
    said = f"{whole:,}".replace(",", " ") + f",{rest:02}"

    assert values.number(said) == Decimal(f"{whole}.{rest:02}")


@pytest.mark.parametrize("said", ["1.500", "-3", "mnoho", "1,2,3", "1 23", "½"])
def test_a_number_that_may_be_two_is_refused(said):
    with pytest.raises(values.BadValue):
        values.number(said)


@pytest.mark.parametrize(
    ("said", "total"),
    [
        ("45", 45),
        ("45 min", 45),
        ("1 h 30", 90),
        ("1:30", 90),
        ("1h", 60),
        ("1,5 h", 90),
        ("2 hodiny", 120),
        ("15m", 15),
    ],
)
def test_minutes_are_read(said, total):
    assert values.minutes(said) == total


@pytest.mark.parametrize(
    ("said", "hour"), [("20:15", time(20, 15)), ("20.15", time(20, 15)), ("20 h", time(20)), ("0,5", time(12))]
)
def test_an_hour_is_read(said, hour):
    assert values.clock(said) == hour


@pytest.mark.parametrize(
    ("read", "said"),
    [(values.clock, "0.30"), (values.clock, ".15"), (values.whole, "1,000"), (values.minutes, "1.30 h")],
)
def test_what_may_mean_two_things_is_refused(read, said):
    with pytest.raises(values.BadValue):
        read(said)
