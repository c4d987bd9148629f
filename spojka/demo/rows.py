"""Rows by the million on their way into the tables: plain values, copied in as fast as the database takes them."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache, partial
from typing import Any

from django.db import connection, models

from spojka.figures.marking import marked_by_days
from spojka.search.columns import Words

MOST = 60_000  # rows waiting in memory


class Table:
    """The columns of one model, and how a value gets into each."""

    def __init__(self, model: type[models.Model]):
        fields = model._meta.concrete_fields
        self.model, self.rows = model, []
        self.names = [field.attname for field in fields]
        self.blanks = [field.get_default() for field in fields]
        self.ways = [_way(field) for field in fields]

    def add(self, said: dict[str, Any]) -> None:
        """Take one row; a column that is not said has its default."""
        self.rows.append(tuple(map(said.get, self.names, self.blanks)))

    def put(self, row: models.Model) -> None:
        """Take a row that may still change until it is copied in."""
        self.rows.append(row)

    def days(self) -> set[tuple[str, date]]:
        """Return the services and days of the rows that wait."""
        if "day" not in self.names:
            return set()
        service, day = self.names.index("service_id"), self.names.index("day")
        found = ((row[service], row[day]) if type(row) is tuple else (row.service_id, row.day) for row in self.rows)
        return {(id if id.__class__ is str else id.hex, on) for id, on in found}

    def flush(self) -> None:
        """Copy in what waits."""
        if not self.rows:
            return
        plain = [row if type(row) is tuple else self._values(row) for row in self.rows]
        columns = [way(column) for way, column in zip(self.ways, zip(*plain, strict=True), strict=True)]
        _copy(self.model._meta.db_table, self.names, zip(*columns, strict=True))
        self.rows.clear()

    def _values(self, row: models.Model) -> tuple[Any, ...]:
        row._state.adding = False
        return tuple(field.pre_save(row, True) for field in self.model._meta.concrete_fields)


class Rows:
    """Tables in the order in which they lead to each other, whole first."""

    def __init__(self, *order: type[models.Model]):
        self.tables = {model: Table(model) for model in order}

    def add(self, model: type[models.Model], said: dict[str, Any]) -> None:
        """Take one row of plain values; ids may be UUIDs or their 32 digits."""
        self.tables[model].add(said)

    def put(self, row: models.Model) -> None:
        """Take one row that may still change."""
        self.tables[type(row)].put(row)

    def are_many(self) -> bool:
        """Test whether it is time to flush."""
        return sum(len(table.rows) for table in self.tables.values()) >= MOST

    def flush(self) -> None:
        """Copy everything in; PostgreSQL checks what leads where at once, or it would remember all until the end."""
        days = set().union(*(table.days() for table in self.tables.values()))
        with connection.cursor() as cursor, marked_by_days(days):
            if connection.vendor == "postgresql":
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            for table in self.tables.values():
                table.flush()
            if connection.vendor == "postgresql":
                cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _copy(table: str, names: Iterable[str], rows: Iterable[tuple[Any, ...]]) -> None:
    quote = connection.ops.quote_name
    columns = [quote(name) for name in names]
    head = f"{quote(table)} ({', '.join(columns)})"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {head} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {head} VALUES ({marks})", list(rows))


Column = Sequence[Any]


def _way(field: Any) -> Callable[[Column], Column]:
    """How a column's values are stored; what most columns hold is written out, so it takes a tenth of the time."""
    while field.remote_field:
        field = field.target_field
    if type(field) in PLAIN or (connection.vendor == "postgresql" and type(field) in NATIVE):
        return tuple
    return SQLITE.get(type(field)) or partial(_prepared, field)


def _prepared(field: Any, column: Column) -> Column:
    return [None if value is None else field.get_db_prep_save(value, connection=connection) for value in column]


def _ids(column: Column) -> Column:
    return [value if value is None or value.__class__ is str else value.hex for value in column]


def _instants(column: Column) -> Column:
    return [value and _instant(value) for value in column]


def _days(column: Column) -> Column:
    return [value and _day(value) for value in column]


@lru_cache(maxsize=4096)
def _instant(at: datetime) -> str:
    return str(at.astimezone(UTC).replace(tzinfo=None))


@lru_cache(maxsize=1024)
def _day(day: date) -> str:
    return day.isoformat()


PLAIN = {Words, models.CharField, models.BooleanField, models.PositiveSmallIntegerField, models.PositiveIntegerField}
NATIVE = {models.UUIDField, models.DateTimeField, models.DateField, models.DecimalField}
SQLITE = {models.UUIDField: _ids, models.DateTimeField: _instants, models.DateField: _days}
