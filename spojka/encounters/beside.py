"""What packages above know of a record, or of a shift, and its page should tell: they register, the page asks."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from spojka.access.actor import Actor

from .models import Encounter, Shift


class Boxed(Protocol):
    """A line that may stand in a box, of a shift or of a client."""

    @property
    def heading(self) -> str: ...
    @property
    def is_way(self) -> bool: ...


F = TypeVar("F", bound=Boxed)
FEW = 2  # boxes of one way, which a page may have


@dataclass(frozen=True)
class Fact:
    """One line of 'About the record', or of a box on a shift's page; `link` leads to where it comes from."""

    heading: str
    text: str
    link: str = ""
    is_open: bool = False  # it still asks for somebody
    is_way: bool = False  # it only leads somewhere: neither open nor done


Tell = Callable[[Encounter, Actor], Iterator[Fact]]
TellShift = Callable[[Shift, Actor], Iterator[Fact]]
_tellers: list[Tell] = []
_of_shifts: list[TellShift] = []
_of_gone: list[Callable[[Shift, Actor, Collection[str]], Collection[str]]] = []
_of_begun: list[Callable[[Shift, Actor], None]] = []
_steps: dict[str, Callable[[Shift, Actor], dict[str, Any]]] = {}


def register(tell: Tell) -> Any:
    """Let `tell` add facts to the page of a record."""
    if tell not in _tellers:
        _tellers.append(tell)
    return tell


def facts_of(encounter: Encounter, by: Actor) -> list[Fact]:
    """Return what others know of a record, as far as `by` may see it."""
    return [fact for tell in _tellers for fact in tell(encounter, by)]


def register_of_shift(tell: TellShift) -> Any:
    """Let `tell` add lines to the page of a shift; those under one heading make one box."""
    if tell not in _of_shifts:
        _of_shifts.append(tell)
    return tell


def facts_of_shift(shift: Shift, by: Actor) -> list[Fact]:
    """Return what others know of a shift, as far as `by` may see it."""
    return [fact for tell in _of_shifts for fact in tell(shift, by)]


def boxes_of(facts: Iterable[F]) -> list[tuple[str, list[F], int | None]]:
    """Put lines under their headings; a way to a page is none of the things that a box counts.

    Many ways that would stand in boxes of their own stand in one box, after those that tell something.
    """
    named: dict[str, list[F]] = {}
    for fact in facts:
        named.setdefault(fact.heading, []).append(fact)
    alone = [heading for heading, lines in named.items() if len(lines) == 1 and lines[0].is_way]
    ways = [named.pop(heading)[0] for heading in alone] if len(alone) > FEW else []
    told = [(heading, lines, sum(not one.is_way for one in lines) or None) for heading, lines in named.items()]
    return [*told, (_("What else is here"), ways, None)] if ways else told


def register_of_gone(tell: Callable[[Shift, Actor, Collection[str]], Collection[str]]) -> Any:
    """Let `tell` say which materials of those it gets are not there any more where a shift takes them from."""
    if tell not in _of_gone:
        _of_gone.append(tell)
    return tell


def gone(shift: Shift, by: Actor, codes: Collection[str]) -> frozenset[str]:
    """Return those materials that are exhausted, as far as `by` may see it. A hint: what is given is given."""
    return frozenset(code for tell in _of_gone for code in tell(shift, by, codes))


def register_of_begun(do: Callable[[Shift, Actor], None]) -> Any:
    """Let `do` write what a shift that begins needs, within the very deed."""
    if do not in _of_begun:
        _of_begun.append(do)
    return do


def begun(shift: Shift, by: Actor) -> None:
    """Let others write what they need of a shift that begins."""
    for do in _of_begun:
        do(shift, by)


def register_steps(template: str) -> Callable[[Any], Any]:
    """Let `template`, with what a function says, stand on top of a shift's page; empty, it is left out."""

    def mark(tell: Any) -> Any:
        _steps[template] = tell
        return tell

    return mark


def steps_of_shift(shift: Shift, by: Actor) -> list[str]:
    """Return what others put on top of a shift's page, made."""
    told = [(template, tell(shift, by)) for template, tell in _steps.items()]
    return [render_to_string(template, said) for template, said in told if said]
