from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.encounters.models import Shift
from spojka.encounters.times import check_time
from spojka.network.models import Membership

from ..models import EntryKind, Incident, IncidentEntry, IncidentPerson, Part

JUST_NOW = timedelta(minutes=15)


class Unfinished(Refusal):
    """What is to be signed does not say enough yet."""


@action(Permission.INCIDENT_START, on="shift")
def start(
    *, by: Actor, id: UUID, shift: Shift, kind: str, occurred_at: datetime, phone_at: datetime | None, at: datetime
) -> Incident:
    """Start the record of an extraordinary event. What it is may be said later."""
    Incident.objects.all().stop_if_known(id, shift.service)
    check_time(shift, occurred_at, at)
    return Incident(
        **shift.ownership,
        id=id,
        shift=shift,
        day=shift.day,
        kind=kind,
        occurred_at=occurred_at,
        phone_at=phone_at,
        is_late=shift.closed_at is not None and at > shift.closed_at,
        recorded_by=by.id,
    ).add()


@action(Permission.INCIDENT_NOTE, on="incident")
def note(
    *,
    by: Actor,
    id: UUID,
    incident: Incident,
    kind: str,
    code: str,
    text: str,
    occurred_at: datetime,
    phone_at: datetime | None,
    at: datetime,
) -> IncidentEntry:
    """Add a line. After the head has signed it is an addition: what stood then stays as it was."""
    IncidentEntry.objects.all().stop_if_known(id, incident.service)
    if occurred_at > at + timedelta(minutes=10):
        raise Refusal(_("That time has not come yet. Put the time right."), field="at")
    entry = IncidentEntry(
        **incident.ownership,
        id=id,
        incident=incident,
        kind=kind,
        code=code,
        text=text,
        occurred_at=occurred_at,
        phone_at=phone_at,
        recorded_by=by.id,
    ).add()
    if kind == EntryKind.KIND and not incident.signed_at:
        incident.change(kind=code)
    return entry


@action(Permission.INCIDENT_TAKE_BACK, on="entry")
def take_back(*, by: Actor, entry: IncidentEntry, at: datetime) -> IncidentEntry:
    """Take a line back that was tapped by mistake just now; it stays with its trace."""
    if entry.voided_at:
        return entry
    if at - entry.recorded_at > JUST_NOW or entry.incident.signed_at:
        raise Refusal(_("This line is too old to be taken back. Add another one that puts it right."))
    return entry.change(voided_at=at)


@action(Permission.INCIDENT_NAME, on="incident")
def name(*, by: Actor, incident: Incident, membership: Membership, part: Part) -> IncidentPerson:
    """Say that a worker was there, or was hurt."""
    standing = IncidentPerson.objects.filter(taken_off_at=None)
    known = standing.filter(incident=incident, membership=membership, part=part).first()
    said = {"incident": incident, "membership": membership, "part": part, "named_by": by.id}
    return known or IncidentPerson(**incident.ownership, **said).add()


@action(Permission.INCIDENT_TAKE_OFF, on="person")
def take_off(*, by: Actor, person: IncidentPerson, at: datetime) -> IncidentPerson:
    """Take off a worker who was named by mistake, until the head signs; that it stood there stays in the audit."""
    if person.taken_off_at:
        return person
    if person.incident.signed_at:
        raise Refusal(_("The record is signed, so nobody is taken off. Add a line that puts it right."))
    return person.change(taken_off_at=at)


@action(Permission.INCIDENT_SIGN, on="incident")
def sign(*, by: Actor, incident: Incident, at: datetime) -> Incident:
    """Sign a record that says what it was, what happened and where. It is locked from then on."""
    if incident.signed_at:
        return incident
    said = set(incident.entries.filter(voided_at=None).values_list("kind", flat=True))
    missing = [kind.label for kind in (EntryKind.WHAT, EntryKind.WHERE) if kind not in said]
    missing = [EntryKind.KIND.label, *missing] if not incident.kind else missing
    if missing:
        left = ", ".join(str(one) for one in missing)
        raise Unfinished(_("Before you sign, write down what is still missing: %(left)s.") % {"left": left})
    return incident.change(signed_at=at, signed_by=by.id)


@action(Permission.INCIDENT_VOID, on="incident")
def void(*, by: Actor, incident: Incident, why: str, at: datetime) -> Incident:
    """Say that it was no event, or was written by mistake. It stays, with the reason, and is not counted."""
    return incident if incident.voided_at else incident.change(voided_at=at, voided_why=why)
