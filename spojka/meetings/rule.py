"""The dates that a rule gives, which of them hit a public holiday, and where such a one could be moved."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from dateutil import rrule  # type: ignore[import-untyped]

from spojka.base.terms import holidays, is_working

from .models import Rhythm

PRAGUE = ZoneInfo("Europe/Prague")  # where rules are meant, whatever clock a server has
DAY, WEEK = timedelta(days=1), timedelta(days=7)
FAR = 3  # weeks that the same weekday is looked for


class Ruled(Protocol):
    """What a rule needs to know: a series, or what was typed of one."""

    rhythm: str
    nth: int | None
    weekday: int | None
    every: int
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True)
class Planned:
    """One day that the rule gives. `offers` are days to which it may be moved, if it hits a holiday."""

    on: date
    is_holiday: bool
    offers: list[date] = field(default_factory=list)


def dates(rule: Ruled, first: date, last: date) -> Iterator[date]:
    """Return the days of a rule from `first` to `last`, holidays among them."""
    end = min(last, rule.ends_on) if rule.ends_on else last
    if rule.rhythm == Rhythm.FREE or rule.weekday is None or end < rule.starts_on:
        return
    weekday = rrule.weekdays[rule.weekday]
    if rule.rhythm == Rhythm.MONTH:
        month = rule.starts_on.replace(day=1)  # else every other month would be counted from a day within one
        found = rrule.rrule(
            rrule.MONTHLY, interval=rule.every, byweekday=weekday(rule.nth), dtstart=_noon(month), until=_noon(end)
        )
    else:
        start = rule.starts_on + DAY * ((rule.weekday - rule.starts_on.weekday()) % 7)
        found = rrule.rrule(rrule.WEEKLY, interval=rule.every, dtstart=_noon(start), until=_noon(end))
    for one in found:
        if one.date() >= max(first, rule.starts_on):
            yield one.date()


def planned(rule: Ruled, first: date, last: date) -> list[Planned]:
    """Return the days of a rule, each with whether it hits a holiday and where it could go."""
    far = list(dates(rule, first - FAR * WEEK, last + FAR * WEEK))
    return [
        Planned(on, is_holiday(on), offers(on, far) if is_holiday(on) else []) for on in far if first <= on <= last
    ]


def is_holiday(on: date) -> bool:
    return on in holidays(on.year)


def offers(on: date, taken: Collection[date]) -> list[date]:
    """Return where a date could be moved: the working days around it, and the next same weekday that is free."""
    before, after = _working(on, -DAY), _working(on, DAY)
    weeks = (on + WEEK * n for n in range(1, FAR + 1))
    same = next((one for one in weeks if is_working(one) and one not in taken), None)
    return sorted({one for one in (before, after, same) if one and one not in taken})


def next_after(rule: Ruled, on: date, skip: Iterable[date] = ()) -> date | None:
    """Return the next day of a rule after `on` that was not left out."""
    left = set(skip)
    return next((one for one in dates(rule, on + DAY, on + timedelta(days=800)) if one not in left), None)


def moment(on: date, hour: time) -> datetime:
    """Return a day and an hour in Prague as a moment."""
    return datetime.combine(on, hour, PRAGUE)


def _noon(on: date) -> datetime:
    return datetime.combine(on, time(12))


def _working(on: date, step: timedelta) -> date:
    on += step
    while not is_working(on):
        on += step
    return on
