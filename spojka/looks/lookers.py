"""Who looked into the record of a client, as the client may know it: opened it, wrote into it, took a file with it."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.dateparse import parse_date

from spojka.access.actor import Actor, ActorKind
from spojka.access.doors import acting_for, rows
from spojka.access.models import Basis, Grant
from spojka.access.permissions import Permission
from spojka.access.roles import ROLE_NAMES
from spojka.audit.models import Entry, Seen, Taken
from spojka.base.ids import id_from
from spojka.clients.merging import columns
from spojka.clients.models import Client
from spojka.consents.models import Opening, Told
from spojka.encounters.models import Encounter
from spojka.network.models import Membership, Service

from .models import AccessSheet

YEAR = timedelta(days=366)  # back to which the client is told


@dataclass
class Looked:
    """Who looked into the record on one day: organisation, role and working name, from when to when, and how."""

    day: date
    organisation: str
    role: str
    name: str
    times: list[datetime]
    wrote: bool = False
    took: bool = False  # a file with records of the service, in which the client's may have been


def who_looked(client: Client, by: Actor, since: datetime) -> list[Looked]:
    """Return all who saw or wrote anything of a client since then, by day and person, the newest first.

    The client's own look is left out; so is what no person did, and who is told on a ground that the client may not
    know yet: it would tell them what telling endangers.
    """
    require_look(client, by)
    with as_service(client, by, Permission.OPENING_VIEW) as asks:
        files, grounds = _files(client, since), Grounds(client, asks)
        seen = Seen.objects.filter(_of(client, "row_id"), entry__recorded_at__gte=since).values("entry_id")
        did = Q(_of(client, "subject_id"), recorded_at__gte=since) | Q(pk__in=seen) | Q(pk__in=files)
        people = Entry.objects.filter(did, actor_kind=ActorKind.MEMBER).order_by("-recorded_at", "-pk")
        return _grouped(list(people.only("recorded_at", "actor_id", "role", "is_reading")), grounds, files)


def require_look(client: Client, by: Actor) -> None:
    """Let nobody go on but the client's own look, and who may give it."""
    if not (by.can(Permission.LOOK_ISSUE, client) or _has_own_look(client, by)):
        raise PermissionDenied(Permission.LOOK_VIEW)


@contextmanager
def as_service(client: Client, by: Actor, *permissions: Permission) -> Iterator[Actor]:
    """Ask as the client's service: of the rows that were seen the own look itself does not open all."""
    with for_service(client.service, by, *permissions) as asks:
        yield asks


@contextmanager
def for_service(service: Service, by: Actor, *permissions: Permission) -> Iterator[Actor]:
    """Ask as a service for a while, and be `by` again."""
    with acting_for(service, by, *permissions, name="own look") as asks:
        yield asks


def _has_own_look(client: Client, by: Actor) -> bool:
    return bool(rows(AccessSheet, by=by, to=Permission.LOOK_VIEW).filter(client=client).exists())


def _of(client: Client, column: str) -> Q:
    """Return the condition that a column names the client or a row of theirs."""
    found = Q(**{column: client.pk})
    for model, leads in columns():
        found |= Q(**{f"{column}__in": model._default_manager.filter(**{leads: client.pk}).values("pk")})
    return found


def _files(client: Client, since: datetime) -> set[UUID]:
    """Return the readings by which files of the service were taken away that may hold a contact of the client.

    A file names no rows; what was asked for tells its days. So it is more than it was, never less.
    """
    taken = Taken.objects.filter(services__contains=str(client.service_id), entry__recorded_at__gte=since)
    listed = list(taken.select_related("entry").order_by("pk"))
    if not listed:
        return set()
    theirs = Encounter.objects.filter(client=client).order_by("occurred_at")
    met = [(timezone.localdate(at), wrote) for at, wrote in theirs.values_list("occurred_at", "recorded_at")]
    return {one.entry_id for one in listed if _holds(one, met)}


def _holds(taken: Taken, met: list[tuple[date, datetime]]) -> bool:
    asked = QueryDict(taken.asked)
    since, until = (_day(asked.get(name, "")) for name in ("since", "until"))
    return any(
        wrote <= taken.entry.recorded_at and (since is None or day >= since) and (until is None or day <= until)
        for day, wrote in met
    )


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _grouped(entries: list[Entry], grounds: "Grounds", files: set[UUID]) -> list[Looked]:
    members = {str(one.pk): one for one in _members({entry.actor_id for entry in entries})}
    groups: dict[tuple[date, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        who = members.get(entry.actor_id)
        if who is not None and grounds.is_known(who, entry.recorded_at):
            groups[timezone.localdate(entry.recorded_at), entry.actor_id].append(entry)
    return [
        Looked(
            day,
            members[id].organisation.name,
            str(ROLE_NAMES.get(group[0].role, group[0].role)),
            members[id].user.name,
            [group[-1].recorded_at, group[0].recorded_at],
            wrote=any(not entry.is_reading for entry in group),
            took=any(entry.pk in files for entry in group),
        )
        for (day, id), group in groups.items()
    ]


def _members(ids: set[str]) -> "QuerySet[Membership]":
    known = {id_from(id) for id in ids} - {None}
    found = Membership.objects.filter(pk__in=known).select_related("user", "organisation")
    return found.prefetch_related("services").order_by("pk")


class Grounds:
    """On which grounds others see a client, and which of them the client may not know yet."""

    def __init__(self, client: Client, asks: Actor):
        self._service = client.service_id
        others = Grant.objects.filter(subject_id=client.pk).exclude(basis=Basis.OWN_LOOK)
        self._grants = list(others.order_by("pk"))
        self._untold = _untold(client, asks)

    def is_known(self, who: Membership, at: datetime) -> bool:
        """Test whether the client may know that somebody looked then."""
        names = {who.pk, who.organisation_id} | {one.pk for one in who.services.all()}
        theirs = [one for one in self._grants if one.grantee_id in names]
        if self._service in names or not any(one.pk in self._untold for one in theirs):
            return True
        open_ = [one for one in theirs if one.is_open(at)]
        return any(one.pk not in self._untold for one in open_)


def untold(client: Client, by: Actor) -> set[UUID]:
    """Return the grants of which a client may not know yet: the own look tells nothing of whom they let in."""
    with as_service(client, by, Permission.OPENING_VIEW) as asks:
        return _untold(client, asks)


def _untold(client: Client, asks: Actor) -> set[UUID]:
    """Return the grants of which the client was not told."""
    silent = Q(told=Told.NOT_TOLD) | Q(told=Told.AFTER)
    found = rows(Opening, by=asks, to=Permission.OPENING_VIEW).filter(silent, client=client, told_on=None)
    return set(found.exclude(grant=None).values_list("grant_id", flat=True))
