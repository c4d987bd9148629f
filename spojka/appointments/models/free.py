from django.db import models
from django.db.models import Q

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.directory.models import ServiceEntry
from spojka.network.models import Organisation
from spojka.ui.words import moment

from .book import Appointment


class FreeTime(Owned):
    """What other houses see of an appointment that they may book: when, how long, where; nothing of the book."""

    appointment = models.OneToOneField(Appointment, models.PROTECT, related_name="free_time")
    entry = models.ForeignKey(ServiceEntry, models.PROTECT, related_name="free_times")
    name = models.CharField(max_length=250)  # of the service, for who booked it and may not read the entry any more
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    where = models.CharField(max_length=120, blank=True)
    about = models.CharField(max_length=200, blank=True)
    partners = models.ManyToManyField(Organisation, related_name="+", blank=True)  # none: everybody
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    tells = Kind.WORK
    kept = Kept(years=5, since="its day")

    class Meta(Owned.Meta):
        indexes = [models.Index(fields=["entry", "starts_at"], name="free_time_of_entry")]

    def __str__(self) -> str:
        return moment(self.starts_at)


class Booking(Owned):
    """A free time taken for somebody unnamed. It belongs to who sends them; the other service may read it."""

    free_time = models.ForeignKey(FreeTime, models.PROTECT, related_name="bookings")
    word = models.CharField(max_length=12)  # told to the person, who says it at the door
    sex = models.CharField(max_length=20, blank=True)  # code of the list sex
    age_band = models.CharField(max_length=20, blank=True)  # code of the list age_band
    topic = models.CharField(max_length=120, blank=True)
    reach = models.CharField(max_length=120)  # how the sender can be reached
    sender = models.CharField(max_length=200)  # who sends, as the other service reads it
    booked_by = models.CharField(max_length=60)  # Actor.id
    booked_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True, blank=True)

    tells = Kind.WORK
    kept = Kept(years=5, since="its day", personal=("reach", "sender", "topic"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["free_time"], condition=Q(cancelled_at=None), name="free_time_taken_once"),
        ]
        indexes = [models.Index(fields=["service", "-booked_at"], name="booking_by_day")]

    def __str__(self) -> str:
        return self.word
