"""The slides of the projection: what stands on each, and how the drawing moves with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from . import shipped

FROM_AFAR = 5  # more lines could not be read from three metres; the table has them all
WITH = "with"  # the fourth slide of a class: what raises the risk


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """A combination as the slide of one of its halves tells it."""

    name: str
    risk: str
    risk_name: str
    what: str
    basis: str  # said only where there is less than a consensus


@dataclass(frozen=True, kw_only=True)
class Slide:
    """One screen."""

    of: str
    name: str
    system: str
    system_name: str
    big: str
    more: str
    moves: dict[str, str]
    meetings: tuple[Meeting, ...] = ()

    @property
    def id(self) -> str:
        return f"{self.of}-{self.system}"

    @property
    def is_dense(self) -> bool:
        return len(self.meetings) > 3


def tabs() -> dict[str, str]:
    """Return the names of the slides that each class has."""
    return {code: str(words) for code, words in shipped.systems().items()} | {WITH: _("Combinations")}


def slides() -> list[Slide]:
    """Return all slides, class by class."""
    return [slide for one in shipped.classes().values() for slide in _of(one)]


def _of(one: shipped.SubstanceClass) -> Iterator[Slide]:
    moves = {system: effect.move for system, effect in one.effects.items()}
    usual = {"of": one.code, "name": str(one.name), "moves": moves}
    names = tabs()
    for system, effect in one.effects.items():
        said = {"big": str(effect.big), "more": str(effect.more)}
        yield Slide(**usual, system=system, system_name=names[system], **said)
    found = tuple(meetings(one.code))[:FROM_AFAR]
    yield Slide(**usual, system=WITH, system_name=names[WITH], big=_("What raises the risk"), more="", meetings=found)


def meetings(code: str) -> Iterator[Meeting]:
    """Return what raises the risk of a class, the most dangerous first."""
    for one in shipped.combinations():
        halves = [shipped.belongs_to(half) for half in one.of]
        if code not in halves:
            continue
        here, other = one.of if halves[0] == code else one.of[::-1]
        name = shipped.name_of(other)
        if here != code:  # tramadol stands with the opioids: then both are named
            name = f"{shipped.name_of(here)} + {name}"
        risk = str(shipped.RISKS[one.risk])
        basis = "" if one.basis == "consensus" else str(shipped.BASES[one.basis])
        yield Meeting(name=name, risk=one.risk, risk_name=risk, what=str(one.what), basis=basis)
