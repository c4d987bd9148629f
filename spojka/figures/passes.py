"""Figures of a table for all rows and by many columns at once, in one pass of DuckDB: GROUPING SETS.

Ibis has no word for them, so its statement for all rows is taken and given the columns. Where there are few rows, one
statement for a table instead of one for each of its columns halves the time of a report (248 statements became 30).
Of many rows it is no faster, and all groups lie in memory together: a million rows whose different clients are counted
by eighteen columns need more than a store may have. Those go by one column after another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from .metric import Metric
from .store import Store, sql_of

if TYPE_CHECKING:
    from ibis.expr import types as ir

By = tuple[str, ...]  # columns: none for all rows, one, or a pair
FEW = 50_000  # rows


def counted(
    store: Store, table: ir.Table, metrics: Sequence[Metric], by: Sequence[By]
) -> Iterator[tuple[By, tuple[str, ...], list[int | None]]]:
    """Yield by what rows were put together, their values of those columns, and their figures in the metrics' order."""
    are_few = store.fetch(_size(table.op(), FEW + 1))[0][0] <= FEW
    for together in [by] if are_few else [[one] for one in by]:
        columns = _columns(together)
        found = {_mask(columns, one): one for one in together}
        for mask, *values in store.run(_sql(table.op(), tuple(metrics), tuple(together))):
            at = found[mask]
            keys = tuple(values[columns.index(one)] or "" for one in at)
            yield at, keys, values[len(columns) :]


def _columns(by: Sequence[By]) -> list[str]:
    return list(dict.fromkeys(column for one in by for column in one))


def _mask(columns: Sequence[str], by: By) -> int:
    """Return what GROUPING tells of rows put together by some of the columns: a bit for each of the others."""
    return int("".join("0" if one in by else "1" for one in columns) or "0", 2)


@lru_cache(maxsize=500)
def _size(node: Any, most: int) -> ir.Table:
    """Return how many rows there are; it counts no further than most."""
    return node.to_expr().limit(most).count().as_table()


@lru_cache(maxsize=1000)  # putting one together takes longer than running it
def _sql(node: Any, metrics: tuple[Metric, ...], by: tuple[By, ...]) -> str:
    import sqlglot
    from sqlglot import exp

    rows = node.to_expr()
    sums = rows.aggregate(**{metric.code: metric.measure(rows) for metric in metrics})
    select = sqlglot.parse_one(sql_of(sums.op()), dialect="duckdb")
    source = select.args["from_"].this.alias

    def named(column: str) -> exp.Column:
        return exp.column(column, source, quoted=True)

    columns = [named(one) for one in _columns(by)]
    sets = [exp.Tuple(expressions=[named(column) for column in one]) for one in by]
    mask = exp.Anonymous(this="GROUPING", expressions=columns) if columns else exp.Literal.number(0)
    select.set("expressions", [mask, *columns, *select.expressions])
    select.set("group", exp.Group(grouping_sets=[exp.GroupingSets(expressions=sets)]))
    return str(select.sql(dialect="duckdb"))
