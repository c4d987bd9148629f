"""Terms: a number, a unit and the day of what starts them. The day of the event is day 0.

Working days leave out weekends and public holidays (Act 245/2000). A term in calendar days or months that ends on
such a day moves to the next working one.
"""

from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from dateutil.relativedelta import relativedelta  # type: ignore[import-untyped]
from holidays import country_holidays

DAY = timedelta(days=1)
SATURDAY = 5


class Unit(StrEnum):
    """In what a term is counted."""

    WORKING = "working"
    DAYS = "days"
    MONTHS = "months"


def last_day(start: date, many: int, unit: str) -> date:
    """Return the last day of a term that an event on `start` begins."""
    if unit == Unit.WORKING:
        return working_days_after(start, many)
    end = months_after(start, many) if unit == Unit.MONTHS else start + many * DAY
    while not is_working(end):
        end += DAY
    return end


def months_after(start: date, many: int) -> date:
    """Return the day of the same number, or the last one of a shorter month."""
    end: date = start + relativedelta(months=many)
    return end


def working_days_after(start: date, many: int) -> date:
    """Return the `many`th working day after `start`; that day itself is not counted."""
    end = start
    while many > 0:
        end += DAY
        many -= is_working(end)
    return end


def is_working(day: date) -> bool:
    return day.weekday() < SATURDAY and day not in holidays(day.year)


@cache
def holidays(year: int) -> frozenset[date]:
    """Return the public holidays of a year."""
    return frozenset(country_holidays("CZ", years=year))
