"""What packages above know of what a service has free: they register it, so that the board tells it too."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from spojka.access.actor import Actor

from .models import ServiceEntry


@dataclass(frozen=True)
class Free:
    """What of one entry is free now; `link` leads to where it is taken."""

    name: str  # times or homes
    many: int
    text: str
    link: str = ""


Tell = Callable[[Iterable[ServiceEntry], Actor, datetime], dict[UUID, Free]]
_tells: list[Tell] = []


def register(tell: Tell) -> Tell:
    """Let `tell` say what the entries it is asked of have free, by their ids."""
    if tell not in _tells:
        _tells.append(tell)
    return tell


def free_of(entries: Iterable[ServiceEntry], by: Actor, at: datetime) -> dict[UUID, list[Free]]:
    """Return what is free beside places in care, as far as `by` may see it."""
    found: dict[UUID, list[Free]] = {}
    listed = list(entries)
    for tell in _tells:
        for entry, one in tell(listed, by, at).items():
            found.setdefault(entry, []).append(one)
    return found
