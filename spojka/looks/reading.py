"""What the client's own look shows: what was done together, with whom it is shared, who looked."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from spojka.access.actor import Actor, ActorKind
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.access.roles import ROLE_NAMES
from spojka.audit.models import Entry, Seen
from spojka.clients.merging import columns
from spojka.clients.models import Client
from spojka.network.models import Membership

from .models import AccessSheet, Remark

LOOK = Permission.LOOK_VIEW
REMARKS = Permission.REMARK_VIEW


@dataclass
class Looked:
    """Who looked into the record on one day: organisation, role and working name, from when to when."""

    day: date
    organisation: str
    role: str
    name: str
    times: list[datetime] = field(default_factory=list)


def sheets_of(client: Client, by: Actor) -> list[Any]:
    """Return the access sheets of a client, the newest first."""
    found = rows(AccessSheet, by=by, to=LOOK).filter(client=client).order_by("-recorded_at", "-pk")
    return read(found, by=by, to=LOOK)


def remarks_of(client: Client, by: Actor) -> list[Any]:
    """Return what a client said of their record, the newest first."""
    found = rows(Remark, by=by, to=REMARKS).filter(client=client).order_by("-recorded_at", "-pk")
    return read(found, by=by, to=REMARKS)


def waiting(by: Actor, most: int = 50) -> list[Any]:
    """Return remarks that wait for an answer, the oldest first."""
    if not by.may(Permission.REMARK_ANSWER):
        return []
    found = rows(Remark, by=by, to=Permission.REMARK_ANSWER).open().select_related("client", "service")
    return read(found.order_by("recorded_at", "pk")[:most], by=by, to=REMARKS)


def who_looked(client: Client, by: Actor, since: datetime, most: int = 400) -> list[Looked]:
    """Return who saw or wrote anything of a client since then, by day and person, the newest first.

    The client's own look is left out; so is what no person did.
    """
    by.require(Permission.CONSENT_VIEW, _any_ledger(client, by))
    ids = Q(row_id=client.pk)
    for model, column in columns():
        ids |= Q(row_id__in=model._default_manager.filter(**{column: client.pk}).values("pk"))
    seen = Seen.objects.filter(ids, entry__recorded_at__gte=since).values("entry_id")
    people = Entry.objects.filter(pk__in=seen, actor_kind=ActorKind.MEMBER).order_by("-recorded_at", "-pk")
    return _grouped(list(people[:most]))


def _any_ledger(client: Client, by: Actor) -> AccessSheet:
    return AccessSheet.objects.allowed(by, LOOK).filter(client=client).order_by("-recorded_at", "-pk")[:1].get()


def _grouped(entries: list[Entry]) -> list[Looked]:
    members = {str(one.pk): one for one in _members({entry.actor_id for entry in entries})}
    found: dict[tuple[date, str], Looked] = {}
    times: dict[tuple[date, str], list[datetime]] = defaultdict(list)
    for entry in entries:
        who, day = members.get(entry.actor_id), timezone.localdate(entry.recorded_at)
        if who is None:
            continue
        role = str(ROLE_NAMES.get(entry.role, entry.role))
        key = day, entry.actor_id
        found.setdefault(key, Looked(day, who.organisation.name, role, who.user.name))
        times[key].append(entry.recorded_at)
    for key, looked in found.items():
        looked.times = [min(times[key]), max(times[key])]
    return list(found.values())


def _members(ids: set[str]) -> list[Membership]:
    known = [UUID(id) for id in ids if len(id) == 36]
    return list(Membership.objects.filter(pk__in=known).select_related("user", "organisation").order_by("pk"))
