"""What packages above tell of meetings: what one is held for, who is usually invited, what could be better."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from spojka.access.actor import Actor

from .content import Guest
from .models import Invited, Meeting, MinutesLine

T = TypeVar("T")


@dataclass(frozen=True)
class About:
    """What meetings are held for, such as a case: as the reader may know it, and where it is."""

    called: str
    address: str


@dataclass(frozen=True)
class Fact:
    """One thing more that is to be known of a meeting; what is inner stands on its page alone."""

    label: str
    text: str
    is_inner: bool = False


@dataclass(frozen=True)
class Offered:
    """Somebody who takes part in what a meeting is held for: one tap sends `id` to `address` as "somebody"."""

    called: str
    address: str
    id: UUID


Find = Callable[[Collection[UUID], Actor], Mapping[UUID, About]]
Usual = Callable[[UUID, Actor], Iterable[Guest]]
Others = Callable[[Meeting, Actor], Iterable["Offered"]]
Mine = Callable[[Actor], Iterable[UUID]]
Advise = Callable[[Meeting, Collection[Invited]], Iterable[str]]
Tell = Callable[[Meeting, Actor], Iterable[Fact]]
Offer = Callable[[Meeting, Actor], Iterable[tuple[str, str]]]
Mask = Callable[[Meeting, Sequence[Invited], Actor], Collection[UUID]]
Way = tuple[str, str]  # what, where
Where = tuple[UUID, UUID]  # the meeting and the line of a wording
Gone = Callable[[Sequence[Invited]], Collection[UUID]]
Grow = Callable[[MinutesLine, Actor], Iterable[Way]]
Grown = Callable[[Sequence[MinutesLine], Actor], Mapping[Where, Sequence[Way]]]

FINDERS: list[Find] = []
USUAL: list[Usual] = []
OTHERS: list[Others] = []
MINE: list[Mine] = []
ADVISERS: list[Advise] = []
TELLERS: list[Tell] = []
OFFERS: list[Offer] = []
MASKS: list[Mask] = []
GONE: list[Gone] = []
GROWTHS: list[tuple[Grow, Grown]] = []


def register_about(find: Find) -> Find:
    """Let find(ids, by) tell of those ids that are its own what they are."""
    return _add(FINDERS, find)


def register_usual(usual: Usual) -> Usual:
    """Let usual(held for, by) tell who takes part in it, to be offered when people are invited."""
    return _add(USUAL, usual)


def register_others(others: Others) -> Others:
    """Let others(meeting, by) tell who takes part in what it is held for and is not on the list yet."""
    return _add(OTHERS, others)


def register_mine(mine: Mine) -> Mine:
    """Let mine(by) tell which people on lists stand for `by`, though by no membership: ids of Invited."""
    return _add(MINE, mine)


def register_advice(advise: Advise) -> Advise:
    """Let advise(meeting, its people) give hints; they are shown beside it and are no wall."""
    return _add(ADVISERS, advise)


def register_facts(tell: Tell) -> Tell:
    """Let tell(meeting, by) say more of it: on its page, in the invitation and in the minutes."""
    return _add(TELLERS, tell)


def register_deeds(offer: Offer) -> Offer:
    """Let offer(meeting, by) lead on: (what, where)."""
    return _add(OFFERS, offer)


def register_masks(mask: Mask) -> Mask:
    """Let mask(meeting, its people, by) say whose names `by` may not read."""
    return _add(MASKS, mask)


def register_gone(gone: Gone) -> Gone:
    """Let gone(people) say who of them takes part no more in what the meeting is held for: no link lets them in."""
    return _add(GONE, gone)


def register_growth(offer: Grow, tell: Grown) -> None:
    """Let a line grow into something of a package above, such as a notice to an office.

    offer(line, by) leads to where that is made of it, without a query: it is asked for each line of a page.
    tell(lines, by) says what was made of these: {(meeting, line): [(what, where)]}, by the rights of `by`.
    """
    _add(GROWTHS, (offer, tell))


def offers(line: MinutesLine, by: Actor) -> list[Way]:
    """Return what can be made of a line, and where."""
    return [way for offer, _tell in GROWTHS for way in offer(line, by)]


def grown(lines: Sequence[MinutesLine], by: Actor) -> dict[Where, list[Way]]:
    """Return what was made of lines."""
    found: dict[Where, list[Way]] = {}
    for _offer, tell in GROWTHS if lines else ():
        for where, ways in tell(lines, by).items():
            found.setdefault(where, []).extend(ways)
    return found


def facts(meeting: Meeting, by: Actor) -> list[Fact]:
    """Return what more is to be known of a meeting."""
    return [one for tell in TELLERS for one in tell(meeting, by)]


def deeds(meeting: Meeting, by: Actor) -> list[tuple[str, str]]:
    """Return where its page leads on: (what, where)."""
    return [one for offer in OFFERS for one in offer(meeting, by)]


def masked(meeting: Meeting, people: Sequence[Invited], by: Actor) -> set[UUID]:
    """Return of whom no name may be read."""
    return {id for mask in MASKS for id in mask(meeting, people, by)} if people else set()


def gone(people: Sequence[Invited]) -> set[UUID]:
    """Return who takes part no more in what the meeting is held for."""
    return {id for find in GONE for id in find(people)} if people else set()


def about(ids: Collection[UUID], by: Actor) -> dict[UUID, About]:
    """Return what these are held for; what nobody tells of is held by the service for itself."""
    asked = set(ids)
    return {id: one for find in FINDERS for id, one in find(asked, by).items()} if asked else {}


def usual(held_for: UUID, by: Actor) -> list[Guest]:
    """Return who takes part in what a meeting is held for."""
    return [guest for find in USUAL for guest in find(held_for, by)]


def others(meeting: Meeting, by: Actor) -> list[Offered]:
    """Return who takes part in what a meeting is held for and is not on its list yet."""
    return [one for find in OTHERS for one in find(meeting, by)]


def mine(by: Actor) -> list[UUID]:
    """Return which people on lists stand for `by`, though by no membership."""
    return [one for find in MINE for one in find(by)]


def advice(meeting: Meeting, people: Collection[Invited]) -> list[str]:
    """Return all hints on a meeting."""
    return [text for advise in ADVISERS for text in advise(meeting, people)]


def _add(known: list[T], one: T) -> T:
    if one not in known:
        known.append(one)
    return one
