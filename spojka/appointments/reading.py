"""What pages show of the book, of free times and of the waiting list."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from statistics import median_high
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.base.prepared import prepared
from spojka.base.sorting import by_name
from spojka.codelists.catalogue import names_of
from spojka.network.models import Membership, Service

from .models import Appointment, Booking, FreeTime, Home, State, Stay, Waiting, WaitingEnd, WaitingOffer

P = Permission
VIEW = P.APPOINTMENT_VIEW
WITH = ("worker__user", "second__user", "client", "service", "free_time")
RINGS = {
    State.FREE: "open",
    State.BOOKED: "half",
    State.CAME: "done",
    State.EXCUSED: "done",
    State.ABSENT: "done",
    State.MOVED: "open",
    State.CANCELLED: "open",
}
OLD = timedelta(days=366)


@dataclass(frozen=True)
class Line:
    """An appointment as the book tells it, with who has booked it from elsewhere."""

    appointment: Appointment
    booking: Booking | None = None

    @property
    def ring(self) -> str:
        waits = self.booking and self.appointment.state == State.FREE
        return "half" if waits else RINGS[State(self.appointment.state)]

    @property
    def name(self) -> str:
        return self.appointment.name or (self.booking.word if self.booking else "")

    @property
    def is_offered(self) -> bool:
        free = getattr(self.appointment, "free_time", None)
        return bool(free and free.withdrawn_at is None and not self.booking)

    @property
    def is_waiting(self) -> bool:
        """Whether somebody is to come."""
        return self.appointment.state == State.BOOKED or bool(self.booking and self.appointment.state == State.FREE)


@dataclass(frozen=True)
class Day:
    """One day of the book."""

    day: date
    lines: list[Line] = field(default_factory=list)


def start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def book(service: Service, first: date, days: int, by: Actor, worker: Membership | None = None) -> list[Day]:
    """Return some days of the book of a service."""
    found = rows(Appointment, by=by, to=VIEW).filter(service=service, starts_at__gte=start_of(first))
    found = found.filter(starts_at__lt=start_of(first + timedelta(days=days)))
    if worker:
        found = found.filter(Q(worker=worker) | Q(second=worker))
    listed = lines(found.select_related(*WITH).order_by("starts_at", "pk"), by)
    on: dict[date, list[Line]] = {}
    for line in listed:
        on.setdefault(timezone.localdate(line.appointment.starts_at), []).append(line)
    return [Day(day, on.get(day, [])) for day in (first + timedelta(days=n) for n in range(days))]


def lines(found: Iterable[Appointment], by: Actor) -> list[Line]:
    """Return appointments with what was booked from elsewhere."""
    listed = read(found, by=by, to=VIEW)
    free = [one.pk for one in listed if hasattr(one, "free_time")]
    taken = rows(Booking, by=by, to=P.BOOKING_VIEW).filter(free_time__appointment__in=free, cancelled_at=None)
    bookings = {one.free_time.appointment_id: one for one in taken.select_related("free_time").order_by("pk")}
    read(bookings.values(), by=by, to=P.BOOKING_VIEW)
    return [Line(one, bookings.get(one.pk)) for one in listed]


def today_of(by: Actor, today: date) -> list[Line]:
    """Return the appointments that the reader has today."""
    if not by.may(VIEW) or not by.user:
        return []
    return lines(_of_day(by, start_of(today), start_of(today + timedelta(days=1))), by)


@prepared
def _of_day(by: Actor, start: datetime, end: datetime) -> Any:
    mine = rows(Appointment, by=by, to=VIEW).filter(Q(worker=by.id) | Q(second=by.id))
    found = mine.within(start, end).exclude(state__in=(State.MOVED, State.CANCELLED))
    return found.select_related(*WITH).order_by("starts_at", "pk")[:20]


def unmarked(by: Actor, at: datetime) -> Any:
    """Return past appointments of the reader of which nobody wrote how they went, also with who was sent to them."""
    mine = rows(Appointment, by=by, to=VIEW).filter(ends_at__lt=at - timedelta(hours=1), ends_at__gt=at - OLD)
    sent = rows(Booking, by=by, to=P.BOOKING_VIEW).filter(free_time__appointment=OuterRef("pk"), cancelled_at=None)
    somebody = Q(state=State.BOOKED) | Q(Exists(sent), state=State.FREE)
    return mine.filter(somebody, worker=by.id) if by.user else mine.none()


def bookable(by: Actor, at: datetime) -> Any:
    """Return the free times that one may book now; of a looker() of the directory also those open to everybody."""
    taken = Booking.objects.filter(free_time=OuterRef("pk"), cancelled_at=None)
    found = rows(FreeTime, by=by, to=P.FREE_TIME_TAKE).filter(starts_at__gt=at, withdrawn_at=None)
    return found.exclude(service__in=by.services, pk__in=_given(by)).filter(~Exists(taken))


def _given(by: Actor) -> Any:
    """Return our own times that we have filled ourselves meanwhile."""
    return FreeTime.objects.filter(service__in=by.services).exclude(appointment__state=State.FREE).values("pk")


def sent_words(booking: Booking) -> str:
    """Return whom somebody sends, in words."""
    lists = names_of(("sex", "age_band", "help_theme"))
    said = [lists[name].get(code, code) for name, code in _codes(booking) if code]
    return ", ".join(said)


def _codes(booking: Booking) -> list[tuple[str, str]]:
    return [("sex", booking.sex), ("age_band", booking.age_band), ("help_theme", booking.topic)]


def waiting(service: Service, by: Actor) -> list[Waiting]:
    """Return who waits, in order: those with a reason first, then by day."""
    found = rows(Waiting, by=by, to=P.WAITING_VIEW).filter(service=service, ended_on=None).select_related("client")
    listed = read(found.order_by("purpose", "since", "recorded_at", "pk"), by=by, to=P.WAITING_VIEW)
    return sorted(listed, key=lambda one: (one.purpose, not one.precedence))


@dataclass(frozen=True)
class Lengths:
    """How long the list is and how long people wait, in days."""

    many: int
    longest: int | None
    usual: int | None  # half who got a place in the last year waited at most so long since they were written down


def lengths(service: Service, by: Actor, today: date) -> Lengths:
    every = rows(Waiting, by=by, to=P.WAITING_VIEW).filter(service=service)
    open_ones = list(every.filter(ended_on=None).values_list("since", flat=True))
    got = every.filter(ended_why=WaitingEnd.IN, ended_on__gte=today - OLD).values_list("since", "ended_on")
    waits = [(end - since).days for since, end in got]
    longest = max(((today - since).days for since in open_ones), default=None)
    return Lengths(len(open_ones), longest, median_high(waits) if waits else None)


def lapsed(by: Actor, today: date) -> list[WaitingOffer]:
    """Return offers whose term has passed without an answer."""
    if not by.may(P.WAITING_ANSWER):
        return []
    return read(_lapsed(by, today), by=by, to=P.WAITING_VIEW)


@prepared
def _lapsed(by: Actor, today: date) -> Any:
    found = rows(WaitingOffer, by=by, to=P.WAITING_VIEW).filter(answer="", answer_by__lt=today)
    return found.select_related("waiting__client").order_by("answer_by", "pk")[:5]


def homes(service: Service, by: Actor) -> list[tuple[Home, Stay | None]]:
    """Return the places of a service with who lives there now."""
    found = rows(Home, by=by, to=P.STAY_VIEW).filter(service=service, closed_on=None).order_by(by_name(), "pk")
    listed = read(found, by=by, to=P.STAY_VIEW)
    stays = rows(Stay, by=by, to=P.STAY_VIEW).filter(home__in=listed, until=None).select_related("client")
    lived_in = {one.home_id: one for one in read(stays.order_by("pk"), by=by, to=P.STAY_VIEW)}
    return [(one, lived_in.get(one.pk)) for one in listed]
