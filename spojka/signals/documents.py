"""The sheet of a warning, for the wall of a venue."""

from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from spojka.ui import paper
from spojka.ui.words import day

from .models import EarlyWarning

TEMPLATE = Path(__file__).parent / "typst/warning.typ"


def sheet(warning: EarlyWarning, *, organisation: str) -> bytes:
    """Return the warning on one sheet of A4."""
    return paper.pdf(TEMPLATE, sheet_data(warning, organisation))


def sheet_data(warning: EarlyWarning, organisation: str) -> dict[str, Any]:
    """Return all that stands on the sheet: the warning's own words, and nothing of the signals behind it."""
    title = _("Warning")
    return {
        "title": title,
        "organisation": organisation,
        "foot": f"{organisation} · {title} · Spojka",
        "what": warning.what,
        "look": warning.look,
        "text": warning.text,
        "facts": [
            [_("Where"), warning.area or _("anywhere")],
            [_("Holds"), f"{day(warning.valid_from, True)} – {day(warning.valid_to, True)}"],
            [_("Verified by"), f"{warning.verified_name}, {organisation}"],
        ],
        "words": {
            "page": _("page"),
            "look": _("What it looks like"),
            "help": _("Somebody is unwell: call 155 or 112, say what they took, and stay with them."),
            "end": _("After the last day take this sheet down."),
        },
    }
