"""Figures of a month, counted once: a *line* is a combination of the keys (month, place, project …) that occurred.

`sums` have what the metrics of a table add on a line: by the rows' codes where they have some, and by each further
dimension (`by`: worker, sex …) alone. `members` have each client of a line once, by their number: clients don't add
up, so they are told apart when asked for. Both are made from the very definitions of the metrics; all but the keys
are numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from .metric import Metric
from .store import Store

if TYPE_CHECKING:
    import pyarrow as pa
    from ibis.expr import types as ir

LINE = "line"
KINDS = ("keys", "sums", "members")
ABOUT = ("of", "by", LINE, "label")  # columns of sums that are no metric
CODED = "coded_"  # begins the names of columns of numbers in the place of texts


@dataclass(frozen=True)
class Shape:
    """By what lines are told apart: `keys` always, each of `slices` alone."""

    keys: tuple[str, ...]
    slices: tuple[str, ...]


Mart = dict[str, "pa.Table"]  # by KINDS


def build(tables: Mapping[str, pa.Table], shape: Shape, metrics: Iterable[Metric]) -> Mart:
    """Return the lines of rows, their sums and their members."""
    found = []
    with Store() as store:
        for name, group in by_table(one for one in metrics if not one.is_live).items():
            if name in tables and len(tables[name]):  # other packages count their tables themselves
                found.append(_counted(store, name, tables[name], shape, group))
    return joined(found)


def joined(marts: Sequence[Mart]) -> Mart:
    """Return several marts as one."""
    import pyarrow as pa
    import pyarrow.compute as pc

    tables: dict[str, list[pa.Table]] = {kind: [] for kind in KINDS}
    size = 0
    for mart in marts:
        for kind, table in mart.items():
            if kind != "keys":
                at = table.schema.get_field_index(LINE)
                table = table.set_column(at, LINE, pc.add(table[LINE], pa.scalar(size, pa.int32())))
            tables[kind].append(table)
        size += len(mart["keys"])
    return {
        kind: pa.concat_tables(one, promote_options="default").unify_dictionaries().combine_chunks()
        for kind, one in tables.items() if one
    }  # fmt: skip


def without(mart: Mart, months: Iterable[str]) -> Mart:
    """Return a mart without the lines of some months."""
    if not (gone := list(months)):
        return mart
    import numpy
    import pyarrow as pa
    import pyarrow.compute as pc

    stays = pc.invert(pc.is_in(mart["keys"]["month"].cast("string"), value_set=pa.array(gone, pa.string())))
    kept = stays.combine_chunks().to_numpy(zero_copy_only=False)
    numbers = numpy.cumsum(kept, dtype=numpy.int32) - 1
    found = {"keys": mart["keys"].filter(stays)}
    for kind in KINDS[1:]:
        lines = mart[kind][LINE].to_numpy()
        rows = mart[kind].filter(pa.array(kept[lines]))
        at = rows.schema.get_field_index(LINE)
        found[kind] = rows.set_column(at, LINE, pa.array(numbers[lines[kept[lines]]], pa.int32()))
    return found


def _counted(store: Store, name: str, rows: pa.Table, shape: Shape, metrics: Sequence[Metric]) -> Mart:
    import pyarrow as pa

    keys, lines = _lines([encoded(rows, one) for one in shape.keys], len(rows))
    labels = {one: encoded(rows, one) for one in (*shape.slices, "code") if one in rows.column_names}
    coded = rows.drop_columns([one for one in shape.keys if one in rows.column_names]).append_column(LINE, lines)
    for one, column in labels.items():
        coded = coded.append_column(CODED + one, column.indices)
    table = store.add(f"rows_{name}", coded)
    sums = []
    added = tuple(one for one in metrics if not one.distinct)
    for by in ("", *shape.slices) if added else ():
        label = by or ("code" if "code" in labels else "")
        names = (LINE, CODED + label) if label else (LINE,)
        found = store.arrow(_grouping(name, table.schema(), names, added))
        about = [same(name, len(found)), same(by, len(found)), found[LINE].cast("int32")]
        texts = _labelled(found, labels, label)
        added_up = [found[one.code].cast("int64").fill_null(0) for one in added]
        sums.append(pa.table([*about, texts, *added_up], [*ABOUT, *(one.code for one in added)]))
    members = [_members(store, name, one, labels, shape) for one in metrics if one.distinct]
    schema = pa.schema([("of", _word()), (LINE, pa.int32()), (CODED, pa.int32())])
    return {
        "keys": pa.table(dict(zip(shape.keys, keys, strict=True))),
        "sums": pa.concat_tables(sums) if sums else _no_sums(),
        "members": pa.concat_tables(members, promote_options="default") if members else schema.empty_table(),
    }


def _word() -> pa.DataType:
    import pyarrow as pa

    return pa.dictionary(pa.int32(), pa.string())


def _no_sums() -> pa.Table:
    import pyarrow as pa

    kinds = [_word(), _word(), pa.int32(), _word()]
    return pa.schema(list(zip(ABOUT, kinds, strict=True))).empty_table()


def _labelled(found: pa.Table, labels: Mapping[str, pa.DictionaryArray], label: str) -> pa.Array:
    import pyarrow as pa

    if not label:
        return same("", len(found))
    numbers = found[CODED + label].combine_chunks().cast("int32")
    return pa.DictionaryArray.from_arrays(numbers, labels[label].dictionary)


def _members(
    store: Store, name: str, metric: Metric, labels: Mapping[str, pa.DictionaryArray], shape: Shape
) -> pa.Table:
    """Return each client once on a line, for each combination of the further dimensions."""
    import pyarrow as pa

    names = (LINE, *(CODED + one for one in shape.slices))
    found = store.arrow(_distinct(name, store.tables[f"rows_{name}"].schema(), names, metric))
    columns: dict[str, Any] = {"of": same(metric.code, len(found)), LINE: found[LINE].cast("int32")}
    columns |= {one: _labelled(found, labels, one) for one in shape.slices}
    return pa.table(columns | {CODED: found["key"].cast("int32")})


@lru_cache(maxsize=200)  # making an expression takes longer than running it
def _grouping(name: str, schema: Any, names: tuple[str, ...], metrics: tuple[Metric, ...]) -> ir.Table:
    import ibis

    table = ibis.table(schema, name=f"rows_{name}")
    totals = {one.code: one.measure(table).cast("int64") for one in metrics}
    return table.group_by(list(names)).aggregate(**totals)


@lru_cache(maxsize=200)
def _distinct(name: str, schema: Any, names: tuple[str, ...], metric: Metric) -> ir.Table:
    import ibis

    rows = metric.rows(ibis.table(schema, name=f"rows_{name}"))
    return rows.filter(rows.key.notnull()).select(*names, "key").distinct()


def encoded(rows: pa.Table, name: str) -> pa.DictionaryArray:
    """Return a column of texts as numbers of different texts; nothing is the empty text."""
    import pyarrow as pa

    if name not in rows.column_names:
        return same("", len(rows))
    column = rows[name]
    if not pa.types.is_dictionary(column.type):
        return column.cast("string").fill_null("").combine_chunks().dictionary_encode()
    whole = column.unify_dictionaries().combine_chunks()
    if isinstance(whole, pa.ChunkedArray):  # of no rows
        whole = pa.array([], _word())
    texts = whole.dictionary.cast("string").fill_null("").to_pylist()
    different = {text: number for number, text in enumerate(dict.fromkeys([*texts, ""]))}
    moved = pa.array([different[text] for text in texts], pa.int32())
    numbers = moved.take(whole.indices).fill_null(different[""])
    return pa.DictionaryArray.from_arrays(numbers, pa.array(list(different), pa.string()))


def _lines(columns: Sequence[pa.DictionaryArray], size: int) -> tuple[list[pa.DictionaryArray], pa.Array]:
    """Return the different lines of several columns, and a number of its line for each row."""
    import numpy
    import pyarrow as pa

    whole = numpy.zeros(size, numpy.int64)
    for column in columns:
        _known, whole = numpy.unique(whole, return_inverse=True) if whole.max() > 2**40 else (None, whole)
        whole = whole * len(column.dictionary) + column.indices.to_numpy()
    numbers = pa.array(whole).dictionary_encode()
    first = numpy.zeros(len(numbers.dictionary), numpy.int64)
    places = numbers.indices.to_numpy()
    first[places[::-1]] = numpy.arange(size)[::-1]
    return [column.take(pa.array(first)) for column in columns], numbers.indices


def same(text: str, size: int) -> pa.DictionaryArray:
    """Return one text so many times."""
    import numpy
    import pyarrow as pa

    return pa.DictionaryArray.from_arrays(pa.array(numpy.zeros(size, numpy.int32)), pa.array([text]))


def by_table(metrics: Iterable[Metric]) -> dict[str, list[Metric]]:
    groups: dict[str, list[Metric]] = {}
    for metric in metrics:
        groups.setdefault(metric.table, []).append(metric)
    return groups
