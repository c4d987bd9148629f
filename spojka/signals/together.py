"""Sightings of the same thing told as one, and how often each kind was seen by months."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from spojka.base.sorting import czech
from spojka.places.territory import fold

from .models import Signal, SignalKind

NEAR = timedelta(days=60)  # seen again later than that it is told anew
STEM = 4  # letters of a word that its Czech ending leaves alone
COMMON = frozenset(
    {"tabl", "pilu", "pras", "krys", "kaps", "jedn", "stra", "druh", "mala", "male", "maly", "velk", "neco", "jako"}
)


@dataclass(frozen=True)
class Thing:
    """The same thing, seen once or by several services."""

    signals: tuple[Signal, ...]
    house: Any = None  # whose reader it is: what others saw is told with their organisation
    own: frozenset[Any] = frozenset()  # the reader's services: only what they saw is theirs to tell on

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
    def others(self) -> list[Signal]:
        return [one for one in self.signals if one.organisation_id != self.house]

    @property
    def municipalities(self) -> list[str]:
        return sorted({one.municipality for one in self.signals if one.municipality}, key=czech)

    @property
    def query(self) -> str:
        return urlencode([("signals", one.pk) for one in self.signals])

    @property
    def of_own(self) -> str:
        """The same of what the reader's own services saw; empty where they saw nothing."""
        return urlencode([("signals", one.pk) for one in self.signals if one.service_id in self.own])


def things(signals: Iterable[Signal], house: Any, own: Iterable[Any] = ()) -> list[Thing]:
    """Put sightings of the same thing together; latest first.

    They are of one kind and substance (of one name where no substance is said), not too far apart in time, and what
    is said of their look does not speak of two things. A coordinator sees them all and has the last word.
    """
    groups: list[_Group] = []
    for one in sorted(signals, key=lambda one: one.seen_on):
        group = next((group for group in reversed(groups) if group.takes(one)), None)
        if group is None:
            groups.append(group := _Group(_key(one)))
        group.add(one)
    made = [Thing(tuple(reversed(group.signals)), house, frozenset(own)) for group in groups]
    made.sort(key=lambda thing: czech(thing.name))
    return sorted(made, key=lambda thing: (-thing.signals[0].seen_on.toordinal(), -len(thing.signals)))


def _key(one: Signal) -> tuple[str, str, str]:
    return one.kind, one.substance, "" if one.substance else fold(one.what)


def marks(one: Signal) -> frozenset[str]:
    """Return what tells a thing from another: the stems of colours, shapes and signs, not what all of them are."""
    words = re.findall(r"[a-z0-9]{3,}", fold(f"{one.what} {one.look}"))
    return frozenset(word[:STEM] for word in words) - COMMON


class _Group:
    """Sightings that are told as one, as they come in the order of their days."""

    def __init__(self, key: tuple[str, str, str]) -> None:
        self.key, self.signals, self.marks = key, list[Signal](), frozenset[str]()

    def takes(self, one: Signal) -> bool:
        near = one.seen_on - self.signals[-1].seen_on <= NEAR
        return _key(one) == self.key and near and (not self.marks or not marks(one) or bool(self.marks & marks(one)))

    def add(self, one: Signal) -> None:
        self.signals.append(one)
        self.marks |= marks(one)


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
