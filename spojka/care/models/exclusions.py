from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.clients.models import Client
from spojka.encounters.models import ServiceRefusal, Shift
from spojka.network.models import Membership

KEPT = 3  # years


class ExclusionQuerySet(OwnedQuerySet):
    def in_force(self, on: date) -> Self:
        """Exclusions that hold on a day."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=on), starts_on__lte=on, ended_at=None)


class Exclusion(Owned):
    """The service ended for somebody, agreed by the team (ukončení služby): why, until when, what may be done.

    It is of a client, or of a person at an event, whom the crew knows by a description until the event is over.
    """

    client = models.ForeignKey(Client, models.PROTECT, related_name="+", null=True, blank=True)
    shift = models.ForeignKey(Shift, models.PROTECT, related_name="+", null=True, blank=True)  # of a described person
    refusal = models.OneToOneField(ServiceRefusal, models.PROTECT, related_name="+", null=True, blank=True)
    description = models.CharField(max_length=300, blank=True)  # for the crew, erased when the event ends
    ground = models.CharField(max_length=30)  # code of the list refusal_ground
    what = models.CharField(max_length=500)
    remedy = models.CharField(max_length=300)  # what was tried with them first
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    until = models.CharField(max_length=120, blank=True)  # or until what
    told = models.CharField(max_length=300)  # how they were told
    appeal = models.CharField(max_length=300)  # how they may disagree
    offered = models.CharField(max_length=300)  # where else they are helped meanwhile
    alone_why = models.CharField(max_length=200, blank=True)  # why fewer than two agreed
    review_on = models.DateField()  # when the team looks at it again
    recorded_by = models.CharField(max_length=60)  # Actor.id
    ended_at = models.DateTimeField(null=True, blank=True)  # before its time
    ended_by = models.CharField(max_length=60, blank=True)
    ended_why = models.CharField(max_length=200, blank=True)

    objects = ExclusionQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.COURSE
    subject = "client_id"
    kept = Kept(years=KEPT, since="its end", personal=("client", "description", "what"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                name="exclusion_of",
                condition=Q(client__isnull=False, shift=None, description="") | Q(client=None, shift__isnull=False),
            ),
            models.CheckConstraint(
                name="exclusion_span",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("It can't end before it starts."),
            ),
        ]
        indexes = [
            models.Index(fields=["client"], name="exclusion_by_client"),
            models.Index(fields=["service", "review_on"], name="exclusion_by_review", condition=Q(ended_at=None)),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def is_in_force(self, on: date) -> bool:
        return self.ended_at is None and self.starts_on <= on and (self.ends_on is None or self.ends_on >= on)


class ExclusionAgreement(Owned):
    """A member of the team who agreed."""

    exclusion = models.ForeignKey(Exclusion, models.PROTECT, related_name="agreements")
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="+")

    tells = Kind.WORK
    subject = "exclusion__client_id"
    kept = Kept(years=KEPT, since="its end")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["exclusion", "membership"], name="exclusionagreement_once"),
        ]


class ExclusionReview(Owned):
    """The team looked at it again: it goes on, until another day maybe. What held before stands beside it."""

    exclusion = models.ForeignKey(Exclusion, models.PROTECT, related_name="reviews")
    said = models.CharField(max_length=300)
    ends_before = models.DateField(null=True, blank=True)  # until when it was to hold before
    ends_on = models.DateField(null=True, blank=True)  # and from now on
    review_on = models.DateField()  # the next one
    reviewed_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.COURSE
    subject = "exclusion__client_id"
    kept = Kept(years=KEPT, since="its end", personal=("said",))

    class Meta(Owned.Meta):
        constraints = [*Owned.Meta.constraints]
