"""What packages above add to the client's own look: parts of it, and what of shared work it opens."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from spojka.access.permissions import Kind
from spojka.clients.models import Client

from .models import Part


@dataclass(frozen=True)
class Tab:
    """One part of the look; those `of_case` stand there for whom a case of theirs is open."""

    key: str
    view: str
    label: str | Promise
    icon: str
    rank: int
    of_case: bool = False


@dataclass(frozen=True)
class Subject:
    """Shared work about the client: of which row which kinds are opened, unless one of the parts is withheld."""

    id: UUID
    kinds: Kind
    parts: tuple[Part, ...]


TABS: list[Tab] = [
    Tab("record", "own:record", _("What we did"), "notebook", 10),
    Tab("shares", "own:shares", _("With whom I share"), "link", 50),
    Tab("seen", "own:seen", _("Who looked"), "eye", 60),
    Tab("say", "own:say", _("Say something"), "message-circle", 70),
]
FINDERS: list[Callable[[Client], Iterable[Subject]]] = []


def register_tab(tab: Tab) -> None:
    """Add a part to the look."""
    if tab not in TABS:
        TABS.append(tab)
        TABS.sort(key=lambda one: one.rank)


def register_subjects(find: Callable[[Client], Iterable[Subject]]) -> Any:
    """Let find(client) tell what of shared work the look of a client opens."""
    if find not in FINDERS:
        FINDERS.append(find)
    return find


def subjects_of(client: Client) -> list[Subject]:
    """Return what of shared work the look of a client opens."""
    return [subject for find in FINDERS for subject in find(client)]
