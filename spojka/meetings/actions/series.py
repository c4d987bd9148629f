"""Series: their rule, and who is usually invited."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.network.models import Service

from ..content import Guest, Rule
from ..guests import check, columns
from ..models import MeetingSeries, Rhythm, SeriesMember
from ..own import sealed


@action(Permission.SERIES_START, on="service")
def start(
    *,
    by: Actor,
    id: UUID,
    service: Service,
    kind: str,
    title: str,
    place: str,
    rule: Rule,
    held_for: UUID | None = None,
    needs: str = "",
) -> MeetingSeries:
    """Begin a series. `held_for` is what it is about; without it it is the service's own."""
    MeetingSeries.objects.all().stop_if_known(id, service)
    said = sealed(called_as=title, place=place) | _rule(rule)
    about = {"kind": kind, "held_for": held_for or new_id(), "needs": needs, "started_by": by.id}
    return MeetingSeries(**service.ownership, **about, **said, id=id).add()


@action(Permission.SERIES_CHANGE, on="series")
def change(*, by: Actor, series: MeetingSeries, title: str, place: str, rule: Rule) -> MeetingSeries:
    """Give a series another rule or end; meetings that were called stay as they are."""
    return series.change(**sealed(called_as=title, place=place), **_rule(rule))


@action(Permission.SERIES_JOIN, on="series")
def join(*, by: Actor, series: MeetingSeries, guest: Guest) -> SeriesMember:
    """Invite somebody to each meeting that will be called."""
    SeriesMember.objects.all().stop_if_known(guest.id, series.service)
    now = series.members.filter(ended_at=None).select_related("membership__user")
    check(guest, now, series)
    return SeriesMember(**series.ownership, **columns(guest), series=series, added_by=by.id).add()


@action(Permission.SERIES_LEAVE, on="member")
def leave(*, by: Actor, member: SeriesMember, at: datetime) -> SeriesMember:
    """Invite somebody no more to what will be called."""
    return member if member.ended_at else member.change(ended_at=at)


@action(Permission.SERIES_REJOIN, on="member")
def put_back(*, by: Actor, member: SeriesMember) -> SeriesMember:
    """Invite somebody again who was taken off by a slip."""
    if member.ended_at is None:
        return member
    guest = Guest(member.membership, name=member.called, house=member.of_house, email=member.address)
    now = member.series.members.filter(ended_at=None).select_related("membership__user")
    check(guest, now, member.series)
    return member.change(ended_at=None)


def _rule(rule: Rule) -> dict[str, Any]:
    if rule.ends_on and rule.ends_on < rule.starts_on:
        raise Refusal(_("The last day can't be before the first one."), field="ends_on")
    if rule.rhythm == Rhythm.MONTH and not rule.nth:
        raise Refusal(_("Choose which one of the month."), field="nth")
    if rule.rhythm != Rhythm.FREE and rule.weekday is None:
        raise Refusal(_("Choose the weekday."), field="weekday")
    said = {name: getattr(rule, name) for name in ("rhythm", "every", "starts_on", "ends_on", "hour", "minutes")}
    said |= {"nth": rule.nth if rule.rhythm == Rhythm.MONTH else None}
    return said | {"weekday": rule.weekday if rule.rhythm != Rhythm.FREE else None}
