from typing import Any, Self

from django.db import models

from spojka.base.keeping import Kept
from spojka.base.models import Record
from spojka.network.models import Membership, User


class PhoneQuerySet(models.QuerySet[Any]):
    def allowed(self, actor: Any, permission: Any) -> Self:
        """Phones of those who work with `actor`, and its own."""
        return self.filter(user__in=Membership.objects.allowed(actor, permission).values("user"))


class Phone(Record):
    """A browser that one worker set up for work without signal. The id comes from the phone; no address is kept."""

    user = models.ForeignKey(User, models.CASCADE, related_name="phones")
    name = models.CharField(max_length=60, blank=True)  # what it says of itself: Chrome, Android
    device_id = models.UUIDField(null=True, blank=True)  # the sign-in it was heard with last (members.Device)
    heard_at = models.DateTimeField()
    waiting = models.PositiveIntegerField(default=0)  # items, as it said when it was heard
    to_mend = models.PositiveIntegerField(default=0)
    oldest_at = models.DateTimeField(null=True, blank=True)  # since when the oldest one waits
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.CharField(max_length=60, blank=True)  # Actor.id
    wiped_at = models.DateTimeField(null=True, blank=True)  # it was heard after that, and told to wipe itself

    objects = PhoneQuerySet.as_manager()
    kept = Kept(years=1, since="it was heard last", personal=("name",))

    class Meta:
        indexes = [models.Index(fields=["user", "-heard_at"], name="phone_by_user")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_revoked(self) -> bool:
        return self.revoked_at is not None
