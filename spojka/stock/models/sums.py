from django.db import models

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.encounters.models import Shift

from .locations import Location


class ShiftSum(Owned):
    """What a shift handed out of one item, all contacts together: holds while no mark touches its day (sums.py)."""

    shift = models.ForeignKey(Shift, models.CASCADE, related_name="+", db_index=False)
    location = models.ForeignKey(Location, models.CASCADE, related_name="+", db_index=False)
    day = models.DateField()
    code = models.CharField(max_length=30)
    quantity = models.PositiveIntegerField()

    tells = Kind.WORK
    subject = "shift_id"
    kept = Kept(years=10, since="the shift")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["shift", "code"], name="shift_sum_once"),
        ]
        indexes = [
            models.Index(fields=["location", "code", "day", "quantity"], name="shift_sum_of_location"),
            models.Index(fields=["service", "day"], name="shift_sum_by_day"),
        ]


class Closing(Owned):
    """As of which marks the sums of a service's shifts were made (encounters.changes)."""

    said = models.JSONField(default=dict)

    tells = Kind.WORK
    kept = Kept(years=10, since="the closing")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["service"], name="closing_once"),
        ]
