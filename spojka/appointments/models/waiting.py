from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.clients.models import Client


class WaitingEnd(models.TextChoices):
    IN = "in", _("got a place")
    ELSEWHERE = "elsewhere", _("found help elsewhere")
    GAVE_UP = "gave_up", _("does not want it any more")
    UNREACHED = "unreached", _("could not be reached")
    OTHER = "other", _("another reason")


class OfferAnswer(models.TextChoices):
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    SILENT = "silent", _("no answer by the term")


class Waiting(Owned):
    """Somebody waits for something since a day (pořadník)."""

    purpose = models.CharField(max_length=80)
    client = models.ForeignKey(Client, models.PROTECT, related_name="+", null=True, blank=True)
    who = models.CharField(max_length=80, blank=True)
    since = models.DateField()
    precedence = models.CharField(max_length=200, blank=True)  # why before others, in words
    note = models.CharField(max_length=300, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_why = models.CharField(max_length=10, choices=WaitingEnd, blank=True)
    written_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.COURSE
    shared = Q(pk__in=[])
    kept = Kept(years=5, since="its end", personal=("who", "note", "precedence"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                name="waiting_end", condition=Q(ended_on=None, ended_why="") | ~Q(ended_on=None) & ~Q(ended_why="")
            ),
        ]
        indexes = [models.Index(fields=["service", "ended_on", "since"], name="waiting_in_order")]

    def __str__(self) -> str:
        return f"{self.name}, {self.purpose}"

    @property
    def name(self) -> str:
        return self.client.code if self.client else self.who

    def days(self, today: date) -> int:
        """How long they have waited, or did."""
        return ((self.ended_on or today) - self.since).days


class WaitingOffer(Owned):
    """A place offered to somebody who waits, until a day."""

    waiting = models.ForeignKey(Waiting, models.PROTECT, related_name="offers")
    what = models.CharField(max_length=200)
    offered_on = models.DateField()
    answer_by = models.DateField()
    answer = models.CharField(max_length=10, choices=OfferAnswer, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    offered_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.COURSE
    shared = Q(pk__in=[])
    kept = Kept(years=5, since="the end of waiting")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="waiting_offer_term", condition=Q(answer_by__gte=F("offered_on"))),
            models.UniqueConstraint(fields=["waiting"], condition=Q(answer=""), name="waiting_offer_open_once"),
        ]

    def __str__(self) -> str:
        return self.what
