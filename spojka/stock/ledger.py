"""What happened to one item in a month, line by line: movements, what shifts handed out, counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from spojka.access.doors import rows
from spojka.access.permissions import Permission
from spojka.base.days import start_of
from spojka.encounters.models import Shift

from .balances import Stock
from .models import Count, Movement
from .parts import Span
from .sums import seen

MOST = 400  # lines of one kind in a month; one with more shows the latest


@dataclass(frozen=True)
class Entry:
    """One line of the ledger. Just one of `movement`, `shift` and `count` is there."""

    at: datetime
    change: int  # of the whole stock; a carriage between two locations changes nothing
    movement: Movement | None = None
    shift: Shift | None = None
    count: Count | None = None

    @property
    def row(self) -> Movement | Shift | Count | None:
        """What the line shows."""
        return self.movement or self.shift or self.count


@dataclass(frozen=True)
class Ledger:
    """A month of one item: what there was, each entry, what there is at its end."""

    before: int
    after: int
    entries: list[Entry]
    is_cut: bool


def month_of(stock: Stock, code: str, month: date, now: int) -> Ledger:
    """Return what happened in the month that begins on the day; `now` is what there is at this moment."""
    start, end = start_of(month), start_of((month + timedelta(days=32)).replace(day=1))
    instant = timedelta(microseconds=1)
    span = Span(start - instant, end - instant)
    entries = [*_moves(stock, code, span), *_shifts(stock, code, span), *_counts(stock, code, span)]
    entries.sort(key=lambda one: one.at, reverse=True)
    before = _whole(stock, code, span.since)
    after = now if end > timezone.now() else _whole(stock, code, span.until)
    return Ledger(before, after, entries[:MOST], len(entries) > MOST)


def _whole(stock: Stock, code: str, until: datetime | None) -> int:
    return sum(one.quantity for one in stock.balances(until, [code]).values())


def _moves(stock: Stock, code: str, span: Span) -> Iterable[Entry]:
    found = seen(Movement, stock.by).filter(span.moments("occurred_at"), service=stock.service, code=code)
    ordered = found.select_related("source", "target", "batch", "shift__place", "shift__event", "undone_by", "undoes")
    for one in ordered.order_by("-occurred_at", "-recorded_at", "-pk")[: MOST + 1]:
        change = one.quantity if one.source_id is None else -one.quantity if one.target_id is None else 0
        yield Entry(one.occurred_at, change, movement=one)


def _shifts(stock: Stock, code: str, span: Span) -> Iterable[Entry]:
    """What each shift handed out, as one line: whom it was given to is nobody's business here."""
    given = stock.handed.by_shift(code, span, [one.pk for one in stock.locations])
    found = rows(Shift, by=stock.by, to=Permission.STOCK_VIEW).filter(pk__in=list(given))
    found = found.select_related("place", "event", "stock__location").defer("note", "words").order_by("pk")
    for one in found:
        yield Entry(_ended(one, span), -given[one.pk], shift=one)


def _ended(shift: Shift, span: Span) -> datetime:
    """Return where among other lines that of a shift stands."""
    at = shift.ended_at or shift.started_at or shift.planned_start
    return min(max(at, span.since or at), span.until or at)


def _counts(stock: Stock, code: str, span: Span) -> Iterable[Entry]:
    found = seen(Count, stock.by).filter(span.moments("counted_at"), service=stock.service, code=code)
    counts = list(found.select_related("location", "taking").order_by("-counted_at", "-pk")[: MOST + 1])
    differences = stock.differences(counts)
    for one in counts:
        yield Entry(one.counted_at, differences[one.pk], count=one)
