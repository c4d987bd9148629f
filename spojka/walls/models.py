from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.clients.models import Client
from spojka.network.models import Membership, Service
from spojka.ui.words import legible


class WallQuerySet(OwnedQuerySet):
    def standing(self, at: datetime) -> Self:
        """Walls that nobody took down and whose time has not passed."""
        return self.filter(Q(ends_at=None) | Q(ends_at__gt=at), ended_at=None)


class Wall(Owned):
    """One colleague, or all who act for another service, is kept apart from one client."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="walls")
    worker = models.ForeignKey(Membership, models.PROTECT, related_name="+", null=True, blank=True)
    centre = models.ForeignKey(Service, models.PROTECT, related_name="+", null=True, blank=True)
    why = models.TextField()  # sealed
    ends_at = models.DateTimeField(null=True, blank=True)  # it falls by itself
    raised_by = models.CharField(max_length=60)  # Actor.id
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True)
    ended_why = models.CharField(max_length=300, blank=True)

    objects = WallQuerySet.as_manager()  # type: ignore[misc]
    sealed: ClassVar[tuple[str, ...]] = ("why",)
    tells = Kind.WORK
    subject = "client_id"
    shared = Q(pk__in=[])  # it is nobody's business but the service's
    kept = Kept(years=5, since="its end", personal=("why", "ended_why"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                name="wall_whom",
                condition=Q(worker=None, centre__isnull=False) | Q(worker__isnull=False, centre=None),
            ),
        ]
        indexes = [models.Index(fields=["client"], name="wall_by_client")]

    def __str__(self) -> str:
        return str(self.centre) if self.centre else str(self.worker.user.name if self.worker else "")

    @property
    def reason(self) -> str:
        return legible(self.why)

    def is_standing(self, at: datetime) -> bool:
        return self.ended_at is None and (self.ends_at is None or self.ends_at > at)


class SecretAddress(Owned):
    """Where a client can be met is told to their own service and themselves alone; what it closes: access.Hiding."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="secret_addresses")
    why = models.TextField()  # sealed
    hidden_by = models.CharField(max_length=60)  # Actor.id
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True)
    ended_why = models.TextField(blank=True)  # sealed

    sealed: ClassVar[tuple[str, ...]] = ("why", "ended_why")
    tells = Kind.WORK
    subject = "client_id"
    shared = Q(pk__in=[])
    kept = Kept(years=5, since="its end", personal=("why", "ended_why"))

    @property
    def reason(self) -> str:
        return legible(self.why)

    @property
    def end_reason(self) -> str:
        return legible(self.ended_why)
