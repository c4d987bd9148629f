"""Which pages a phone keeps. Each package registers its own in `field_pages.py`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

from spojka.access.actor import Actor


@dataclass(frozen=True, kw_only=True)
class FieldPage:
    """One page: an empty form of a shift. `group` is the shift in words; the first page of a group is its main one."""

    url: str
    title: str | Promise
    icon: str
    group: str = ""


Source = Callable[[Actor, datetime], Iterable[FieldPage]]
_SOURCES: list[Source] = []


def register(source: Source) -> None:
    """Make the pages of a package known."""
    _SOURCES.append(source)


def pages_of(actor: Actor, at: datetime) -> list[FieldPage]:
    """Return the pages that `actor` may need without network now."""
    return [page for source in _SOURCES for page in source(actor, at)]
