"""What packages above know of a client, and the client's page and the counter should tell: they register it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from spojka.access.actor import Actor

from .models import Client


@dataclass(frozen=True)
class Flag:
    """What whoever meets the client should see at once, in a few words. `tone` is one of those of the sign tag.

    `link` leads to where it is; `ends` takes a POST that says it is done.
    """

    kind: str  # instruction, limit, result, message, ban …: the same kind looks the same everywhere
    text: str
    tone: str = "due"
    icon: str = "alert-triangle"
    link: str = ""
    ends: str = ""


@dataclass(frozen=True)
class Fact:
    """One line of a box on the client's page; those under one heading make one box. `link` leads to where it is."""

    heading: str
    text: str
    link: str = ""
    is_open: bool = False  # it still asks for somebody
    is_way: bool = False  # it only leads somewhere: neither open nor done


TellFlags = Callable[[Client, Actor, datetime], Iterator[Flag]]
TellFacts = Callable[[Client, Actor], Iterator[Fact]]
_flags: list[TellFlags] = []
_facts: list[TellFacts] = []


def register_flags(tell: TellFlags) -> Any:
    """Let `tell` add flags to a client, wherever the client is met."""
    if tell not in _flags:
        _flags.append(tell)
    return tell


def flags_of(client: Client, by: Actor, at: datetime) -> list[Flag]:
    """Return what has to be seen at once, as far as `by` may see it."""
    return [flag for tell in _flags for flag in tell(client, by, at)]


def register_facts(tell: TellFacts) -> Any:
    """Let `tell` add lines to the page of a client."""
    if tell not in _facts:
        _facts.append(tell)
    return tell


def facts_of(client: Client, by: Actor) -> list[Fact]:
    """Return what others know of a client, as far as `by` may see it."""
    return [fact for tell in _facts for fact in tell(client, by)]
