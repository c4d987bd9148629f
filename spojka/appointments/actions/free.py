"""Free first appointments: offered, withdrawn, booked by another house, cancelled by who sends somebody."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import EVERYBODY, Actor
from spojka.access.models import Basis, Grant
from spojka.access.permissions import Kind, Level, Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.directory.models import ServiceEntry
from spojka.network.models import Organisation, Service

from ..content import Sent, Time, Whom
from ..holding import Over, close, hold_opened, is_taken, stop_at_clash, write
from ..models import Appointment, Booking, FreeTime, State
from ..words import new_word


class Gone(Refusal):
    """The time is not free any more."""

    def __init__(self) -> None:
        super().__init__(_("Somebody was faster, or the service took this time back. Choose another one."))


@action(Permission.FREE_TIME_OFFER, on="entry")
def offer(
    *,
    by: Actor,
    id: UUID,
    entry: ServiceEntry,
    time: Time,
    where: str,
    about: str,
    partners: Sequence[Organisation],
    anyway: bool,
    at: datetime,
) -> Appointment:
    """Offer free times to chosen houses, or to everybody: each is also a time in our own book."""
    service = entry.service
    Appointment.objects.all().stop_if_known(id, service)
    if time.starts_at <= at:
        raise Refusal(_("This time has passed."), field="day")
    stop_at_clash(time, service, anyway)
    rows = write(service, time, Whom().columns | {"state": State.FREE, "booked_by": by.id}, id)
    for row in rows:
        said = {"starts_at": row.starts_at, "minutes": time.minutes, "where": where, "about": about}
        said |= {"name": f"{entry.name}, {entry.provider}"}
        free = FreeTime(**service.ownership, id=new_id(), appointment=row, entry=entry, **said).add()
        free.partners.set(partners)
        for grantee in [one.pk for one in partners] or [EVERYBODY]:
            _open(free, service, grantee, Level.CONTRIBUTE, at)
    return rows[0]


@action(Permission.FREE_TIME_WITHDRAW, on="free_time")
def withdraw(*, by: Actor, free_time: FreeTime, at: datetime) -> FreeTime:
    """Take a time back that nobody has booked; in our book it stays free."""
    hold_opened([free_time.pk])
    free = FreeTime.objects.select_for_update(of=("self",)).get(pk=free_time.pk)
    if is_taken(free):
        raise Over(_("Somebody has booked this time. Cancel it in the book, so that they learn of it."))
    if free.withdrawn_at is None:
        close(free, at)
    return free


@action(Permission.FREE_TIME_TAKE, on="free_time", into="service")
def take(*, by: Actor, id: UUID, free_time: FreeTime, service: Service, sent: Sent, at: datetime) -> Booking:
    """Book a free time of another service for somebody unnamed. The database lets one through.

    Who loses sees by the level of what opens the time to them that it is taken: see taking.py.
    """
    Booking.objects.all().stop_if_known(id, service)
    if free_time.service_id == service.pk:
        raise Refusal(_("This is a time of your own. Write who comes in your book."))
    if free_time.starts_at <= at:
        raise Refusal(_("This time has passed."))
    said = {"sex": sent.sex, "age_band": sent.age_band, "topic": sent.topic, "reach": sent.reach}
    name = by.user.name if by.user else ""
    sender = f"{name}, {service.name}, {service.organisation}"[:200]
    hold_opened([free_time.pk])
    known = {"id": id, "free_time": free_time, "word": new_word(), "booked_by": by.id, "booked_at": at}
    booking = Booking(**service.ownership, **known, **said, sender=sender).add()
    if not FreeTime.objects.filter(pk=free_time.pk, withdrawn_at=None).exists():  # taken back while we waited
        raise Gone
    Grant.objects.current(at).filter(subject_id=free_time.pk).update(level=Level.READ)
    _open(booking, service, free_time.service_id, Level.READ, at)
    return booking


@action(Permission.BOOKING_CANCEL, on="booking")
def cancel(*, by: Actor, booking: Booking, at: datetime) -> Booking:
    """Cancel what we booked; others may book the time again while it is to come."""
    hold_opened([booking.free_time_id])
    booking = Booking.objects.select_for_update(of=("self",)).select_related("free_time").get(pk=booking.pk)
    if booking.cancelled_at:
        return booking
    free = booking.free_time
    if free.starts_at > at and free.withdrawn_at is None:
        Grant.objects.current(at).filter(subject_id=free.pk).update(level=Level.CONTRIBUTE)
    return booking.change(cancelled_at=at)


def _open(row: FreeTime | Booking, holder: Service, grantee: UUID, level: Level, at: datetime) -> None:
    about = {"holder": holder, "subject_id": row.pk, "grantee_id": grantee}
    Grant(**about, kinds=Kind.WORK, level=level, basis=Basis.PARTICIPATION, starts_at=at).add()
