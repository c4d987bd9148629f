"""Figures over the tables of a store: totals, breakdowns, and one page of the rows behind a figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from .lines import Marts
from .marts import by_table
from .metric import Metric
from .passes import counted
from .store import Store

if TYPE_CHECKING:
    from ibis.expr import types as ir

Sums = dict[str, int]  # by the code of the metric, whole
K = TypeVar("K")
TOGETHER = 3  # dimensions that are crossed in one pass: with more of them nearly each row would be a line of its own


@dataclass(frozen=True, kw_only=True)
class Dimension:
    """By what figures are broken down. Tables without the column are left out."""

    code: str
    column: str
    name: Any


@dataclass(frozen=True)
class Counts:
    """All figures of a report: totals, and by each dimension the sums of each of its values.

    `cells` are by each dimension the sums of pairs: its value and that of the dimension it was crossed with.
    """

    totals: Sums = field(default_factory=dict)
    parts: dict[str, dict[str, Sums]] = field(default_factory=dict)
    cells: dict[str, dict[tuple[str, str], Sums]] = field(default_factory=dict)

    def __add__(self, other: Counts) -> Counts:
        """Add the figures of two services. Even clients add up: no service knows those of another."""
        parts, cells = _merged(self.parts, other.parts), _merged(self.cells, other.cells)
        return Counts(_added(self.totals, other.totals), parts, cells)

    def of(self, dimension: str, metric: str) -> Sums:
        """Return one figure by the values of a dimension, without those where it is nought."""
        return {key: sums[metric] for key, sums in self.parts.get(dimension, {}).items() if sums.get(metric)}


@dataclass(frozen=True)
class Behind:
    """What lies behind a figure: how many rows, their sum, and the keys of one page with what each adds."""

    count: int
    total: int
    page: Sequence[tuple[str, int]]


def count(
    store: Store, metrics: Iterable[Metric], dimensions: Sequence[Dimension], across: Dimension | None = None
) -> Counts:
    """Compute all metrics, in one pass over each table for the totals and all dimensions.

    `across`: where a table has its column, every dimension is crossed with it too.
    """
    metrics = list(metrics)
    if store.marts and store.marts.knows([one.column for one in dimensions]):
        counted = [metric for metric in metrics if not metric.is_live]
        live = [metric for metric in metrics if metric.is_live]
        counts = _count_lines(store, store.marts, counted, dimensions, across)
        return counts + _count_rows(store, live, dimensions, across)
    return _count_rows(store, metrics, dimensions, across)


def _count_rows(
    store: Store, metrics: Sequence[Metric], dimensions: Sequence[Dimension], across: Dimension | None
) -> Counts:
    counts = Counts()
    for name, group in by_table(metrics).items():
        table = store.tables[name]
        known = {one.column: one.code for one in dimensions if one.column in table.columns}
        for code in known.values():
            counts.parts.setdefault(code, {})
        pairs = _pairs(counts, table, known, across)
        codes = [metric.code for metric in group]
        for by, keys, numbers in counted(store, table, group, [(), *((one,) for one in known), *pairs]):
            into = counts.totals
            if len(by) == 1:
                into = counts.parts[known[by[0]]].setdefault(keys[0], {})
            elif by:
                into = counts.cells[known[by[0]]].setdefault((keys[0], keys[1]), {})
            into.update(_sums(codes, numbers))
    return counts


def _pairs(
    counts: Counts, table: ir.Table, known: Mapping[str, str], across: Dimension | None
) -> list[tuple[str, str]]:
    """Return which columns are crossed and with which; make a place for the sums of each."""
    if not across or across.column not in table.columns:
        return []
    crossed = {column: code for column, code in known.items() if column != across.column}
    for code in crossed.values():
        counts.cells.setdefault(code, {})
    return [(column, across.column) for column in crossed]


@lru_cache(maxsize=1000)  # making an expression takes longer than running it
def _grouped(table: Any, columns: tuple[str, ...], metrics: tuple[Metric, ...]) -> ir.Table:
    rows = table.to_expr()
    sums = {metric.code: metric.measure(rows) for metric in metrics}
    return rows.group_by(list(columns)).aggregate(**sums) if columns else rows.aggregate(**sums)


def _count_lines(
    store: Store, marts: Marts, metrics: Sequence[Metric], dimensions: Sequence[Dimension], across: Dimension | None
) -> Counts:
    """Do the same with what was counted before; pairs that it does not know are counted from rows."""
    counts = Counts(dict.fromkeys([one.code for one in metrics], 0))
    names = {one.column: one.code for one in dimensions}
    pairs = [one for one in dimensions if across and one != across]
    known = [one.column for one in pairs if one.column not in marts.shape.slices]
    for found in marts.count(metrics, list(names), known):
        into: dict[Any, Sums] = {"": counts.totals}
        if found.column:
            kind = counts.cells if found.is_crossed else counts.parts
            into = kind.setdefault(names[found.column], {})
        for key, numbers in zip(found.keys, found.numbers, strict=True):
            if any(numbers):
                _add(into.setdefault(key, {}), found.metrics, numbers)
    apart = [one for one in pairs if one.column not in known]
    for name, group in by_table(metrics).items():
        if not across or not any(metric.items for metric in group):
            continue
        for start in range(0, len(apart), TOGETHER):
            _cross_together(counts, store, name, group, [*apart[start : start + TOGETHER], across])
    return counts


def _cross_together(
    counts: Counts, store: Store, name: str, metrics: Sequence[Metric], dimensions: Sequence[Dimension]
) -> None:
    """Cross several dimensions with the last one in one pass over the rows: sums can be added up further."""
    codes, columns = [metric.code for metric in metrics], tuple(one.column for one in dimensions)
    for found in store.fetch(_grouped(store.tables[name].op(), columns, tuple(metrics))):
        *keys, other = (key or "" for key in found[: len(columns)])
        values = [value or 0 for value in found[len(columns) :]]
        for one, key in zip(dimensions[:-1], keys, strict=True):
            _add(counts.cells.setdefault(one.code, {}).setdefault((key, other), {}), codes, values)


def behind(store: Store, metric: Metric, only: Mapping[str, str], *, start: int, size: int) -> Behind:
    """Return one page of the rows behind a figure, newest day first; `only` narrows columns to one value each."""
    import ibis

    rows = metric.rows(store.tables[metric.table])
    for column, value in only.items():
        known = column in rows.columns  # of what a table does not know there is no row
        rows = rows.filter(rows[column].fill_null("") == value if known else ibis.literal(False))
    grouped = rows.group_by("key").aggregate(
        adds=rows.adds.max() if metric.distinct else rows.adds.sum(),
        on=(rows.day if "day" in rows.columns else rows.latest).max(),
    )
    total, counted = store.fetch(grouped.aggregate(total=grouped.adds.sum(), counted=grouped.count()))[0]
    page = grouped.order_by(ibis.desc("on"), "key").limit(size, offset=start).select("key", "adds")
    return Behind(int(counted), int(total or 0), [(key, int(adds)) for key, adds in store.fetch(page)])


def _add(sums: Sums, metrics: Sequence[str], numbers: Sequence[float]) -> None:
    for metric, number in zip(metrics, numbers, strict=True):
        if number:
            sums[metric] = sums.get(metric, 0) + int(number)


def _sums(codes: Sequence[str], values: Sequence[int | None]) -> Sums:
    return {code: int(value or 0) for code, value in zip(codes, values, strict=True)}


def _merged(one: dict[str, dict[K, Sums]], other: dict[str, dict[K, Sums]]) -> dict[str, dict[K, Sums]]:
    def of(code: str) -> dict[K, Sums]:
        mine, theirs = one.get(code, {}), other.get(code, {})
        return {key: _added(mine.get(key, {}), theirs.get(key, {})) for key in mine | theirs}

    return {code: of(code) for code in one | other}


def _added(one: Sums, other: Sums) -> Sums:
    return {code: one.get(code, 0) + other.get(code, 0) for code in one | other}
