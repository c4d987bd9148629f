from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor, ActorKind
from spojka.access.owned import Owned
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.encounters.models import Shift
from spojka.encounters.times import check_time
from spojka.network.models import Membership
from spojka.signals import actions as signals
from spojka.signals.models import EarlyWarning

from .models import (
    Briefing,
    BriefingRead,
    Checklist,
    ChecklistLine,
    Debrief,
    Handover,
    HelpCall,
    Watch,
    WatchSign,
)  # fmt: skip

T = TypeVar("T", bound=Owned)


@dataclass(frozen=True, kw_only=True)
class Filled:
    """One item of a list as it was filled in."""

    code: str
    quantity: int
    bad: int = 0
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Told:
    """When something happened, put right by the server's clock, and as the phone said; `now` is when we hear of it."""

    occurred_at: datetime
    phone_at: datetime | None
    now: datetime

    @property
    def columns(self) -> dict[str, Any]:
        return {"occurred_at": self.occurred_at, "phone_at": self.phone_at}


@action(Permission.CHECKLIST_FILL, on="shift")
def fill(
    *,
    by: Actor,
    id: UUID,
    shift: Shift,
    kind: str,
    lines: Sequence[Filled],
    note: str = "",
    device: str = "",
    calibrated_on: date | None = None,
    told: Told,
) -> Checklist:
    """Write down the kit that was issued or came back, or how the zone stands."""
    Checklist.objects.all().stop_if_known(id, shift.service)
    check_time(shift, told.occurred_at, told.now)
    if any(line.bad > line.quantity for line in lines):
        raise Refusal(_("More pieces are damaged than came back. Check the counts."), field="bad")
    said = {"kind": kind, "note": note, "device": device, "calibrated_on": calibrated_on}
    made = Checklist(**shift.ownership, id=id, shift=shift, **said, **told.columns, recorded_by=by.id).add()
    ChecklistLine.add_all([ChecklistLine(**shift.ownership, checklist=made, **vars(line)) for line in lines])
    return made


@action(Permission.BRIEFING_SET, on="shift")
def set_briefing(
    *, by: Actor, shift: Shift, contact: Membership | None, name: str, phone: str, every: int
) -> Briefing:
    """Say who is there for the crew, and how often a lone worker says that all is well."""
    if contact and not Membership.objects.filter(pk=contact.pk, services=shift.service_id).exists():
        raise PermissionDenied("another service's member")
    if name and not phone:
        raise Refusal(_("Write the number too, so that the crew can call."), field="phone")
    said = {"contact": contact, "name": name, "phone": phone, "every": every, "set_by": by.id}
    known = Briefing.objects.filter(shift=shift).first()
    return known.change(**said) if known else Briefing(**shift.ownership, shift=shift, **said).add()


@action(Permission.BRIEFING_READ, on="shift")
def read_briefing(
    *, by: Actor, id: UUID, shift: Shift, about: str, warnings: Sequence[EarlyWarning], told: Told, today: date
) -> BriefingRead:
    """Say that one has read what the crew must know, with the warnings that stood in it."""
    BriefingRead.objects.all().stop_if_known(id, shift.service)
    made = BriefingRead(**shift.ownership, id=id, shift=shift, about=about, **told.columns, recorded_by=by.id).add()
    for warning in warnings:
        if warning.holds(today) and by.kind is ActorKind.MEMBER and by.can(Permission.WARNING_ACKNOWLEDGE, warning):
            signals.acknowledge(by=by, warning=warning, at=told.occurred_at, today=today)
    return made


@action(Permission.HANDOVER_WRITE, on="shift")
def hand_over(
    *, by: Actor, id: UUID, shift: Shift, to: Membership | None, runs: str, kit: str, message: str, told: Told
) -> Handover:
    """Leave to the next crew what runs, what is missing and what they should know."""
    Handover.objects.all().stop_if_known(id, shift.service)
    if to and not Membership.objects.filter(pk=to.pk, services=shift.service_id).exists():
        raise PermissionDenied("another service's member")
    said = {"to": to, "runs": runs, "kit": kit, "message": message}
    return Handover(**shift.ownership, id=id, shift=shift, **said, **told.columns, recorded_by=by.id).add()


@action(Permission.HANDOVER_TAKE, on="handover")
def take_over(*, by: Actor, handover: Handover, at: datetime) -> Handover:
    """Take over what another crew left. The first one who does is the one who has it."""
    handover = _locked(handover)
    if handover.taken_at:
        return handover
    if handover.recorded_by == by.id:
        raise Refusal(_("You wrote this handover. Somebody of the next crew takes it over."))
    return handover.change(taken_at=at, taken_by=by.id)


@action(Permission.DEBRIEF_WRITE, on="shift")
def look_back(*, by: Actor, id: UUID, shift: Shift, told: Told, **said: str) -> Debrief:
    """Write how one looks back at the shift."""
    Debrief.objects.all().stop_if_known(id, shift.service)
    if not any(said.values()):
        raise Refusal(_("Write at least one thing, or leave it."), field="well")
    return Debrief(**shift.ownership, id=id, shift=shift, **said, **told.columns, recorded_by=by.id).add()


@action(Permission.WATCH_START, on="shift")
def start_watch(*, by: Actor, id: UUID, shift: Shift, every: int, where: str, told: Told) -> Watch:
    """Start a lone worker's timer."""
    Watch.objects.all().stop_if_known(id, shift.service)
    check_time(shift, told.occurred_at, told.now)
    for former in Watch.objects.filter(shift=shift, recorded_by=by.id, ended_at=None).order_by("pk"):
        former.change(ended_at=told.occurred_at)  # one worker has one timer
    due = told.occurred_at + timedelta(minutes=every)
    times = told.columns | {"last_at": told.occurred_at, "due_at": due}
    return Watch(**shift.ownership, id=id, shift=shift, every=every, where=where, **times, recorded_by=by.id).add()


@action(Permission.WATCH_CHECK_IN, on="watch")
def check_in(*, by: Actor, id: UUID, watch: Watch, told: Told) -> WatchSign:
    """Say that one is well; the timer starts anew. Signs may come in any order, the latest counts."""
    WatchSign.objects.all().stop_if_known(id, watch.service)
    watch = _locked(watch)
    if watch.recorded_by != by.id:
        raise PermissionDenied("somebody else's timer")
    sign = WatchSign(**watch.ownership, id=id, watch=watch, **told.columns, recorded_by=by.id).add()
    if told.occurred_at > watch.last_at:
        due = told.occurred_at + timedelta(minutes=watch.every)
        watch.change(last_at=told.occurred_at, due_at=due)
    return sign


@action(Permission.WATCH_END, on="watch")
def end_watch(*, by: Actor, watch: Watch, told: Told, note: str = "") -> Watch:
    """End a timer: one's own, or a colleague's of whom one knows that they are well, and says how."""
    watch = _locked(watch)
    if watch.ended_at:
        return watch
    if watch.recorded_by != by.id and not note:
        raise Refusal(_("Write how you know that they are well."), field="note")
    return watch.change(ended_at=max(told.occurred_at, watch.occurred_at), end_note=note)


@action(Permission.WATCH_CALL, on="shift")
def call_for_help(*, by: Actor, id: UUID, shift: Shift, called: str, told: Told) -> HelpCall:
    """Remember that somebody tapped a number of help."""
    HelpCall.objects.all().stop_if_known(id, shift.service)
    return HelpCall(**shift.ownership, id=id, shift=shift, called=called, **told.columns, recorded_by=by.id).add()


@action(Permission.WATCH_KNOW, on="call")
def know(*, by: Actor, call: HelpCall, at: datetime) -> HelpCall:
    """Say that one knows of a call for help and does something about it."""
    call = _locked(call)
    return call if call.known_at else call.change(known_at=at, known_by=by.id)


def _locked(row: T) -> T:
    found: T = type(row).objects.select_for_update(of=("self",)).select_related("service").get(pk=row.pk)
    return found
