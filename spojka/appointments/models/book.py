from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.clients.models import Client
from spojka.network.models import Membership
from spojka.ui.words import hours


class AppointmentKind(models.TextChoices):
    FIRST = "first", _("first appointment")
    COUNSELLING = "counselling", pgettext_lazy("kind of appointment", "counselling")
    ACCOMPANYING = "accompanying", pgettext_lazy("kind of appointment", "accompanying")
    GROUP = "group", pgettext_lazy("kind of appointment", "group")
    OTHER = "other", pgettext_lazy("kind of appointment", "other")


class State(models.TextChoices):
    FREE = "free", pgettext_lazy("appointment", "free")
    BOOKED = "booked", pgettext_lazy("appointment", "booked")
    CAME = "came", pgettext_lazy("appointment", "came")
    EXCUSED = "excused", pgettext_lazy("appointment", "excused themselves")
    ABSENT = "absent", pgettext_lazy("appointment", "did not come")
    MOVED = "moved", pgettext_lazy("appointment", "moved to another time")
    CANCELLED = "cancelled", pgettext_lazy("appointment", "cancelled")


class CancelledBy(models.TextChoices):
    CLIENT = "client", pgettext_lazy("who cancelled", "the client")
    SERVICE = "service", pgettext_lazy("who cancelled", "our service")
    SENDER = "sender", pgettext_lazy("who cancelled", "who sent them")


class AppointmentQuerySet(OwnedQuerySet):
    def taking_time(self) -> Self:
        """Appointments in which the worker and the room are taken."""
        return self.filter(state__in=(State.FREE, State.BOOKED, State.CAME))

    def within(self, start: datetime, end: datetime) -> Self:
        """Appointments that share time with a span."""
        return self.filter(starts_at__lt=end, ends_at__gt=start)


class Appointment(Owned):
    """A time of a worker: with a client, with somebody not yet known, or with nobody yet."""

    series = models.UUIDField(null=True, blank=True)  # the same for those that were written at once
    worker = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    second = models.ForeignKey(Membership, models.PROTECT, related_name="+", null=True, blank=True)
    room = models.CharField(max_length=60, blank=True)
    kind = models.CharField(max_length=20, choices=AppointmentKind)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    client = models.ForeignKey(Client, models.PROTECT, related_name="+", null=True, blank=True)
    who = models.CharField(max_length=80, blank=True)  # a working name of somebody not yet known
    note = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.BOOKED)
    cancelled_by = models.CharField(max_length=10, choices=CancelledBy, blank=True)
    moved_to = models.ForeignKey("self", models.PROTECT, related_name="+", null=True, blank=True)
    reminder_to = models.TextField(blank=True)  # sealed: where the client wants to be reminded
    reminder_where = models.CharField(max_length=120, blank=True)  # the place in words that tell nothing
    reminded_at = models.DateTimeField(null=True, blank=True)
    booked_by = models.CharField(max_length=60)  # Actor.id
    marked_by = models.CharField(max_length=60, blank=True)  # Actor.id

    objects = AppointmentQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.COURSE
    shared = Q(pk__in=[])
    sealed: ClassVar[tuple[str, ...]] = ("reminder_to",)
    kept = Kept(years=5, since="its day", personal=("who", "note", "reminder_to"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="appointment_kind", condition=Q(kind__in=AppointmentKind.values)),
            models.CheckConstraint(name="appointment_state", condition=Q(state__in=State.values)),
            models.CheckConstraint(name="appointment_lasts", condition=Q(ends_at__gt=F("starts_at"))),
        ]
        indexes = [
            models.Index(fields=["service", "starts_at"], name="appointment_by_time"),
            models.Index(fields=["worker", "starts_at"], name="appointment_of_worker"),
        ]

    def __str__(self) -> str:
        return f"{hours(self.starts_at, self.ends_at)} {self.get_kind_display()}"

    @property
    def minutes(self) -> int:
        return int((self.ends_at - self.starts_at).total_seconds() // 60)

    @property
    def is_to_come(self) -> bool:
        """Whether it still waits for how it goes."""
        return self.state in (State.FREE, State.BOOKED)

    @property
    def name(self) -> str:
        """With whom, as colleagues call them."""
        return self.client.code if self.client else self.who
