"""Who comes by a link: for one meeting or one calendar of one service, and nothing else of it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from spojka.access import fence
from spojka.access.actor import Actor, ActorKind
from spojka.access.models import Bar
from spojka.access.roles import BY_LINK
from spojka.links import doors as links
from spojka.network.models import Service

from . import beside
from .models import Invited, Meeting, MeetingLink

ANSWER, MINUTES, HERE = "meeting answer", "meeting minutes", "meeting here"
CALENDAR = "calendar"
LONG = timedelta(days=3650)  # a calendar holds until it is taken back


@dataclass(frozen=True)
class Visit:
    """Somebody with a link: as whom they act, and to which row they came."""

    actor: Actor
    link: MeetingLink

    @property
    def row_id(self) -> UUID:
        return self.link.row_id


def issue(purpose: str, token: str, row_id: UUID, service_id: UUID, *, at: datetime, lasts: timedelta) -> MeetingLink:
    """Write down a link that leads to a row."""
    link = links.issue(purpose=purpose, token=token, at=at, lasts=lasts)
    return MeetingLink(link=link, service_id=service_id, row_id=row_id).add()


def withdraw(row_id: UUID, purposes: Iterable[str], at: datetime) -> None:
    """Take all links back that lead to a row."""
    for one in MeetingLink.objects.filter(row_id=row_id, link__purpose__in=purposes).select_related("link"):
        links.withdraw(one.link, at)


def come(token: str, purpose: str, at: datetime) -> Visit:
    """Return who comes with a token. Raises LinkOver for any that opens nothing (any more)."""
    found = MeetingLink.objects.filter(link=links.find(purpose=purpose, token=token, at=at))
    row = found.select_related("link", "service__organisation").first()
    if row is None:
        raise links.LinkOver
    actor = by_link(row.link_id, row.service)
    fence.tell(actor)  # untold again by the middleware
    return Visit(actor, row)


def shut_out(meeting: Meeting, people: Sequence[Invited], gone: Collection[UUID] | None = None) -> set[UUID]:
    """Return whom neither a letter nor a link reaches any more.

    They left the house, are kept apart from whom the meeting is about, or take part in it no more: `gone`, if it was
    asked for already (beside.gone).
    """
    kept_out = Bar.objects.current(timezone.now()).filter(subject_id=meeting.held_for)
    apart = set(kept_out.values_list("kept_out_id", flat=True))
    gone = beside.gone(people) if gone is None else gone
    return {*gone} | {one.pk for one in people if one.has_left or (apart and _is_one_of(apart, one))}


def _is_one_of(apart: set[UUID], person: Invited) -> bool:
    if person.membership is None:
        return False
    services = person.membership.services.values_list("pk", flat=True)
    return not apart.isdisjoint({person.membership.pk, *services})


def by_link(link_id: UUID, service: Service) -> Actor:
    """Return whoever holds a link. Views show them the rows of their one meeting alone; the audit names the link."""
    acts = Actor.system("meeting link", service, BY_LINK)
    return replace(acts, kind=ActorKind.LINK_HOLDER, id=str(link_id), role=ActorKind.LINK_HOLDER)
