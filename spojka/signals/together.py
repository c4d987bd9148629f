"""Sightings of the same thing told as one, and how often each kind was seen by months."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from spojka.places.territory import fold

from .models import Signal, SignalKind


@dataclass(frozen=True)
class Thing:
    """The same thing, seen once or by several services."""

    signals: tuple[Signal, ...]
    house: Any = None  # whose reader it is: what others saw is told with their organisation

    @property
    def name(self) -> str:
        return self.signals[0].what or str(self.signals[0].get_kind_display())

    @property
    def kind(self) -> str:
        return str(self.signals[0].get_kind_display())

    @property
    def substance(self) -> str:
        return self.signals[0].substance

    @property
    def times(self) -> int:
        return sum(one.many for one in self.signals)

    @property
    def services(self) -> list[str]:
        own, others = [one for one in self.signals if one.organisation_id == self.house], self.others
        return sorted({str(one.service) for one in own}) + sorted({str(one.organisation) for one in others})

    @property
    def has_own(self) -> bool:
        return len(self.others) < len(self.signals)

    @property
    def others(self) -> list[Signal]:
        return [one for one in self.signals if one.organisation_id != self.house]

    @property
    def municipalities(self) -> list[str]:
        return sorted({one.municipality for one in self.signals if one.municipality})

    @property
    def query(self) -> str:
        return urlencode([("signals", one.pk) for one in self.signals])


def things(signals: Iterable[Signal], house: Any) -> list[Thing]:
    """Put signals of one kind and substance together, or of one name where no substance is said; latest first."""
    found: dict[tuple[str, str, str], list[Signal]] = {}
    for one in signals:
        key = (one.kind, one.substance, "" if one.substance else fold(one.what))
        found.setdefault(key, []).append(one)
    made = [Thing(tuple(sorted(group, key=lambda one: one.seen_on, reverse=True)), house) for group in found.values()]
    return sorted(made, key=lambda thing: (-thing.signals[0].seen_on.toordinal(), -len(thing.signals), thing.name))


def months(last: date, many: int) -> list[date]:
    """Return the first days of `many` months up to the one of `last`."""
    count = last.year * 12 + last.month - 1
    return [date(one // 12, one % 12 + 1, 1) for one in range(count - many + 1, count + 1)]


def by_month(seen: Iterable[tuple[str, date, int]], heads: Sequence[date]) -> list[dict[str, Any]]:
    """Return for each kind how many sightings each month had; kinds that were not seen at all are left out."""
    counted: Counter[tuple[str, date]] = Counter()
    for kind, day, many in seen:
        counted[kind, day.replace(day=1)] += many
    lines = [{"name": kind.label, "counts": [counted[kind.value, month] for month in heads]} for kind in SignalKind]
    return [line for line in lines if any(line["counts"])]
