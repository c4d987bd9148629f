"""Notes of trends put into months: a line for each trend, as a picture and as numbers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from spojka.base.sorting import czech
from spojka.ui.pictures import FIRST, svg

from .models import Scale

MONTHS = 12
HEIGHT = 190
WIDE, NARROW = 640, 330  # a desk, a phone: letters are of one size on both


@dataclass(frozen=True)
class Month:
    """What the notes of one month say together: their mean, how many there are and of how many services."""

    first: date
    mean: float | None
    notes: int
    services: int


@dataclass(frozen=True)
class Trend:
    """One trend over months."""

    code: str
    name: str
    months: tuple[Month, ...]

    @property
    def says(self) -> str:
        said = _("%(name)s by months, from 0 (%(low)s) to 4 (%(high)s); the table below says the same in numbers.")
        return said % {"name": self.name, "low": Scale.NONE.label, "high": Scale.ALL.label}

    @cached_property
    def wide(self) -> SafeString:
        return self._drawn(WIDE)

    @cached_property
    def narrow(self) -> SafeString:
        return self._drawn(NARROW)

    def _drawn(self, width: int) -> SafeString:
        return mark_safe(svg(_line(self.months) | {"width": width}))  # noqa: S308 - holds numbers and our words alone


def over(
    notes: Iterable[tuple[str, date, int, UUID]], heads: Sequence[date], called: Mapping[str, str]
) -> list[Trend]:
    """Return a line for each trend that was noted, the one with most notes first."""
    found: dict[tuple[str, date], list[tuple[int, UUID]]] = defaultdict(list)
    for trend, day, scale, service in notes:
        found[trend, day.replace(day=1)].append((scale, service))
    codes = {trend for trend, _month in found}
    made = [Trend(code, called.get(code, code), _months(found, code, heads)) for code in codes]
    return sorted(made, key=lambda one: (-sum(month.notes for month in one.months), czech(one.name)))


def _months(
    found: Mapping[tuple[str, date], list[tuple[int, UUID]]], code: str, heads: Sequence[date]
) -> tuple[Month, ...]:
    return tuple(_month(head, found.get((code, head), [])) for head in heads)


def _month(first: date, notes: list[tuple[int, UUID]]) -> Month:
    mean = sum(scale for scale, _service in notes) / len(notes) if notes else None
    return Month(first, mean, len(notes), len({service for _scale, service in notes}))


def _line(months: Sequence[Month]) -> dict[str, Any]:
    """Describe a line with points; a month without notes breaks it, for nobody knows how it was."""
    values = [{"place": at, "mean": month.mean} for at, month in enumerate(months)]
    names = [f"{month.first.month}/{month.first:%y}" for month in months]
    said = {
        "labelExpr": f"{names!r}[datum.value]",
        "labelAngle": 0,
        "labelOverlap": "greedy",
        "ticks": False,
        "labelPadding": 10,
    }
    words = {"labelExpr": "datum.value", "values": [0, 1, 2, 3, 4], "tickCount": 4}
    across = {"field": "place", "type": "ordinal", "axis": said}
    up = {"field": "mean", "type": "quantitative", "axis": words, "scale": {"domain": [0, 4]}}
    mark = {"type": "line", "color": FIRST, "strokeWidth": 3, "invalid": "break-paths-show-path-domains"}
    points = mark | {"point": {"color": FIRST, "size": 90, "filled": True}}
    fit = {"height": HEIGHT, "autosize": {"type": "fit-x", "contains": "padding"}}
    return {"data": {"values": values}, "mark": points, "encoding": {"x": across, "y": up}} | fit
