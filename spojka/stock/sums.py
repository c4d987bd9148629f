"""Hand-outs by location and item: closed sums of shifts where nothing changed since, elsewhere the contacts.

A sum of a shift is never trusted by its age: the database marks each day whose contacts changed (figures.marking), and
what is marked is read anew. Without any closing all is read from the contacts, which is slower and says the same.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet, Sum
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.encounters import changes
from spojka.encounters.models import Handout
from spojka.figures.folder import Manifest
from spojka.network.models import Service

from .models import Closing, ShiftStock, ShiftSum

EARLIER, LATER = 3, 1  # days by which the day of a shift may lie from its contacts: before them, after them
KNOWN = ("number", "token", "horizon", "seen")  # what a closing says
MANY = 500  # shifts asked about at once


def seen(model: Any, by: Actor | None) -> Any:
    """Return the rows that `by` may see; a command sees all."""
    return model.objects.all() if by is None else model.objects.allowed(by, Permission.STOCK_VIEW)


def within(model: Any, by: Actor | None) -> Any:
    """Return the rows that `by` may see of locations that were asked for already.

    The rows are of the locations' service; only who is narrowed to teams may see fewer. Asking for the service once
    more costs an index its use.
    """
    return model.objects.all() if by is None or by.teams is None else seen(model, by)


def manifest_of(service: Service) -> Manifest:
    closing = Closing.objects.filter(service=service).first()
    return Manifest(**closing.said) if closing else Manifest()


@dataclass(frozen=True)
class Span:
    """From after `since` (none: the beginning) until `until`, with it (none: no end)."""

    since: datetime | None = None
    until: datetime | None = None

    def moments(self, column: str) -> Q:
        """Return what a moment must be."""
        return _between(column, gt=self.since, lte=self.until)

    @cached_property
    def closed(self) -> tuple[date | None, date | None]:
        """The days of shifts that lie in the span with all their contacts: after the first, before the second."""
        first = timezone.localdate(self.since) + timedelta(days=LATER) if self.since else None
        last = timezone.localdate(self.until) - timedelta(days=EARLIER) if self.until else None
        return first, last

    @property
    def touched(self) -> Q:
        """The days of shifts that may have a contact in the span."""
        first = timezone.localdate(self.since) - timedelta(days=EARLIER) if self.since else None
        last = timezone.localdate(self.until) + timedelta(days=LATER) if self.until else None
        return _between("day", gte=first, lte=last)

    @property
    def edges(self) -> Q:
        """Those of them that may have contacts out of it, too."""
        first, last = self.closed
        return _either(Q(day__lte=first) if first else None, Q(day__gte=last) if last else None)


class HandedOut:
    """What shifts of a service handed out, as `by` may see it, as of one moment of asking."""

    def __init__(self, service: Service, by: Actor | None) -> None:
        self.service, self.by = service, by
        self.days, self.now = changes.days_since(service.pk, manifest_of(service))

    def of(self, locations: Iterable[UUID], codes: Iterable[str], span: Span) -> Counter[tuple[UUID, str]]:
        """Return how many pieces of each item shifts that draw from each of the locations handed out in the span."""
        found: Counter[tuple[UUID, str]] = Counter()
        locations, codes = list(locations), list(codes)
        if self.days is not None:
            first, last = span.closed
            sums = within(ShiftSum, self.by).filter(_between("day", gt=first, lt=last))
            sums = sums.filter(location__in=locations, code__in=codes)
            if self.days:
                sums = sums.exclude(day__in=self.days)
            found.update(_counted(sums.values_list("location", "code").order_by().annotate(n=Sum("quantity"))))
        where = dict(self._live(locations, span))
        for shifts in _portions(list(where)):
            rows = self._rows(span).filter(encounter__shift__in=shifts, code__in=codes)
            for shift, code, n in rows.order_by().values_list("encounter__shift", "code").annotate(n=Sum("quantity")):
                found[where[shift], code] += n
        return found

    def by_shift(self, code: str, span: Span, locations: Iterable[UUID]) -> dict[UUID, int]:
        """Return how much of one item each shift handed out in a short span."""
        drawn = within(ShiftStock, self.by).filter(span.touched, service=self.service, location__in=list(locations))
        found: Counter[UUID] = Counter()
        for shifts in _portions(list(drawn.order_by().values_list("shift", flat=True))):
            rows = self._rows(span).filter(encounter__shift__in=shifts, code=code)
            found.update(dict(rows.order_by().values_list("encounter__shift").annotate(n=Sum("quantity"))))
        return dict(found)

    def _live(self, locations: list[UUID], span: Span) -> list[tuple[UUID, UUID]]:
        """Return the shifts whose contacts must be read one by one, each with its location."""
        drawn = within(ShiftStock, self.by).filter(span.touched, service=self.service, location__in=locations)
        if self.days is not None:
            changed = Q(day__in=self.days) if self.days else None
            which = _either(changed, span.edges or None)
            if not which:
                return []
            drawn = drawn.filter(which)
        return list(drawn.order_by().values_list("shift", "location"))

    def _rows(self, span: Span) -> QuerySet[Handout]:
        standing = within(Handout, self.by).filter(encounter__voided_at=None)
        rows: QuerySet[Handout] = standing.filter(span.moments("encounter__occurred_at"))
        return rows


def close(service: Service) -> int:
    """Make the sums of shifts anew where contacts changed since the last time; return of how many shifts.

    Only for who sees the whole service: a worker narrowed to a team would close without the others' contacts.
    """
    with transaction.atomic():
        closing = Closing.objects.select_for_update().filter(service=service).first()
        days, now = changes.days_since(service.pk, Manifest(**closing.said) if closing else Manifest())
        if days == frozenset():
            return 0
        drawn = ShiftStock.objects.filter(service=service)
        old = ShiftSum.objects.filter(service=service)
        if days is not None:
            drawn, old = drawn.filter(day__in=days), old.filter(day__in=days)
        old.delete()
        shifts = list(drawn)
        add_sums(shifts)
        said = {name: value for name, value in asdict(now).items() if name in KNOWN}
        if closing:
            closing.change(said=said)
        else:
            Closing(**service.ownership, said=said).add()
        return len(shifts)


def add_sums(drawn: Iterable[ShiftStock]) -> None:
    """Write down what these shifts handed out by now. Their old sums are gone."""
    of = {one.shift_id: one for one in drawn}
    for shifts in _portions(list(of)):
        rows = Handout.objects.filter(encounter__shift__in=shifts, encounter__voided_at=None).order_by()
        counted = rows.values_list("encounter__shift", "code").annotate(n=Sum("quantity"))
        ShiftSum.objects.bulk_create([_sum(of[shift], code, n) for shift, code, n in counted], batch_size=500)


def _sum(drawn: ShiftStock, code: str, quantity: int) -> ShiftSum:
    said: Mapping[str, Any] = {"shift_id": drawn.shift_id, "location_id": drawn.location_id, "day": drawn.day}
    return ShiftSum(**drawn.ownership, **said, code=code, quantity=quantity)


def _counted(rows: Iterable[tuple[Any, ...]]) -> dict[Any, int]:
    """Return sums by the columns that come before them."""
    return {tuple(pair): n for *pair, n in rows}


def _portions(ids: list[UUID]) -> Iterable[list[UUID]]:
    return (ids[start : start + MANY] for start in range(0, len(ids), MANY))


def _between(column: str, **ends: Any) -> Q:
    return Q(**{f"{column}__{way}": end for way, end in ends.items() if end is not None})


def _either(*which: Q | None) -> Q:
    found = Q()
    for one in which:
        if one:
            found |= one
    return found
