"""Brings the shipped files into the database: adds, updates, ends; never deletes."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import IntegrityError, transaction

from . import shipped
from .models import Entry

Key = tuple[str, str]


@dataclass(frozen=True)
class Loaded:
    """How many items one loading added, updated, found as they are, and kept though no file has them."""

    added: int
    updated: int
    same: int
    kept: int


def load(files: Iterable[Path] | None = None) -> Loaded:
    """Load the files (those of the release). Loading twice, or in two processes at once, does no harm."""
    rows = shipped.rows(shipped.files() if files is None else files)
    try:
        return _load(rows)
    except IntegrityError:  # another process has just started too: now its rows are there to be seen
        return _load(rows)


@transaction.atomic
def _load(rows: list[dict[str, Any]]) -> Loaded:
    pairs, kept = _paired(rows, list(Entry.objects.order_by("list", "code", "valid_from", "pk")))
    new = [Entry(**row) for row, entry in pairs if entry is None]
    changed = [entry for row, entry in pairs if entry is not None and _changes(entry, row)]
    Entry.objects.bulk_create(new)
    if changed:
        names = [name for name in rows[0] if name not in ("list", "code")]
        Entry.objects.bulk_update(changed, names)
    return Loaded(len(new), len(changed), len(pairs) - len(new) - len(changed), kept)


def _paired(rows: list[dict[str, Any]], entries: list[Entry]) -> tuple[list[tuple[dict[str, Any], Entry | None]], int]:
    """Pair each row with the entry it updates: by its start, else with the code's left-over one, oldest first."""
    exact = {(entry.list, entry.code, entry.valid_from): entry for entry in entries}
    pairs = [(row, exact.pop((row["list"], row["code"], row["valid_from"]), None)) for row in rows]
    left: dict[Key, list[Entry]] = {}
    for entry in exact.values():
        left.setdefault((entry.list, entry.code), []).append(entry)
    for place, (row, entry) in enumerate(pairs):
        if entry is None and (others := left.get((row["list"], row["code"]))):
            pairs[place] = (row, others.pop(0))
    return pairs, sum(len(others) for others in left.values())


def _changes(entry: Entry, row: dict[str, Any]) -> bool:
    """Set what differs; return whether anything did."""
    different = {name: value for name, value in row.items() if getattr(entry, name) != value}
    for name, value in different.items():
        setattr(entry, name, value)
    return bool(different)
