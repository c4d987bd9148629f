"""Periods that a coordinator asks for, by one press: they move with the calendar. And those before them."""

from calendar import isleap
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

EARLIEST, LATEST = date(2000, 1, 1), date(2100, 12, 31)  # a year beyond them is a slip
WEEK = 7
USUAL = "this_month"


@dataclass(frozen=True)
class Period:
    """A span of days, both included. By its code it means other days tomorrow."""

    code: str
    name: str
    first: date
    last: date


def usual(today: date) -> list[Period]:
    """Return the periods to choose from on a day. A weekend is Friday to Sunday, its Saturday has come."""
    saturday = today - timedelta(days=(today.weekday() + 2) % 7)
    month = today.replace(day=1)
    before = month - timedelta(days=1)
    quarter = month.replace(month=(month.month - 1) // 3 * 3 + 1)
    ended = quarter - timedelta(days=1)
    return [
        Period("last_weekend", _("Last weekend"), saturday - timedelta(days=1), saturday + timedelta(days=1)),
        Period("this_month", _("This month"), month, _end(month, 1)),
        Period("last_month", _("Last month"), before.replace(day=1), before),
        Period("this_quarter", _("This quarter"), quarter, _end(quarter, 3)),
        Period("last_quarter", _("Last quarter"), months_before(quarter, 3), ended),
        Period("this_year", _("This year"), today.replace(month=1, day=1), today.replace(month=12, day=31)),
        Period("last_year", _("Last year"), date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)),
    ]


def named(code: str, today: date) -> Period | None:
    """Return what a period's code means on a day, nothing if there is no such code."""
    return next((one for one in usual(today) if one.code == code), None)


def filled(said: Any, today: date, otherwise: str = USUAL) -> Any:
    """Return what stands in the address with the ends of its period: by its code, `otherwise` this month.

    Days that were written out win over a code, so whoever changes them is not overruled.
    """
    said = said.copy()
    if said.get("from") or said.get("to"):
        said["to"] = said.get("to") or str(today)
        said["period"] = ""
        return said
    period = named(said.get("period") or "", today) or named(otherwise, today)
    if period:
        said["from"], said["to"], said["period"] = str(period.first), str(period.last), period.code
    return said


def previous(first: date, last: date) -> tuple[date, date]:
    """Return the period just before of the same length: whole months go by months, a weekend by a week."""
    if first.day == 1 and (last + timedelta(days=1)).day == 1:
        count = (last.year - first.year) * 12 + last.month - first.month + 1
        return months_before(first, count), first - timedelta(days=1)
    length = (last - first).days + 1
    back = timedelta(days=max(length, WEEK))
    return first - back, last - back


def year_before(first: date, last: date) -> tuple[date, date]:
    """Return the same period a year earlier; a few days by whole weeks, so that a Saturday stays a Saturday."""
    if (last - first).days + 1 < WEEK:
        back = timedelta(weeks=52)
        return first - back, last - back
    return _year_less(first), _year_less(last)


def months_before(first: date, count: int) -> date:
    """Return the first day of the month so many months earlier."""
    years, month = divmod(first.year * 12 + first.month - 1 - count, 12)
    return date(years, month + 1, 1)


def _year_less(one: date) -> date:
    if (one.month, one.day) == (2, 29) or (one.month, one.day, isleap(one.year - 1)) == (2, 28, True):
        return date(one.year - 1, 3, 1) - timedelta(days=1)  # the end of February stays its end
    return one.replace(year=one.year - 1)


def _end(first: date, months: int) -> date:
    return (first + timedelta(days=31 * months)).replace(day=1) - timedelta(days=1)
