from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.base.within import forget
from spojka.events.models import Event
from spojka.network.models import Membership, Project, Service, Team
from spojka.places import actions as places
from spojka.places.models import Place, PlaceKind
from spojka.ui.words import moment

from .. import paying
from ..beside import begun
from ..models import CrewMember, Encounter, ServiceRefusal, Shift, ShiftPart
from ..models.shift import LONGEST, SLACK

FAR = timedelta(hours=12)
MINUTE = timedelta(minutes=1)


class BadSpan(Refusal):
    """The times of a shift can't be true."""


class NoteChanged(Refusal):
    """Somebody else wrote the note in the meantime; `now` is what they wrote."""

    def __init__(self, now: str):
        said = _("Somebody wrote meanwhile: “%(note)s”. Put both together, please, and save again.") % {"note": now}
        super().__init__(said, field="note")
        self.now = now


class ServiceClosed(Refusal):
    """The service has ended before that day."""


class AlreadyStarted(Refusal):
    """The shift runs or ran."""


class AlreadyClosed(Refusal):
    """The shift is closed."""


@action(Permission.SHIFT_PLAN, on="service")
def plan(
    *,
    by: Actor,
    id: UUID,
    service: Service,
    team: Team | None,
    event: Event | None,
    place: Place | None,
    new_place: str = "",
    setting: str,
    planned_start: datetime,
    planned_end: datetime,
    crew: Iterable[Membership],
    started_at: datetime | None = None,
    note: str = "",
    project: Project | None = None,
    is_outside: bool = False,
) -> Shift:
    """Write down a shift; with `started_at` it runs at once. It belongs to the day it is planned to start.

    It is at `place`, or at a `new_place` written down by its name, or at the venue of the event. `project` pays for
    it; nothing said, the only one that may pay that day does, unless it `is_outside` of projects.
    """
    Shift.objects.all().stop_if_known(id, service)
    _check_span(planned_start, planned_end, "planned_end")
    if service.is_closed(timezone.localdate(planned_start)):
        raise ServiceClosed(_("The service is closed since before that day."), field="planned_start")
    if started_at and abs(planned_start - started_at) > FAR:
        raise BadSpan(
            _("It is to start at another time than now. Plan it, or put the start right."), field="planned_start"
        )
    people = {member.pk: member for member in crew}
    _check_owner(service, event, place, team, people)
    if new_place:
        place = places.add(by=by, id=new_id(), service=service, name=new_place, kind=PlaceKind.LOCALITY)
    where = place or (event.venue if event else None)
    if where is None:
        raise Refusal(_("Choose an event or a place, or write a new place."), field="place")
    shift = Shift(
        **service.ownership,
        id=id,
        team=team,
        event=event,
        place=where,
        setting=setting,
        day=timezone.localdate(planned_start),
        planned_start=planned_start,
        planned_end=planned_end,
        started_at=started_at,
        note=note,
    ).add()
    CrewMember.objects.bulk_create(
        CrewMember(**shift.ownership, shift=shift, membership=member) for member in people.values()
    )
    _pay(shift, project, is_outside)
    if started_at:
        begun(shift, by)
    return shift


@action(Permission.SHIFT_START, on="shift")
def start(*, by: Actor, shift: Shift, at: datetime, occurred_at: datetime | None = None) -> Shift:
    """Begin a planned shift, now or when a phone without signal began it. One that runs keeps the time it has."""
    shift = _locked(shift)
    _stop_if_closed(shift)
    began = min(occurred_at or at, at)
    if occurred_at and abs(began - shift.planned_start) > FAR:
        raise BadSpan(_("The shift was planned for another time. Start it where there is signal and check the days."))
    forget()  # what comes behind it in one sending must not find the shift as it was
    if shift.started_at:
        return shift
    begun(shift.change(started_at=began), by)
    return shift


@action(Permission.SHIFT_JOIN, on="shift")
def join(*, by: Actor, shift: Shift) -> Shift:
    """Add the worker to the crew."""
    _stop_if_closed(_locked(shift))
    CrewMember.objects.bulk_create(
        [CrewMember(**shift.ownership, shift=shift, membership_id=UUID(by.id))], ignore_conflicts=True
    )
    return shift


@action(Permission.SHIFT_NOTE, on="shift")
def note(*, by: Actor, shift: Shift, note: str, was: str) -> Shift:
    """Keep what the crew should know: weather, crowd, what changed. `was` is the note that the worker started from."""
    shift = _locked(shift)
    if shift.note not in (was, note):
        raise NoteChanged(shift.note)
    return shift.change(note=note)


@action(Permission.SHIFT_CLOSE, on="shift")
def close(*, by: Actor, shift: Shift, ended_at: datetime, at: datetime, note: str) -> Shift:
    """End the shift. What comes later is taken and marked late; descriptions of people are erased."""
    shift = _locked(shift)
    _stop_if_closed(shift)
    if shift.started_at is None:
        raise BadSpan(_("The shift has not started yet."), field="ended_at")
    if ended_at > at:
        raise BadSpan(_("The end can't be in the future."), field="ended_at")
    if ended_at <= shift.started_at < ended_at + MINUTE:  # an end is told in whole minutes, a beginning to the second
        ended_at = min(at, ended_at + MINUTE)
    _check_span(shift.started_at, ended_at, "ended_at")
    _check_last(shift, ended_at)
    if shift.event is None or shift.event.ends_on <= timezone.localdate(ended_at):
        of_event = Q(shift__event=shift.event) if shift.event else Q(shift=shift)
        for refusal in ServiceRefusal.objects.filter(of_event).exclude(description="").order_by("pk"):
            refusal.change(description="")  # one by one: what it is found by goes too
    return shift.change(ended_at=ended_at, closed_at=at, closed_by=by.id, note=note)


@action(Permission.SHIFT_CANCEL, on="shift")
def cancel(*, by: Actor, shift: Shift, at: datetime) -> Shift:
    """Say that a planned shift did not take place."""
    shift = _locked(shift)
    _stop_if_closed(shift)
    if shift.started_at is not None:
        raise AlreadyStarted(_("The shift has started. It can only be closed."))
    return shift.change(closed_at=at, closed_by=by.id)


@action(Permission.SHIFT_REOPEN, on="shift")
def reopen(*, by: Actor, shift: Shift, at: datetime) -> Shift:
    """Take the closing back, for instance when it was closed by mistake in the middle of the night."""
    shift = _locked(shift)
    return shift.change(ended_at=None, closed_at=None, closed_by="", reopened_at=at) if shift.closed_at else shift


def _pay(shift: Shift, project: Project | None, is_outside: bool) -> None:
    """Say which project pays from the start; a shift outside of projects needs no part."""
    if project:
        paying.check(project, shift, "paid")
    elif not is_outside:
        project = paying.usual(shift.service, shift.day, shift.place)
    if project:
        part = ShiftPart(**shift.ownership, shift=shift, starts_at=shift.planned_start, project=project)
        part.add()


def _locked(shift: Shift) -> Shift:
    """Read the shift anew, held until the end of the action: two who close it must not overwrite each other."""
    locked = Shift.objects.select_for_update(of=("self",)).select_related("event")
    row: Shift = locked.get(pk=shift.pk)
    return row


def _check_owner(
    service: Service, event: Event | None, place: Place | None, team: Team | None, people: Mapping[UUID, Membership]
) -> None:
    """Stop, as for a stranger, when what the shift should point to is of another service."""
    if any(row is not None and row.service_id != service.pk for row in (event, place, team)):
        raise PermissionDenied("another service's row")
    if Membership.objects.filter(pk__in=people, services=service).count() != len(people):
        raise PermissionDenied("another service's member")


def _check_last(shift: Shift, ended_at: datetime) -> None:
    last = Encounter.objects.filter(shift=shift).standing().aggregate(at=Max("occurred_at"))["at"]
    if last and last > ended_at + SLACK:
        raise BadSpan(
            _("The last contact was at %(at)s. The shift can't have ended before it.") % {"at": moment(last)},
            field="ended_at",
        )


def _stop_if_closed(shift: Shift) -> None:
    if shift.is_closed:
        raise AlreadyClosed(_("This shift is closed."))


def _check_span(start: datetime, end: datetime, field: str) -> None:
    if end <= start:
        raise BadSpan(
            _("The shift starts %(start)s. Its end must come after that.") % {"start": moment(start)},
            field=field,
        )
    if end - start > LONGEST:
        raise BadSpan(_("A shift lasts 36 hours at most. Check the days, please."), field=field)
