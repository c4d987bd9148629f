"""What the pages of meetings show."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.owned import Owned
from spojka.access.permissions import Permission
from spojka.base.prepared import prepared
from spojka.base.sorting import by_name
from spojka.network.models import Service

from . import beside, rule
from .doors import CALENDAR, shut_out
from .models import (
    AgendaItem,
    Amendment,
    Invited,
    Meeting,
    MeetingLink,
    MeetingSeries,
    MinutesLine,
    MinutesReply,
    SeriesMember,
)
from .ordering import Standing, arranged

VIEW = Permission.MEETING_VIEW
AHEAD = timedelta(days=200)
MOST_AHEAD = 8
SOON = timedelta(days=7)


@dataclass(frozen=True)
class Slot:
    """One date of a series: what the rule gives, and the meeting that was called or left out for it."""

    on: date
    planned: rule.Planned | None
    meeting: Meeting | None

    @property
    def asks(self) -> bool:
        """Test whether somebody has to say where it goes."""
        return self.meeting is None and self.planned is not None and self.planned.is_holiday


def series_of(by: Actor, today: date, most: int = 100) -> list[Any]:
    """Return the series that go on."""
    found = rows(MeetingSeries, by=by, to=VIEW).filter(Q(ends_on=None) | Q(ends_on__gte=today))
    return read(found.select_related("service", "organisation").order_by("-starts_on", "pk")[:most], by=by, to=VIEW)


def slots(series: MeetingSeries, by: Actor, today: date) -> list[Slot]:
    """Return the next dates of a series, called ones and those that the rule gives."""
    last = today + AHEAD
    ahead = rule.planned(series, today, last)[:MOST_AHEAD]
    of_series = rows(Meeting, by=by, to=VIEW).filter(series=series)
    planned_on = [one.on for one in ahead]
    start = rule.moment(today, datetime.min.time())
    met = read(of_series.filter(Q(starts_at__gte=start) | Q(planned_on__in=planned_on)), by=by, to=VIEW)
    of_day = {one.planned_on: one for one in met if one.planned_on}
    found = [Slot(one.on, one, of_day.pop(one.on, None)) for one in ahead]
    others = [one for one in met if one.planned_on is None or one.planned_on in of_day]
    found += [Slot(timezone.localdate(one.starts_at), None, one) for one in others]
    return sorted(found, key=lambda one: timezone.localdate(one.meeting.starts_at) if one.meeting else one.on)


def past_of(series: MeetingSeries, by: Actor, at: datetime, most: int = 30) -> list[Any]:
    """Return the meetings of a series that were, the last one first."""
    found = rows(Meeting, by=by, to=VIEW).filter(series=series, starts_at__lt=at)
    return read(found.order_by("-starts_at", "pk")[:most], by=by, to=VIEW)


def members_of(series: MeetingSeries, by: Actor) -> list[Any]:
    """Return who is usually invited."""
    found = rows(SeriesMember, by=by, to=VIEW).filter(series=series, ended_at=None)
    return read(found.select_related("membership__user").order_by("recorded_at", "pk"), by=by, to=VIEW)


def people_of(meeting: Meeting, by: Actor) -> list[Any]:
    """Return who is invited or came."""
    found = rows(Invited, by=by, to=VIEW).filter(meeting=meeting, ended_at=None)
    people = read(found.select_related("membership__user").order_by("recorded_at", "pk"), by=by, to=VIEW)
    _mask(meeting, people, by)
    return people


def _mask(meeting: Meeting, people: Sequence[Invited], by: Actor) -> None:
    """Take the names off those whom `by` may not know."""
    hidden = beside.masked(meeting, people, by)
    for one in people:
        one.meeting = meeting
        if one.pk in hidden:
            one.unnamed, one.house, one.email, one.note, one.substitute = _("somebody of the case"), "", "", "", ""


def agenda_of(meeting: Meeting, by: Actor) -> list[Any]:
    """Return the points of the agenda."""
    found = rows(AgendaItem, by=by, to=VIEW).filter(meeting=meeting, dropped_at=None)
    return read(found.order_by("recorded_at", "pk"), by=by, to=VIEW)


def lines_of(meeting: Meeting, by: Actor) -> list[Standing]:
    """Return the lines of the minutes as they stand, in their order; empty ones are left out."""
    return standing(of_minutes(meeting, by))


def standing(wordings: Sequence[MinutesLine]) -> list[Standing]:
    """Return the lines of these wordings as they stand, in their order; empty ones are left out."""
    return [one for one in arranged(wordings) if any(head.text or head.who for head in one.heads)]


def of_minutes(meeting: Meeting, by: Actor) -> list[Any]:
    """Return all wordings of all lines, each with its meeting at hand."""
    found = rows(MinutesLine, by=by, to=VIEW).filter(meeting=meeting)
    listed = read(found.order_by("number", "pk"), by=by, to=VIEW)
    for one in listed:
        one.meeting = meeting
    return listed


def replies_of(meeting: Meeting, by: Actor) -> list[Any]:
    found = rows(MinutesReply, by=by, to=VIEW).filter(meeting=meeting).select_related("invited__membership__user")
    replies = read(found.order_by("at", "pk"), by=by, to=VIEW)
    _mask(meeting, [one.invited for one in replies if one.invited], by)
    return replies


def amendments_of(meeting: Meeting, by: Actor) -> list[Any]:
    found = rows(Amendment, by=by, to=VIEW).filter(meeting=meeting)
    return read(found.order_by("at", "pk"), by=by, to=VIEW)


def service_for(shared: Owned, by: Actor) -> Service | None:
    """Return for which service `by` writes into what is shared, as a meeting: for its own, a guest for theirs."""
    if shared.service_id in by.services:
        return shared.service
    found = Service.objects.filter(pk__in=by.services).running(timezone.localdate())
    return found.order_by(by_name(), "pk").first()


def next_of(meeting: Meeting, by: Actor) -> date | None:
    """Return the day of the next meeting: one that was called, else what the rule gives."""
    return next_dates([meeting], by).get(meeting.pk)


def next_dates(meetings: Sequence[Meeting], by: Actor | None = None) -> dict[UUID, date]:
    """Return of each meeting the day of the one after it; without `by` for the timer.

    One without a series is followed by whatever is called next for the same group or case.
    """
    all_of = rows(Meeting, by=by, to=VIEW) if by else Meeting.objects.all()
    alone = [one.pk for one in meetings if not one.series_id]
    called = _called([one.pk for one in meetings if one.series_id], all_of, "held_for", "series")
    called |= _called(alone, all_of, "held_for")
    ruled = {one.pk: _ruled(one, all_of) for one in meetings if one.series_id and one.pk not in called}
    return called | {pk: on for pk, on in ruled.items() if on}


def _called(asked: Sequence[UUID], all_of: Any, *same: str) -> dict[UUID, date]:
    """Return the day of the next meeting that was called and has the same there."""
    if not asked:
        return {}
    after = all_of.standing().filter(**{name: OuterRef(name) for name in same}, starts_at__gt=OuterRef("starts_at"))
    first = Subquery(after.order_by("starts_at", "pk").values("starts_at")[:1])
    found = Meeting.objects.filter(pk__in=asked).order_by("pk").values_list("pk", first)
    return {pk: timezone.localdate(at) for pk, at in found if at}


def _ruled(meeting: Meeting, all_of: Any) -> date | None:
    """Return the day that the rule gives next and nobody left out."""
    if meeting.series is None:
        return None
    day = meeting.planned_on or timezone.localdate(meeting.starts_at)
    later = all_of.filter(series=meeting.series_id, starts_at__gt=meeting.starts_at).exclude(planned_on=None)
    return rule.next_after(meeting.series, day, later.order_by("planned_on").values_list("planned_on", flat=True))


def hints(meeting: Meeting, people: Sequence[Invited]) -> list[str]:
    """Return what could be better; hints, no wall."""
    found = []
    roles = [next((one.pk for one in people if getattr(one, name)), None) for name in ("organises", "leads", "writes")]
    taken = [one for one in roles if one]
    if len(taken) != len(set(taken)):
        found.append(_("Organising, leading and writing are better shared: one person holds two of them."))
    return found + beside.advice(meeting, people)


def mine_of(people: Sequence[Invited], by: Actor) -> Invited | None:
    """Return who of these people `by` is: by their membership, else as the side of a case for which they work."""
    own = next((one for one in people if str(one.membership_id) == by.id), None)
    if own or not people:
        return own
    others = set(beside.mine(by))
    return next((one for one in people if one.pk in others), None)


def places_of(by: Actor, others: tuple[UUID, ...], place: str = "") -> Q:
    """Return which people on lists are `by`: their membership, or a side of a case for which they work: `others`."""
    own = Q(**{f"{place}membership_id": by.id})
    return own | Q(**{f"{place}pk__in": others}) if others else own


def coming(by: Actor, at: datetime) -> list[Any]:
    """Return the meetings of the next days to which `by` is invited, for 'Today'."""
    if not by.may(VIEW) or by.user is None:
        return []
    found = _soon(by, at, tuple(beside.mine(by)))
    return read([one for one in found if not one.is_over(at)], by=by, to=VIEW)


@prepared
def _soon(by: Actor, at: datetime, others: tuple[UUID, ...]) -> Any:
    mine = rows(Invited, by=by, to=VIEW).filter(places_of(by, others), ended_at=None)
    soon = rows(Meeting, by=by, to=VIEW).standing().filter(pk__in=mine.values("meeting"))
    soon = soon.filter(starts_at__gt=at - timedelta(hours=6), starts_at__lt=at + SOON)
    return soon.select_related("service", "organisation").order_by("starts_at", "pk")[:5]


def to_tell(meeting: Meeting, people: Sequence[Invited], gone: Collection[UUID] | None = None) -> list[Any]:
    """Return who has an address and does not know of the meeting yet, or of its last change. `gone`: see shut_out."""
    out = shut_out(meeting, people, gone)
    known = [one for one in people if one.address and not one.is_walk_in and one.pk not in out]
    if meeting.is_cancelled:  # who was never invited need not hear that it is off
        known = [one for one in known if one.told is not None]
    return [one for one in known if one.told is None or one.told < meeting.sequence]


def has_calendar(id: UUID, by: Actor, at: datetime) -> bool:
    """Say whether somebody or a series has an address of a calendar that holds."""
    found = MeetingLink.objects.allowed(by, VIEW).filter(row_id=id, link__purpose=CALENDAR)
    return bool(found.filter(link__withdrawn_at=None, link__expires_at__gt=at).exists())
