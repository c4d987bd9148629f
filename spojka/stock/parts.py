"""What is asked about together: each part in its own span, all of them in one query of a table.

A query for each part would grow with locations, items and stock-takings. A union keeps what each part has of an index.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import IntegerField, Q, QuerySet, Sum, Value
from django.utils import timezone

EARLIER, LATER = 3, 1  # days by which the day of a shift may lie from its contacts: before them, after them
ONCE = 40  # parts of one query: no database takes any number of parameters


@dataclass(frozen=True)
class Span:
    """From after `since` (none: the beginning) until `until`, with it (none: no end)."""

    since: datetime | None = None
    until: datetime | None = None

    def moments(self, column: str) -> Q:
        """Return what a moment must be."""
        return between(column, gt=self.since, lte=self.until)

    @cached_property
    def closed(self) -> tuple[date | None, date | None]:
        """The days of shifts that lie in the span with all their contacts: after the first, before the second."""
        first = timezone.localdate(self.since) + timedelta(days=LATER) if self.since else None
        last = timezone.localdate(self.until) - timedelta(days=EARLIER) if self.until else None
        return first, last

    @cached_property
    def reach(self) -> tuple[date | None, date | None]:
        """The first and the last day of shifts that may have a contact in the span."""
        first = timezone.localdate(self.since) - timedelta(days=EARLIER) if self.since else None
        last = timezone.localdate(self.until) + timedelta(days=LATER) if self.until else None
        return first, last

    @property
    def touched(self) -> Q:
        """The days of shifts that may have a contact in the span."""
        return between("day", gte=self.reach[0], lte=self.reach[1])

    def touches(self, day: date) -> bool:
        """Test whether a shift of the day may have a contact in the span."""
        first, last = self.reach
        return (first is None or first <= day) and (last is None or day <= last)

    @cached_property
    def edges(self) -> frozenset[date]:
        """Those of them that may have contacts out of it, too."""
        ends = [timezone.localdate(end) for end in (self.since, self.until) if end]
        return frozenset(end + timedelta(days=n) for end in ends for n in range(-EARLIER, LATER + 1))


@dataclass(frozen=True)
class Part:
    """Some items at some locations in one span."""

    locations: tuple[UUID, ...]
    codes: tuple[str, ...]
    span: Span


def together(
    parts: Sequence[Any], ask: Callable[[Any], QuerySet[Any]], columns: Sequence[str], total: str
) -> Iterable[tuple[Any, ...]]:
    """Return the columns of the rows of `ask(part)`, led by the part's place, followed by the sum of `total`."""
    queries = [_told(number, ask(part), columns, total) for number, part in enumerate(parts)]
    for start in range(0, len(queries), ONCE):
        first, *others = queries[start : start + ONCE]
        yield from first.union(*others, all=True) if others else first


def _told(number: int, rows: QuerySet[Any], columns: Sequence[str], total: str) -> Any:
    led = rows.order_by().annotate(part=Value(number, IntegerField())).values_list("part", *columns)
    return led.annotate(n=Sum(total))


def between(column: str, **ends: Any) -> Q:
    return Q(**{f"{column}__{way}": end for way, end in ends.items() if end is not None})
