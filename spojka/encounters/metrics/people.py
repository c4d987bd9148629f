"""Whom we met."""

from django.utils.translation import gettext_lazy as _

from spojka.figures.metric import CLIENT, CONTACT, PERSON, Metric
from spojka.figures.registry import register

from .sources import OFFICE, is_contact

register(
    Metric(
        code="contacts",
        name=_("Contacts"),
        definition=_(
            "Every meeting of a worker with a person: face to face, by phone or online. "
            "A tally, such as 37 people who took ear plugs, does not count."
        ),
        unit=CONTACT,
        table="encounters",
        counts=_("a contact"),
        source=OFFICE,
        where=is_contact,
    ),
    Metric(
        code="contacts.coded",
        name=_("Contacts under a code"),
        definition=_("Contacts with a person whom the service knows by a code."),
        unit=CONTACT,
        table="encounters",
        counts=_("a contact"),
        where=lambda rows: rows.side == "code",
        within="contacts",
        splits="contacts",
    ),
    Metric(
        code="contacts.anonymous",
        name=_("Anonymous contacts"),
        definition=_("Contacts with a person who gave no code. The same person may be here several times."),
        unit=CONTACT,
        table="encounters",
        counts=_("a contact"),
        where=lambda rows: rows.side == "anonymous",
        within="contacts",
        splits="contacts",
    ),
    Metric(
        code="clients",
        name=_("Different clients"),
        definition=_(
            "People under a code, each once in the period. Anonymous contacts are not here. "
            "Clients of several services are added up, because no service knows the clients of another."
        ),
        unit=CLIENT,
        table="encounters",
        counts=_("a client"),
        where=lambda rows: rows.side == "code",
        distinct="client_id",
        within="contacts.coded",
    ),
    Metric(
        code="contacts.first",
        name=_("First contacts"),
        definition=_("A client whom this service had never recorded before. Voided records decide nothing."),
        unit=CONTACT,
        table="encounters",
        counts=_("a contact"),
        where=lambda rows: rows.is_first == 1,
        within="contacts.coded",
        rest_of=("contacts", "contacts.coded", "clients"),
    ),
    Metric(
        code="tallies.people",
        name=_("People reached in tallies"),
        definition=_("People counted all at once, for example those who took ear plugs. They are not contacts."),
        unit=PERSON,
        table="encounters",
        counts=_("a tally"),
        where=lambda rows: rows.side == "tally",
        amount=lambda rows: rows.people,
    ),
)
