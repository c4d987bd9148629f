from datetime import date
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import FOREVER, Kept
from spojka.base.sorting import by_name
from spojka.encounters.models import Shift


class LocationKind(models.TextChoices):
    STORE = "store", _("store")
    VAN = "van", _("van")
    STAND = "stand", _("stand")
    BACKPACK = "backpack", _("backpack")


ICONS = {"store": "building", "van": "package", "stand": "tent", "backpack": "package"}


class LocationQuerySet(OwnedQuerySet):
    def used(self) -> "LocationQuerySet":
        """Locations that were not closed."""
        return self.filter(closed_on=None)

    def in_order(self) -> "LocationQuerySet":
        """The stores first, closed ones last."""
        is_away = models.Case(models.When(kind=LocationKind.STORE, then=0), default=1)
        marked: LocationQuerySet = self.annotate(is_away=is_away)
        return marked.order_by(F("closed_on").asc(nulls_first=True), "is_away", by_name(), "pk")


class Location(Owned):
    """Where material lies: a store, a van, a stand, a backpack."""

    kind = models.CharField(max_length=10, choices=LocationKind)
    name = models.CharField(max_length=60)
    settings = models.JSONField(default=list, blank=True)  # codes of the list setting: these shifts draw from here
    kit = models.JSONField(default=dict, blank=True)  # what is usually in it: code to quantity
    closed_on = models.DateField(null=True, blank=True)
    recorded_by = models.CharField(max_length=60)  # Actor.id

    objects = LocationQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.WORK
    kept = FOREVER

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="location_kind", condition=Q(kind__in=LocationKind.values)),
            models.UniqueConstraint(
                fields=["service", "name"], name="location_once", condition=Q(closed_on=None),
                violation_error_message=_("There is a location of this name."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name

    @property
    def is_store(self) -> bool:
        return self.kind == LocationKind.STORE

    @property
    def icon(self) -> str:
        return ICONS[self.kind]


class ShiftStock(Owned):
    """From which location a shift draws what it hands out. Shifts from before there was a stock have none."""

    shift = models.OneToOneField(Shift, models.PROTECT, related_name="stock")
    location = models.ForeignKey(Location, models.PROTECT, related_name="shifts")
    day = models.DateField()  # the shift's
    recorded_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.WORK
    subject = "shift_id"
    kept = Kept(years=10, since="the shift")

    class Meta(Owned.Meta):
        indexes = [models.Index(fields=["service", "-day"], name="shift_stock_by_day")]


def usual(shift: Shift) -> Location | None:
    """Return the location that shifts in such a setting draw from: the team's own one before the service's."""
    found = Location.objects.filter(service=shift.service_id, closed_on=None).order_by("recorded_at", "pk")
    fit = [one for one in found if shift.setting in one.settings and one.team_id in (None, shift.team_id)]
    return next((one for one in fit if one.team_id), fit[0] if fit else None)


def began_on(service_id: UUID) -> date | None:
    """Return the day from which a service keeps a stock: that of its first location."""
    first = Location.objects.filter(service=service_id).order_by("recorded_at").values_list("recorded_at", flat=True)
    at = first.first()
    return at.date() if at else None
