"""The book: booking, filling, how it went, moving, cancelling."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.network.models import Service

from ..content import Time, Whom
from ..holding import Over, belongs, close, free_of, is_taken, locked, stop_at_clash, stop_if_taken, write
from ..models import Appointment, Booking, CancelledBy, State

WENT = (State.CAME, State.EXCUSED, State.ABSENT)


@action(Permission.APPOINTMENT_BOOK, on="service")
def book(*, by: Actor, id: UUID, service: Service, time: Time, whom: Whom, anyway: bool) -> Appointment:
    """Book an appointment, or a series of weekly ones. With nobody yet it is free. A clash is told first."""
    Appointment.objects.all().stop_if_known(id, service)
    belongs(whom, service.pk)
    stop_at_clash(time, service, anyway)
    said = whom.columns | {"state": State.BOOKED if whom.is_somebody else State.FREE, "booked_by": by.id}
    return write(service, time, said, id)[0]


@action(Permission.APPOINTMENT_FILL, on="appointment")
def fill(*, by: Actor, appointment: Appointment, whom: Whom, at: datetime) -> Appointment:
    """Write down with whom it is. One that others may book is withdrawn from them, unless somebody was faster."""
    appointment = locked(appointment)
    belongs(whom, appointment.service_id)
    if not appointment.is_to_come:
        raise Over(_("This appointment is closed already."))
    if appointment.state == State.BOOKED:
        if (appointment.client, appointment.who) == (whom.client, whom.who):
            return appointment
        raise Over(_("A colleague wrote meanwhile who comes. Look at the appointment."))
    if not whom.is_somebody:
        raise Refusal(_("Write a code or a working name."), field="who")
    if free := free_of(appointment):
        if is_taken(free):
            raise Refusal(_("Another organisation has booked this time meanwhile. Choose another one."))
        close(free, at)
    return appointment.change(**whom.columns, state=State.BOOKED)


@action(Permission.APPOINTMENT_MARK, on="appointment")
def mark(*, by: Actor, appointment: Appointment, state: str, at: datetime) -> Appointment:
    """Write down how it went. It may be said anew, should it have been a slip."""
    appointment = locked(appointment)
    if state not in WENT:
        raise Refusal(_("Choose how it went."))
    if appointment.state in (State.MOVED, State.CANCELLED):
        raise Over(_("This appointment was moved or cancelled."))
    if appointment.starts_at > at and state != State.EXCUSED:
        raise Refusal(_("This time has not come yet."))
    return appointment.change(state=state, marked_by=by.id, reminder_to="")


@action(Permission.APPOINTMENT_MOVE, on="appointment")
def move(*, by: Actor, id: UUID, appointment: Appointment, time: Time, anyway: bool) -> Appointment:
    """Move it to another time; the old one stays in the book and says so."""
    Appointment.objects.all().stop_if_known(id, appointment.service)
    old = locked(appointment)
    if old.state != State.BOOKED:
        raise Over(_("Only an appointment with somebody, that is to come, can be moved."))
    stop_at_clash(time, old.service, anyway, old)
    kept = ("client", "who", "note", "reminder_to", "reminder_where")
    said = {name: getattr(old, name) for name in kept} | {"state": State.BOOKED, "booked_by": by.id}
    (new,) = write(old.service, time, said, id)
    old.change(state=State.MOVED, moved_to=new, reminder_to="")
    return new


@action(Permission.APPOINTMENT_CANCEL, on="appointment")
def cancel(*, by: Actor, appointment: Appointment, cancelled_by: str, at: datetime) -> Appointment:
    """Cancel an appointment that is to come, and say on whose word."""
    appointment = locked(appointment)
    if appointment.state == State.CANCELLED:
        return appointment
    if not appointment.is_to_come:
        raise Over(_("This appointment is closed already."))
    if cancelled_by not in CancelledBy.values:
        raise Refusal(_("Choose who cancelled it."))
    if free := free_of(appointment):
        close(free, at)
    return appointment.change(state=State.CANCELLED, cancelled_by=cancelled_by, marked_by=by.id)


@action(Permission.APPOINTMENT_RESTORE, on="appointment")
def restore(*, by: Actor, appointment: Appointment, at: datetime) -> Appointment:
    """Take a cancellation back that was a slip. Not where somebody elsewhere was told of it, or the time is taken."""
    one = locked(appointment)
    if one.is_to_come:
        return one
    if one.state != State.CANCELLED or one.starts_at <= at:
        raise Over(_("This appointment is closed already."))
    if Booking.objects.filter(free_time__appointment=one, cancelled_at=None).exists():
        raise Refusal(_("Whoever sends them was told that it is cancelled. Settle a new time with them."))
    stop_if_taken(one)
    return one.change(state=State.BOOKED if one.name else State.FREE, cancelled_by="", marked_by="")


@action(Permission.APPOINTMENT_REMIND, on="appointment")
def remind(*, by: Actor, appointment: Appointment, at: datetime | None) -> Appointment:
    """Note when a letter left, or that none will any more, and forget where to; by the timer alone."""
    return appointment.change(reminded_at=at, reminder_to="")
