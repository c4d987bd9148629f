"""Whom we could not help."""

from django.utils.translation import gettext_lazy as _

from spojka.figures.metric import REFUSAL, Metric
from spojka.figures.registry import register

register(
    Metric(
        code="refusals",
        name=_("Refusals"),
        definition=_("How many times somebody could not be given a service, by the ground that was written."),
        unit=REFUSAL,
        table="refusals",
        counts=_("a refusal"),
        items="refusal_ground",
    ),
    Metric(
        code="refusals.ends",
        name=_("Ends of service"),
        definition=_("Refusals by which the service ended for the person at this event."),
        unit=REFUSAL,
        table="refusals",
        counts=_("a refusal"),
        where=lambda rows: rows.ends_service == 1,
        within="refusals",
        rest_of=("refusals",),
    ),
)
