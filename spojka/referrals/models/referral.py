from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.clients.models import Client
from spojka.network.models import Service
from spojka.partners.models import PartnerAgreement
from spojka.ui.words import legible

WITH = ("service", "organisation", "partner__organisation", "agreement")


class Way(models.TextChoices):
    """Who offers."""

    OUT = "out", pgettext_lazy("a referral", "we refer")
    IN = "in", pgettext_lazy("a referral", "referred to us")


class Side(models.TextChoices):
    """Who of the two says something: who wrote the referral down, or the other side."""

    OURS = "ours", pgettext_lazy("a side of a referral", "who wrote it down")
    THEIRS = "theirs", pgettext_lazy("a side of a referral", "the other side")


class ReferralQuerySet(OwnedQuerySet):
    def open(self) -> Self:
        """Referrals that are neither withdrawn nor closed."""
        return self.filter(ended_at=None)

    def with_steps(self) -> Self:
        """The same, with what pages need to tell how each stands."""
        return self.select_related(*WITH).prefetch_related("steps")


class Referral(Owned):
    """One client offered by one service to another. It holds no name and no code."""

    way = models.CharField(max_length=3, choices=Way)
    client = models.ForeignKey(Client, models.PROTECT, related_name="referrals", null=True, blank=True)
    agreement = models.ForeignKey(PartnerAgreement, models.PROTECT, related_name="referrals", null=True, blank=True)
    partner = models.ForeignKey(Service, models.PROTECT, related_name="+", null=True, blank=True)  # if in Spojka
    partner_name = models.CharField(max_length=160)
    mark = models.CharField(max_length=8)  # by what both sides call it
    sex = models.CharField(max_length=10, blank=True)  # codes of the lists sex, age_band, substance
    age_band = models.CharField(max_length=10, blank=True)
    substance = models.CharField(max_length=30, blank=True)
    wants = models.TextField()  # sealed: what the client wants
    goal = models.TextField(blank=True)  # sealed: what who offers sees as the goal
    note = models.TextField(blank=True)  # sealed
    contact = models.CharField(max_length=200, blank=True)  # how who offers is reached
    offered_on = models.DateField()
    answer_by = models.DateField()
    visit_days = models.PositiveSmallIntegerField()  # working days from an invitation, as agreed when it was offered
    offered_by = models.CharField(max_length=60)  # Actor.id
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ReferralQuerySet.as_manager()  # type: ignore[misc]
    sealed: ClassVar[tuple[str, ...]] = ("wants", "goal", "note")
    tells = Kind.WORK
    kept = Kept(years=5, since="its end", personal=("wants", "goal", "note", "contact"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="referral_way", condition=Q(way__in=Way.values)),
            models.CheckConstraint(name="referral_whom", condition=Q(way="in") | Q(client__isnull=False)),
            models.CheckConstraint(
                name="referral_in_is_told", condition=Q(way="out") | Q(partner=None)
            ),  # who works with Spojka offers by themselves
            models.UniqueConstraint(fields=["mark"], name="referral_mark"),
        ]
        indexes = [
            models.Index(fields=["service", "-offered_on"], name="referral_newest"),
            models.Index(fields=["service"], name="referral_open", condition=Q(ended_at=None)),
            models.Index(fields=["agreement", "offered_on"], name="referral_by_agreement"),
        ]

    def __str__(self) -> str:
        return self.mark

    @property
    def wanted(self) -> str:
        return legible(self.wants)

    @property
    def aim(self) -> str:
        return legible(self.goal) if self.goal else ""

    @property
    def more(self) -> str:
        return legible(self.note) if self.note else ""

    @property
    def offering(self) -> Side:
        """The side that offers; the other one receives."""
        return Side.OURS if self.way == Way.OUT else Side.THEIRS

    @property
    def receiving(self) -> Side:
        return Side.THEIRS if self.way == Way.OUT else Side.OURS

    @property
    def from_name(self) -> str:
        own = f"{self.organisation} · {self.service}"
        return own if self.way == Way.OUT else self.partner_name

    @property
    def to_name(self) -> str:
        own = f"{self.organisation} · {self.service}"
        return self.partner_name if self.way == Way.OUT else own
