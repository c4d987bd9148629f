"""Minutes as a paper: filled, or blank to be written by hand; `word` makes a document of the same data."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from spojka.access.actor import Actor
from spojka.ui import paper
from spojka.ui.words import day, hours

from . import beside, reading, telling
from .models import Meeting, Presence

TEMPLATE = Path(__file__).parent / "typst/minutes.typ"
BLANK_LINES, BLANK_PEOPLE = 14, 10
STEP = 5.5  # mm that each level stands further in, on paper and in the document


def minutes(meeting: Meeting, by: Actor) -> bytes:
    """Return the minutes as PDF."""
    return paper.pdf(TEMPLATE, minutes_data(meeting, by))


def blank(house: str) -> bytes:
    """Return minutes to be written by hand."""
    return paper.pdf(TEMPLATE, blank_data(house))


def public(house: str, title: str, on: date, lines: Iterable[Mapping[str, Any]]) -> bytes:
    """Return as PDF what everybody may read of minutes."""
    return paper.pdf(TEMPLATE, public_data(house, title, on, lines))


def public_data(house: str, title: str, on: date, lines: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return what stands on the paper of public minutes: lines of {"depth", "text"}, nobody who was there."""
    shown = [
        {"lead": telling.named(one["kind"]), "depth": one["depth"], "text": one["text"], "about": "", "said": []}
        for one in lines
    ]
    said = {
        "present": [],
        "count": "",
        "amendments": [],
        "state": "",
        "is_blank": False,
        "is_whole": False,
        "next": "",
    }
    return _data(house, title, [[_("Day"), day(on, True)]]) | said | {"lines": shown}


def minutes_data(meeting: Meeting, by: Actor) -> dict[str, Any]:
    """Return all that stands on the paper."""
    people = reading.people_of(meeting, by)
    next_on = reading.next_of(meeting, by)
    about = [[_("Day"), day(meeting.starts_at, True)], [_("Time"), hours(meeting.starts_at, meeting.ends_at)]]
    about += [[_("Where"), meeting.where]] if meeting.place else []
    roles = ((_("Led by"), "leads"), (_("Written by"), "writes"))
    about += [[name, who] for name, role in roles if (who := ", ".join(p.called for p in people if getattr(p, role)))]
    about += [[one.label, one.text] for one in beside.facts(meeting, by) if not one.is_inner]  # it is handed out
    return _data(str(meeting.organisation), meeting.title, about) | {
        "present": [[str(one), str(one.get_presence_display())] for one in people if one.presence],
        "count": str(meeting.head_count or ""),
        "lines": [_line(one) for one in telling.lines(meeting, by)],
        "amendments": [[day(one.at, True), one.said] for one in reading.amendments_of(meeting, by)],
        "next": day(next_on, True) if next_on else "",
        "state": _("Locked on %(day)s") % {"day": day(meeting.locked_at, True)} if meeting.locked_at else "",
        "is_blank": False,
    }


def blank_data(house: str) -> dict[str, Any]:
    """Return what stands on blank minutes."""
    about = [[name, ""] for name in (_("Day"), _("Time"), _("Where"), _("Led by"), _("Written by"))]
    return _data(house, _("Minutes of a meeting"), about) | {
        "present": [["", ""]] * BLANK_PEOPLE,
        "count": "",
        "lines": [{"lead": "", "depth": 2, "text": "", "about": "", "said": []}] * BLANK_LINES,
        "amendments": [],
        "next": "",
        "state": "",
        "is_blank": True,
    }


def _line(one: telling.Shown) -> dict[str, Any]:
    """Return a line with what belongs to it: who by when, when it is, where; and what was said to it since."""
    row = one.row
    about = [row.whose, day(row.due_on, True) if row.due_on else _("by the next meeting")] if row.is_matter else []
    about += [telling.when(row.happens_at)] if row.happens_at else []
    about += ["; ".join(row.at_places)] if row.places else []
    return {
        "lead": one.lead,
        "depth": one.depth,
        "text": one.text,
        "about": " · ".join(part for part in about if part),
        "said": [f"→ {str(answer.get_outcome_display()).capitalize()}: {answer.said}" for answer in one.said],
    }


def _data(house: str, title: str, about: list[list[str]]) -> dict[str, Any]:
    printed = day(timezone.localdate(), True)
    return {
        "title": title,
        "organisation": house,
        "about": about,
        "step": STEP,
        "is_whole": True,
        "foot": f"{house} · {title} · {printed}",
    } | {
        "words": {
            "page": _("page"),
            "present": _("Who was there"),
            "present_heads": [pgettext("of a person", "Name"), Presence.CAME.label.capitalize()],
            "count": _("More people, without names"),
            "lines": pgettext("of a meeting", "Minutes"),
            "line_heads": [_("What"), _("Who does it"), _("By when")],
            "amendments": _("Amendments"),
            "next": _("Next meeting"),
        }
    }
