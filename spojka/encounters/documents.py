"""The paper of a shift: a blank tally sheet, for when there is no phone, no battery or no hand free."""

from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from spojka.codelists.catalogue import Catalogue
from spojka.ui import paper
from spojka.ui.words import day, hours

from . import tallying
from .models import Shift

TEMPLATES = Path(__file__).parent / "typst"
BOXES = 25  # strokes of one line, by fives


def tally(shift: Shift, lists: Catalogue, *, organisation: str) -> bytes:
    """Return the blank tally sheet of a shift."""
    return paper.pdf(TEMPLATES / "tally.typ", tally_data(shift, lists, organisation))


def tally_data(shift: Shift, lists: Catalogue, organisation: str) -> dict[str, Any]:
    """Return all that stands on the sheet: where and when, and a line with boxes for each item of the lists."""
    title = _("Tally sheet")
    about = [
        (_("Day"), day(shift.day, True)),
        (_("Where"), str(shift.place) if not shift.event else f"{shift.event}, {shift.place}"),
        (_("Time"), hours(shift.start, shift.end)),
        (_("Service"), f"{shift.service}, {organisation}"),
    ]
    parts = [(part.name, [item.name for item in part.items]) for part in tallying.parts(lists) if part.items]
    people = (_("Who came"), [_("Everybody who stopped, each once"), "", ""])  # many strokes: three lines
    return {
        "title": title,
        "organisation": organisation,
        "about": [[name, value] for name, value in about],
        "foot": f"{organisation} · {title} · Spojka",
        "boxes": BOXES,
        "parts": [{"name": name, "lines": lines} for name, lines in [people, *parts]],
        "blanks": [_("Who kept it"), _("From – until"), _("Typed in by, when")],
        "words": {
            "page": _("page"),
            "sum": _("Sum"),
            "strokes": _("Strokes, by fives"),
            "short": _(
                "A stroke for each person or piece. No names, no codes. Type the sums in on the page of the shift, "
                "then shred the sheet."
            ),
        },
    }
