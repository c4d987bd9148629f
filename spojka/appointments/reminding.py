"""Letters to clients who left an address for it, a day ahead or on Friday; and what of the book waits on Today."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.base.prepared import prepared
from spojka.directory.doors import looker
from spojka.mail import letters, reminders
from spojka.network.models import Service
from spojka.ui.matters import Matter
from spojka.ui.words import day, legible, moment

from . import reading
from .actions import book
from .models import Appointment, Booking, State, WaitingOffer

P = Permission
MAY = frozenset({P.APPOINTMENT_VIEW, P.APPOINTMENT_REMIND})
FRIDAY, SATURDAY = 4, 5


def ahead(at: datetime) -> timedelta:
    """Return how far a reminder looks: a little over the next one, and on Friday the timer rests until Monday."""
    weekday = timezone.localtime(at).weekday()
    return timedelta(days=7 - weekday if weekday in (FRIDAY, SATURDAY) else 1, hours=2)


def remind(at: datetime) -> Iterator[bool]:
    """Write to each client who wants it, once; the service is not named. Addresses are then forgotten.

    One is kept for the next time while its letter did not leave. Of what was cancelled it is forgotten at once.
    """
    soon = Q(starts_at__lt=at + ahead(at)) | Q(state=State.CANCELLED)
    asked = Appointment.objects.exclude(reminder_to="").filter(soon).values("service")
    for service in Service.objects.filter(pk__in=asked).select_related("organisation").order_by("pk"):
        by = Actor.system("remind", service, MAY)
        found = rows(Appointment, by=by, to=P.APPOINTMENT_VIEW).filter(soon, service=service)
        for one in found.exclude(reminder_to="").order_by("starts_at", "pk"):
            due = one.state == State.BOOKED and one.starts_at > at
            has_left = due and _letter(one)
            if has_left or not due:
                book.remind(by=by, appointment=one, at=at if has_left else None)
            if due:
                yield has_left


def _letter(one: Appointment) -> bool:
    said = {"starts_at": one.starts_at, "where": one.reminder_where}
    return letters.send("appointments/letters/reminder.txt", to=legible(one.reminder_to), **said)


reminders.register("appointments", remind)


def waiting(by: Actor, at: datetime, today: date) -> list[Matter]:
    """Return offers without an answer, appointments of which nobody wrote how they went, and what was cancelled."""
    if not by.organisation:
        return []
    slug = by.organisation.slug
    found = [_lapsed(one, slug) for one in reading.lapsed(by, today)]
    if many := len(_unmarked(by, at)):
        text = ngettext("Write how %(n)s appointment went", "Write how %(n)s appointments went", many) % {"n": many}
        found.append(Matter("due", text, reverse("appointments:book", args=[slug]) + "?show=unmarked"))
    return found + [_cancelled(one, slug) for one in cancelled_on_us(by, at)]


def _lapsed(offer: WaitingOffer, slug: str) -> Matter:
    text = _("The offer to %(who)s has passed its term") % {"who": offer.waiting.name}
    link = reverse("appointments:waiting_one", args=[slug, offer.waiting_id])
    return Matter("late", text, link, _("An answer was to come by %(day)s.") % {"day": day(offer.answer_by, True)})


def cancelled_on_us(by: Actor, at: datetime) -> list[Booking]:
    """Return what the reader booked elsewhere, is to come, and the other service cancelled."""
    if not by.may(P.BOOKING_CANCEL):
        return []
    found = _withdrawn(by, at)
    return read(found, by=looker(by), to=P.BOOKING_VIEW) if found else []


@prepared
def _unmarked(by: Actor, at: datetime) -> Any:
    return reading.unmarked(by, at).order_by().values_list("pk", flat=True)


@prepared
def _withdrawn(by: Actor, at: datetime) -> Any:
    mine = rows(Booking, by=by, to=P.BOOKING_CANCEL).filter(booked_by=by.id, cancelled_at=None)
    found = mine.filter(free_time__starts_at__gt=at, free_time__withdrawn_at__isnull=False)
    return found.select_related("free_time").order_by("pk")[:5]


def _cancelled(booking: Booking, slug: str) -> Matter:
    said = {"service": booking.free_time.name, "when": moment(booking.free_time.starts_at)}
    text = _("%(service)s cancelled the time %(when)s that you booked") % said
    return Matter("late", text, reverse("appointments:booking", args=[slug, booking.pk]), booking.word)
