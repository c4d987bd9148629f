"""Figures of a month, counted once: sums by everything a report may ask for, and who the clients were.

A mart has a line for each combination of the keys (month, place, project …) and each value of one further dimension
(`by`: worker, sex …), with the sum of every metric; crossed with the rows' codes where they have some. Sums are added
up. Clients can't be: so for each such line there is also the set of their numbers, a bit for each, and sets are joined.
Both are made from the very definitions of the metrics.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .metric import Metric
from .store import Store

if TYPE_CHECKING:
    import pyarrow as pa
    from ibis.expr import types as ir

Lines = dict[str, dict[Any, dict[str, int]]]  # table: value of a column: metric: number
CROSSED = "*"  # after the name of a dimension: by the rows' codes as well


@dataclass(frozen=True)
class Shape:
    """By what lines are told apart: `keys` always, each of `slices` alone."""

    keys: tuple[str, ...]
    slices: tuple[str, ...]


def build(
    store: Store, tables: Mapping[str, ir.Table], shape: Shape, metrics: Iterable[Metric]
) -> dict[str, pa.Table]:
    """Return the sums and the sets of the rows in tables of a store."""
    import pyarrow as pa

    sums, sets = [], []
    for name, group in by_table(metrics).items():
        table = tables[name]
        added = {one.code: one.measure(table).cast("int64") for one in group if not one.distinct}
        for by, columns in _lines(table, shape):
            if added:
                sums.append(_labelled(store.arrow(table.group_by(columns).aggregate(**added)), name, by))
        for one in group:
            if one.distinct:
                sets += [_sets(store, one, table, by, columns) for by, columns in _lines(table, shape)]
    found = {"sums": sums, "sets": sets}
    return {kind: pa.concat_tables(lines, promote_options="default") for kind, lines in found.items()}


def _lines(table: ir.Table, shape: Shape) -> Iterator[tuple[str, list[Any]]]:
    """Return each way of telling lines apart: its name, and the columns."""
    keys: list[Any] = [one for one in shape.keys if one in table.columns]
    code = ["code"] if "code" in table.columns else []
    yield "", [*keys, *code]
    for one in shape.slices:
        yield one, [*keys, table[one].fill_null("").name("value")]
        if code:
            yield one + CROSSED, [*keys, table[one].fill_null("").name("value"), *code]


def _labelled(lines: pa.Table, of: str, by: str) -> pa.Table:
    import pyarrow as pa

    for name, text in (("by", by), ("of", of)):
        lines = lines.add_column(0, name, pa.array([text], pa.string()).take(pa.array([0] * len(lines), pa.int8())))
    return lines


def _sets(store: Store, metric: Metric, table: ir.Table, by: str, columns: list[Any]) -> pa.Table:
    import pyarrow as pa

    rows = table if metric.where is None else table.filter(metric.where(table))
    found = store.arrow(rows.group_by(columns).aggregate(members=rows[metric.distinct].collect(distinct=True)))
    packed = [_packed(members.values) for members in found["members"]]
    return _labelled(found.drop_columns(["members"]).append_column("bits", pa.array(packed, pa.binary())), metric.code, by)


def _packed(members: pa.Array) -> bytes:
    """Return numbers as a bit each, the lowest first."""
    import numpy

    numbers = members.drop_null().to_numpy(zero_copy_only=False)
    if not len(numbers):
        return b""
    bits = numpy.zeros(int(numbers.max()) + 1, numpy.uint8)
    bits[numbers] = 1
    return numpy.packbits(bits, bitorder="little").tobytes()


def by_table(metrics: Iterable[Metric]) -> dict[str, list[Metric]]:
    groups: dict[str, list[Metric]] = {}
    for metric in metrics:
        groups.setdefault(metric.table, []).append(metric)
    return groups


class Marts:
    """The lines that one may count, in a store: answers what they can, says what they can't."""

    def __init__(self, store: Store, shape: Shape):
        self.store, self.shape = store, shape

    def knows(self, columns: Iterable[str]) -> bool:
        return set(columns) <= {*self.shape.keys, *self.shape.slices, "year", "code"}

    def count(self, metrics: Sequence[Metric], column: str = "", crossed: bool = False) -> Lines:
        """Return the figures of each value of a column (of each pair of value and code, when crossed), by tables.

        Without a column there is one line for each table, the total.
        """
        if column == "code" or crossed:
            coded = {one.table for one in metrics if one.items}
            metrics = [one for one in metrics if one.table in coded]
        groups = by_table(metrics)
        found: Lines = {name: {} for name in groups}
        added = [one for one in metrics if not one.distinct]
        for of, key, values in self._added(added, column, crossed):
            sums = dict(zip([one.code for one in added], values, strict=True))
            found[of][key] = {one.code: sums.get(one.code, 0) for one in groups[of]}
        for one in metrics:
            if one.distinct:
                for key, number in self._joined(one, column, crossed).items():
                    found[one.table].setdefault(key, dict.fromkeys([o.code for o in groups[one.table]], 0))[one.code] = number
        return found

    def _added(self, metrics: Sequence[Metric], column: str, crossed: bool) -> Iterator[tuple[str, Any, list[int]]]:
        lines, key = self._part("sums", sorted({one.table for one in metrics}), column, crossed)
        totals: Mapping[str, Any] = {one.code: lines[one.code].sum() for one in metrics}
        for of, *row in self.store.fetch(lines.group_by([lines.of, *key]).aggregate(**totals)):
            yield of, _key(row[: len(key)]), [int(value or 0) for value in row[len(key) :]]

    def _joined(self, metric: Metric, column: str, crossed: bool) -> dict[Any, int]:
        lines, key = self._part("sets", [metric.code], column, crossed)
        sets: dict[tuple[Any, ...], int] = {}
        for *labels, bits in self.store.fetch(lines.select(lines.service_id.name("owner"), *key, "bits")):
            known = tuple(labels)
            sets[known] = sets.get(known, 0) | int.from_bytes(bits, "little")
        found: dict[Any, int] = {}
        for (_owner, *labels), members in sets.items():  # no service knows the clients of another
            found[_key(labels)] = found.get(_key(labels), 0) + members.bit_count()
        return found

    def _part(self, kind: str, of: Sequence[str], column: str, crossed: bool) -> tuple[ir.Table, list[Any]]:
        is_slice = column in self.shape.slices
        by = column + (CROSSED if crossed else "") if is_slice else ""
        table = self.store.tables[kind + (CROSSED if by.endswith(CROSSED) else "")]
        lines = table.filter(table.of.isin(of) & (table.by == by))
        keys: list[Any] = []
        if column:
            name = "value" if is_slice else column
            keys = [lines.month.substr(0, 4).name("year") if column == "year" else lines[name].name("key")]
        return lines, [*keys, lines.code.name("item")] if crossed else keys


def _key(labels: Sequence[Any]) -> Any:
    if len(labels) == 2:
        return labels[0] or "", labels[1] or ""
    return (labels[0] or "") if labels else ""
