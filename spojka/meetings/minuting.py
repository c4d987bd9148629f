"""Minutes in words: what the page that writes them asks for again and again, and what others read."""

import json
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from typing import Any

from django.urls import reverse
from django.utils import timezone

from spojka.members.people import names_of

from .hearing import heard
from .models import Meeting, MinutesLine
from .ordering import Standing, everything


def state(meeting: Meeting, wordings: Sequence[MinutesLine], slug: str) -> dict[str, Any]:
    """Return all lines as the page needs them, those taken away among them: others were begun below them.

    `slug` is the house in whose addresses the reader goes on.
    """
    names, said_on = names_of({one.written_by for one in wordings}), timezone.localdate(meeting.starts_at)
    lines = [_line(one, names, said_on) | {"at": _at(one.newest, slug)} for one in everything(wordings)]
    return {"lines": lines, "locked": meeting.is_locked}


def _at(row: MinutesLine, slug: str) -> str:
    return reverse("meetings:answer_matter", args=[slug, row.pk])


def as_text(said: dict[str, Any]) -> str:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def told(row: MinutesLine, said_on: date) -> dict[str, str]:
    """Return what a page that sent a wording has to know: under which id it stands, and what time was heard in it."""
    return {"id": str(row.pk), "time": time_of(row), "heard": heard(row.kind, row.said, said_on)}


def time_of(row: MinutesLine) -> str:
    """Return the time of a line as its field takes it: its term, or when it happens."""
    if row.happens_at:
        return timezone.localtime(row.happens_at).strftime("%Y-%m-%dT%H:%M")
    return row.due_on.isoformat() if row.due_on else ""


def _line(one: Standing, names: dict[str, str], said_on: date) -> dict[str, Any]:
    first = one.heads[0]
    shown = [head for head in one.heads if not head.is_out]
    newest = shown[-1] if shown else one.newest
    return {
        "line": str(first.line),
        "after": str(first.after) if first.after else "",
        "known": one.newest.number,
        "out": not shown,
        "kind": newest.kind,
        "texts": [{"text": head.said, "by": names.get(head.written_by, "")} for head in shown],
        "speaker": newest.says,
        "who": newest.whose,
        "places": "; ".join(newest.at_places),
        "time": time_of(newest),
        "heard": heard(newest.kind, newest.said, said_on),
    }


def text_of(one: Standing) -> str:
    """Return the words of a line; of two wordings both."""
    return "\n".join(dict.fromkeys(head.said for head in one.heads if head.said))


def digest(text: str) -> str:
    """Return what names a state, for a browser that asks whether it is still the same."""
    return sha256(text.encode()).hexdigest()[:24]
