from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.clients.models import Client
from spojka.network.models import Service
from spojka.ui.words import legible

from .outcomes import NOTHING, Outcome, read

AT_HOME = Q(pk__in=[])  # neither a grant nor reading the house opens it: that one asks is told to nobody


class SoundingBasis(models.TextChoices):
    """By what a service may ask whether another one works with a client."""

    SPOKEN = "spoken", _("the client agrees, by word")
    SIGNED = "signed", _("the client agrees, signed")
    DUTY = "duty", _("a law asks it of us, and the client knows")


class SoundingQuerySet(OwnedQuerySet):
    def open(self, today: date) -> Self:
        """Soundings that can still be found."""
        return self.filter(withdrawn_at=None, ends_on__gte=today)


class Sounding(Owned):
    """One service asks another whether it works with one client, too; it does not tell who that is."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="soundings")
    asked = models.ForeignKey(Service, models.PROTECT, related_name="+")
    why = models.TextField()  # sealed
    basis = models.CharField(max_length=10, choices=SoundingBasis)
    basis_words = models.CharField(max_length=200)  # who heard it, where the paper lies, which law
    mark = models.CharField(max_length=44)  # 32 bytes of HMAC-SHA-256
    outcome = models.TextField()  # sealed, see outcomes
    ends_on = models.DateField()  # the last day
    asked_by = models.CharField(max_length=60)  # Actor.id
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    objects = SoundingQuerySet.as_manager()  # type: ignore[misc]
    sealed: ClassVar[tuple[str, ...]] = ("why", "outcome")
    tells = Kind.WORK
    subject = "client_id"
    shared = AT_HOME
    kept = Kept(years=5, since="its end", personal=("why", "basis_words", "mark", "outcome"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="sounding_basis", condition=Q(basis__in=SoundingBasis.values)),
            models.CheckConstraint(name="sounding_of_another", condition=~Q(asked=models.F("service"))),
            models.CheckConstraint(name="sounding_marked", condition=~Q(mark="") & ~Q(outcome="")),
        ]
        indexes = [
            models.Index(fields=["service", "asked", "ends_on"], name="sounding_open", condition=Q(withdrawn_at=None)),
            models.Index(fields=["asked_by", "recorded_at"], name="sounding_of_day"),
        ]

    def __str__(self) -> str:
        return f"{self.asked.organisation}, {self.asked}"

    @property
    def reason(self) -> str:
        return legible(self.why)

    @property
    def came(self) -> Outcome:
        """How it stands; nothing, if the key that could open it is gone."""
        return read(self.outcome) if self.outcome else NOTHING

    def is_open(self, today: date) -> bool:
        return self.withdrawn_at is None and self.ends_on >= today


class SoundingCall(Owned):
    """To a service: another one asks whether you have a client in common. It does not say which."""

    asker = models.ForeignKey(Service, models.PROTECT, related_name="+")
    sounding_id = models.UUIDField(unique=True)  # its row belongs to the asker
    ends_on = models.DateField()
    ended_at = models.DateTimeField(null=True, blank=True)

    tells = Kind.WORK
    shared = AT_HOME
    kept = Kept(years=5, since="its end")

    class Meta(Owned.Meta):
        constraints = [*Owned.Meta.constraints]
        indexes = [models.Index(fields=["service", "ends_on"], name="soundingcall_open", condition=Q(ended_at=None))]
