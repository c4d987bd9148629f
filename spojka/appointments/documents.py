"""The small card for a client: day, time, place and a word; neither the service nor what it is about."""

from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from spojka.ui import paper
from spojka.ui.words import day, hour

TEMPLATE = Path(__file__).parent / "typst/card.typ"


def card(starts_at: datetime, where: str, word: str) -> bytes:
    """Return the card."""
    return paper.pdf(TEMPLATE, card_data(starts_at, where, word))


def card_data(starts_at: datetime, where: str, word: str) -> dict[str, Any]:
    """Return all that stands on the card."""
    title = _("When I come")
    return {
        "title": title,
        "organisation": title,  # whose card it is stands nowhere
        "foot": "",
        "day": f"{date_format(localtime(starts_at), 'l')} {day(starts_at, True)}",
        "hour": hour(starts_at),
        "where": where,
        "word": word,
        "words": {"page": "", "word": _("Say this word at the door")},
    }
