from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.figures.marking import Marked

from .encounter import PART_KEPT, Encounter, MeasuredQuerySet
from .shift import Shift

FIGURES = ("upper", "lower", "pulse", "temperature", "saturation")


class VitalSigns(Owned):
    """Blood pressure, pulse, temperature and saturation as they were measured. They join a code as breath does."""

    shift = models.ForeignKey(Shift, models.PROTECT, related_name="signs")
    encounter = models.ForeignKey(Encounter, models.CASCADE, related_name="signs", null=True, blank=True)
    day = models.DateField()
    upper = models.PositiveSmallIntegerField(null=True, blank=True)  # mmHg, systolic
    lower = models.PositiveSmallIntegerField(null=True, blank=True)  # mmHg, diastolic
    pulse = models.PositiveSmallIntegerField(null=True, blank=True)  # beats a minute
    temperature = models.DecimalField(max_digits=3, decimal_places=1, null=True, blank=True)  # °C
    saturation = models.PositiveSmallIntegerField(null=True, blank=True)  # %
    is_dazed = models.BooleanField(default=False)  # not fully alert
    has_symptoms = models.BooleanField(null=True, blank=True)  # asked about at a very high pressure
    device = models.CharField(max_length=40, blank=True)
    checked_on = models.DateField(null=True, blank=True)  # calibrated or inspected
    voided_at = models.DateTimeField(null=True, blank=True)

    objects = MeasuredQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.HISTORY
    subject = "encounter__client_id"
    kept = PART_KEPT

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            Marked(name="vitalsigns_marked", day="day"),
            models.CheckConstraint(
                name="vitalsigns_pressure",
                condition=Q(upper=None, lower=None) | Q(upper__gt=models.F("lower"), upper__lte=300, lower__gte=20),
                violation_error_message=_("Write both numbers of the pressure, the higher one first."),
            ),
        ]
        indexes = [models.Index(fields=["service", "-day"], name="signs_by_day")]

    @property
    def figures(self) -> dict[str, Any]:
        """What was measured, as plain values."""
        return {name: str(getattr(self, name)) for name in FIGURES if getattr(self, name) is not None}
