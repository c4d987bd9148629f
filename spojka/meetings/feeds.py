"""Feeds: the calendar of one member, and that of one series, for who knows its address."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from django.utils import timezone

from spojka.access import fence
from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.links.doors import LinkOver
from spojka.network.models import Membership

from . import calendars, rule
from .doors import CALENDAR, come
from .models import Invited, Meeting, MeetingSeries

VIEW = Permission.MEETING_VIEW
Find = Callable[[Actor, datetime], Iterable[calendars.Dated]]
FINDERS: list[Find] = []
BACK, AHEAD = timedelta(days=90), timedelta(days=400)
RELATED = ("series", "organisation")


def register_dated(find: Find) -> Find:
    """Let find(member, at) tell what of other packages is due when, for the calendar of a member."""
    if find not in FINDERS:
        FINDERS.append(find)
    return find


def of(token: str, at: datetime) -> bytes:
    """Return the feed of an address. Raises LinkOver where it opens nothing, also after somebody left."""
    visit = come(token, CALENDAR, at)
    series = (
        rows(MeetingSeries, by=visit.actor, to=VIEW).filter(pk=visit.row_id).select_related("organisation").first()
    )
    if series:
        return _of_series(series, visit.actor, at)
    today = timezone.localdate(at)
    member = Membership.objects.valid(today).filter(pk=visit.row_id).select_related("user", "organisation").first()
    if member is None:
        raise LinkOver
    return _of_member(member, at)


def _of_series(series: MeetingSeries, by: Actor, at: datetime) -> bytes:
    found = rows(Meeting, by=by, to=VIEW).filter(series=series, starts_at__gt=at - BACK, starts_at__lt=at + AHEAD)
    met = read(found.select_related(*RELATED).order_by("starts_at", "pk"), by=by, to=VIEW)
    called = calendars.words(series.get_kind_display(), series.organisation)
    return calendars.feed(met, [(series, on) for on in _ahead(series, by, at)], called)


def _of_member(member: Membership, at: datetime) -> bytes:
    by = Actor.member(member)
    fence.tell(by)
    mine = rows(Invited, by=by, to=VIEW).filter(membership=member, ended_at=None)
    found = rows(Meeting, by=by, to=VIEW).filter(pk__in=mine.values("meeting"))
    found = found.filter(starts_at__gt=at - BACK, starts_at__lt=at + AHEAD).select_related(*RELATED)
    met = read(found.order_by("starts_at", "pk"), by=by, to=VIEW)
    own = rows(MeetingSeries, by=by, to=VIEW).filter(members__membership=member, members__ended_at=None)
    ahead = [(one, on) for one in own.select_related("organisation").order_by("pk") for on in _ahead(one, by, at)]
    dated = [one for find in FINDERS for one in find(by, at)]
    return calendars.feed(met, ahead, str(member.organisation), dated, at)


def _ahead(series: MeetingSeries, by: Actor, at: datetime) -> list[date]:
    """Return the dates of a rule that nobody has called yet and that hit no holiday: those wait for a word."""
    today = timezone.localdate(at)
    of_series = rows(Meeting, by=by, to=VIEW).filter(series=series, planned_on__gte=today)
    called = set(of_series.values_list("planned_on", flat=True))
    days = rule.dates(series, today, today + AHEAD)
    return [on for on in days if on not in called and not rule.is_holiday(on)]
