"""One line of minutes over all meetings: asked, its terms, words at each later meeting, what closed it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.members.people import names_of
from spojka.ui.words import day

from .matters import Matter, with_terms
from .models import MatterAnswer, MatterNotice, Meeting, MinutesLine
from .ordering import heads

VIEW = Permission.MEETING_VIEW


@dataclass(frozen=True)
class Event:
    """Something that happened to a line: on which day, what, in whose words, at which meeting."""

    on: date
    what: str
    text: str = ""
    who: str = ""
    meeting: Meeting | None = None
    tone: str = "open"  # a state of `ring`


@dataclass(frozen=True)
class History:
    """A line as it stands, with its term, and what happened to it, the oldest first."""

    row: MinutesLine
    events: list[Event]
    matter: Matter | None  # while it is open

    @property
    def is_open(self) -> bool:
        return self.matter is not None


def of(row: MinutesLine, by: Actor) -> History:
    """Return the history of the line of a wording, by the rights of `by`."""
    where = Q(meeting=row.meeting_id, line=row.line)
    wordings = read(rows(MinutesLine, by=by, to=VIEW).filter(where).order_by("number"), by=by, to=VIEW)
    found = rows(MatterAnswer, by=by, to=VIEW).filter(where).select_related("said_in__series")
    said = read(found.order_by("at", "pk"), by=by, to=VIEW)
    letters = read(rows(MatterNotice, by=by, to=VIEW).filter(where).order_by("at", "pk"), by=by, to=VIEW)
    newest = heads(wordings)[-1]
    newest.meeting = row.meeting
    is_open = newest.is_matter and not newest.is_out and not any(one.is_closing for one in said)
    matter = with_terms([newest], timezone.localdate(), by)[0] if is_open else None
    names = names_of({one.written_by for one in wordings} | {one.answered_by for one in said})
    told = [*_asked(wordings, row.meeting, names), *_said(said, names), *_passed(newest, said, matter)]
    told += [Event(_on(one.at), _("a letter reminded of the term")) for one in letters if one.is_sent]
    return History(newest, sorted(told, key=lambda one: one.on), matter)


def _asked(wordings: Sequence[MinutesLine], meeting: Meeting, names: dict[str, str]) -> Iterator[Event]:
    """Tell the meeting where it was written down, then each wording that says something else or sets another term."""
    known: Any = None
    for one in wordings:
        if known is None:
            what = _("asked") if one.kind == "question" else _("written down")
            yield Event(_on(meeting.starts_at), what, one.said, names.get(one.written_by, ""), meeting)
        elif (one.said, one.due_on) != known:
            what = _("changed") if one.said != known[0] else _("another term")
            text = (
                one.said if one.said != known[0] else day(one.due_on, True) if one.due_on else _("by the next meeting")
            )
            yield Event(_on(one.at), what, text, names.get(one.written_by, ""))
        known = (one.said, one.due_on)


def _said(said: Sequence[MatterAnswer], names: dict[str, str]) -> Iterator[Event]:
    for one in said:
        meeting, who = one.said_in, names.get(one.answered_by, "")
        text = one.said
        if one.due_on:
            text += "\n" + _("New term: %(on)s") % {"on": day(one.due_on, True)}
        on = _on(meeting.starts_at if meeting else one.at)
        yield Event(on, str(one.get_outcome_display()), text, who, meeting, "done" if one.is_closing else "half")


def _passed(row: MinutesLine, said: Sequence[MatterAnswer], matter: Matter | None) -> Iterator[Event]:
    """Tell the terms that passed without its being closed."""
    if not row.is_matter:
        return
    today = timezone.localdate()
    until = min((_on(one.at) for one in said if one.is_closing), default=today)
    terms = {row.due_on, *(one.due_on for one in said), matter.due if matter else None} - {None}
    yield from (Event(term, pgettext("of a matter", "the term passed"), tone="late") for term in terms if term < until)


def _on(at: Any) -> date:
    return timezone.localdate(at)
