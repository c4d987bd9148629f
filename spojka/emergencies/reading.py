"""Cards with their entries, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.codelists.catalogue import Catalogue, Item, catalogue
from spojka.codelists.words import CARD_KINDS
from spojka.encounters.models import Shift
from spojka.figures import dated
from spojka.members.people import names_of

from .calling import calls_of
from .models import Alert, AlertAnswer, CardEntry, IntoxicationCard

CHECKS = ("consciousness", "breathing", "pulse", "temperature", "skin")  # these turn the timer back
CALLED = (
    "ambulance_called",
    "ambulance_there",
    "end_ambulance",
    "alert_ambulance",
)  # nobody need be told to call any more


@dataclass(frozen=True)
class Line:
    """One entry as it is told."""

    entry: CardEntry | Alert | AlertAnswer
    name: str
    kind: str
    calls: bool  # says by itself that 155 is to be called
    by: str

    @property
    def is_check(self) -> bool:
        return self.kind in CHECKS


@dataclass(frozen=True)
class Group:
    """The buttons of one kind."""

    kind: str
    name: str
    items: list[Item]


def check_minutes(on: date) -> int:
    """Return after how many minutes without a check the timer warns."""
    return int(dated.value("card_check", "warn", on).low)


def groups(lists: Catalogue) -> list[Group]:
    """Return the buttons of a card by their kinds, in the order in which one looks at a person."""
    found = lists.items("card_entry")
    of = {kind: [item for item in found if item.extra.get("kind") == kind] for kind in CARD_KINDS}
    made = [Group(kind, str(name), of[kind]) for kind, name in CARD_KINDS.items()]
    return [group for group in made if group.items]


def lines(cards: Iterable[IntoxicationCard], shift: Shift, by: Actor) -> dict[Any, list[Line]]:
    """Return the standing entries of each card as they happened; that they were read is remembered."""
    to = Permission.CARD_VIEW
    found = rows(CardEntry, by=by, to=to).filter(card__in=[one.pk for one in cards], voided_at=None)
    entries = read(found.order_by("occurred_at", "pk"), by=by, to=to)
    names, lists = names_of({one.recorded_by for one in entries}), catalogue(shift.service, shift.day)
    told: dict[Any, list[Line]] = {one.pk: [] for one in cards}
    for entry in entries:
        item = lists.find("card_entry", entry.code)
        extra = item.extra if item else {}
        name = item.name if item else entry.code
        line = Line(entry, name, extra.get("kind", ""), bool(extra.get("calls")), names.get(entry.recorded_by, ""))
        told[entry.card_id].append(line)
    for call in calls_of(shift, by, card__in=list(told)):
        told[call.alert.card_id] += [Line(row, name, "help", False, call.by) for row, name in call.lines]
    return {card: sorted(found, key=lambda line: line.entry.occurred_at) for card, found in told.items()}


def last_check(card: IntoxicationCard, told: Iterable[Line]) -> datetime:
    """Return when somebody looked last; the start is a look too."""
    return max([card.occurred_at, *(line.entry.occurred_at for line in told if line.is_check)])
