from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import FOREVER, Kept

WARNED = 60  # days before the end; our proposal, a service sets its own


class Level(Owned):
    """What a service sets of one item in stock: pieces in a pack, when it is low, how long before its end to warn."""

    code = models.CharField(max_length=30)  # of the list material
    pack = models.PositiveIntegerField(null=True, blank=True)
    low = models.PositiveIntegerField(null=True, blank=True)  # in all locations together
    warned = models.PositiveSmallIntegerField(default=WARNED)

    tells = Kind.WORK
    kept = FOREVER

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["service", "code"], name="level_once"),
            models.CheckConstraint(
                name="level_pack",
                condition=Q(pack=None) | Q(pack__gte=2),
                violation_error_message=_("A pack has two pieces or more."),
            ),
        ]


class Batch(Owned):
    """Pieces of one item that came with one number and expire on one day."""

    code = models.CharField(max_length=30)
    number = models.CharField(max_length=40, blank=True)
    expires_on = models.DateField(null=True, blank=True)

    tells = Kind.WORK
    kept = Kept(years=10, since="the expiry")

    class Meta(Owned.Meta):
        indexes = [models.Index(fields=["service", "expires_on"], name="batch_by_end")]

    def __str__(self) -> str:
        return self.number or "–"
