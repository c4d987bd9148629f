from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.encounters.models import Shift
from spojka.encounters.times import check_time

from ..models import Alert, AlertAnswer, AlertContact, Incident, IntoxicationCard

JUST_NOW = timedelta(minutes=15)


@action(Permission.ALERT_CONTACT_ADD, on="shift")
def add_contact(*, by: Actor, id: UUID, shift: Shift, role: str, name: str, phone: str) -> AlertContact:
    """Keep whom to call: for all shifts of the event, or for this shift alone when it has none."""
    AlertContact.objects.all().stop_if_known(id, shift.service)
    of = {"event": shift.event} if shift.event_id else {"shift": shift}
    return AlertContact(**shift.ownership, **of, id=id, role=role, name=name, phone=phone, added_by=by.id).add()


@action(Permission.ALERT_CONTACT_END, on="contact")
def end_contact(*, by: Actor, contact: AlertContact, at: datetime) -> AlertContact:
    """Say that this number holds no more."""
    return contact if contact.ended_at else contact.change(ended_at=at)


@action(Permission.ALERT_SEND, on="shift")
def send(
    *,
    by: Actor,
    id: UUID,
    shift: Shift,
    card: IntoxicationCard | None,
    incident: Incident | None,
    contact: AlertContact | None,
    role: str,
    text: str,
    occurred_at: datetime,
    phone_at: datetime | None,
    at: datetime,
) -> Alert:
    """Write down that somebody was called to help."""
    Alert.objects.all().stop_if_known(id, shift.service)
    check_time(shift, occurred_at, at)
    about = {"card": card, "incident": incident, "contact": contact, "role": role, "text": text}
    times = {"occurred_at": occurred_at, "phone_at": phone_at}
    return Alert(**shift.ownership, id=id, shift=shift, **about, **times, recorded_by=by.id).add()


@action(Permission.ALERT_ANSWER, on="alert")
def answer(
    *, by: Actor, id: UUID, alert: Alert, kind: str, occurred_at: datetime, phone_at: datetime | None, at: datetime
) -> AlertAnswer:
    """Write down what came of it: they answered, did not, are here."""
    AlertAnswer.objects.all().stop_if_known(id, alert.service)
    check_time(alert.shift, occurred_at, at)
    times = {"occurred_at": occurred_at, "phone_at": phone_at}
    return AlertAnswer(**alert.ownership, id=id, alert=alert, kind=kind, **times, recorded_by=by.id).add()


@action(Permission.ALERT_VOID, on="alert")
def void(*, by: Actor, alert: Alert, at: datetime) -> Alert:
    """Take a call back that was tapped by mistake just now; it stays with its trace."""
    if alert.voided_at:
        return alert
    if at - alert.recorded_at > JUST_NOW:
        raise Refusal(_("This line is too old to be taken back. Add another one that puts it right."))
    return alert.change(voided_at=at)
