"""Puts counts into figures and tables, and protects what goes out. Which ones a report has, its own module says."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from spojka.base.sorting import czech
from spojka.encounters.metrics import DIMENSIONS
from spojka.figures import protect, registry
from spojka.figures.counting import Counts
from spojka.figures.metric import Metric, Privacy

from . import nested, rates
from .cells import Cell, Cross, Line, Table
from .words import Names

ORDERED = ("day", "month", "year", "hour")
WIDE = 8  # columns that a paper carries


class Arranged:
    """Counts with names, as those may see them who are `below` no number of people."""

    def __init__(self, counts: Counts, names: Names, below: int):
        self.counts, self.names, self.below = counts, names, below
        self.totals = self._totals()

    def _totals(self) -> dict[str, Cell]:
        cells: dict[str, Cell] = {}
        sums = self.counts.totals
        hidden = self._hidden_shares()
        for metric in registry.metrics():
            if metric.code not in sums:
                continue
            whole = sums[metric.code]
            small = metric.privacy is Privacy.PEOPLE and protect.is_small(whole, self.below)
            together = metric.code in hidden
            above = metric.within and cells[metric.within].value is None
            rest = any(protect.is_small(sums[one] - whole, self.below) for one in metric.rest_of)
            if together or above or (rest and not small):
                cells[metric.code] = Cell(metric, None)
            else:
                cells[metric.code] = Cell(metric, None if small else metric.value(whole), self.below if small else 0)
        known = [one for one in registry.rates() if {one.part, one.whole} <= cells.keys()]
        return cells | {one.code: rates.cell(one, cells) for one in known}

    def _hidden_shares(self) -> set[str]:
        """Return figures that share a whole out and must be hidden: who knows the others would know them."""
        found, sums = set(), self.counts.totals
        for whole in {one.splits for one in registry.metrics() if one.splits and one.code in sums}:
            shares = [one.code for one in registry.splits(whole)]
            values = [sums.get(code, 0) for code in shares]
            shown = self._parts([*values, sums.get(whole, 0) - sum(values)], sums.get(whole, 0))
            found |= {code for code, value in zip(shares, shown, strict=False) if value is None}
        return found

    def _parts(self, values: Sequence[int], total: int) -> Sequence[int | None]:
        if not self.below:
            return values
        return protect.parts(values, total, self.below) or [None] * len(values)

    def table(self, dimension: str, columns: Sequence[str]) -> Table:
        """Return figures by the values of a dimension; for `item`, those of the list of the first figure."""
        metrics = rates.needed(columns)
        parts = self.counts.parts.get(dimension, {})
        keys = [key for key, sums in parts.items() if any(sums.get(one.code) for one in metrics)]
        shown = self._columns(dimension, metrics, keys)
        lines = []
        for place, key in enumerate(keys):
            only = {"by": dimension, "value": key}
            cells = [_cell(metric, shown[metric.code][place], only) for metric in metrics]
            name = self.names.of(dimension, key, metrics[0].items)
            lines.append(Line(key, name, rates.in_order(columns, cells)))
        is_whole = not any(column and all(value is None for value in column) for column in shown.values())
        if not is_whole:
            lines = [line for line in lines if any(cell.value for cell in line.cells)]  # a bare name says 'not nobody'
        name = str(metrics[0].name) if dimension == "item" else name_of(dimension)
        return Table(
            code=columns[0] if dimension == "item" else dimension,
            name=name,
            of=name_of(dimension),
            heads=[str(registry.told(column).name) for column in columns],
            lines=_sorted(lines, self._order(dimension, metrics[0])),
            totals=[self.totals[column] for column in columns],
            is_whole=is_whole,
            fills=is_whole or None not in shown[metrics[0].code],
        )

    def _columns(self, dimension: str, metrics: Sequence[Metric], keys: Sequence[str]) -> dict[str, list[int | None]]:
        shown: dict[str, list[int | None]] = {}
        rows = [self.counts.parts[dimension][key] for key in keys]
        for metric in metrics:
            values: list[int | None] = [row.get(metric.code, 0) for row in rows]
            wholes = [shown[one] for one in metric.rest_of if one in shown]
            is_told = self.totals[metric.code].value is not None and self._is_shared_out(metric, rows)
            if not is_told or not self._is_safe(values, wholes):
                values = [None] * len(values)
            elif metric.privacy is Privacy.PEOPLE:
                values = self._protected(dimension, metric.code, keys)
            whole = _shown_whole(metric, shown)
            shown[metric.code] = [None if whole and whole[n] is None else value for n, value in enumerate(values)]
        return shown

    def _protected(self, dimension: str, code: str, keys: Sequence[str]) -> list[int | None]:
        def sums(of: str) -> dict[str, int]:
            return {key: one.get(code, 0) for key, one in self.counts.parts.get(of, {}).items()}

        if not self.below:
            own = sums(dimension)
            return [own[key] for key in keys]
        total = self.counts.totals[code]
        shown = nested.protected(dimension, sums, self.names.parents, total=total, below=self.below)
        return [shown.get(key) for key in keys]

    def _is_safe(self, values: Sequence[int | None], wholes: Iterable[Sequence[int | None]]) -> bool:
        numbers = [value or 0 for value in values]
        return not self.below or all(protect.is_safe(numbers, whole, self.below) for whole in wholes)

    def _is_shared_out(self, metric: Metric, rows: Sequence[Mapping[str, int]]) -> bool:
        """Say whether the lines of all figures that share a whole out may be shown: all of these columns, or none."""
        if not self.below or not metric.splits:
            return True
        shares = [one.code for one in registry.splits(metric.splits)]
        told = [[row.get(code, 0) for code in shares] for row in rows]
        rests = [row.get(metric.splits, 0) - sum(values) for row, values in zip(rows, told, strict=True)]
        return not any(protect.is_small(n, self.below) for values in (*told, rests) for n in values)

    def cross(self, dimension: str, code: str) -> Cross:
        """Return one figure by a dimension and by its items; going out, whole or not at all."""
        metric = registry.find(code)
        cells = self.counts.cells.get(dimension, {})
        sums = {pair: one[code] for pair, one in cells.items() if one.get(code)}
        is_hidden = any(protect.is_small(value, self.below) for value in sums.values())
        if is_hidden or self.totals[code].value is None:
            sums, is_hidden = {}, True
        rows = self._named(dimension, metric, {row for row, _item in sums})
        items = self._named("item", metric, {item for _row, item in sums})
        lines = [
            (row, name, [(item, called, _crossed(metric, sums, dimension, (row, item))) for item, called in items])
            for row, name in rows
        ]
        table = self._crossed_table(dimension, metric, lines, items)
        return Cross(dimension=dimension, metric=metric, table=table, lines=lines, is_hidden=is_hidden)

    def _named(self, dimension: str, metric: Metric, keys: Iterable[str]) -> list[tuple[str, str]]:
        """Return values with their names: in their own order, else the largest first."""
        parts = self.counts.parts.get(dimension, {})
        lines = [
            Line(key, self.names.of(dimension, key, metric.items), [_cell(metric, parts[key][metric.code], {})])
            for key in keys
        ]
        return [(line.key, line.name) for line in _sorted(lines, self._order(dimension, metric))]

    def _crossed_table(self, dimension: str, metric: Metric, lines: Any, items: Any) -> Table:
        """Return a table with what is more in its lines, so that it stays narrow."""
        altogether, name = _("altogether"), f"{metric.name}: {name_of(dimension)}"
        rows = [Line(key, called, [cell for _i, _c, cell in cells]) for key, called, cells in lines]
        over = [(item, called, self._all(metric, "item", item)) for item, called in items]
        side = [self._all(metric, dimension, key) for key, _name, _cells in lines]
        if len(items) > WIDE and len(items) > len(rows):
            flat = [
                Line(item, called, [*(row.cells[n] for row in rows), cell])
                for n, (item, called, cell) in enumerate(over)
            ]
            heads, totals, of = [row.name for row in rows], side, str(metric.name)
        else:
            flat = [Line(row.key, row.name, [*row.cells, cell]) for row, cell in zip(rows, side, strict=True)]
            heads, totals, of = [called for _i, called, _cell in over], [cell for *_, cell in over], name_of(dimension)
        totals = [*totals, self.totals[metric.code]]
        code = f"{dimension}.{metric.code}"
        return Table(code=code, name=name, of=of, heads=[*heads, altogether], lines=flat, totals=totals)

    def _all(self, metric: Metric, dimension: str, key: str) -> Cell:
        return _cell(metric, self.counts.parts[dimension][key][metric.code], {"by": dimension, "value": key})

    def _order(self, dimension: str, metric: Metric) -> Sequence[str] | None:
        """Return the values in the order they have by themselves, if they have one."""
        if dimension in ORDERED:
            return sorted(self.counts.parts.get(dimension, {}))
        return self.names.order(metric.items) if dimension == "item" else None


def _cell(metric: Metric, whole: int | None, only: dict[str, str]) -> Cell:
    return Cell(metric, None if whole is None else metric.value(whole), 0, only)


def _crossed(metric: Metric, sums: dict[tuple[str, str], int], dimension: str, pair: tuple[str, str]) -> Cell:
    return _cell(metric, sums.get(pair, 0), {"by": dimension, "value": pair[0], "item": pair[1]})


def _shown_whole(metric: Metric, shown: dict[str, list[int | None]]) -> list[int | None] | None:
    """Return the nearest column that this one is a part of."""
    while metric.within:
        if metric.within in shown:
            return shown[metric.within]
        metric = registry.find(metric.within)
    return None


def _sorted(lines: list[Line], order: Sequence[str] | None) -> list[Line]:
    """In the given order, else the largest first. Hidden ones go last by name, so the order tells nothing."""
    if order is not None:
        place = {key: number for number, key in enumerate(order)}
        return sorted(lines, key=lambda line: (place.get(line.key, len(place)), czech(line.name)))
    return sorted(lines, key=lambda line: (-(line.cells[0].value or 0), czech(line.name)))


def name_of(dimension: str) -> str:
    return str(next(one.name for one in DIMENSIONS if one.code == dimension))
