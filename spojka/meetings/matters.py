"""Tasks and questions: open until somebody answers them, back under each next agenda and on 'Today'."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.base.prepared import prepared

from . import beside
from .models import Invited, LineKind, MatterAnswer, Meeting, MeetingSeries, MinutesLine, Outcome
from .reading import next_dates, places_of
from .rule import moment

VIEW = Permission.MEETING_VIEW
MOST = 30  # shown at once, the oldest first: the others come up as these are answered


@dataclass(frozen=True)
class Matter:
    """One open task or question, and by when it should be answered."""

    row: MinutesLine
    due: date | None
    today: date
    word: MatterAnswer | None = None  # the last one on how it goes on

    @property
    def kind(self) -> str:
        """What it is; of many rows this is far quicker than Django's own way."""
        return str(LineKind(self.row.kind).label).capitalize()

    @property
    def is_late(self) -> bool:
        return self.due is not None and self.due < self.today

    @property
    def is_near(self) -> bool:
        return self.due is not None and not self.is_late and (self.due - self.today).days <= 2

    @property
    def ring(self) -> str:
        return "late" if self.is_late else "due" if self.is_near else "open"


def before(meeting: Meeting, by: Actor) -> list[Matter]:
    """Return what earlier meetings left open: of whatever this one and its series are held for."""
    found = _open(by).filter(meeting__held_for=meeting.held_for, meeting__starts_at__lt=meeting.starts_at)
    return _told(_first(found), by, timezone.localdate())


def of_series(series: MeetingSeries, by: Actor) -> list[Matter]:
    """Return all that is open in a series."""
    return _told(_first(_open(by).filter(meeting__series=series)), by, timezone.localdate())


def of(held_for: UUID, by: Actor) -> list[Matter]:
    """Return all that is open in the meetings of what they are held for."""
    return _told(_first(_open(by).filter(meeting__held_for=held_for)), by, timezone.localdate())


def late_of(held_for: Collection[UUID], by: Actor, today: date) -> dict[UUID, int]:
    """Return how many are over their term in the meetings of each of them; those with none are left out."""
    held = rows(Meeting, by=by, to=VIEW).filter(held_for__in=held_for, cancelled_at=None)
    later = held.filter(
        held_for=OuterRef("held_for"), starts_at__gt=OuterRef("starts_at"), starts_at__lt=moment(today, time.min)
    )
    past = held.filter(Exists(later))  # asked of each meeting, not of each of its lines
    found = rows(MinutesLine, by=by, to=VIEW).open().filter(meeting__held_for__in=held_for, meeting__cancelled_at=None)
    words = rows(MatterAnswer, by=by, to=VIEW).filter(outcome=Outcome.GOING)
    word = Exists(words.filter(meeting=OuterRef("meeting"), line=OuterRef("line")))
    late = found.filter(~word, Q(due_on__lt=today) | Q(due_on=None, meeting__in=past.values("pk"))).order_by()
    counted = late.values("meeting__held_for").annotate(many=Count("pk"))
    many = Counter(dict(counted.values_list("meeting__held_for", "many")))
    # a word may have moved their terms; there are few, so they are asked for from that side
    going = set(words.filter(meeting__held_for__in=held_for).values_list("meeting", "line"))
    moved = found.filter(word, meeting__in={one for one, _line in going}, line__in={line for _one, line in going})
    moved = moved.select_related("meeting__series").order_by()
    many.update(one.row.meeting.held_for for one in with_terms(list(moved), today, by) if one.is_late)
    return dict(many)


def waiting(by: Actor, today: date, most: int = 8) -> list[Matter]:
    """Return what waits for `by` themselves, what is due first."""
    if not by.may(VIEW) or by.user is None:
        return []
    return _told(_mine(by, tuple(beside.mine(by))), by, today)[:most]


def owed(by: Actor, today: date, most: int = 5) -> list[Matter]:
    """Return what is over its term and on nobody's account, of meetings that `by` called or organises.

    Who has no account sees no 'Today': somebody has to ask them.
    """
    if not by.may(VIEW) or by.user is None:
        return []
    # which meetings is asked first: they are few among all whose lines `by` may read
    found = _told(_on_nobody(by, tuple(_organised(by))), by, today)
    return [one for one in found if one.is_late][:most]


@prepared
def _mine(by: Actor, others: tuple[UUID, ...]) -> Any:
    return _first(_open(by).filter(places_of(by, others, "owner__")))


@prepared
def _organised(by: Actor) -> Any:
    organised = rows(Invited, by=by, to=VIEW).filter(membership_id=by.id, organises=True, ended_at=None)
    own = rows(Meeting, by=by, to=VIEW).filter(Q(called_by=by.id) | Q(pk__in=organised.values("meeting")))
    return own.order_by("pk").values_list("pk", flat=True)


@prepared
def _on_nobody(by: Actor, meetings: tuple[UUID, ...]) -> Any:
    return _first(_open(by).filter(meeting__in=meetings, owner__membership=None))


def answers_of(meeting: Meeting, by: Actor) -> dict[UUID, list[Any]]:
    """Return what was said to lines of a meeting, by line: words on how it goes on, then what closed it."""
    found = rows(MatterAnswer, by=by, to=VIEW).filter(meeting=meeting).order_by("at", "pk")
    told: dict[UUID, list[Any]] = {}
    for one in read(found, by=by, to=VIEW):
        told.setdefault(one.line, []).append(one)
    return told


def with_terms(found: Sequence[MinutesLine], today: date, by: Actor | None = None) -> list[Matter]:
    """Return open lines with their terms; without `by` for the timer."""
    words = _last_words(found, by)
    meetings = {one.meeting_id: one.meeting for one in found}
    meetings |= {one.said_in_id: one.said_in for one in words.values() if one.said_in}
    nexts = next_dates(list(meetings.values()), by)
    matters = [_with_term(one, words.get((one.meeting_id, one.line)), nexts, today) for one in found]
    return sorted(matters, key=lambda one: (one.due or date.max, one.row.at, one.row.pk))


def _with_term(row: MinutesLine, word: MatterAnswer | None, nexts: dict[UUID, date], today: date) -> Matter:
    """A word at a later meeting brings its own term; without one an old term holds until it has passed."""
    due = row.due_on or nexts.get(row.meeting_id)
    if word and word.due_on:
        due = word.due_on
    elif word and word.said_in and (due is None or due <= timezone.localdate(word.said_in.starts_at)):
        due = nexts.get(word.said_in.pk)
    return Matter(row, due, today, word)


def _last_words(found: Sequence[MinutesLine], by: Actor | None) -> dict[tuple[UUID, UUID], MatterAnswer]:
    """Return the last word on each line, by its meeting and line."""
    lines, meetings = sorted({one.line for one in found}), sorted({one.meeting_id for one in found})
    words = _words(by, tuple(lines), tuple(meetings))
    listed = read(words, by=by, to=VIEW) if by else words
    return {(one.meeting_id, one.line): one for one in listed}


@prepared
def _words(by: Actor | None, lines: tuple[UUID, ...], meetings: tuple[UUID, ...]) -> Any:
    words = rows(MatterAnswer, by=by, to=VIEW) if by else MatterAnswer.objects.all()
    return words.filter(line__in=lines, meeting__in=meetings).select_related("said_in__series").order_by("at", "pk")


def _open(by: Actor) -> Any:
    return rows(MinutesLine, by=by, to=VIEW).open().filter(meeting__cancelled_at=None).order_by("at", "pk")


def _first(found: Any) -> Any:
    """Which ones they are is asked first: sorting all that is open with all its columns would take far longer."""
    return found.values_list("pk", flat=True)[:MOST]


def _told(first: Iterable[UUID], by: Actor, today: date) -> list[Matter]:
    listed = _lines(by, tuple(first))
    return with_terms(read(listed, by=by, to=VIEW), today, by) if listed else []


@prepared
def _lines(by: Actor, ids: tuple[UUID, ...]) -> Any:
    listed = rows(MinutesLine, by=by, to=VIEW).filter(pk__in=ids)
    return listed.select_related("meeting__series").order_by("at", "pk")
