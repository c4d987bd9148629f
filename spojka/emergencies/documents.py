"""Papers: what goes with a person to the ambulance or the medics, and the record of an extraordinary event."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from spojka.ui import paper
from spojka.ui.words import day, hour, moment

from .models import IntoxicationCard
from .reading import Line
from .recounting import Told

TEMPLATES = Path(__file__).parent / "typst"


def handover(card: IntoxicationCard, told: Iterable[Line], *, organisation: str) -> bytes:
    """Return the handover sheet: times, what was seen, taken and done. Nothing of who the person is."""
    return paper.pdf(TEMPLATES / "handover.typ", handover_data(card, told, organisation))


def handover_data(card: IntoxicationCard, told: Iterable[Line], organisation: str) -> dict[str, Any]:
    """Return all that stands on the handover sheet."""
    title, shift = _("Handover after acute intoxication"), card.shift
    about = [
        (_("Day"), day(timezone.localdate(card.occurred_at), True)),
        (_("Where"), str(shift.place) if not shift.event else f"{shift.event}, {shift.place}"),
        (_("Service"), f"{shift.service}, {organisation}"),
        (_("From"), hour(card.occurred_at)),
        *([(_("To"), hour(card.ended_at))] if card.ended_at else []),
    ]
    return {
        "title": title,
        "organisation": organisation,
        "about": [[name, value] for name, value in about],
        "foot": f"{organisation} · {title} · Spojka",
        "heads": [_("Time"), _("What"), _("In words")],
        "lines": [[_second(line.entry.occurred_at), line.name, line.entry.text] for line in told],
        "blanks": [_("Handed over to (name, crew)"), _("Time"), _("Signature")],
        "words": {
            "page": _("page"),
            "none": _("Nothing was written down"),
            "short": _("As seen and said at the place, by people who are no doctors. What was taken is as reported."),
        },
    }


def _second(at: Any) -> str:
    return date_format(timezone.localtime(at), "H:i:s")


def incident(said: dict[str, Any], *, organisation: str) -> bytes:
    """Return the record of an extraordinary event."""
    return paper.pdf(TEMPLATES / "incident.typ", incident_data(said, organisation))


def incident_data(said: dict[str, Any], organisation: str) -> dict[str, Any]:
    """Return all that stands on the record, as far as its reader may see it."""
    found, title = said["incident"], _("Record of an extraordinary event")
    shift, people = found.shift, said["people"]
    signed = f"{said['signed_by']}, {moment(found.signed_at)}" if found.signed_at else _("not signed")
    about = [
        (_("What it is"), said["kind"] or _("not said yet")),
        (_("When"), moment(found.occurred_at)),
        (_("Where"), str(shift.place) if not shift.event else f"{shift.event}, {shift.place}"),
        (_("Service"), f"{shift.service}, {organisation}"),
        (_("Who was there"), ", ".join(people["present"])),
        (_("Which worker was hurt"), ", ".join(people["hurt"])),
        (_("Signed by"), signed),
    ]
    texts = [(_("Where exactly"), said["where"]), (_("What happened"), said["what"])]
    steps = [(one.entry.occurred_at, one.heading, _added(one), one.by) for one in said["lines"]]
    steps += [
        (row.occurred_at, _("Call for help"), words if not row.text else f"{words} · {row.text}", call.by)
        for call in said["calls"]
        for row, words in call.lines
    ]
    return {
        "title": title,
        "organisation": organisation,
        "about": [[name, value] for name, value in about if value],
        "texts": [[name, value] for name, value in texts if value],
        "foot": f"{organisation} · {title} · Spojka",
        "heads": [_("Time"), _("What"), _("In words"), _("Written by")],
        "lines": [[moment(at), *rest] for at, *rest in sorted(steps, key=lambda row: row[0])],
        "blanks": [_("Head of the service"), _("Date"), _("Signature")],
        "words": {
            "page": _("page"),
            "none": _("Nothing was written down"),
            "steps": _("Steps and notes"),
            "short": _("No client's name belongs here. What came after the head had signed is marked as an addition."),
        },
    }


def _added(line: Told) -> str:
    return f"{line.words} ({_('added after signing')})" if line.is_after else line.words
