"""What packages above show on the stand page: they register a part for its top, themes or 'More', the page asks."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Literal

from django.template.loader import render_to_string

from spojka.access.actor import Actor

Slot = Literal["top", "themes", "more", "tablet"]  # the last one: where a shared tablet asks who writes
Tell = Callable[[Actor, date], dict[str, Any]]
_parts: dict[str, tuple[Slot, Tell]] = {}


def register(slot: Slot, template: str, tell: Tell) -> None:
    """Let `template` stand on the page, with what `tell` says to the worker on the day."""
    _parts[template] = slot, tell


def parts(
    by: Actor, on: date, about: dict[str, Any], slots: Sequence[Slot] = ("top", "themes", "more")
) -> dict[str, list[str]]:
    """Return the parts of each slot, made."""
    made: dict[str, list[str]] = {slot: [] for slot in slots}
    asked = [(template, slot, tell) for template, (slot, tell) in _parts.items() if slot in made]
    for template, slot, tell in asked:
        made[slot].append(render_to_string(template, about | tell(by, on)))
    return made
