"""How much there is: the last count of an item at a location with all that moved since, by when it happened."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from uuid import UUID

from django.db.models import Max, QuerySet

from spojka.access.actor import Actor
from spojka.codelists.catalogue import names
from spojka.network.models import Service

from .models import Count, Location, Movement
from .parts import Part, Span, between, together
from .sums import HandedOut, Pair, seen, within

INSTANT = timedelta(microseconds=1)


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
        return self.balances_at([until], codes)[0]

    def balances_at(
        self, moments: Sequence[datetime | None], codes: Iterable[str] | None = None
    ) -> list[dict[Pair, Balance]]:
        """Return the balances of several moments (None: of all that is known), reckoned together."""
        return self.reckon(moments, (), codes)[0]

    def differences(self, counts: Iterable[Count]) -> dict[UUID, int]:
        """Return, by the ids of counts, what each found more or less than there should have been, as known by now."""
        return self.reckon([], counts, [])[1]

    def reckon(
        self, moments: Sequence[datetime | None], counts: Iterable[Count], codes: Iterable[str] | None = None
    ) -> tuple[list[dict[Pair, Balance]], dict[UUID, int]]:
        """Return the balances of moments and the differences of counts, asked for together."""
        found = list(counts)
        wanted = list(self.names) if codes is None else list(codes)
        before = sorted({one.counted_at - INSTANT for one in found})
        known = self.counts([*moments, *before], {*wanted, *(one.code for one in found)})
        counted = known[: len(moments)]
        bases = self._bases(found, dict(zip(before, known[len(moments) :], strict=True)))
        of_moments = [self._parts(of, wanted, until) for of, until in zip(counted, moments, strict=True)]
        of_counts = _alike(found, bases)
        asked = [part for some in of_moments for part in some] + [part for part, _counts in of_counts]
        moved = iter(self.moved(asked))
        balances = [self._balances(some, moved, of) for some, of in zip(of_moments, counted, strict=True)]
        return balances, dict(_differences(of_counts, moved, bases))

    def _balances(
        self, parts: Iterable[Part], moved: Iterator[Counter[Pair]], counted: Mapping[Pair, Count]
    ) -> dict[Pair, Balance]:
        found: dict[Pair, Balance] = {}
        for part in parts:
            came = next(moved)
            for pair in {(place, code) for place in part.locations for code in part.codes} & {*counted, *came}:
                base = counted.get(pair)
                found[pair] = Balance((base.quantity if base else 0) + came[pair], base)
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

    def counts(self, moments: Sequence[datetime | None], codes: Iterable[str]) -> list[dict[Pair, Count]]:
        """Return, of each moment, the last count of each item at each location."""
        rows = within(Count, self.by).filter(location__in=[one.pk for one in self.locations], code__in=list(codes))
        ends = {
            f"at{n}": Max("counted_at", filter=between("counted_at", lte=at) or None) for n, at in enumerate(moments)
        }
        last = {
            (place, code): ats
            for place, code, *ats in rows.order_by().values_list("location", "code").annotate(**ends)
        }
        wanted = {at for ats in last.values() for at in ats if at}
        if not wanted:
            return [{} for _moment in moments]
        whole = rows.filter(counted_at__in=wanted).select_related("taking")
        known = {(one.location_id, one.code, one.counted_at): one for one in whole}
        return [
            {pair: known[*pair, ats[number]] for pair, ats in last.items() if ats[number]}
            for number, _moment in enumerate(moments)
        ]

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

    @staticmethod
    def _bases(counts: Iterable[Count], known: Mapping[datetime, Mapping[Pair, Count]]) -> dict[UUID, Count]:
        """Return the count before each one, of the same item at the same location."""
        found = {one.pk: known[one.counted_at - INSTANT].get((one.location_id, one.code)) for one in counts}
        return {pk: base for pk, base in found.items() if base}


def _alike(counts: Iterable[Count], bases: Mapping[UUID, Count]) -> list[tuple[Part, list[Count]]]:
    """Return the counts that span the same time at the same location, as one part."""
    groups: dict[tuple[UUID, datetime, datetime | None], list[Count]] = defaultdict(list)
    for one in counts:
        base = bases.get(one.pk)
        groups[one.location_id, one.counted_at, base.counted_at if base else None].append(one)
    return [
        (Part((location,), tuple(one.code for one in of), Span(since, until)), of)
        for (location, until, since), of in groups.items()
    ]


def _differences(
    parts: Iterable[tuple[Part, list[Count]]], moved: Iterator[Counter[Pair]], bases: Mapping[UUID, Count]
) -> Iterator[tuple[UUID, int]]:
    for _part, of in parts:
        came = next(moved)
        for one in of:
            base = bases.get(one.pk)
            yield one.pk, one.quantity - (base.quantity if base else 0) - came[one.location_id, one.code]
