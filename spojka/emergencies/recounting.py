"""Extraordinary events in words: first steps, the lines of a record, who was there, numbers by kind."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.codelists.catalogue import Catalogue, Item
from spojka.members.people import names_of

from .models import EntryKind, Incident, IncidentEntry, IncidentPerson, Part

LISTS = {EntryKind.KIND: "incident_kind", EntryKind.STEP: "incident_step"}
WRITTEN = [one for one in EntryKind if one not in LISTS]


@dataclass(frozen=True)
class Step:
    """One step of a card, and how soon it should be done."""

    item: Item
    within: str


@dataclass(frozen=True)
class FirstSteps:
    """The card of one kind: what to do first."""

    kind: Item
    steps: list[Step]


@dataclass(frozen=True)
class Told:
    """One line of a record."""

    entry: IncidentEntry
    heading: str
    name: str  # of a step or a kind
    by: str
    is_after: bool  # came after the head had signed

    @property
    def code(self) -> str:
        """As the button of the phone says it."""
        return f"{self.entry.kind}.{self.entry.code}" if self.entry.code else self.entry.kind

    @property
    def words(self) -> str:
        return " · ".join(one for one in (self.name, self.entry.text) if one)


def first_steps(lists: Catalogue) -> list[FirstSteps]:
    """Return the cards of all kinds, those without steps too: the kind may still be chosen."""
    steps = lists.items("incident_step")
    kinds = lists.items("incident_kind")
    return [
        FirstSteps(kind, [Step(one, within(one.extra["within"])) for one in steps if one.extra.get("of") == kind.code])
        for kind in kinds
    ]


def within(minutes: int) -> str:
    """Say how soon something should be done."""
    if minutes < 2:
        return _("at once")
    if minutes < 120:
        return ngettext("within %(n)s minute", "within %(n)s minutes", minutes) % {"n": minutes}
    return _("within %(n)s hours") % {"n": minutes // 60}


def told(incidents: Iterable[Incident], lists: Catalogue, by: Actor) -> dict[Any, list[Told]]:
    """Return the standing lines of each record as they happened; that they were read is remembered."""
    of = {one.pk: one for one in incidents}
    found = rows(IncidentEntry, by=by, to=Permission.INCIDENT_VIEW).filter(incident__in=list(of), voided_at=None)
    entries = read(found.order_by("occurred_at", "pk"), by=by, to=Permission.INCIDENT_VIEW)
    names = names_of({one.recorded_by for one in entries})
    made: dict[Any, list[Told]] = {pk: [] for pk in of}
    for entry in entries:
        signed_at = of[entry.incident_id].signed_at
        is_after = signed_at is not None and entry.recorded_at > signed_at
        heading = str(EntryKind(entry.kind).label)
        made[entry.incident_id].append(
            Told(entry, heading, _name(entry, lists), names.get(entry.recorded_by, ""), is_after)
        )
    return made


def _name(entry: IncidentEntry, lists: Catalogue) -> str:
    if not entry.code:
        return ""
    item = lists.find(LISTS[EntryKind(entry.kind)], entry.code)
    return item.name if item else entry.code


def last(lines: Iterable[Told], kind: EntryKind) -> str:
    """Return what was last said of one thing before the head signed, so that a signed record stays as it was."""
    return next((one.entry.text for one in reversed(list(lines)) if one.entry.kind == kind and not one.is_after), "")


def named(incident: Incident, by: Actor) -> list[IncidentPerson]:
    """Return who is said to have been there and, to the head and to themselves alone, who is said to be hurt."""
    found = rows(IncidentPerson, by=by, to=Permission.INCIDENT_VIEW).filter(incident=incident, taken_off_at=None)
    if not by.can(Permission.INCIDENT_OVERSEE, incident):
        found = found.exclude(part=Part.HURT) | found.filter(part=Part.HURT, membership_id__in=_own(by))
    found = found.select_related("membership__user", "incident").order_by("recorded_at", "pk")
    return read(found, by=by, to=Permission.INCIDENT_VIEW)


def people(listed: Iterable[IncidentPerson], incident: Incident) -> dict[str, list[str]]:
    """Return the names of `named` by the part they had."""
    return {part.value: [_named(one, incident) for one in listed if one.part == part] for part in Part}


def _named(person: IncidentPerson, incident: Incident) -> str:
    """Return a name; one that came after the head had signed says so."""
    name = str(person.membership.user.name)
    is_after = incident.signed_at is not None and person.recorded_at > incident.signed_at
    return f"{name} ({_('added after signing')})" if is_after else name


def _own(by: Actor) -> list[str]:
    return [by.id] if by.user else []


def by_kind(incidents: Iterable[Incident], names: dict[str, str]) -> list[tuple[str, int]]:
    """Return the number of standing events of each kind, the commonest first."""
    counted = Counter(one.kind for one in incidents if not one.voided_at)
    return [(names.get(kind, kind), n) for kind, n in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))]
