"""Who wrote what, by their working names."""

from collections.abc import Iterable
from typing import Any

from spojka.members import people


def names_of(said: Iterable[Any]) -> dict[str, str]:
    """Return names of those who wrote entries of a ledger or counts, by the ids that rows remember."""
    return people.names_of({_writer(one) for one in said})


def _writer(one: Any) -> str:
    row = getattr(one, "movement", None) or getattr(one, "count", None) or one
    row = getattr(row, "taking", None) or row
    return getattr(row, "recorded_by", "")
