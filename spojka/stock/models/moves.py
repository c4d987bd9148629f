from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.encounters.models import Shift

from .items import Batch
from .locations import Location

KEPT = Kept(years=10, since="the movement")
MOST = 1_000_000


class MovementKind(models.TextChoices):
    DELIVERY = "delivery", _("delivery")
    ISSUE = "issue", _("issue")
    RETURN = "return", _("return")
    LOSS = "loss", _("loss")


class Reason(models.TextChoices):
    EXPIRED = "expired", _("expired")
    DAMAGED = "damaged", _("damaged")
    LOST = "lost", _("lost or stolen")
    OTHER = "other", _("other reason")


class Movement(Owned):
    """So many pieces came, went or changed their location. Only added: `undoes` names what a counter-entry takes back.

    A counter-entry has the moment of what it takes back, so both together are nothing on any day.
    """

    kind = models.CharField(max_length=10, choices=MovementKind)
    code = models.CharField(max_length=30)
    batch = models.ForeignKey(Batch, models.PROTECT, related_name="movements", null=True, blank=True, db_index=False)
    quantity = models.PositiveIntegerField()
    source = models.ForeignKey(
        Location, models.PROTECT, related_name="out", null=True, blank=True, db_index=False
    )  # none: from outside
    target = models.ForeignKey(Location, models.PROTECT, related_name="in_to", null=True, blank=True, db_index=False)
    shift = models.ForeignKey(Shift, models.PROTECT, related_name="+", null=True, blank=True, db_index=False)
    occurred_at = models.DateTimeField()
    reason = models.CharField(max_length=10, choices=Reason, blank=True)
    note = models.CharField(max_length=200, blank=True)
    recorded_by = models.CharField(max_length=60)  # Actor.id
    undoes = models.OneToOneField("self", models.PROTECT, related_name="undone_by", null=True, blank=True)

    tells = Kind.WORK
    kept = KEPT

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="movement_kind", condition=Q(kind__in=MovementKind.values)),
            models.CheckConstraint(
                name="movement_quantity",
                condition=Q(quantity__gte=1, quantity__lte=MOST),
                violation_error_message=_("Write 1 to 1,000,000 pieces."),
            ),
            models.CheckConstraint(
                name="movement_ends",
                condition=(Q(source__isnull=False) | Q(target__isnull=False))
                & (Q(source=None) | Q(target=None) | ~Q(source=F("target"))),
            ),
        ]
        indexes = [
            models.Index(fields=["source", "code", "occurred_at", "quantity"], name="movement_out"),
            models.Index(fields=["target", "code", "occurred_at", "quantity"], name="movement_in"),
            models.Index(fields=["service", "code", "-occurred_at"], name="movement_by_item"),
            models.Index(fields=["batch"], name="movement_of_batch", condition=Q(batch__isnull=False)),
            models.Index(fields=["shift"], name="movement_of_shift", condition=Q(shift__isnull=False)),
        ]


class Taking(Owned):
    """One stock-taking at one location."""

    location = models.ForeignKey(Location, models.PROTECT, related_name="takings", db_index=False)
    taken_at = models.DateTimeField()
    note = models.CharField(max_length=200, blank=True)
    recorded_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.WORK
    kept = KEPT

    class Meta(Owned.Meta):
        indexes = [models.Index(fields=["location", "-taken_at"], name="taking_by_location")]


class Count(Owned):
    """How many pieces of one item a stock-taking found; `expected` is what it was told there should be."""

    taking = models.ForeignKey(Taking, models.PROTECT, related_name="counts")
    location = models.ForeignKey(Location, models.PROTECT, related_name="+", db_index=False)
    code = models.CharField(max_length=30)
    counted_at = models.DateTimeField()  # the taking's
    quantity = models.IntegerField()  # below nought only where a difference was carried over (tidying.py)
    expected = models.IntegerField()

    tells = Kind.WORK
    kept = KEPT

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["location", "code", "counted_at"], name="count_once"),
        ]
        indexes = [models.Index(fields=["service", "code", "-counted_at"], name="count_by_item")]
