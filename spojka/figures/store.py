"""The tables of one report in a DuckDB of their own: in memory, two threads, no file, network or extension."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa
    from ibis.expr import types as ir

SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": "2",
    "memory_limit": "512MB",
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "lock_configuration": "true",
}


class Store:
    """Use as a context: what is inside is forgotten at its end."""

    def __init__(self) -> None:
        import duckdb

        self._db = duckdb.connect(":memory:", config=SETTINGS)
        self.tables: dict[str, ir.Table] = {}

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *failure: object) -> None:
        self._db.close()

    def add(self, name: str, table: pa.Table) -> ir.Table:
        """Make an Arrow table known, without copying it."""
        import ibis

        self._db.register(name, table)
        self.tables[name] = ibis.table(ibis.Schema.from_pyarrow(table.schema), name=name)
        return self.tables[name]

    def derive(self, name: str, expression: ir.Table) -> ir.Table:
        """Compute a table once, under a name."""
        import ibis

        self._db.execute(f'CREATE TABLE "{name}" AS {_sql(expression.op())}')
        self.tables[name] = ibis.table(expression.schema(), name=name)
        return self.tables[name]

    def fetch(self, expression: ir.Table) -> list[tuple[Any, ...]]:
        """Return the rows of an expression over the tables of this store."""
        return self._db.execute(_sql(expression.op())).fetchall()


@lru_cache(maxsize=500)  # each costs more to compile than DuckDB takes to run it
def _sql(node: Any) -> str:
    """Return the SQL of DuckDB for the node of an expression; nodes of equal expressions are equal.

    No row is in an expression, but the address of rows behind a line is: its day, place or worker.
    """
    import ibis

    return str(ibis.to_sql(node.to_expr(), dialect="duckdb"))
