"""Names in the Czech order, the same wherever they are put in order: š after s, ch after h.

PostgreSQL knows it by itself. SQLite asks `compare` under the same name, see config/fairsqlite.
"""

from functools import lru_cache
from typing import Any

import czech_sort
from django.db.models.functions import Collate

CZECH = "cs-x-icu"  # the name that PostgreSQL gives it


def by_name(column: str = "name") -> Collate:
    """Return what a query set is put in order by."""
    return Collate(column, CZECH)


def czech(name: Any) -> Any:
    """Return by what a name is put in order among others, for `sorted`."""
    return _key(str(name))


@lru_cache(maxsize=20_000)
def _key(name: str) -> Any:
    return czech_sort.key(name)


def compare(one: str, other: str) -> int:
    """Return -1, 0 or 1, as SQLite asks for it."""
    if one == other:
        return 0
    return -1 if _key(one) < _key(other) else 1
