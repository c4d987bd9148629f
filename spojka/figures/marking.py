"""The database notes by itself which days of a service changed: no way of writing can forget it.

Actions, mass inserts, corrections by hand, erasing at the end of a term, restoring: all leave marks, in the very
transaction of the change. A mark is a new row, so nobody waits for anybody.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.apps import apps
from django.db import connection, models, transaction

COLUMNS = "service_id, day, kind, subject_id, xact, token, at"
SQLITE_REST = "0, lower(hex(randomblob(8))), datetime('now')"
POSTGRES_REST = "pg_current_xact_id()::text::bigint, substr(md5(random()::text), 1, 16), now()"


class Marked(models.BaseConstraint):
    """Triggers of a table. It is declared as a constraint, so that it goes with the table through every migration.

    `day` names the column of the day; else `subject` the column of what is touched, which is a `kind`. With `of`,
    only changes of these columns count; with `but_rows`, new rows and erased ones too.
    """

    def __init__(
        self,
        *,
        name: str,
        day: str = "",
        subject: str = "",
        kind: str = "",
        of: Sequence[str] = (),
        but_rows: bool = False,
        violation_error_code: Any = None,
        violation_error_message: Any = None,
    ) -> None:
        super().__init__(name=name)
        self.day, self.subject, self.kind, self.of = day, subject, kind, tuple(of)
        self.has_rows = but_rows or not of

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        path, args, kwargs = super().deconstruct()
        said: dict[str, Any] = {"day": self.day, "subject": self.subject, "kind": self.kind, "of": self.of}
        return path, args, kwargs | said | ({"but_rows": True} if self.of and self.has_rows else {})

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Marked) and self.deconstruct() == other.deconstruct()

    def constraint_sql(self, model: Any, schema_editor: Any) -> str:
        """Nothing stands in the table itself; the triggers are made when it has its name."""
        table = model._meta.db_table.removeprefix("new__")  # as SQLite's editor calls one that it makes anew
        for statement in self._statements(table, schema_editor.connection.vendor):
            schema_editor.deferred_sql.append(statement)
        return ""

    def renew(self, table: str, schema_editor: Any) -> None:
        """Put the triggers in the place of those that were there before; the table itself stays as it is."""
        for statement in self._statements(table, schema_editor.connection.vendor):
            schema_editor.execute(statement, params=None)

    def create_sql(self, model: Any, schema_editor: Any) -> str:
        return "; ".join(self._statements(model._meta.db_table, schema_editor.connection.vendor))

    def remove_sql(self, model: Any, schema_editor: Any) -> str:
        return f"DROP FUNCTION {self.name}() CASCADE"  # PostgreSQL; SQLite makes the table anew, without them

    def validate(self, model: Any, instance: Any, exclude: Any = None, using: str = "default") -> None:
        """It stops nothing."""

    def _statements(self, table: str, vendor: str) -> Iterator[str]:
        return self._postgres(table) if vendor == "postgresql" else self._sqlite(table)

    def _what(self, row: str) -> str:
        day = f"{row}.{self.day}" if self.day else "CAST(NULL AS date)"
        subject = f"{row}.{self.subject}" if self.subject else "CAST(NULL AS uuid)"
        return f"{row}.service_id, {day}, '{self.kind}', {subject}"

    def _sqlite(self, table: str) -> Iterator[str]:
        for deed, rows in self._deeds(("OLD", "NEW")):
            when, if_changed = deed, ""
            if self.of and deed == "UPDATE":  # what is stored as it was is no change
                when = f"UPDATE OF {', '.join(self.of)}"
                if_changed = f" WHEN {_different(self.of)}"
            marks = [f"SELECT {self._what(row)}, {SQLITE_REST}" for row in rows]
            if len(rows) == 2:  # most changes stay within their day
                marks[0] += f" WHERE {_different(('service_id', self.day or self.subject))}"
            body = " ".join(f"INSERT INTO figures_mark ({COLUMNS}) {mark};" for mark in marks)
            name = f"{self.name}_{deed.lower()}"
            yield f'DROP TRIGGER IF EXISTS "{name}"'
            yield f'CREATE TRIGGER "{name}" AFTER {when} ON "{table}"{if_changed} BEGIN {body} END'

    def _postgres(self, table: str) -> Iterator[str]:
        changed = ""
        if self.of:
            pairs = (", ".join(f"{side}.{one}" for one in self.of) for side in ("gone", "fresh"))
            changed = " JOIN {} USING (id) WHERE ({}) IS DISTINCT FROM ({})".format("{}", *pairs)
        insert = f"INSERT INTO public.figures_mark ({COLUMNS}) SELECT m.*, {POSTGRES_REST} FROM (SELECT DISTINCT "
        gone, fresh = (f"{insert}{self._what(one)} FROM {one}{{}}) m;" for one in ("gone", "fresh"))
        yield (
            f"CREATE OR REPLACE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER "
            "SET search_path = public, pg_temp AS $$ BEGIN "
            f"IF TG_OP = 'INSERT' THEN {fresh.format('')} ELSIF TG_OP = 'DELETE' THEN {gone.format('')} "
            f"ELSE {gone.format(changed.format('fresh'))} {fresh.format(changed.format('gone'))} END IF; "
            "RETURN NULL; END $$"
        )
        for deed, rows in self._deeds(("OLD TABLE AS gone", "NEW TABLE AS fresh")):
            name = f"{self.name}_{deed.lower()}"
            yield (
                f'CREATE OR REPLACE TRIGGER "{name}" AFTER {deed} ON "{table}" REFERENCING {" ".join(rows)} '
                f"FOR EACH STATEMENT EXECUTE FUNCTION {self.name}()"
            )

    def _deeds(self, rows: tuple[str, str]) -> Iterator[tuple[str, Sequence[str]]]:
        if self.has_rows:
            yield "INSERT", rows[1:]
            yield "DELETE", rows[:1]
        yield "UPDATE", rows


def _different(columns: Sequence[str]) -> str:
    return " OR ".join(f"OLD.{one} IS NOT NEW.{one}" for one in columns)


@contextmanager
def marked_by_days(days: Iterable[tuple[str, date]]) -> Iterator[None]:
    """Mark these days of services once each, instead of every row of them that is inserted meanwhile.

    For inserts of whole days by the thousand. PostgreSQL does so by itself, its triggers see a statement's rows.
    """
    if connection.vendor == "postgresql":
        yield
        return
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:  # FTS5 is slow within a savepoint
        names = [f"{one.name}_insert" for model in apps.get_models() for one in _marks_of(model) if one.has_rows]
        marks = ", ".join(["%s"] * len(names))
        cursor.execute(f"SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name IN ({marks})", names)
        triggers = cursor.fetchall()
        for name, _sql in triggers:
            cursor.execute(f'DROP TRIGGER "{name}"')
        yield
        for _name, sql in triggers:
            cursor.execute(sql)
        said = [(service, day.isoformat()) for service, day in sorted(days)]
        cursor.executemany(f"INSERT INTO figures_mark ({COLUMNS}) SELECT %s, %s, '', NULL, {SQLITE_REST}", said)


def _marks_of(model: type[models.Model]) -> list[Marked]:
    return [one for one in model._meta.constraints if isinstance(one, Marked)]
