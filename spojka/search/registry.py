"""What can be found. Each package registers its sources, pages and names of codes in its own `findable.py`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from spojka.access.actor import Actor
from spojka.access.permissions import Permission

from .asked import Asked

Text = str | Promise


@dataclass(frozen=True, kw_only=True)
class Hit:
    """One line of an answer; `note` is what somebody wrote."""

    title: str
    url: str
    detail: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Source:
    """One kind of things. `find` returns at most so many, the best first, by the rights of the one who asks."""

    key: str
    title: Text
    icon: str
    rank: int  # its place in the answer
    find: Callable[[Asked, Actor, int], Iterable[Hit]]


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page of the application; `words` are what else people call it."""

    title: Text
    view: str
    words: Text = ""
    permission: Permission | None = None
    of_house: bool = True  # its address begins with the organisation


_SOURCES: dict[str, Source] = {}
_PAGES: list[Page] = []
_NAMES: list[Callable[[Actor], Mapping[str, str]]] = []


def register(*sources: Source) -> None:
    """Make kinds of things known. A second one of the same key is a fault of ours."""
    for source in sources:
        if source.key in _SOURCES:
            raise ValueError(f"Two sources are called {source.key}")
        _SOURCES[source.key] = source


def register_pages(*pages: Page) -> None:
    """Make pages of the application known."""
    _PAGES.extend(pages)


def register_names(names: Callable[[Actor], Mapping[str, str]]) -> None:
    """Make known what codes are called: rows are found by the names of the codes that they carry."""
    _NAMES.append(names)


def sources() -> list[Source]:
    """Return all sources in the order of an answer."""
    return sorted(_SOURCES.values(), key=lambda source: (source.rank, source.key))


def pages(by: Actor) -> list[Page]:
    """Return the pages that `by` may open."""
    return [page for page in _PAGES if page.permission is None or by.may(page.permission)]


def names(by: Actor) -> dict[str, str]:
    """Return the names of all codes that rows seen by `by` may carry."""
    return {code: name for known in _NAMES for code, name in known(by).items()}


def code(list: str, code: Any) -> str:
    """Return the form under which a code of a list stands among the words of a row."""
    return f"_{list}_{code}".lower()
