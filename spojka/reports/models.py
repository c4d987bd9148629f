from typing import Any, Self

from django.db import models
from django.db.models import Q

from spojka.access.actor import Actor
from spojka.access.owned import Openings, Owned, OwnedQuerySet
from spojka.access.permissions import Kind, Permission
from spojka.base.keeping import Kept


class SavedReportQuerySet(OwnedQuerySet):
    def allowed(self, actor: Actor, permission: Permission) -> Self:
        """Settings that stand: one's own, and those that their maker gave to the service."""
        return super().allowed(actor, permission)._open_to(actor)

    def listed(self, actor: Actor, permission: Permission, among: Openings | None = None) -> Self:
        """The same rows, for a list."""
        return super().listed(actor, permission)._open_to(actor)

    def _open_to(self, actor: Actor) -> Self:
        return self.filter(Q(is_shared=True) | Q(made_by=actor.id), dropped_at=None)

    def nearest(self, actor: Actor, permission: Permission, pk: Any) -> Any:
        """Return the one that `actor` may do `permission` with, or None."""
        found = super().nearest(actor, permission, pk)
        return found if found is not None and found.is_own_of(actor) else None


class SavedReport(Owned):
    """Settings of a report under a name: its period, filters, audience and breakdown, as an address says them.

    A period said by its code moves with the calendar. Settings hold no numbers; each opening counts anew.
    """

    name = models.CharField(max_length=80)
    settings = models.JSONField()
    is_shared = models.BooleanField(default=False)  # for all of the service, else for its maker alone
    made_by = models.CharField(max_length=60)  # Actor.id
    used_at = models.DateTimeField()
    dropped_at = models.DateTimeField(null=True, blank=True)

    objects = SavedReportQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.FIGURES
    shared = Q(pk__in=[])
    kept = Kept(years=1, since="they were dropped or last used")

    class Meta(Owned.Meta):
        indexes = [models.Index(fields=["service", "-used_at"], name="saved_report_by_use")]

    def __str__(self) -> str:
        return self.name

    def is_own_of(self, actor: Actor) -> bool:
        """Test that they stand and are the actor's own, or given to the actor's service."""
        mine = self.is_shared or self.made_by == actor.id
        return mine and self.dropped_at is None and super().is_own_of(actor)
