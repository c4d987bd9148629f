from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.clients.models import Client
from spojka.ui.words import legible


class TieGroup(models.TextChoices):
    """Where somebody belongs, in the order in which they stand around the client."""

    FAMILY = "family", pgettext_lazy("around a client", "family")
    FRIENDS = "friends", _("friends")
    WORK = "work", _("school or work")
    HEALTH = "health", pgettext_lazy("around a client", "health")
    SERVICES = "services", pgettext_lazy("around a client", "services")
    OFFICES = "offices", _("offices")
    OTHER = "other", pgettext_lazy("around a client", "other")


class Strength(models.TextChoices):
    """How strong a tie is."""

    STRONG = "strong", pgettext_lazy("a tie", "strong")
    MIDDLE = "middle", pgettext_lazy("a tie", "middle")
    WEAK = "weak", pgettext_lazy("a tie", "weak")


class Direction(models.TextChoices):
    """Which way help goes."""

    TO_CLIENT = "to_client", _("to the client")
    FROM_CLIENT = "from_client", _("from the client")
    BOTH = "both", _("both ways")
    NONE = "none", _("neither way")


class TieQuerySet(OwnedQuerySet):
    def on_map(self, at: datetime) -> Self:
        """Ties that stood on the map at a moment."""
        return self.filter(Q(ended_at=None) | Q(ended_at__gt=at), recorded_at__lte=at)


class EcomapTie(Owned):
    """Somebody around a client, as the client sees it from one day on. A change ends it and adds what follows."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="ecomap_ties")
    name = models.TextField()  # sealed
    group = models.CharField(max_length=10, choices=TieGroup)
    strength = models.CharField(max_length=10, choices=Strength)
    is_stressful = models.BooleanField(default=False)
    direction = models.CharField(max_length=12, choices=Direction)
    note = models.TextField(blank=True)  # sealed
    x = models.PositiveSmallIntegerField(null=True, blank=True)  # per mille of the drawing; empty: laid out by itself
    y = models.PositiveSmallIntegerField(null=True, blank=True)
    replaces = models.OneToOneField("self", models.PROTECT, related_name="replaced_by", null=True, blank=True)
    recorded_by = models.CharField(max_length=60)  # Actor.id
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True)

    objects = TieQuerySet.as_manager()  # type: ignore[misc]
    sealed: ClassVar[tuple[str, ...]] = ("name", "note")
    tells = Kind.SITUATION
    says_where = True
    subject = "client_id"
    kept = Kept(years=5, since="the last contact", personal=("name", "note"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="ecomaptie_group", condition=Q(group__in=TieGroup.values)),
            models.CheckConstraint(name="ecomaptie_strength", condition=Q(strength__in=Strength.values)),
            models.CheckConstraint(name="ecomaptie_direction", condition=Q(direction__in=Direction.values)),
            models.CheckConstraint(name="ecomaptie_place", condition=Q(x=None, y=None) | Q(x__lte=1000, y__lte=1000)),
        ]
        indexes = [models.Index(fields=["client", "ended_at"], name="ecomaptie_by_client")]

    @property
    def called(self) -> str:
        return legible(self.name)

    @property
    def noted(self) -> str:
        return legible(self.note) if self.note else ""
