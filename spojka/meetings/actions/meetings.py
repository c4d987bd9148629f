"""Meetings: calling, leaving a date out, moving, calling off; who does what; the agenda."""

from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.network.models import Service

from .. import beside
from ..content import When
from ..guests import among, columns, copied, works
from ..models import AgendaItem, Invited, Meeting, MeetingSeries
from ..own import Locked, check_on, check_open, held, owner, sealed
from ..rule import dates, moment

MOST_POINTS = 60
ROLES = ("organises", "leads", "writes")


@action(Permission.MEETING_CALL, on="service", into="series")
def call(
    *,
    by: Actor,
    id: UUID,
    service: Service,
    series: MeetingSeries | None,
    kind: str,
    title: str,
    place: str,
    when: When,
    held_for: UUID | None = None,
    needs: str = "",
) -> Meeting:
    """Call a meeting, of a series or by itself. Who is usually invited is on its list; letters are sent apart."""
    Meeting.objects.all().stop_if_known(id, service)
    if series:
        _check_planned(series, when.planned_on)
    held_for = series.held_for if series else held_for or new_id()
    said = {"kind": kind, "starts_at": when.starts_at, "minutes": when.minutes, "planned_on": when.planned_on}
    said |= sealed(called_as=title, place=place) | {"series": series, "held_for": held_for, "called_by": by.id}
    said["needs"] = series.needs if series else needs
    owner = series.ownership if series else service.ownership
    meeting: Meeting = Meeting(**owner, **said, id=id).add()
    usual = list(series.members.filter(ended_at=None).order_by("recorded_at", "pk")) if series else []
    others = [one for one in beside.usual(held_for, by) if not among(one, usual)]
    rows = [*map(copied, filter(works, usual)), *map(columns, filter(works, others))]
    Invited.add_all([Invited(**owner, **one, meeting=meeting, added_by=by.id) for one in rows])
    return meeting


@action(Permission.MEETING_SKIP, on="series")
def skip(*, by: Actor, id: UUID, series: MeetingSeries, planned_on: date, why: str, at: datetime) -> Meeting:
    """Leave one date of the rule out, with a reason; it stays visible."""
    Meeting.objects.all().stop_if_known(id, series.service)
    _check_planned(series, planned_on)
    if not why:
        raise Refusal(_("Write why it is left out."), field="why")
    said = {"kind": series.kind, "called_as": series.called_as, "place": series.place, "minutes": series.minutes}
    said |= {"starts_at": moment(planned_on, series.hour), "planned_on": planned_on, "cancelled_at": at}
    about = {"series": series, "held_for": series.held_for, "needs": series.needs, "called_by": by.id}
    return Meeting(**series.ownership, **said, **about, **sealed(cancelled_why=why), id=id).add()


@action(Permission.MEETING_MOVE, on="meeting")
def move(*, by: Actor, meeting: Meeting, title: str, place: str, when: When) -> Meeting:
    """Move a meeting or change its place; calendars hear of it with the next letters."""
    row = held(meeting, by)
    check_on(row)
    row.stop_if_changed(meeting, ("title", "where", "starts_at", "minutes"))
    if row.is_locked:
        raise Locked(_("There are minutes of this meeting, so it took place."))
    is_same = (row.starts_at, row.minutes, row.where) == (when.starts_at, when.minutes, place)
    said = sealed(called_as=title, place=place) | {"starts_at": when.starts_at, "minutes": when.minutes}
    return row.change(**said, sequence=row.sequence if is_same else row.sequence + 1)


@action(Permission.MEETING_CANCEL, on="meeting")
def cancel(*, by: Actor, meeting: Meeting, why: str, at: datetime) -> Meeting:
    """Call a meeting off. What was written of it stays."""
    row = held(meeting, by)
    if row.is_cancelled:
        return row
    if row.is_locked or row.lines.exists():
        raise Refusal(_("There are minutes of this meeting, so it took place."))
    return row.change(cancelled_at=at, sequence=row.sequence + 1, **sealed(cancelled_why=why))


@action(Permission.MEETING_SHARE_ROLES, on="meeting")
def share_roles(*, by: Actor, meeting: Meeting, roles: dict[str, UUID | None]) -> Meeting:
    """Say who organises, leads and writes: {role: who of the invited, or nobody}."""
    check_on(held(meeting, by))
    people = {one.pk: one for one in meeting.people.filter(ended_at=None)}
    for one in people.values():
        said = {name: roles.get(name) == one.pk for name in ROLES}
        if any(getattr(one, name) != said[name] for name in ROLES):
            one.change(**said)
    return meeting


@action(Permission.AGENDA_ADD, on="service", into="meeting")
def add_point(*, by: Actor, id: UUID, service: Service, meeting: Meeting, text: str) -> AgendaItem:
    """Add a point to the agenda."""
    AgendaItem.objects.all().stop_if_known(id, service)
    check_open(meeting)
    if meeting.agenda.filter(dropped_at=None).count() >= MOST_POINTS:
        raise Refusal(_("An agenda has at most %(most)s points.") % {"most": MOST_POINTS})
    return AgendaItem(**owner(meeting, service), id=id, meeting=meeting, added_by=by.id, **sealed(text=text)).add()


@action(Permission.AGENDA_DROP, on="item")
def drop_point(*, by: Actor, item: AgendaItem, at: datetime) -> AgendaItem:
    """Take a point off the agenda."""
    return item if item.dropped_at else item.change(dropped_at=at)


@action(Permission.AGENDA_RESTORE, on="item")
def put_point_back(*, by: Actor, item: AgendaItem) -> AgendaItem:
    """Put a point back that was taken off by a slip."""
    check_open(held(item.meeting, by))
    return item.change(dropped_at=None) if item.dropped_at else item


def _check_planned(series: MeetingSeries, on: date | None) -> None:
    if on is None:
        return
    if on not in dates(series, on, on):
        raise Refusal(_("The rule of the series does not give this day any more."))
    if series.meetings.filter(planned_on=on).exists():
        raise Refusal(_("This date was called or left out already. Look at the series again."))
