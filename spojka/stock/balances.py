"""How much there is: the last count of an item at a location with all that moved since, by when it happened."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from django.db.models import Max, QuerySet

from spojka.access.actor import Actor
from spojka.codelists.catalogue import names
from spojka.network.models import Service

from .models import Count, Location, Movement
from .parts import Part, Span, together
from .sums import HandedOut, Pair, seen, within


@dataclass(frozen=True)
class Balance:
    """What there is of one item at one location; `counted` is what it is reckoned from."""

    quantity: int
    counted: Count | None = None

    @property
    def is_short(self) -> bool:
        """More was handed out than there was: a difference to settle."""
        return self.quantity < 0


class Stock:
    """The stock of one service as `by` may see it, as of one moment of asking; without `by`, all of it."""

    def __init__(self, service: Service, by: Actor | None, at: Iterable[Location] | None = None) -> None:
        """`at`: only these locations, as `by` sees them already; else all."""
        self.service, self.by = service, by
        self.handed = HandedOut(service, by)
        everywhere = seen(Location, by).filter(service=service)
        self.locations: list[Location] = list(everywhere.in_order() if at is None else at)

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of items by their codes."""
        return names("material", organisation=self.service.organisation)

    def balances(self, until: datetime | None = None, codes: Iterable[str] | None = None) -> dict[Pair, Balance]:
        """Return the balance of each item at each location where it was ever counted or moved."""
        wanted = list(self.names) if codes is None else list(codes)
        counted = self.counts(until, wanted)
        found: dict[Pair, Balance] = {}
        parts = self._parts(counted, wanted, until)
        for part, moved in zip(parts, self.moved(parts), strict=True):
            for pair in {(place, code) for place in part.locations for code in part.codes} & {*counted, *moved}:
                base = counted.get(pair)
                found[pair] = Balance((base.quantity if base else 0) + moved[pair], base)
        return found

    def _parts(self, counted: Mapping[Pair, Count], wanted: list[str], until: datetime | None) -> list[Part]:
        """Return what is reckoned from the same moment: of such locations the same items, as one part."""
        groups: dict[tuple[datetime | None, tuple[str, ...]], list[UUID]] = defaultdict(list)
        for location in self.locations:
            of: dict[datetime | None, list[str]] = defaultdict(list)
            for code in wanted:
                base = counted.get((location.pk, code))
                of[base.counted_at if base else None].append(code)
            for since, codes in of.items():
                groups[since, tuple(codes)].append(location.pk)
        return [Part(tuple(places), codes, Span(since, until)) for (since, codes), places in groups.items()]

    def counts(self, until: datetime | None, codes: Iterable[str]) -> dict[Pair, Count]:
        """Return the last count of each item at each location."""
        rows = within(Count, self.by).filter(location__in=[one.pk for one in self.locations], code__in=list(codes))
        if until:
            rows = rows.filter(counted_at__lte=until)
        last = {
            (location, code): at
            for location, code, at in rows.order_by().values_list("location", "code").annotate(at=Max("counted_at"))
        }
        if not last:
            return {}
        found = rows.filter(counted_at__in=set(last.values())).select_related("taking")
        return {(one.location_id, one.code): one for one in found if last[one.location_id, one.code] == one.counted_at}

    def moved(self, parts: Sequence[Part]) -> list[Counter[Pair]]:
        """Return, of each part, what came less what went of each item that moved at all at each location."""
        moved = self._sums("target", parts)
        for other in (self._sums("source", parts), self.handed.of(parts)):
            for one, less in zip(moved, other, strict=True):
                one.subtract(less)
        return moved

    def _sums(self, end: str, parts: Sequence[Part]) -> list[Counter[Pair]]:
        found: list[Counter[Pair]] = [Counter() for _part in parts]
        for number, place, code, n in together(parts, lambda part: self._moves(end, part), (end, "code"), "quantity"):
            found[number][place, code] = n
        return found

    def _moves(self, end: str, part: Part) -> QuerySet[Movement]:
        where = {f"{end}__in": part.locations, "code__in": part.codes}
        rows: QuerySet[Movement] = within(Movement, self.by).filter(part.span.moments("occurred_at"), **where)
        return rows

    def differences(self, counts: Iterable[Count]) -> dict[UUID, int]:
        """Return, by the ids of counts, what each found more or less than there should have been, as known by now."""
        counts = list(counts)
        before = self._before(counts)
        groups: dict[tuple[UUID, datetime, datetime | None], list[Count]] = defaultdict(list)
        for one in counts:
            base = before.get(one.pk)
            groups[one.location_id, one.counted_at, base.counted_at if base else None].append(one)
        parts = [
            Part((location,), tuple(one.code for one in of), Span(since, until))
            for (location, until, since), of in groups.items()
        ]
        found = {}
        for of, moved in zip(groups.values(), self.moved(parts), strict=True):
            for one in of:
                base = before.get(one.pk)
                found[one.pk] = one.quantity - (base.quantity if base else 0) - moved[one.location_id, one.code]
        return found

    def _before(self, counts: list[Count]) -> dict[UUID, Count]:
        """Return the count before each one, of the same item at the same location."""
        if not counts:
            return {}
        same = {"location__in": {one.location_id for one in counts}, "code__in": {one.code for one in counts}}
        latest = max(one.counted_at for one in counts)
        rows = (
            within(Count, self.by)
            .filter(**same, counted_at__lt=latest)
            .only("location", "code", "counted_at", "quantity")
        )
        of: dict[Pair, list[Count]] = defaultdict(list)
        for one in rows.order_by("counted_at", "pk"):
            of[one.location_id, one.code].append(one)
        found = {}
        for one in counts:
            earlier = [each for each in of[one.location_id, one.code] if each.counted_at < one.counted_at]
            if earlier:
                found[one.pk] = earlier[-1]
        return found
