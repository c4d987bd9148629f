from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import FOREVER, Kept
from spojka.places.models import Place
from spojka.search.columns import Words, WordsIndex


class Organiser(Owned):
    """Who holds events and gets our report about them."""

    name = models.CharField(max_length=120)
    contact = models.CharField(max_length=200, blank=True)
    words = Words("name")

    tells = Kind.WORK
    kept = Kept(years=10, since="the last event", personal=("contact",))

    class Meta(Owned.Meta):
        indexes = [WordsIndex(name="organiser_words")]
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["service", "name"], name="organiser_once"),
        ]

    def __str__(self) -> str:
        return self.name


class Event(Owned):
    """Something that people come to, at a venue, for one day or several."""

    name = models.CharField(max_length=120)
    organiser = models.ForeignKey(Organiser, models.PROTECT, related_name="events", null=True, blank=True)
    venue = models.ForeignKey(Place, models.PROTECT, related_name="events")
    starts_on = models.DateField()
    ends_on = models.DateField()
    expected = models.PositiveIntegerField(null=True, blank=True)  # visitors
    note = models.CharField(max_length=2000, blank=True)
    words = Words("name", "note")

    tells = Kind.WORK
    kept = FOREVER

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                name="event_days",
                condition=Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The event can't end before it starts."),
            ),
        ]
        indexes = [
            models.Index(fields=["service", "-starts_on"], name="event_by_day"),
            WordsIndex(name="event_words"),
        ]

    def __str__(self) -> str:
        return self.name
