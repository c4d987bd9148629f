"""Contacts and interventions as a region counts them: from how many minutes, figures/data/contact_minutes.toml says.

Whether an intervention is a contact too, the same file says; so what both are made of is a figure of its own, and the
protection of small numbers rests on it whichever way it goes.
"""

from django.utils.translation import gettext_lazy as _

from spojka.figures.metric import CONTACT, Metric
from spojka.figures.registry import register

from .sources import is_contact

REGION = _("Moravian-Silesian Region, 2014")


def is_timed(rows):
    """Test for the minutes that really passed: the usual length of an act says nothing about this contact."""
    return is_contact(rows) & (rows.is_timed == 1)


def is_over(rows):
    """Test for more minutes than a contact needs."""
    return is_timed(rows) & (rows.minutes > rows.contact_minutes)


def is_intervention(rows):
    return is_timed(rows) & (rows.minutes >= rows.intervention_minutes)


register(
    Metric(
        code="contacts.timed",
        name=_("Contacts with real minutes"),
        definition=_(
            "Contacts of which somebody wrote how long they really took. "
            "The others have only the usual length of their acts, and the region’s figures leave them out."
        ),
        unit=CONTACT,
        table="encounters",
        counts=_("a contact"),
        where=is_timed,
        within="contacts",
    ),
    Metric(
        code="contacts.over",
        name=_("Contacts over 10 minutes"),
        definition=_("Contacts with real minutes that took more than 10 of them, interventions among them."),
        unit=CONTACT,
        table="encounters",
        counts=_("a contact"),
        source=REGION,
        where=lambda rows: is_over(rows) | is_intervention(rows),
        within="contacts.timed",
        rest_of=("contacts.timed",),
    ),
    Metric(
        code="contacts.region",
        name=_("Contact (regional method)"),
        definition=_(
            "Contacts whose acts took more than 10 minutes altogether. "
            "Only contacts of which somebody wrote the real minutes. "
            "An intervention is a contact too, unless the dated list of thresholds says otherwise for that day."
        ),
        unit=CONTACT,
        table="encounters",
        counts=_("a contact"),
        sureness="official",
        source=REGION,
        where=lambda rows: is_over(rows) & ((rows.both_minutes == 1) | (rows.minutes < rows.intervention_minutes)),
        within="contacts.over",
        rest_of=("contacts.over", "contacts.timed"),
    ),
    Metric(
        code="contacts.intervention",
        name=_("Interventions (regional method)"),
        definition=_(
            "Contacts whose acts took 30 minutes or more altogether. "
            "Only contacts of which somebody wrote the real minutes."
        ),
        unit=CONTACT,
        table="encounters",
        counts=_("a contact"),
        sureness="official",
        source=REGION,
        where=is_intervention,
        within="contacts.over",
        rest_of=("contacts.over",),
    ),
)
