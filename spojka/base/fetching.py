"""Many rows of a query straight into columns.

The database writes each row as one line of text, in its own connection, so within its transaction, its fence and its
snapshot; Arrow reads the lines. A Python value for every cell would take most of the time.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Func, IntegerField, QuerySet, TextField
from django.db.models.functions import Cast

if TYPE_CHECKING:
    import pyarrow as pa

PORTION = 4 << 20  # bytes of lines that Arrow reads at once
LINES = 2000  # that SQLite gives at once
In = TypeVar("In")
Out = TypeVar("Out")
NOTHING = "null"  # what stands where there is no value; a text of these letters is in quotes


def fetched(rows: QuerySet, columns: Mapping[str, Any], whole: Callable[[str], bool]) -> pa.Table:
    """Return what columns say of rows, by their names: whole numbers where they are `whole`, texts elsewhere."""
    import pyarrow as pa

    types = {name: pa.int32() if whole(name) else pa.string() for name in columns}
    tables = [pa.schema(types.items()).empty_table()]
    tables += [_read(portion, types) for portion in _together(_lines(rows, columns, whole))]
    return pa.concat_tables(tables)


def beside(portions: Iterable[In], made: Callable[[In], Out]) -> Iterator[Out]:
    """Yield what is made of each portion, by a thread beside, while the next one is being read here.

    What makes it asks no database: its connection belongs to the thread that reads.
    """
    with ThreadPoolExecutor(1) as thread:
        before = None
        for portion in portions:
            now = thread.submit(copy_context().run, made, portion)
            if before:
                yield before.result()
            before = now
        if before:
            yield before.result()


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
        parse_options=csv.ParseOptions(newlines_in_values=True),
        convert_options=csv.ConvertOptions(
            column_types=types, null_values=[NOTHING], strings_can_be_null=True, quoted_strings_can_be_null=False
        ),
    )


def _lines(rows: QuerySet, columns: Mapping[str, Any], whole: Callable[[str], bool]) -> Iterator[bytes]:
    """Yield rows as lines, in blocks; text in quotes, those within doubled."""
    cells = [Cast(said, IntegerField() if whole(name) else TextField()) for name, said in columns.items()]
    connection = connections[rows.db]
    read, said = (_copied, cells) if connection.vendor == "postgresql" else (_listed, [_line(cells)])
    named = {f"as_{number}": one for number, one in enumerate(said)}
    query = rows.annotate(**named).values_list(*named).query
    try:
        sql, params = query.get_compiler(connection=connection).as_sql()
    except EmptyResultSet:  # nothing is allowed
        return
    yield from read(connection, sql, params)


def _line(cells: Sequence[Any]) -> Func:
    return Func(*cells, function="json_array", output_field=TextField())  # the quickest that SQLite has


def _listed(connection: Any, sql: str, params: Any) -> Iterator[bytes]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        while some := cursor.fetchmany(LINES):
            lines = "\n".join([line for (line,) in some])
            if "\\" in lines:  # a sign that JSON writes otherwise than CSV
                yield _retold(lines).encode()
            else:
                yield (lines[1:-1].replace("]\n[", "\n") + "\n").encode()


def _retold(lines: str) -> str:
    rows = map(json.loads, lines.split("\n"))
    return "".join([",".join(map(_cell, row)) + "\n" for row in rows])


def _cell(value: str | int | None) -> str:
    if value is None:
        return NOTHING
    return str(value) if isinstance(value, int) else '"' + value.replace('"', '""') + '"'


def _copied(connection: Any, sql: str, params: Any) -> Iterator[bytes]:
    with connection.cursor() as cursor:
        copied = cursor.mogrify(f"COPY ({sql}) TO STDOUT WITH (FORMAT csv, NULL '{NOTHING}')", params)
        with cursor.copy(copied) as lines:
            for line in lines:
                yield bytes(line)
