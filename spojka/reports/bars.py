"""A column picture, as coordinates for a template: no library draws what a table of numbers can."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from math import ceil, log10

from django.utils.formats import date_format

from spojka.encounters.extract import Scope
from spojka.ui.words import day, number

from .arrange import Table

LEFT, RIGHT, TOP, BOTTOM, HEIGHT = 56, 636, 24, 300, 336
LABELS = 9  # more words than this can't be read under the picture


@dataclass(frozen=True)
class Spot:
    """One day or month on the axis."""

    name: str
    value: int | Decimal | None
    text: str


@dataclass(frozen=True)
class Bar:
    """One column; its numbers are written for SVG, whatever the language."""

    name: str
    x: str
    y: str
    width: str
    height: str
    middle: str
    is_hidden: bool
    text: str


@dataclass(frozen=True)
class Grid:
    y: str
    text_y: str
    text: str


@dataclass(frozen=True)
class Bars:
    bars: Sequence[Bar]
    labelled: Sequence[Bar]
    grid: Sequence[Grid]


def bars(table: Table, scope: Scope, today: date) -> Bars | None:
    """Return the picture of the first figure, also of the days when there was nothing; nothing if all is hidden."""
    if not table.is_whole or not table.lines:
        return None
    spots = _spots(table, scope, today)
    top = _top(max(int(spot.value or 0) for spot in spots))
    scale, step = (BOTTOM - TOP) / top, (RIGHT - LEFT) / len(spots)
    every = ceil(len(spots) / LABELS)
    drawn = [_bar(spot, LEFT + step * (place + 0.5), min(step * 0.7, 56), scale) for place, spot in enumerate(spots)]
    steps = [top * part // 4 for part in range(5)] if top >= 4 else list(range(top + 1))
    grid = [Grid(f"{BOTTOM - s * scale:.1f}", f"{BOTTOM - s * scale + 4:.1f}", number(s)) for s in steps]
    return Bars(drawn, drawn[::every], grid)


def _spots(table: Table, scope: Scope, today: date) -> list[Spot]:
    known = {line.key: line.cells[0] for line in table.lines}
    last = max(min(scope.last, today), _first_of(max(known)))
    days = [scope.first + timedelta(days=n) for n in range((last - scope.first).days + 1)]
    cut = len(max(known))
    spots = []
    for key in dict.fromkeys(str(one)[:cut] for one in days):
        cell = known.get(key)
        name = _name(key)
        spots.append(Spot(name, cell.value if cell else 0, cell.text if cell else "0"))
    return spots


def _first_of(key: str) -> date:
    """Return the first day of a day, month or year."""
    return date.fromisoformat(f"{key}-01-01"[:10])


def _name(key: str) -> str:
    if len(key) == 4:
        return key
    return day(_first_of(key)) if len(key) == 10 else date_format(_first_of(key), "n/Y")


def _bar(spot: Spot, middle: float, width: float, scale: float) -> Bar:
    height = float(spot.value or 0) * scale
    return Bar(
        name=spot.name,
        x=f"{middle - width / 2:.1f}",
        y=f"{BOTTOM - height:.1f}",
        width=f"{width:.1f}",
        height=f"{height:.1f}",
        middle=f"{middle:.1f}",
        is_hidden=spot.value is None,
        text=spot.text,
    )


def _top(highest: int) -> int:
    """Return a round number not below the highest, which four grid lines divide well."""
    if highest < 4:
        return max(highest, 1)
    size = 10 ** int(log10(highest))
    return next(
        int(n * size) for n in (1, 1.2, 1.6, 2, 3.2, 4, 6, 8, 10, 12) if n * size >= highest and n * size % 4 == 0
    )
