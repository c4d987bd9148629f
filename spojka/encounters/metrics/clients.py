"""How many clients had how much of something in the period, in bands: counted from rows, it adds up of no months."""

from django.utils.translation import gettext_lazy as _

from spojka.figures.metric import CLIENT, TIMES, Metric, Rate
from spojka.figures.registry import register, register_rates

register(
    Metric(
        code="clients.contacts",
        name=_("Clients by number of contacts"),
        definition=_("Different clients by how many contacts each of them had with the service in the period."),
        unit=CLIENT,
        table="clients_contacts",
        counts=_("a client"),
        within="clients",
        items="client_contacts",
        is_live=True,
    ),
    Metric(
        code="clients.syringes",
        name=_("Clients who were given syringes"),
        definition=_("Different clients to whom at least one syringe was given in the period."),
        unit=CLIENT,
        table="encounters",
        counts=_("a client"),
        where=lambda rows: (rows.side == "code") & (rows.syringes > 0),
        distinct="client_id",
        within="clients",
        rest_of=("clients",),
    ),
    Metric(
        code="clients.by_syringes",
        name=_("Clients by number of syringes"),
        definition=_("Different clients by how many syringes each of them was given in the period."),
        unit=CLIENT,
        table="clients_syringes",
        counts=_("a client"),
        within="clients.syringes",
        items="client_syringes",
        is_live=True,
    ),
    Metric(
        code="clients.acts",
        name=_("Clients by acts"),
        definition=_("Different clients to whom each of the acts was done. One client may be with several acts."),
        unit=CLIENT,
        table="acts",
        counts=_("a client"),
        where=lambda rows: rows.client_id.notnull(),
        distinct="client_id",
        within="clients",
        items="act",
        is_live=True,
    ),
)
register_rates(
    Rate(
        code="contacts.each",
        name=_("Contacts of one client"),
        definition=_("Contacts under a code divided by different clients of the same period."),
        unit=TIMES,
        part="contacts.coded",
        whole="clients",
    ),
)
