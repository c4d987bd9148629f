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
    Metric(
        code="unmet.acts",
        name=_("Help that was wanted and not given"),
        definition=_(
            "Refusals in which somebody wrote which act was wanted: a shower, a test, a referral. Unmet demand."
        ),
        unit=REFUSAL,
        table="unmet_acts",
        counts=_("a refusal"),
        within="refusals",
        rest_of=("refusals",),
        items="act",
    ),
    Metric(
        code="unmet.materials",
        name=_("Material that was wanted and not given"),
        definition=_(
            "Refusals in which somebody wrote which material was wanted. Unmet demand, in refusals, not pieces."
        ),
        unit=REFUSAL,
        table="unmet_materials",
        counts=_("a refusal"),
        within="refusals",
        rest_of=("refusals",),
        items="material",
    ),
    Metric(
        code="unmet.offers",
        name=_("What was offered instead"),
        definition=_(
            "Refusals by what was offered instead. Those of which only words were written, or nothing, are not here."
        ),
        unit=REFUSAL,
        table="unmet_offers",
        counts=_("a refusal"),
        within="refusals",
        rest_of=("refusals",),
        items="instead",
    ),
)
