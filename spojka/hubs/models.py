from datetime import datetime
from typing import Any, Self

from django.db import models

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.base.models import Record
from spojka.links.models import Link
from spojka.phones.models import Phone


class Hub(Owned):
    """A laptop that takes what phones of the stand send while there is no internet. Secrets lie sealed."""

    name = models.CharField(max_length=60)
    address = models.CharField(max_length=120)  # host, perhaps with a port: stanek.example.org:8443
    key = models.TextField()  # what opens its boxes; never leaves headquarters
    slot = models.CharField(max_length=120)  # the public half, for phones
    marking = models.TextField()  # the key of marks, for phones alone
    passing = models.TextField()  # the key of passes, for the laptop and headquarters
    link = models.ForeignKey(Link, models.PROTECT, null=True, blank=True, related_name="+")  # the laptop's way in
    credential_hash = models.CharField(max_length=64, blank=True)  # of what the laptop says when it delivers
    joined_at = models.DateTimeField(null=True, blank=True)
    heard_at = models.DateTimeField(null=True, blank=True)
    waiting = models.PositiveIntegerField(default=0)  # items, as it said when it was heard
    returned = models.PositiveIntegerField(default=0)
    delivered = models.PositiveIntegerField(default=0)  # by headquarters' own count
    certificate_ends = models.DateTimeField(null=True, blank=True)
    recorded_by = models.CharField(max_length=60)  # Actor.id
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.CharField(max_length=60, blank=True)

    tells = Kind.WORK
    kept = Kept(years=2, since="it was heard last", personal=())

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(
                fields=["organisation", "address"], condition=models.Q(revoked_at=None), name="hub_address_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_revoked(self) -> bool:
        return self.revoked_at is not None

    @property
    def origin(self) -> str:
        """What browsers call the place it answers from."""
        return f"https://{self.address}"


class PairedPhoneQuerySet(models.QuerySet[Any]):
    def holding(self, at: datetime) -> Self:
        """Phones that may leave items at their hub now."""
        return self.filter(ended_at=None, until__gt=at, phone__revoked_at=None)


class PairedPhone(Record):
    """A phone that may leave items at a hub, and the public key by which headquarters knows what it signed."""

    hub = models.ForeignKey(Hub, models.CASCADE, related_name="phones")
    phone = models.ForeignKey(Phone, models.CASCADE, related_name="+")
    origin = models.CharField(max_length=130)  # the hub's: pages ask for it where no organisation acts yet
    key = models.CharField(max_length=120)
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)  # the hub was revoked

    objects = PairedPhoneQuerySet.as_manager()
    kept = Kept(years=2, since="its end")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["hub", "phone"], name="paired_phone_once")]

    def __str__(self) -> str:
        return str(self.pk)

    def held(self, at: datetime) -> bool:
        """Test whether the phone might leave items at that moment: what it left before it was lost is still good."""
        lost = self.phone.revoked_at
        return at < self.until and (lost is None or at < lost)
