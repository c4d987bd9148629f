from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.clients.models import Client

from .kits import AT_HOME, Said


class Heard(models.TextChoices):
    """How we know."""

    OURS = "ours", _("it was at our place")
    SEEN = "seen", _("we saw it elsewhere")
    TOLD = "told", _("somebody told us")


class Ended(models.TextChoices):
    """How it ended."""

    SURVIVED = "survived", pgettext_lazy("an overdose", "they survived")
    DIED = "died", pgettext_lazy("an overdose", "they died")
    UNKNOWN = "unknown", _("not known")


class DayPart(models.TextChoices):
    """About when in the day."""

    MORNING = "morning", _("in the morning")
    DAY = "day", pgettext_lazy("part of the day", "during the day")
    EVENING = "evening", _("in the evening")
    NIGHT = "night", _("at night")


class OverdoseQuerySet(OwnedQuerySet):
    def standing(self) -> Self:
        return self.filter(voided_at=None)


class Overdose(Owned):
    """An overdose that we saw or heard of (předávkování). Who it was, who wrote it and when exactly, it does not know.

    Its id is not the phone's and its recorded_at is that of the day: nothing leads by the moment to a contact.
    """

    day = models.DateField()  # on which it came to us: the shift's
    happened_on = models.DateField(null=True, blank=True)  # about; None: nobody knows
    day_part = models.CharField(max_length=10, choices=DayPart, blank=True)
    heard = models.CharField(max_length=10, choices=Heard)
    ended = models.CharField(max_length=10, choices=Ended)
    municipality = models.CharField(max_length=80, blank=True)
    municipality_code = models.CharField(max_length=10, blank=True)
    district_code = models.CharField(max_length=10, blank=True)  # a part of a statutory city; nothing finer is kept
    place_kind = models.CharField(max_length=30, blank=True)  # code of the list overdose_place
    substances = models.JSONField(default=list, blank=True)  # codes of the list substance, as they were reported
    called = models.CharField(max_length=120, blank=True)  # what people call what was taken
    naloxone = models.CharField(max_length=10, choices=Said)
    doses = models.PositiveSmallIntegerField(null=True, blank=True)
    ambulance = models.CharField(max_length=10, choices=Said)
    voided_at = models.DateTimeField(null=True, blank=True)

    objects = OverdoseQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.WORK
    shared = AT_HOME
    kept = Kept(years=10, since="it was written down", personal=("called",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="overdose_heard", condition=Q(heard__in=Heard.values)),
            models.CheckConstraint(name="overdose_ended", condition=Q(ended__in=Ended.values)),
            models.CheckConstraint(name="overdose_naloxone", condition=Q(naloxone__in=Said.values)),
            models.CheckConstraint(name="overdose_ambulance", condition=Q(ambulance__in=Said.values)),
            models.CheckConstraint(
                name="overdose_doses",
                condition=Q(doses=None) | Q(doses__gte=1, doses__lte=20),
                violation_error_message=_("Write 1 to 20 doses."),
            ),
        ]
        indexes = [models.Index(fields=["service", "-day"], name="overdose_by_day")]


class TieQuerySet(OwnedQuerySet):
    def standing(self) -> Self:
        return self.filter(ended_at=None)


class OverdoseTie(Owned):
    """A key worker's deliberate word that an overdose was that of a client, and why it has to be known."""

    overdose = models.ForeignKey(Overdose, models.PROTECT, related_name="ties")
    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300)
    tied_by = models.CharField(max_length=60)  # Actor.id
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True)

    objects = TieQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.PERSONAL
    subject = "client_id"
    shared = AT_HOME
    kept = Kept(years=3, since="the last contact", personal=("client", "reason"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="overdosetie_reason", condition=~Q(reason="")),
            models.UniqueConstraint(
                fields=["overdose", "client"], name="overdosetie_once", condition=Q(ended_at=None)
            ),
        ]
