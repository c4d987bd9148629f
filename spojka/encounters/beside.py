"""What packages above know of a record and its page should tell: they register, the page asks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from spojka.access.actor import Actor

from .models import Encounter


@dataclass(frozen=True)
class Fact:
    """One line of 'About the record'; `link` leads to where it comes from."""

    heading: str
    text: str
    link: str = ""


Tell = Callable[[Encounter, Actor], Iterator[Fact]]
_tellers: list[Tell] = []


def register(tell: Tell) -> Any:
    """Let `tell` add facts to the page of a record."""
    if tell not in _tellers:
        _tellers.append(tell)
    return tell


def facts_of(encounter: Encounter, by: Actor) -> list[Fact]:
    """Return what others know of a record, as far as `by` may see it."""
    return [fact for tell in _tellers for fact in tell(encounter, by)]
