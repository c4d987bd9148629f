"""What pages show of groups: sessions of a year with their sums, who came, who uses to come."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q, Sum

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.clients.models import Client
from spojka.network.models import Membership

from .models import GroupAttendee, GroupSession

VIEW = Permission.GROUP_VIEW
STANDING = Count("attendees", filter=Q(attendees__encounter__voided_at=None))
RECENT = timedelta(days=120)
MOST = 60


@dataclass(frozen=True)
class SumOf:
    """How many sessions of one kind, and how many came."""

    act: str
    sessions: int
    known: int
    others: int

    @property
    def people(self) -> int:
        return self.known + self.others


def sessions(by: Actor, year: int) -> list[Any]:
    """Return the sessions of a year, the last ones first, with how many came."""
    found = rows(GroupSession, by=by, to=VIEW).filter(day__year=year).select_related("shift__place", "shift__event")
    found = found.annotate(known=STANDING).order_by("-starts_at", "pk")
    return read(found[:300], by=by, to=VIEW)


def sums(by: Actor, year: int) -> list[SumOf]:
    """Return sessions and participants of a year by kind."""
    found = rows(GroupSession, by=by, to=VIEW).standing().filter(day__year=year).order_by("act")
    known = dict(found.values_list("act").annotate(n=STANDING))
    counted = found.values_list("act").annotate(n=Count("pk"), others=Sum("others"))
    return [SumOf(act, n, known.get(act, 0), others) for act, n, others in counted]


def years(by: Actor, today: date) -> list[int]:
    found = {day.year for day in rows(GroupSession, by=by, to=VIEW).dates("day", "year")}
    return sorted(found | {today.year}, reverse=True)


def who_came(session: GroupSession, by: Actor) -> list[Any]:
    """Return the known participants with their contacts."""
    found = rows(GroupAttendee, by=by, to=VIEW).filter(session=session).select_related("encounter__client")
    return read(found.order_by("encounter__client__code", "pk"), by=by, to=VIEW)


def regulars(by: Actor, service: Any, day: date, session: GroupSession | None = None) -> list[Any]:
    """Return the clients who came to groups lately: those one may tick. They are in the session's form already."""
    recent = GroupAttendee.objects.filter(session__service=service, session__day__gte=day - RECENT)
    recent = recent.filter(session__voided_at=None)
    came = Q(pk__in=recent.values("encounter__client_id"))
    if session:
        came |= Q(pk__in=session.attendees.values("encounter__client_id"))
    found = rows(Client, by=by, to=Permission.CLIENT_VIEW).filter(came, service=service)
    return read(found.order_by("code", "pk")[:MOST], by=by, to=Permission.CLIENT_VIEW)


def colleagues(by: Actor, service: Any) -> list[Any]:
    """Return who may lead, or agree: the members of the service."""
    listed = rows(Membership, by=by, to=Permission.MEMBER_VIEW).filter(services=service)
    return list(listed.select_related("user").order_by(by_name("user__name"), "pk"))
