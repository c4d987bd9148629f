"""Old minutes of a cell, from before it wrote into Spojka: one taken over, one half corrected."""

import tomllib
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from spojka.access.actor import Actor
from spojka.base.ids import new_id
from spojka.groups.models import Group
from spojka.meetings.rule import moment
from spojka.oldminutes import actions, learning, reading
from spojka.oldminutes.models import OldMinutes
from spojka.oldminutes.proposal import Proposal, proposed

from .mass import Mass

DATA = Path(__file__).parent / "data" / "old_minutes.toml"
ROUND = timedelta(days=35)  # until the next meeting
FULL_NAME = "Pomocná ruka"  # of those whom the minutes call PR


def build(mass: Mass, group: Group, host: Actor) -> None:
    """Bring both last week; take the first over, correct the second down to its middle."""
    first, second = tomllib.loads(DATA.read_text())["minutes"]
    today = timezone.localdate(mass.now)
    with mass.then(moment(today - timedelta(days=6), time(9, 40))) as at:
        draft = _brought(host, group, first, today, at)
        draft = _corrected(host, draft, [replace(row, state="settled") for row in Proposal.of(draft.said).rows])
    with mass.then(moment(today - timedelta(days=6), time(10, 4))) as at:
        actions.take_over(by=host, draft=draft, at=at)
    with mass.then(moment(today - timedelta(days=5), time(9))) as at:
        draft = _brought(host, group, second, today, at)
        rows = Proposal.of(draft.said).rows
        half = [replace(row, who=FULL_NAME) if row.who == "PR" else row for row in rows[: len(rows) // 2]]
        _corrected(host, draft, [*half, *rows[len(half) :]])


def _brought(by: Actor, group: Group, told: dict[str, Any], today: date, at: Any) -> OldMinutes:
    day = today - timedelta(days=told["ago"])
    days = {"day": _written(day), "next": _written(day + ROUND)}
    text, known = told["text"].format(**days).strip(), learning.known(group, by, today)
    original, proposal = proposed(reading.read(text.encode(), told["name"], known), time(13), known)
    deed = {"by": by, "id": new_id(), "group": group, "name": told["name"], "at": at}
    return actions.bring(**deed, original=original, proposal=proposal)


def _corrected(by: Actor, draft: OldMinutes, rows: Any) -> OldMinutes:
    return actions.correct(by=by, draft=draft, version=draft.version, head=None, at=0, many=len(rows), rows=rows)


def _written(day: date) -> str:
    return f"{day.day}. {day.month}. {day.year}"
