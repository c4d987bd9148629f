"""Figures of a month, counted once: sums by everything a report may ask for, and who the clients were.

A mart has a line for each combination of the keys (month, place, project …) and each value of one further dimension
(`by`: worker, sex …), with the sum of every metric; crossed with the rows' codes where they have some. Sums add up.
Clients don't: so each such line has also the set of their numbers, a bit for each, and sets are joined.
Both are made from the very definitions of the metrics.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from .metric import Metric
from .store import Store

if TYPE_CHECKING:
    import pyarrow as pa
    from ibis.expr import types as ir

Lines = dict[str, dict[Any, dict[str, int]]]  # table: value of a column: metric: number
BITS = "bits"
LINE = "line_"  # begins the names of columns of numbers
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

    found: dict[str, list[pa.Table]] = {"sums": [], "sets": []}
    for name, group in by_table(metrics).items():
        coded = Coded(store, name, store.arrow(tables[name]), shape)
        added = tuple(one for one in group if not one.distinct)
        for by in coded.ways():
            if added:
                found["sums"].append(coded.lines(name, by, added))
            found["sets"] += [_packed_sets(coded.lines(one.code, by, (one,))) for one in group if one.distinct]
    return {kind: pa.concat_tables(lines, promote_options="default") for kind, lines in found.items()}


class Coded:
    """Rows of one table with a number in the place of each text they are told apart by: numbers group in no time."""

    def __init__(self, store: Store, name: str, rows: pa.Table, shape: Shape):
        self.store, self.shape = store, shape
        self.texts: dict[str, pa.Array] = {}
        keys = [one for one in shape.keys if one in rows.column_names]
        numbers, first = _combined([_encoded(rows[one]) for one in keys], len(rows))
        self.keys = rows.select(keys).take(first)
        rows = rows.append_column(LINE, numbers)
        for one in (*shape.slices, *(["code"] if "code" in rows.column_names else [])):
            encoded = _encoded(rows[one])
            self.texts[one] = encoded.dictionary
            rows = rows.append_column(f"{LINE}{one}", encoded.indices)
        self.table = store.add(f"coded_{name}", rows)

    def ways(self) -> Iterator[str]:
        """Return each way of telling lines apart."""
        yield ""
        for one in self.shape.slices:
            yield from (one, one + CROSSED) if "code" in self.texts else (one,)

    def lines(self, of: str, by: str, metrics: tuple[Metric, ...]) -> pa.Table:
        """Return the lines of one way, with texts again."""
        import pyarrow as pa

        has_code = "code" in self.texts and (not by or by.endswith(CROSSED))
        columns = {"value": by.removesuffix(CROSSED)} if by else {}
        columns |= {"code": "code"} if has_code else {}
        names = (LINE, *(f"{LINE}{one}" for one in columns.values()))
        found = self.store.arrow(_grouping(self.table.get_name(), self.table.schema(), names, metrics))
        lines = self.keys.take(found[LINE]).append_column("of", _same(of, len(found)))
        lines = lines.append_column("by", _same(by, len(found)))
        for name, one in columns.items():
            lines = lines.append_column(
                name, pa.chunked_array([self.texts[one].take(found[f"{LINE}{one}"].combine_chunks())])
            )
        for metric in metrics:
            lines = lines.append_column(BITS if metric.distinct else metric.code, found[metric.code])
        return lines


@lru_cache(maxsize=200)  # making an expression takes longer than running it
def _grouping(name: str, schema: Any, columns: tuple[str, ...], metrics: tuple[Metric, ...]) -> ir.Table:
    import ibis

    table = ibis.table(schema, name=name)
    totals: dict[str, Any] = {one.code: one.measure(table).cast("int64") for one in metrics if not one.distinct}
    for one in metrics:
        if one.distinct:
            where = None if one.where is None else one.where(table)
            totals[one.code] = table[one.distinct].collect(where=where, distinct=True)
    return table.group_by(list(columns)).aggregate(**totals)


def _encoded(column: pa.ChunkedArray) -> pa.DictionaryArray:
    return column.fill_null("").combine_chunks().dictionary_encode()


def _combined(columns: Sequence[pa.DictionaryArray], size: int) -> tuple[pa.Array, pa.Array]:
    """Return a number for each different line of several columns, and the first row where it stands."""
    import numpy
    import pyarrow as pa

    whole = numpy.zeros(size, numpy.int64)
    for column in columns:
        whole = whole * max(len(column.dictionary), 1) + column.indices.to_numpy()
    numbers = pa.array(whole).dictionary_encode()
    first = numpy.zeros(len(numbers.dictionary), numpy.int64)
    places = numbers.indices.to_numpy()
    first[places[::-1]] = numpy.arange(size)[::-1]
    return numbers.indices, pa.array(first)


def _same(text: str, size: int) -> pa.Array:
    import pyarrow as pa

    return pa.repeat(pa.scalar(text, pa.string()), size)


def _packed_sets(lines: pa.Table) -> pa.Table:
    import pyarrow as pa

    bits = pa.array([_packed(members.values) for members in lines[BITS]], pa.binary())
    return lines.set_column(lines.schema.get_field_index(BITS), BITS, bits)


def _packed(members: Any) -> bytes:
    """Return numbers as a bit each, the lowest first."""
    import numpy

    if members is None or not len(members):
        return b""
    numbers = members.to_numpy(zero_copy_only=False)
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
            for key, number in self._joined(one, column, crossed).items() if one.distinct else ():
                found[one.table][key][one.code] = number
        return found

    def _added(self, metrics: Sequence[Metric], column: str, crossed: bool) -> Iterator[tuple[str, Any, list[int]]]:
        lines, key = self._part("sums", sorted({one.table for one in metrics}), column, crossed)
        totals: Mapping[str, Any] = {one.code: lines[one.code].sum() for one in metrics}
        for of, *row in self.store.fetch(lines.group_by([lines.of, *key]).aggregate(**totals)):
            yield of, _key(row[: len(key)]), [int(value or 0) for value in row[len(key) :]]

    def _joined(self, metric: Metric, column: str, crossed: bool) -> dict[Any, int]:
        lines, key = self._part("sets", [metric.code], column, crossed)
        sets: dict[tuple[Any, ...], int] = {}
        for *labels, bits in self.store.fetch(lines.select(lines.service_id.name("owner"), *key, BITS)):
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
