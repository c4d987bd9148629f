"""What we did and how long it took."""

from django.utils.translation import gettext_lazy as _

from spojka.figures.metric import ACT, HOUR, MENTION, RECORD, Metric, Privacy
from spojka.figures.registry import register

from .sources import OFFICE, is_contact

register(
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
