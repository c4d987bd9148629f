"""The audit as lines for a page: readings of one reader within a quarter of an hour are one line."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from django.apps import apps

from spojka.access.actor import Actor
from spojka.access.owned import Owned
from spojka.access.permissions import Permission
from spojka.access.roles import ROLE_NAMES
from spojka.audit.models import Entry, Seen
from spojka.network.models import Membership

from . import words

QUARTER = timedelta(minutes=15)


@dataclass(frozen=True)
class Who:
    """Who acted: organisation, role and working name, which all others but members lack."""

    name: str
    role: str
    house: str = ""
    at_tablet: bool = False


@dataclass(frozen=True)
class Line:
    """One deed, or what one reader saw of one page within a quarter of an hour."""

    who: Who
    what: str
    first: datetime
    last: datetime
    is_reading: bool
    kinds: list[tuple[str, int]]
    model: str
    row: UUID | None


def owned_kinds() -> dict[str, type[Owned]]:
    """Return the models whose rows have a page of who has seen them, by the name that the audit remembers."""
    return {model._meta.label: model for model in apps.get_models() if issubclass(model, Owned)}


def without_dead_ends(lines: list[Line], by: Actor) -> list[Line]:
    """Return `lines` that lead to a row only where `by` may ask who has seen it."""
    named = defaultdict(set)
    for line in lines:
        named[line.model].add(line.row)
    kinds = owned_kinds()
    open_rows = {
        pk
        for label, ids in named.items()
        if label in kinds
        for pk in kinds[label]
        .objects.allowed(by, Permission.AUDIT_VIEW)
        .filter(pk__in=ids)
        .values_list("pk", flat=True)
    }
    return [line if line.row in open_rows else replace(line, row=None) for line in lines]


def quarter(at: datetime) -> datetime:
    """Return when the quarter of an hour began that `at` lies in."""
    return at - timedelta(minutes=at.minute % 15, seconds=at.second, microseconds=at.microsecond)


def names_of(entries: Iterable[Entry]) -> dict[str, Who]:
    """Return who the actors of `entries` are, by the id that the audit remembers."""
    entries = list(entries)
    ids = {entry.actor_id for entry in entries if entry.actor_kind == "member"}
    members = Membership.objects.filter(pk__in=ids).select_related("user", "organisation")
    known = {str(m.pk): m for m in members.order_by("pk")}
    return {entry.actor_id: _who(entry, known.get(entry.actor_id)) for entry in entries}


def where(people: dict[str, Who], entry: Entry) -> Who:
    """Return who acted in `entry`, with the tablet it was done at."""
    return replace(people[entry.actor_id], at_tablet=entry.tablet_id is not None)


def _who(entry: Entry, member: Membership | None) -> Who:
    role = str(ROLE_NAMES.get(entry.role, entry.role))  # the role of that time, not today's
    if member is None:
        return Who(name="", role=role)
    return Who(name=member.user.name, role=role, house=member.organisation.name)


def lines_of(entries: Sequence[Entry]) -> list[Line]:
    """Return `entries`, newest first, as lines."""
    people = names_of(entries)
    shown = _rows_shown([entry.pk for entry in entries if entry.is_reading])
    groups: dict[tuple, list[Entry]] = defaultdict(list)
    for entry in entries:
        alone = "" if entry.is_reading else str(entry.pk)
        groups[entry.actor_id, entry.tablet_id, entry.verb, quarter(entry.recorded_at), alone].append(entry)
    return [_line(group, where(people, group[0]), shown) for group in groups.values()]


def _rows_shown(readings: list[UUID]) -> dict[UUID, set[tuple[str, UUID]]]:
    shown: dict[UUID, set[tuple[str, UUID]]] = defaultdict(set)
    seen = Seen.objects.filter(entry__in=readings).order_by("pk")
    for entry_id, model, row_id in seen.values_list("entry_id", "model", "row_id"):
        shown[entry_id].add((model, row_id))
    return shown


def _line(group: list[Entry], who: Who, shown: dict[UUID, set[tuple[str, UUID]]]) -> Line:
    newest, oldest = group[0], group[-1]
    if not newest.is_reading:
        kinds = [(words.record(newest.subject_model), 1)]
        what = words.verb(newest.verb)
        return Line(
            who, what, oldest.recorded_at, newest.recorded_at, False, kinds, newest.subject_model, newest.subject_id
        )
    rows = set().union(*(shown[entry.pk] for entry in group))
    counts: dict[str, int] = defaultdict(int)
    for model, _row in rows:
        counts[model] += 1
    kinds = sorted((words.record(model), count) for model, count in counts.items())
    model, only = next(iter(rows)) if len(rows) == 1 else ("", None)
    return Line(who, "", oldest.recorded_at, newest.recorded_at, True, kinds, model, only)
