"""Days that were asked for, as conditions of rows."""

from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Q

from .asked import Asked

BACK, AHEAD = 15, 2  # years that a day without a year may mean
NONE = Q(pk__in=[])


def on_day(asked: Asked, column: str) -> Q:
    """Rows whose day was asked for; all rows when none was."""
    where = Q()
    if asked.on:
        where &= Q(**{f"{column}__in": _meant(asked)})
    if asked.weekday is not None:
        where &= Q(**{f"{column}__week_day": _week_day(asked.weekday)})
    return where


def within(asked: Asked, first: str, last: str) -> Q:
    """Rows with a first and a last day between which the day lies."""
    where = Q()
    if asked.on:
        where &= reduce(or_, (Q(**{f"{first}__lte": day, f"{last}__gte": day}) for day in _meant(asked)), NONE)
    if asked.weekday is not None:
        number = _week_day(asked.weekday)
        where &= Q(**{f"{first}__week_day": number}) | Q(**{f"{last}__week_day": number})
    return where


def _meant(asked: Asked) -> list[date]:
    on = asked.on
    if on is None or asked.has_year:
        return [on] if on else []
    years = range(on.year - BACK, on.year + AHEAD)
    return [date(year, on.month, on.day) for year in years if on.month != 2 or on.day < 29 or year % 4 == 0]


def _week_day(number: int) -> int:
    """Databases count from Sunday, which is 1."""
    return (number + 1) % 7 + 1
