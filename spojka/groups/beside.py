"""What packages above add to the page of a group."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from spojka.access.actor import Actor

from .models import Group

Ways = Callable[[Group, Actor], Iterable[tuple[str, str]]]
WAYS: list[Ways] = []


@dataclass(frozen=True)
class Room:
    """A page about one group; its view takes the slug of the house and the id of the group."""

    view: str
    title: Any
    icon: str


ROOMS: list[Room] = []


def register_room(*rooms: Room) -> None:
    """Let the page of each group lead to these pages, too."""
    ROOMS.extend(rooms)


def register_ways(find: Ways) -> Ways:
    """Let find(group, by) lead on from its page: (what, where)."""
    if find not in WAYS:
        WAYS.append(find)
    return find


def ways(group: Group, by: Actor) -> list[tuple[str, str]]:
    """Return where the page of a group leads on."""
    return [way for find in WAYS for way in find(group, by)]
