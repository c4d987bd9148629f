"""What was measured."""

from django.utils.translation import gettext_lazy as _

from spojka.figures.metric import MEASUREMENT, Metric
from spojka.figures.registry import register

register(
    Metric(
        code="breaths",
        name=_("Breath measurements"),
        definition=_("Values of breathalysers, estimated in per mille to two decimals. They are a guide, not proof."),
        unit=MEASUREMENT,
        table="breaths",
        counts=_("a measurement"),
        sureness="seed",
        items="breath_bands",
    ),
    Metric(
        code="pressures",
        name=_("Blood pressure measurements"),
        definition=_(
            "Measured values of blood pressure by the range in which they lie; the higher of the two numbers decides. "
            "No range is a diagnosis."
        ),
        unit=MEASUREMENT,
        table="signs",
        counts=_("a measurement"),
        sureness="seed",
        where=lambda rows: rows.code != "",
        items="pressure_upper",
    ),
)
