"""Which wording of a part stands, and which row is the last of its kind."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from .models import Part, TermAnswer


def standing(parts: Iterable[Part]) -> dict[UUID, Part]:
    """Return the newest wording of each part, those left out too."""
    found: dict[UUID, Part] = {}
    for part in parts:
        if part.key not in found or found[part.key].wording < part.wording:
            found[part.key] = part
    return found


def answers_to(part: Part, answers: Iterable[TermAnswer]) -> list[TermAnswer]:
    """Return what was answered to the term of a wording, in order: to its own, then to each that was agreed instead.

    What was answered in the version before holds while the term is the same.
    """
    found, term = [], part.term
    for one in sorted(answers, key=lambda one: (one.at, one.pk)):
        if one.key == part.key and one.passed == term:
            found.append(one)
            term = one.new_term or term
    return found


def last(rows: Iterable[Any]) -> dict[UUID, Any]:
    """Return the last row of each key."""
    found: dict[UUID, Any] = {}
    for row in sorted(rows, key=lambda one: (one.at, one.pk)):
        found[row.key] = row
    return found
