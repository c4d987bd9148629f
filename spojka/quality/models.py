from django.db import models
from django.db.models import Q

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept


class AcceptedQuerySet(OwnedQuerySet):
    def standing(self) -> "AcceptedQuerySet":
        """Those that nobody doubted later."""
        return self.filter(doubted_at=None)


class Accepted(Owned):
    """Somebody looked at a finding and said that the record is right so. Names the row, tells nothing of it."""

    check_code = models.CharField(max_length=30)
    row_id = models.UUIDField()
    day = models.DateField()  # of the row, else the last day of the period it was found in
    state = models.CharField(max_length=60, blank=True)  # of the row as it was looked at
    accepted_by = models.CharField(max_length=60)  # Actor.id
    doubted_at = models.DateTimeField(null=True, blank=True)
    doubted_by = models.CharField(max_length=60, blank=True)  # Actor.id

    objects = AcceptedQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.WORK
    shared = Q(pk__in=[])
    kept = Kept(years=3, since="the day")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(
                fields=["row_id", "check_code", "state"], name="accepted_once", condition=Q(doubted_at=None)
            ),
        ]
        indexes = [models.Index(fields=["service", "check_code", "-day"], name="accepted_by_day")]
