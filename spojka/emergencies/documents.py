"""The paper of a card: what goes with the person to the ambulance or to the medics of the event."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from spojka.ui import paper
from spojka.ui.words import day, hour

from .models import IntoxicationCard
from .reading import Line

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
