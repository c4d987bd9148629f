"""What happened to one item in a month, line by line: movements, what shifts handed out, counts.

A month is read in two steps: first when each line was and what it changed, then the rows of one page alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from operator import attrgetter
from typing import Any
from uuid import UUID

from django.utils import timezone

from spojka.access.doors import rows
from spojka.access.permissions import Permission
from spojka.base.days import start_of
from spojka.encounters.models import Shift

from .balances import INSTANT, Balance, Pair, Stock
from .models import Count, Movement
from .overview import Overview
from .parts import Span
from .sums import seen

MOST = 400  # lines of one kind in a month; one with more shows the latest
MOVED = ("source__name", "target__name", "batch__number", "undone_by__undoes", "undoes__kind")
PLACED = ("place__name", "place__municipality", "event__name", "stock__location__name")
COUNTED = ("location__name", "taking__note", "taking__recorded_by")
TOLD: dict[Any, tuple[tuple[str, ...], tuple[str, ...]]] = {  # what a line reads: its own columns, those of others
    Movement: (("kind", "code", "quantity", "reason", "note", "recorded_by"), MOVED),
    Shift: ((), PLACED),
    Count: (("code", "counted_at", "quantity"), COUNTED),
}


@dataclass(frozen=True)
class Entry:
    """One line of the ledger: a movement, what a shift handed out, or a count."""

    at: datetime
    change: int  # of the whole stock; a carriage between two locations changes nothing
    model: type[Movement | Shift | Count]
    pk: UUID
    row: Any = None  # read for the lines of a page alone

    @property
    def movement(self) -> Movement | None:
        return self.row if self.model is Movement else None

    @property
    def shift(self) -> Shift | None:
        return self.row if self.model is Shift else None

    @property
    def count(self) -> Count | None:
        return self.row if self.model is Count else None


@dataclass(frozen=True)
class Ledger:
    """A month of one item: what there was, each entry, what there is at its end."""

    before: int
    after: int
    entries: list[Entry]
    is_cut: bool


def month_of(overview: Overview, month: date) -> Ledger:
    """Return what happened in the month that begins on the day to the item that the overview is about."""
    start, end = start_of(month), start_of((month + timedelta(days=32)).replace(day=1))
    span, stock, code = Span(start - INSTANT, end - INSTANT), overview.stock, overview.code
    entries = [*_moves(stock, code, span), *_shifts(stock, code, span), *_counts(stock, code, span)]
    entries.sort(key=attrgetter("at"), reverse=True)
    is_cut = len(entries) > MOST
    before, after = _ends(overview, span, None if is_cut else entries)
    return Ledger(before, after, entries[:MOST], is_cut)


def with_rows(stock: Stock, entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries with the rows that they are of, and counts with what each found more or less."""
    known: dict[UUID, Any] = {}
    for model, (own, others) in TOLD.items():
        ids = [one.pk for one in entries if one.model is model]
        related = {name.rpartition("__")[0] for name in others}
        needed = {*own, *others, *(name.partition("__")[0] for name in related)}
        known |= model.objects.select_related(*related).only(*needed).in_bulk(ids) if ids else {}
    found = [replace(one, row=known[one.pk]) for one in entries if one.pk in known]
    differences = stock.differences([one.row for one in found if one.count])
    return [replace(one, change=differences[one.pk]) if one.count else one for one in found]


def _ends(overview: Overview, span: Span, entries: Iterable[Entry] | None) -> tuple[int, int]:
    """Return what there was before the month and at its end; `entries` are all of the month, if they are known."""
    by, is_over = overview.by, span.until is not None and span.until < timezone.now()
    if is_over and (entries is None or by.teams is not None or any(one.model is Count for one in entries)):
        before, after = map(_whole, overview.balances_at(span.since, span.until))
        return before, after
    (there,) = overview.balances_at(span.since)
    before = _whole(there)  # without a count what there is at the end follows from the lines themselves
    return before, before + sum(one.change for one in entries or ()) if is_over else _whole(overview.balances)


def _whole(balances: Mapping[Pair, Balance]) -> int:
    return sum(one.quantity for one in balances.values())


def _moves(stock: Stock, code: str, span: Span) -> Iterable[Entry]:
    found = seen(Movement, stock.by).filter(span.moments("occurred_at"), service=stock.service, code=code)
    ordered = found.order_by("-occurred_at", "-recorded_at", "-pk")[: MOST + 1]
    for at, pk, source, target, n in ordered.values_list("occurred_at", "pk", "source", "target", "quantity"):
        yield Entry(at, n if source is None else -n if target is None else 0, Movement, pk)


def _shifts(stock: Stock, code: str, span: Span) -> Iterable[Entry]:
    """What each shift handed out, as one line: whom it was given to is nobody's business here."""
    given = stock.handed.by_shift(code, span, [one.pk for one in stock.locations])
    found = rows(Shift, by=stock.by, to=Permission.STOCK_VIEW).filter(pk__in=list(given)).order_by("pk")
    for pk, *times in found.values_list("pk", "ended_at", "started_at", "planned_start"):
        at = next(filter(None, times))
        yield Entry(min(max(at, span.since or at), span.until or at), -given[pk], Shift, pk)


def _counts(stock: Stock, code: str, span: Span) -> Iterable[Entry]:
    found = seen(Count, stock.by).filter(span.moments("counted_at"), service=stock.service, code=code)
    for at, pk in found.order_by("-counted_at", "-pk").values_list("counted_at", "pk")[: MOST + 1]:
        yield Entry(at, 0, Count, pk)
