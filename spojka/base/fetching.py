"""Many rows of a query straight into columns.

The database writes each row as one line of text, in its own connection, so within its transaction, its fence and its
snapshot; Arrow reads the lines. A Python value for every cell would take most of the time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import IntegerField, QuerySet, TextField
from django.db.models.functions import Cast

if TYPE_CHECKING:
    import pyarrow as pa

PORTION = 4 << 20  # bytes of lines that Arrow reads at once
LINES = 2000  # that SQLite gives at once
NOTHING = "NULL"  # what stands where there is no value; a text of these letters is in quotes


def fetched(rows: QuerySet, columns: Mapping[str, Any], whole: Callable[[str], bool]) -> pa.Table:
    """Return what columns say of rows, by their names: whole numbers where they are `whole`, texts elsewhere."""
    import pyarrow as pa

    types = {name: pa.int32() if whole(name) else pa.string() for name in columns}
    tables = [pa.schema(types.items()).empty_table()]
    tables += [_read(portion, types) for portion in _together(_lines(rows, columns, whole))]
    return pa.concat_tables(tables)


def _together(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield blocks of lines together, as many as Arrow reads at once."""
    held: list[bytes] = []
    size = 0
    for block in blocks:
        held.append(block)
        size += len(block)
        if size > PORTION:
            yield b"".join(held)
            held, size = [], 0
    if held:
        yield b"".join(held)


def _read(lines: bytes, types: Mapping[str, pa.DataType]) -> pa.Table:
    from pyarrow import csv

    return csv.read_csv(
        BytesIO(lines),
        read_options=csv.ReadOptions(column_names=list(types), use_threads=False),
        parse_options=csv.ParseOptions(quote_char="'", newlines_in_values=True),
        convert_options=csv.ConvertOptions(
            column_types=types, null_values=[NOTHING], strings_can_be_null=True, quoted_strings_can_be_null=False
        ),
    )


def _lines(rows: QuerySet, columns: Mapping[str, Any], whole: Callable[[str], bool]) -> Iterator[bytes]:
    """Yield rows as lines, in blocks; text in apostrophes, those within doubled."""
    named = {
        f"as_{name}": Cast(said, IntegerField() if whole(name) else TextField()) for name, said in columns.items()
    }
    query = rows.annotate(**named).values_list(*named).query
    connection = connections[rows.db]
    try:
        sql, params = query.get_compiler(connection=connection).as_sql()
    except EmptyResultSet:  # nothing is allowed
        return
    yield from (_copied if connection.vendor == "postgresql" else _quoted)(connection, sql, params, named)


def _quoted(connection: Any, sql: str, params: Any, names: Mapping[str, Any]) -> Iterator[bytes]:
    cells = ", ".join(f"quote({name})" for name in names)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT concat_ws(',', {cells}) FROM ({sql})", params)
        while some := cursor.fetchmany(LINES):
            yield ("\n".join([line for (line,) in some]) + "\n").encode()


def _copied(connection: Any, sql: str, params: Any, names: Mapping[str, Any]) -> Iterator[bytes]:
    with connection.cursor() as cursor:
        copied = cursor.mogrify(f"COPY ({sql}) TO STDOUT WITH (FORMAT csv, QUOTE '''', NULL '{NOTHING}')", params)
        with cursor.copy(copied) as lines:
            for line in lines:
                yield bytes(line)
