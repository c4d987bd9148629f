"""Which wording of a part stands, and which row is the last of its kind."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from .models import Part


def standing(parts: Iterable[Part]) -> dict[UUID, Part]:
    """Return the newest wording of each part, those left out too."""
    found: dict[UUID, Part] = {}
    for part in parts:
        if part.key not in found or found[part.key].wording < part.wording:
            found[part.key] = part
    return found


def last(rows: Iterable[Any]) -> dict[UUID, Any]:
    """Return the last row of each key."""
    found: dict[UUID, Any] = {}
    for row in sorted(rows, key=lambda one: (one.at, one.pk)):
        found[row.key] = row
    return found
