"""The column of words, its index on either database, and the one lookup over both.

PostgreSQL has a GIN index over the column. SQLite has an FTS5 table without a text of its own (its content is the
row's column) and triggers, so that whatever writes the row, in bulk or by a restore, keeps it true.
"""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.backends.ddl_references import Statement, Table
from django.db.models import Lookup

from .asked import Match
from .stems import forms_of

PRIVATE = "_p"  # before a form of private text; forms themselves have no underscore
VECTOR = "array_to_tsvector(array_remove(string_to_array({column}, ' '), ''))"


def scope(kind: str, id: Any) -> str:
    """Return the mark of the owner, which lets the index skip others' rows; rights don't rest on it."""
    return f"_{kind}{id.hex[-10:]}"


def scope_within(id: Any) -> str:
    """Return the mark of the key that `Words(within=…)` names."""
    return scope("w", id)


def joined(organisation_id: Any, service_id: Any, said: Iterable[str], *, private: Iterable[str] = ()) -> str:
    """Return the words of a row: forms and codes, those of private text with their mark, and its owners."""
    owners = scope("o", organisation_id), scope("s", service_id)
    return " ".join(sorted({*said, *owners, *(f"{PRIVATE}{form}" for form in private)}))


class Words(models.TextField):
    """The forms by which a row is found. `derived_from` names the columns that it follows; empty is not found.

    A row whose model has `said_codes` is found by these codes too, one that has `is_findable` only while it is true.
    `within` names a key by which the index skips all rows of others, as those of other cases (see `scope_within`).
    NULL are rows older than the column: `spojka search fill` writes them.
    """

    def __init__(
        self, *open: str, private: tuple[str, ...] = (), also: tuple[str, ...] = (), within: str = "", **kwargs: Any
    ) -> None:
        self.open, self.private, self.also, self.within = open, private, also, within
        super().__init__(**{"null": True, "blank": True, "editable": False} | kwargs)

    @property
    def derived_from(self) -> tuple[str, ...]:
        """Return the columns whose change changes the words."""
        return (*self.open, *self.private, *self.also)

    def deconstruct(self) -> Any:
        """Say the column alone: what it is made of needs no migration."""
        name, _path, _args, kwargs = super().deconstruct()
        for same in ("null", "blank", "editable"):
            kwargs.pop(same)
        return name, "spojka.search.columns.Words", [], kwargs

    def of(self, row: Any) -> str:
        """Return the words of a row as it is now."""
        if not getattr(row, "is_findable", True):
            return ""
        said = forms_of(self._text(row, self.open))
        said |= set(row.said_codes()) if hasattr(row, "said_codes") else set()
        said |= {scope_within(getattr(row, self.within))} if self.within else set()
        return joined(row.organisation_id, row.service_id, said, private=forms_of(self._text(row, self.private)))

    def pre_save(self, model_instance: Any, add: bool) -> Any:
        """Follow the row: called for each that is added, one by one or in bulk, and by Record.change."""
        value = self.of(model_instance)
        setattr(model_instance, self.attname, value)
        return value

    def _text(self, row: Any, names: tuple[str, ...]) -> str:
        return " ".join(str(getattr(row, name)) for name in names if getattr(row, name))


@Words.register_lookup
class Matches(Lookup):
    """`words__match=Match(…)`: the rows that the index proposes."""

    lookup_name = "match"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        """Ask the table of FTS5, newest rows first: they are numbered as they were written."""
        lhs, params = self.process_lhs(compiler, connection)
        table = lhs.rpartition(".")[0]
        index = connection.ops.quote_name(index_of(self.lhs.output_field.model).name)
        match: Match = self.rhs
        newest = f" ORDER BY rowid DESC LIMIT {match.newest:d}" if match.newest else ""
        sql = f"{table}.rowid IN (SELECT rowid FROM {index} WHERE {index} MATCH %s{newest})"
        return sql, [*params, match.fts5()]

    def as_postgresql(self, compiler: Any, connection: Any) -> Any:
        """Ask the GIN index."""
        lhs, params = self.process_lhs(compiler, connection)
        match: Match = self.rhs
        return f"{VECTOR.format(column=lhs)} @@ %s::tsquery", [*params, match.tsquery()]


class WordsIndex(models.Index):
    """The index of the column `words`; on SQLite its name is the table of FTS5."""

    def __init__(self, *, name: str, fields: tuple[str, ...] = ("words",)) -> None:
        super().__init__(fields=list(fields), name=name)

    def create_sql(self, model: Any, schema_editor: Any, using: str = "", **kwargs: Any) -> Any:
        """Return what makes the index; on SQLite that waits until the table has its name and its rows."""
        parts = {"table": Table(model._meta.db_table, schema_editor.quote_name), "name": self.name}
        if _is_postgresql(schema_editor):
            return Statement(
                f"CREATE INDEX %(name)s ON %(table)s USING gin ({VECTOR.format(column='words')})", **parts
            )
        schema_editor.deferred_sql += [Statement(line, **parts) for line in FTS5]
        return "SELECT 1"

    def remove_sql(self, model: Any, schema_editor: Any, **kwargs: Any) -> Any:
        """Return what takes the index away."""
        if _is_postgresql(schema_editor):
            return f"DROP INDEX IF EXISTS {self.name}"
        schema_editor.deferred_sql += [f"DROP TRIGGER IF EXISTS {self.name}_{end}" for end in TRIGGERS]
        return f"DROP TABLE IF EXISTS {self.name}"


class NewestIndex(models.Index):
    """The order in which rows with a word are shown, newest first, for PostgreSQL alone.

    Of a word that stands in many rows it finds the first nine so, instead of all by its index of words to put them in
    order. SQLite numbers rows as they were written: its index of words is in that order by itself.
    """

    def create_sql(self, model: Any, schema_editor: Any, using: str = "", **kwargs: Any) -> Any:
        """Return what makes the index."""
        if not _is_postgresql(schema_editor):
            return "SELECT 1"
        return super().create_sql(model, schema_editor, using, **kwargs)

    def remove_sql(self, model: Any, schema_editor: Any, **kwargs: Any) -> Any:
        """Return what takes the index away."""
        return super().remove_sql(model, schema_editor, **kwargs) if _is_postgresql(schema_editor) else "SELECT 1"


def _is_postgresql(schema_editor: Any) -> bool:
    return bool(schema_editor.connection.vendor == "postgresql")


def index_of(model: Any) -> WordsIndex:
    """Return the index of words of a model."""
    return next(index for index in model._meta.indexes if isinstance(index, WordsIndex))


TRIGGERS = ("added", "changed", "removed")
ADD = "INSERT INTO %(name)s (rowid, words) SELECT new.rowid, new.words WHERE coalesce(new.words, '') <> ''; "
REMOVE = (
    "INSERT INTO %(name)s (%(name)s, rowid, words) SELECT 'delete', old.rowid, old.words "
    "WHERE coalesce(old.words, '') <> ''; "
)
FTS5 = (
    # no positions and no sizes: we ask for words, not for phrases, and order by day; letters beyond ASCII are letters
    "CREATE VIRTUAL TABLE IF NOT EXISTS %(name)s USING fts5(words, content=%(table)s, content_rowid='rowid', "
    "detail=none, columnsize=0, tokenize=\"ascii tokenchars '_'\")",
    "INSERT INTO %(name)s (%(name)s, rank) VALUES ('secure-delete', 1)",  # what is taken out leaves no trace in it
    f"CREATE TRIGGER %(name)s_added AFTER INSERT ON %(table)s BEGIN {ADD}END",
    f"CREATE TRIGGER %(name)s_changed AFTER UPDATE OF words ON %(table)s BEGIN {REMOVE}{ADD}END",
    f"CREATE TRIGGER %(name)s_removed AFTER DELETE ON %(table)s BEGIN {REMOVE}END",
    "INSERT INTO %(name)s (%(name)s) VALUES ('rebuild')",  # rows have other numbers after a table was made anew
)
