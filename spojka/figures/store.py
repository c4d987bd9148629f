"""The tables of one report in a DuckDB of their own: in memory, two threads, no network or extension.

It reads no file but those of the columns that one may count, when it is told their folders.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa
    from ibis.expr import types as ir

    from .lines import Marts

SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": "2",
    "memory_limit": "512MB",
    "temp_directory": "",  # what does not fit fails; it is never put down in a file
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
SHUT = "SET enable_external_access = false; SET lock_configuration = true"  # folders have to be allowed before
_DERIVED: dict[Any, tuple[str, ir.Table]] = {}  # few: one for each set of tables that is ever read together


class Tables(dict[str, Any]):
    """Tables by their names; one that a report may never ask for is made when it does."""

    def __init__(self) -> None:
        super().__init__()
        self.later: dict[str, Callable[[], ir.Table]] = {}

    def __missing__(self, name: str) -> ir.Table:
        if name not in self.later:
            raise KeyError(name)
        self[name] = self.later[name]()
        return self[name]


class Store:
    """Use as a context: what is inside is forgotten at its end."""

    def __init__(self, folders: Sequence[str] = ()) -> None:
        self.folders = folders
        self.tables = Tables()
        self.added: dict[str, pa.Table] = {}
        self.marts: Marts | None = None  # figures counted before, where there are any

    @cached_property
    def _db(self) -> duckdb.DuckDBPyConnection:
        import duckdb

        db = duckdb.connect(":memory:", config=SETTINGS)
        if self.folders:
            db.execute(f"SET allowed_directories = [{_quoted(self.folders)}]")
        db.execute(SHUT)
        return db

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *failure: object) -> None:
        if "_db" in self.__dict__:  # what was counted before needs none
            self._db.close()
        self.tables.later.clear()  # they lead back here: rows would lie in memory until Python looks for such rings
        self.tables.clear()
        self.added.clear()

    def add(self, name: str, table: pa.Table) -> ir.Table:
        """Make an Arrow table known, without copying it."""
        self._db.register(name, table)
        self.added[name] = table
        self.tables[name] = _table(name, table.schema)
        return self.tables[name]

    def derive(self, name: str, made: Callable[[], ir.Table]) -> ir.Table:
        """Compute a table once, under a name. Its expression is made once for the tables there are, of this form."""
        key = (name, *((one, table.op()) for one, table in self.tables.items()))
        if key not in _DERIVED:
            import ibis

            expression = made()
            _DERIVED[key] = sql_of(expression.op()), ibis.table(expression.schema(), name=name)
        sql, self.tables[name] = _DERIVED[key]
        self._db.execute(f'CREATE TABLE "{name}" AS {sql}')
        return self.tables[name]

    def open(self, name: str, parts: Sequence[tuple[Sequence[str], str]]) -> ir.Table:
        """Make the rows of Parquet files known: of each group of files, what its SQL says of columns to take."""
        import ibis

        selects = []
        for files, columns in parts:
            selects.append(f"SELECT {columns} FROM read_parquet([{_quoted(files)}], union_by_name=true)")
        self._db.execute(f'CREATE OR REPLACE VIEW "{name}" AS {" UNION ALL BY NAME ".join(selects)}')
        schema = self._db.execute(f'SELECT * FROM "{name}" LIMIT 0').to_arrow_table().schema
        self.tables[name] = ibis.table(ibis.Schema.from_pyarrow(schema), name=name)
        return self.tables[name]

    def arrow(self, expression: ir.Table) -> pa.Table:
        """Return the rows of an expression as an Arrow table."""
        return self._db.execute(sql_of(expression.op())).to_arrow_table()

    def fetch(self, expression: ir.Table) -> list[tuple[Any, ...]]:
        """Return the rows of an expression over the tables of this store."""
        return self.run(sql_of(expression.op()))

    def run(self, sql: str) -> list[tuple[Any, ...]]:
        """Return the rows of a statement over the tables of this store."""
        return self._db.execute(sql).fetchall()


@lru_cache(maxsize=500)  # making one takes as long as counting a small report
def _table(name: str, schema: pa.Schema) -> ir.Table:
    import ibis

    return ibis.table(ibis.Schema.from_pyarrow(schema), name=name)


def _quoted(texts: Sequence[str]) -> str:
    return ", ".join("'" + text.replace("'", "''") + "'" for text in texts)


@lru_cache(maxsize=500)  # each costs more to compile than DuckDB takes to run it
def sql_of(node: Any) -> str:
    """Return the SQL of DuckDB for the node of an expression; nodes of equal expressions are equal.

    No row is in an expression, but the address of rows behind a line is: its day, place or worker.
    """
    import ibis

    return str(ibis.to_sql(node.to_expr(), dialect="duckdb"))
