"""Words of rows that have none yet, or of all rows anew, in portions that let others write in between."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.db.models import prefetch_related_objects

from .columns import Words, WordsIndex, index_of

PORTION = 500


def searched_models() -> list[Any]:
    """Return the models whose rows are found by words."""
    return [m for m in apps.get_models() if any(isinstance(index, WordsIndex) for index in m._meta.indexes)]


def fill(model: Any) -> int:
    """Write the words of rows that have none yet; return how many."""
    count = 0
    while portion := list(model._base_manager.filter(words=None).order_by("pk")[:PORTION]):
        count += _write(model, portion)
    return count


def rewrite(model: Any) -> int:
    """Write the words of all rows anew, then the index; return how many rows there are."""
    count = sum(_write(model, portion) for portion in _portions(model))
    refresh(model)
    return count


def refresh(model: Any) -> None:
    """Make the index of SQLite anew from the words of the rows; PostgreSQL's own can't fall behind."""
    if connection.vendor != "sqlite":
        return
    name = index_of(model).name
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {name} ({name}) VALUES ('rebuild')")


def is_true(model: Any) -> bool:
    """Test whether the index of SQLite agrees with the rows."""
    name = index_of(model).name
    if connection.vendor != "sqlite":
        return True
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")
    except Exception as fault:
        if "malformed" not in str(fault):
            raise
        return False
    return True


def _portions(model: Any) -> Iterator[list[Any]]:
    last = None
    while True:
        rows = model._base_manager.order_by("pk")
        portion = list((rows.filter(pk__gt=last) if last else rows)[:PORTION])
        if not portion:
            return
        yield portion
        last = portion[-1].pk


def _write(model: Any, portion: list[Any]) -> int:
    """Write one portion in its own transaction. Its rows are read again inside it: they may have changed."""
    with transaction.atomic():
        rows = list(model._base_manager.select_for_update().filter(pk__in=[row.pk for row in portion]))
        prefetch_related_objects(rows, *getattr(model, "says_with", ()))
        words: Words = model._meta.get_field("words")
        for row in rows:
            row.words = words.of(row)
        model._base_manager.bulk_update(rows, ["words"])
    return len(rows)
