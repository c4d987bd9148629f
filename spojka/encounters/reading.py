"""Encounters on their way to a page: what comes along is audited, what is private stays behind."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Max, Min, Prefetch, Q, QuerySet, prefetch_related_objects

from spojka.access.actor import Actor
from spojka.access.doors import read
from spojka.access.permissions import Permission

from .models import Act, Encounter, Handout, Shift, TakenBack, Topic

# what a line of a list tells; rows come without their long columns, and each shift once however many are its records
LINE = (
    "organisation", "service", "team", "shift", "day", "side", "client", "people", "occurred_at", "is_late", "note",
    "recorded_by", "voided_at", "version",
)  # fmt: skip


@dataclass
class Parts:
    """What one encounter consists of, in codes: (code, how many) given and done, (list, code) talked about."""

    handouts: list[tuple[str, int]] = field(default_factory=list)
    taken: list[tuple[str, int]] = field(default_factory=list)
    topics: list[tuple[str, str]] = field(default_factory=list)
    acts: list[tuple[str, int]] = field(default_factory=list)


def with_clients(found: Iterable[Encounter], *, by: Actor) -> list[Encounter]:
    """Return encounters ready to be shown: their clients' codes are audited as read, notes of others left out.

    A note stays in its service, whatever a grant or the right to read the house opens.
    """
    listed = list(found)
    clients = {row.client.pk: row.client for row in listed if row.client}
    read(clients.values(), by=by, to=Permission.CLIENT_VIEW)
    for row in listed:
        if not row.is_own_of(by):
            row.note = ""  # in memory only; the row is never saved from a page
    return listed


def read_with_clients(found: Iterable[Encounter], *, by: Actor) -> list[Encounter]:
    """Return encounters that come along with another row, audited as read, ready to be shown."""
    return with_clients(read(found, by=by, to=Permission.ENCOUNTER_VIEW), by=by)  # type: ignore[arg-type]


def with_lines(found: Iterable[Encounter], *, by: Actor) -> list[Encounter]:
    """Return a page of encounters ready to be shown in lines: with shifts, clients and parts, one query a kind."""
    listed = list(found)
    shifts = Shift.objects.select_related("event", "place").only("event__name", "place__name", "place__municipality")
    prefetch_related_objects(listed, Prefetch("shift", shifts), "client")
    return with_parts(with_clients(listed, by=by))


def with_parts(listed: list[Encounter]) -> list[Encounter]:
    """Give each encounter `parts`, what its line says. Acts are asked for only where nothing else is said."""
    for row in listed:
        row.parts = Parts()
    by_id = {row.pk: row.parts for row in listed}
    for id, *given in _parts(Handout, by_id).values_list("encounter_id", "code", "quantity"):
        by_id[id].handouts.append(tuple(given))
    for id, *back in _parts(TakenBack, by_id).values_list("encounter_id", "code", "quantity"):
        by_id[id].taken.append(tuple(back))
    for id, *told in _parts(Topic, by_id).values_list("encounter_id", "kind", "code"):
        by_id[id].topics.append(tuple(told))
    silent = [id for id, parts in by_id.items() if not (parts.handouts or parts.taken or parts.topics)]
    for id, *done in _parts(Act, silent).values_list("encounter_id", "code", "quantity"):
        by_id[id].acts.append(tuple(done))
    return listed


def _parts(model: type[Act | Handout | TakenBack | Topic], ids: Iterable[UUID]) -> QuerySet:
    return model.objects.filter(encounter__in=list(ids)).order_by("pk")


def of_shifts(**which: Any) -> Q:
    """Return which encounters are of such shifts; who may see them is asked of the encounters, as ever.

    The days of the shifts, told too, keep a filter by an event from walking through the whole house.
    """
    shifts = Shift.objects.filter(**which)
    first, last = shifts.aggregate(first=Min("day"), last=Max("day")).values()
    return Q(shift__in=shifts.values("pk"), day__range=(first, last)) if first else Q(pk__in=[])
