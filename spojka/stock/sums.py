"""Hand-outs by location and item: closed sums of shifts where nothing changed since, elsewhere the contacts.

A sum of a shift is never trusted by its age: the database marks each day whose contacts changed (figures.marking), and
what is marked is read anew. Without any closing all is read from the contacts, which is slower and says the same.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet, Sum

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.encounters import changes
from spojka.encounters.models import Handout
from spojka.figures.folder import Manifest
from spojka.network.models import Service

from .models import Closing, ShiftStock, ShiftSum
from .parts import Part, Span, between, together

Pair = tuple[UUID, str]  # location and item
KNOWN = ("number", "token", "horizon", "seen", "mine")  # what a closing says
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


class HandedOut:
    """What shifts of a service handed out, as `by` may see it, as of one moment of asking."""

    def __init__(self, service: Service, by: Actor | None) -> None:
        self.service, self.by = service, by
        self.days, self.now = changes.days_since(service.pk, manifest_of(service))

    def of(self, parts: Sequence[Part]) -> list[Counter[Pair]]:
        """Return, of each part, how many pieces of each item shifts that draw from its locations handed out."""
        found: list[Counter[Pair]] = [Counter() for _part in parts]
        if self.days is not None:
            for number, location, code, n in together(parts, self._closed, ("location", "code"), "quantity"):
                found[number][location, code] += n
        where = self._live(parts)
        read = [(number, some) for number, of in enumerate(where) for some in _portions(list(of))]

        def given(one: tuple[int, list[UUID]]) -> QuerySet[Handout]:
            part = parts[one[0]]
            return self._rows(part.span).filter(encounter__shift__in=one[1], code__in=part.codes)

        for place, shift, code, n in together(read, given, ("encounter__shift", "code"), "quantity"):
            number = read[place][0]
            found[number][where[number][shift], code] += n
        return found

    def by_shift(self, code: str, span: Span, locations: Iterable[UUID]) -> dict[UUID, int]:
        """Return how much of one item each shift handed out in a short span."""
        drawn = within(ShiftStock, self.by).filter(span.touched, service=self.service, location__in=list(locations))
        found: Counter[UUID] = Counter()
        for shifts in _portions(list(drawn.order_by().values_list("shift", flat=True))):
            rows = self._rows(span).filter(encounter__shift__in=shifts, code=code)
            found.update(dict(rows.order_by().values_list("encounter__shift").annotate(n=Sum("quantity"))))
        return dict(found)

    def _closed(self, part: Part) -> QuerySet[ShiftSum]:
        """Return the sums of shifts that lie in the span with all they gave, and that nothing changed since."""
        first, last = part.span.closed
        sums: QuerySet[ShiftSum] = within(ShiftSum, self.by).filter(between("day", gt=first, lt=last))
        sums = sums.filter(location__in=part.locations, code__in=part.codes)
        return sums.exclude(day__in=self.days) if self.days else sums

    def _live(self, parts: Sequence[Part]) -> list[dict[UUID, UUID]]:
        """Return, of each part, the shifts whose contacts must be read one by one, with where each draws from."""
        found: list[dict[UUID, UUID]] = [{} for _part in parts]
        for shift, location, day in self._drawn(parts).values_list("shift", "location", "day"):
            for of, part in zip(found, parts, strict=True):
                is_live = self.days is None or day in self.days or day in part.span.edges
                if is_live and location in part.locations and part.span.touches(day):
                    of[shift] = location
        return found

    def _drawn(self, parts: Sequence[Part]) -> QuerySet[ShiftStock]:
        """Return the shifts of all days on which contacts must be read one by one, for any of the parts."""
        drawn: QuerySet[ShiftStock] = within(ShiftStock, self.by).order_by()
        drawn = drawn.filter(service=self.service, location__in={one for part in parts for one in part.locations})
        if self.days is None:
            return drawn
        return drawn.filter(day__in=self.days.union(*(part.span.edges for part in parts)))

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


def _portions(ids: list[UUID]) -> Iterable[list[UUID]]:
    return (ids[start : start + MANY] for start in range(0, len(ids), MANY))
