"""How much there is: the last count of an item at a location with all that moved since, by when it happened."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Max, Q, Sum

from spojka.access.actor import Actor
from spojka.codelists.catalogue import names
from spojka.network.models import Service

from .models import Count, Location, Movement
from .sums import HandedOut, Span, seen

Pair = tuple[UUID, str]  # location and item


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

    def __init__(self, service: Service, by: Actor | None) -> None:
        self.service, self.by = service, by
        self.handed = HandedOut(service, by)
        self.locations: list[Location] = list(seen(Location, by).filter(service=service).in_order())
        self.codes = list(names("material", organisation=service.organisation))

    def balances(self, until: datetime | None = None, codes: Iterable[str] | None = None) -> dict[Pair, Balance]:
        """Return the balance of each item at each location where it was ever counted or moved."""
        wanted = self.codes if codes is None else list(codes)
        counted = self.counts(until, wanted)
        found = {}
        for location in self.locations:
            groups: dict[datetime | None, list[str]] = defaultdict(list)
            for code in wanted:
                base = counted.get((location.pk, code))
                groups[base.counted_at if base else None].append(code)
            for since, of in groups.items():
                moved = self.moved(location.pk, of, Span(since, until))
                for code in of:
                    base = counted.get((location.pk, code))
                    if base or code in moved:
                        found[location.pk, code] = Balance((base.quantity if base else 0) + moved[code], base)
        return found

    def counts(self, until: datetime | None, codes: Iterable[str]) -> dict[Pair, Count]:
        """Return the last count of each item at each location."""
        rows = seen(Count, self.by).filter(location__in=[one.pk for one in self.locations], code__in=list(codes))
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

    def moved(self, location: UUID, codes: list[str], span: Span) -> Counter[str]:
        """Return what came less what went of each item that moved at all in the span."""
        moved = Counter(self._sums(Q(target=location), codes, span))
        moved.subtract(self._sums(Q(source=location), codes, span))
        moved.subtract(self.handed.of(location, codes, span))
        return moved

    def _sums(self, where: Q, codes: list[str], span: Span) -> Mapping[str, int]:
        rows = seen(Movement, self.by).filter(where, span.moments("occurred_at"), code__in=codes)
        return dict(rows.order_by().values_list("code").annotate(n=Sum("quantity")))

    def differences(self, counts: Iterable[Count]) -> dict[UUID, int]:
        """Return, by the ids of counts, what each found more or less than there should have been, as known by now."""
        found = {}
        groups: dict[tuple[UUID, datetime], list[Count]] = defaultdict(list)
        for one in counts:
            groups[one.location_id, one.counted_at].append(one)
        for (location, at), of in groups.items():
            before = self._before(location, at, [one.code for one in of])
            for since, bases in _by_base(before, of).items():
                moved = self.moved(location, [one.code for one in bases], Span(since, at))
                for one in bases:
                    base = before.get(one.code)
                    found[one.pk] = one.quantity - (base.quantity if base else 0) - moved[one.code]
        return found

    def _before(self, location: UUID, at: datetime, codes: list[str]) -> dict[str, Count]:
        rows = seen(Count, self.by).filter(location=location, code__in=codes, counted_at__lt=at)
        return {one.code: one for one in rows.order_by("counted_at", "pk")}


def _by_base(before: Mapping[str, Count], counts: Iterable[Count]) -> dict[datetime | None, list[Count]]:
    groups: dict[datetime | None, list[Count]] = defaultdict(list)
    for one in counts:
        base = before.get(one.code)
        groups[base.counted_at if base else None].append(one)
    return groups
