from datetime import datetime
from typing import Any, Self

from django.db import models

from spojka.base.keeping import Kept
from spojka.base.models import Record
from spojka.network.models import User


class DeviceQuerySet(models.QuerySet[Any]):
    def signed_in(self, at: datetime) -> Self:
        """Devices that may act now."""
        return self.filter(ends_at__gt=at)


class Device(Record):
    """A browser in which somebody is signed in. Without its row the session is worth nothing; no address is kept."""

    user = models.ForeignKey(User, models.CASCADE, related_name="devices")
    name = models.CharField(max_length=60, blank=True)  # what it says of itself: Firefox, Android
    seen_at = models.DateTimeField()
    ends_at = models.DateTimeField()  # signed out then, unless somebody works with it

    objects = DeviceQuerySet.as_manager()
    kept = Kept(years=1, since="its last use", personal=("name",))


class Pin(Record):
    """The number by which somebody takes over a shared tablet. It opens nothing else."""

    user = models.OneToOneField(User, models.CASCADE, related_name="pin")
    sealed = models.CharField(max_length=300)  # a slow hash, sealed: four digits alone would be guessed from a copy
    set_at = models.DateTimeField()

    kept = Kept(years=10, since="the last membership's end", personal=("sealed",))
