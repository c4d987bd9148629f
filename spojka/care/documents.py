"""Papers: the slip by which nobody's result is picked up."""

from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from spojka.ui import paper
from spojka.ui.words import day

from .models import RapidTest

TEMPLATES = Path(__file__).parent / "typst"


def slip(test: RapidTest, *, organisation: str) -> bytes:
    """Return the slip as a paper."""
    return paper.pdf(TEMPLATES / "slip.typ", slip_data(test, organisation))


def slip_data(test: RapidTest, organisation: str) -> dict[str, Any]:
    """Return all that stands on the slip: nothing tells that it belongs to a test."""
    title = _("Slip")
    return {
        "title": title,
        "organisation": organisation,
        "about": [[_("Where"), str(test.shift.place)], [_("Good for"), day(test.day, True)]],
        "slip": test.slip,
        "foot": f"{organisation} · {title}",
        "words": {"page": _("page"), "keep": _("Show this code to the crew today. Nobody will ask for your name.")},
    }
