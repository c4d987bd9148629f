"""What an agreement of professionals promises: which reports are due on a day. Plain values, no rows, no clock."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from dateutil.relativedelta import relativedelta

STEPS = {
    "week": relativedelta(weeks=1),
    "fortnight": relativedelta(weeks=2),
    "month": relativedelta(months=1),
    "half_year": relativedelta(months=6),
}
AHEAD = timedelta(days=2)  # so long before its day a report is spoken of


@dataclass(frozen=True)
class Pace:
    """From a day on, how often."""

    from_on: date
    every: str


@dataclass(frozen=True)
class Period:
    """A time of which one report tells: from `start` to the day before `due`, on which it is due."""

    start: date
    due: date


@dataclass(frozen=True)
class Telling:
    """On a day somebody told something; to one of the team, to several, or (None) to everybody."""

    teller: UUID
    on: date
    to: frozenset[UUID] | None = None


@dataclass(frozen=True, kw_only=True)
class Promised:
    """An agreement as plain values. Without directions everybody of the team tells everybody."""

    paces: Sequence[Pace]
    team: Sequence[UUID]
    directions: Sequence[tuple[UUID, UUID]] = ()
    tellings: Sequence[Telling] = field(default_factory=tuple)


@dataclass(frozen=True)
class Report:
    """What one of the team owes to others: since when, and due on which day the longest."""

    teller: UUID
    told: tuple[UUID, ...]
    start: date
    due: date


def due_reports(agreement: Promised, day: date) -> list[Report]:
    """Return the reports that are due on a day and were not told, those that are due the longest first."""
    all_periods = periods(agreement.paces, day)
    found: dict[tuple[UUID, Period], list[UUID]] = {}
    for teller, told in _directions(agreement):
        days = [one.on for one in agreement.tellings if one.teller == teller and (one.to is None or told in one.to)]
        if left := untold(all_periods, days, day):
            found.setdefault((teller, left[0]), []).append(told)
    reports = [Report(teller, tuple(told), since.start, since.due) for (teller, since), told in found.items()]
    return sorted(reports, key=lambda one: one.due)


def periods(paces: Sequence[Pace], until: date) -> list[Period]:
    """Return the times of which reports tell, up to the one that runs on the day `until`.

    Months are counted from the day on which a pace begins, so one of the 31st ends on the last day of shorter months.
    What is left before a new pace is a time of its own, unless it is less than half of the usual: then it joins.
    """
    found: list[Period] = []
    start = paces[0].from_on
    for pace, following in zip(paces, [*(one.from_on for one in paces[1:]), None], strict=True):
        last, many = pace.from_on, 0
        while start <= until:
            many += 1
            due = pace.from_on + STEPS[pace.every] * many
            if following is not None and due >= following:
                if (following - last) * 2 >= due - last:
                    found.append(Period(start, following))
                    start = following
                break
            found.append(Period(start, due))
            start = last = due
    return found


def untold(all_periods: Sequence[Period], told_on: Iterable[date], day: date) -> list[Period]:
    """Return the times whose report is due by a day and was not told, the oldest first.

    Whoever tells something tells all that is late. It counts for the time that runs, too: always if nothing was
    late, else only in its second half, so that what came a day late does not pay for two.
    """
    dues, first = [one.due for one in all_periods], 0
    for on in sorted(set(told_on)):
        late = bisect_right(dues, on)
        was_late, first = late > first, max(first, late)
        running = all_periods[first] if late == first < len(all_periods) else None
        if running and running.start <= on and (not was_late or on - running.start >= running.due - on):
            first += 1
    return list(all_periods[first : bisect_right(dues, day)])


def _directions(agreement: Promised) -> list[tuple[UUID, UUID]]:
    team = list(agreement.team)
    if agreement.directions:
        return [(teller, told) for teller, told in agreement.directions if teller in team and told in team]
    return [(teller, told) for teller in team for told in team if teller != told]


def is_thinner(every: str, than: str) -> bool:
    """Test whether one pace is thinner than another."""
    day = date(2026, 1, 1)
    return day + STEPS[every] > day + STEPS[than]
