"""What packages above add to a case: tabs of its pages, lines of what went on, rows that a handover moves."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from spojka.access.permissions import Permission


@dataclass(frozen=True)
class Tab:
    """One tab. `view` takes the slug of the house and the id of the case."""

    key: str
    view: str
    label: str | Promise
    permission: Permission
    rank: int


@dataclass(frozen=True)
class Source:
    """One kind of rows in the line of time; `template` shows a `row` of it and knows what the page knows."""

    name: str | Promise
    model: Any
    to: Permission
    at: str  # the column of the moment
    about: str = ""  # the column that leads to a party; empty: it is about the case
    words: bool = False  # it can be searched
    related: tuple[str, ...] = ()
    of_kind: bool = False
    template: str = "cases/_line.html"
    where: Callable[..., Any] | None = None  # which rows of it belong to a case, if they don't say it themselves
    along: str = ""  # the column of another row of it that is shown with it


@dataclass(frozen=True)
class Notice:
    """What stands above the first page of a case; `template` knows it as `notice` and what the page knows."""

    template: str
    due: list[Any]


TABS: list[Tab] = [
    Tab("case", "cases:case", _("What goes on"), Permission.CASE_VIEW, 10),
    Tab("people", "cases:people", _("People and sharing"), Permission.CASE_VIEW, 40),
    Tab("courts", "cases:courts", _("Court and placement"), Permission.CASE_VIEW, 60),
    Tab("lead", "cases:lead", _("Leading the case"), Permission.CASE_VIEW, 90),
]
SOURCES: dict[str, Source] = {}
NOTICES: list[Callable[..., "Notice | None"]] = []
MOVED: list[Any] = []  # models of packages above that belong to the coordination, not to their author


def register_tab(tab: Tab) -> None:
    """Add a tab to the pages of each case."""
    if tab not in TABS:
        TABS.append(tab)
        TABS.sort(key=lambda one: one.rank)


def register_source(key: str, source: Source) -> None:
    """Let rows stand in the line of time."""
    SOURCES[key] = source


def register_moved(*models: Any) -> None:
    """Let rows of a case go along when its coordination is handed over; each has a column `case`."""
    MOVED.extend(model for model in models if model not in MOVED)


def register_notice(find: Callable[..., Notice | None]) -> Callable[..., Notice | None]:
    """Let find(case, by, today) tell what stands above the first page of a case, if anything."""
    NOTICES.append(find)
    return find
