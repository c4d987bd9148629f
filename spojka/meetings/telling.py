"""Lines of minutes as they are read: on the pages, on paper, in a document."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from django.utils import timezone

from spojka.access.actor import Actor
from spojka.ui.words import day

from . import beside, matters, minuting
from .models import LineKind, MatterAnswer, Meeting, MinutesLine
from .ordering import Standing, depths
from .reading import of_minutes, standing

PLAIN = (LineKind.STATEMENT, LineKind.TEXT, LineKind.HEADING, LineKind.ITEM)  # they need no word before them


@dataclass(frozen=True)
class Shown:
    """A line, how deep it stands, what was said to it since, what grew from it and what may be made of it."""

    standing: Standing
    depth: int
    said: Sequence[MatterAnswer] = ()
    grown: Sequence[beside.Way] = ()
    offers: Sequence[beside.Way] = ()

    @property
    def row(self) -> MinutesLine:
        return self.standing.newest

    @property
    def text(self) -> str:
        return minuting.text_of(self.standing)

    @property
    def lead(self) -> str:
        """What stands before its words: what it is and who says it, or nothing."""
        kind = named(self.row.kind)
        return " · ".join(part for part in (kind, self.row.says) if part)

    @property
    def is_open(self) -> bool:
        return self.row.is_matter and not any(one.is_closing for one in self.said)


def named(kind: str) -> str:
    """Say what a line is, where its words do not."""
    return "" if kind in PLAIN else str(LineKind(kind).label).capitalize()


def lines(
    meeting: Meeting, by: Actor, *, wordings: Sequence[MinutesLine] | None = None, ways: bool = False
) -> list[Shown]:
    """Return the lines of a meeting's minutes in their order; with `ways` also what can be made of them.

    `wordings` are all of them, where a page has read them already.
    """
    found = standing(of_minutes(meeting, by) if wordings is None else wordings)
    said, grown = matters.answers_of(meeting, by), beside.grown([one.newest for one in found], by)
    return [_shown(one, depth, said, grown, by, ways) for one, depth in zip(found, depths(found), strict=True)]


def _shown(one: Standing, depth: int, said: Any, grown: Any, by: Actor, ways: bool) -> Shown:
    row = one.newest
    offers = beside.offers(row, by) if ways else ()
    return Shown(one, depth, said.get(row.line, ()), grown.get((row.meeting_id, row.line), ()), offers)


def when(at: datetime) -> str:
    """Write when something that was announced is; midnight says that no hour was told."""
    local = timezone.localtime(at)
    return day(local, True) if local.time() == time() else f"{day(local, True)} {local:%H:%M}"
