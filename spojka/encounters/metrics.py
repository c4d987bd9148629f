"""What is counted in encounters. Each definition is written for those who will read the number."""

from django.utils.translation import gettext_lazy as _

from spojka.figures.counting import Dimension
from spojka.figures.metric import (
    ACT,
    CLIENT,
    CONTACT,
    HOUR,
    MEASUREMENT,
    MENTION,
    PERSON,
    PIECE,
    RECORD,
    REFUSAL,
    Metric,
    Privacy,
)  # fmt: skip
from spojka.figures.registry import register

OFFICE = _("list of acts of addiction services, as practice uses it")
REGION = _("Moravian-Silesian Region, 2014")

DIMENSIONS = (
    Dimension(code="day", column="day", name=_("Day")),
    Dimension(code="month", column="month", name=_("Month")),
    Dimension(code="year", column="year", name=_("Year")),
    Dimension(code="shift", column="shift_id", name=_("Shift")),
    Dimension(code="service", column="service_id", name=_("Service")),
    Dimension(code="project", column="project_id", name=_("Project")),
    Dimension(code="event", column="event_id", name=_("Event")),
    Dimension(code="place", column="place_id", name=_("Place")),
    Dimension(code="district", column="district", name=_("City district or municipality")),
    Dimension(code="municipality", column="municipality", name=_("Municipality")),
    Dimension(code="orp", column="orp", name=_("Administrative district (ORP)")),
    Dimension(code="region", column="region", name=_("Region")),
    Dimension(code="setting", column="setting", name=_("Setting")),
    Dimension(code="worker", column="recorded_by", name=_("Worker")),
    Dimension(code="sex", column="sex", name=_("Sex")),
    Dimension(code="age", column="age_band", name=_("Age")),
    Dimension(code="item", column="code", name=_("Item")),
)


def is_contact(rows):
    return rows.side != "tally"


def is_timed(rows):
    """Test for the minutes that really passed: the usual length of an act says nothing about this contact."""
    return is_contact(rows) & (rows.is_timed == 1)


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
        code="contacts.region",
        name=_("Contact (regional method)"),
        definition=_(
            "Contacts whose acts took more than 10 minutes altogether. "
            "Only contacts of which somebody wrote the real minutes."
        ),
        unit=CONTACT,
        table="encounters",
        counts=_("a contact"),
        sureness="official",
        source=REGION,
        where=lambda rows: is_timed(rows) & (rows.minutes > rows.contact_minutes),
        within="contacts.timed",
        rest_of=("contacts.timed",),
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
        where=lambda rows: is_timed(rows) & (rows.minutes >= rows.intervention_minutes),
        within="contacts.region",
        rest_of=("contacts.region",),
    ),
    Metric(
        code="acts",
        name=_("Acts"),
        definition=_("What workers did, by its quantity: two tests in one contact are two acts. Tallies count too."),
        unit=ACT,
        table="acts",
        counts=_("one kind of act in one contact"),
        sureness="seed",
        source=OFFICE,
        amount=lambda rows: rows.quantity,
        items="act",
    ),
    Metric(
        code="hours",
        name=_("Hours of work"),
        definition=_(
            "Minutes of all acts divided by 60, by the usual length of the acts or by the minutes that were written. "
            "Rounded, so parts may not add up to the last digit."
        ),
        unit=HOUR,
        table="acts",
        counts=_("one kind of act in one contact"),
        privacy=Privacy.WORK,
        amount=lambda rows: rows.minutes,
        within="acts",
        items="act",
    ),
    Metric(
        code="hours.shift",
        name=_("Hours in shifts"),
        definition=_(
            "The real length of closed shifts, once for each worker of the crew. "
            "A shift that is split among projects gives each the hours of its parts."
        ),
        unit=HOUR,
        table="crew",
        counts=_("a worker in a shift"),
        privacy=Privacy.WORK,
        amount=lambda rows: rows.minutes,
    ),
    Metric(
        code="hours.indirect",
        name=_("Hours of indirect work"),
        definition=_(
            "Work without people, as workers wrote it: preparation, travel, documentation, meetings, supervision. "
            "None of it is in the hours of shifts or acts."
        ),
        unit=HOUR,
        table="indirect",
        counts=_("a line of indirect work"),
        privacy=Privacy.WORK,
        amount=lambda rows: rows.minutes,
        items="indirect_work",
    ),
    Metric(
        code="materials",
        name=_("Material given"),
        definition=_("Pieces of material given out, in contacts and in tallies."),
        unit=PIECE,
        table="handouts",
        counts=_("one kind of material in one contact"),
        sureness="seed",
        source=OFFICE,
        amount=lambda rows: rows.quantity,
        items="material",
    ),
    Metric(
        code="themes",
        name=_("Themes"),
        definition=_("In how many contacts each theme was talked about. A contact with three themes adds three."),
        unit=MENTION,
        table="topics",
        counts=_("a theme in a contact"),
        where=lambda rows: is_contact(rows) & (rows.kind == "theme"),
        items="theme",
    ),
    Metric(
        code="substances",
        name=_("Substances mentioned"),
        definition=_("In how many contacts each substance was mentioned. It does not say that somebody had taken it."),
        unit=MENTION,
        table="topics",
        counts=_("a substance in a contact"),
        where=lambda rows: is_contact(rows) & (rows.kind == "substance"),
        items="substance",
    ),
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
        code="records.late",
        name=_("Late records"),
        definition=_("Contacts and tallies that came from a phone after the shift had been closed."),
        unit=RECORD,
        table="encounters",
        counts=_("a record"),
        privacy=Privacy.WORK,
        where=lambda rows: rows.is_late == 1,
    ),
)
