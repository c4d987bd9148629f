"""What groups did, counted: meetings and who came, questions and how fast they were answered, tasks in time."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import pairwise
from statistics import mean, median
from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.utils import timezone

from spojka.meetings.models import CLOSING, LineKind, Outcome, Presence
from spojka.meetings.rule import moment

CAME = Q(people__ended_at=None, people__presence__in=[Presence.CAME, Presence.SUBSTITUTE])


@dataclass(frozen=True)
class Held:
    """One meeting that was: how many came, those without names too."""

    id: UUID
    group: UUID
    on: date
    came: int


@dataclass(frozen=True)
class Asked:
    """One question or task: when it was asked, by when, and when it was answered or done."""

    id: UUID
    group: UUID
    kind: str
    on: date
    due: date | None
    answered: date | None
    is_dropped: bool

    @property
    def days(self) -> int | None:
        """How many days it took; nothing while it waits."""
        return (self.answered - self.on).days if self.answered else None

    @property
    def is_in_time(self) -> bool:
        return self.answered is not None and (self.due is None or self.answered <= self.due)


@dataclass(frozen=True)
class Of:
    """What was counted of one group."""

    meetings: list[Held] = field(default_factory=list)
    matters: list[Asked] = field(default_factory=list)


@dataclass(frozen=True)
class Sums:
    """The figures of a group, or of several, over a time. Means and shares are nothing where nothing is counted."""

    meetings: int
    attendance: int | None  # people at a meeting, the mean
    questions: int
    answered: int
    days: int | None  # to an answer, the median
    tasks: int
    in_time: int  # of tasks whose term has come

    @property
    def has_any(self) -> bool:
        return bool(self.meetings or self.questions or self.tasks)


def held(meetings: Any, first: date, last: date, now: datetime) -> list[Held]:
    """Return the meetings of `meetings` (rows that one may see) that were from `first` to `last`, both included."""
    span = (moment(first, time.min), min(moment(last, time.max), now))
    found = meetings.filter(starts_at__range=span, cancelled_at=None).annotate(came=Count("people", filter=CAME))
    columns = found.order_by("starts_at", "pk").values_list("pk", "held_for", "starts_at", "came", "head_count")
    return [Held(id, group, timezone.localdate(at), came + (heads or 0)) for id, group, at, came, heads in columns]


def asked(lines: Any, answers: Any, meetings: Collection[Held]) -> list[Asked]:
    """Return questions and tasks of these meetings; what is due 'by the next one' is due on the day of that."""
    of = {one.id: one for one in meetings}
    closed = answers.filter(meeting__in=of, outcome__in=CLOSING).order_by("at", "pk")
    settled: dict[tuple[UUID, UUID], tuple[str, date]] = {}
    for meeting, line, outcome, at in closed.values_list("meeting", "line", "outcome", "at"):
        settled[meeting, line] = (outcome, timezone.localdate(at))
    nexts = _nexts(meetings)
    matters = lines.filter(meeting__in=of, kind__in=[LineKind.TASK, LineKind.QUESTION]).standing().order_by("at", "pk")
    found = []
    for meeting, line, kind, due in matters.values_list("meeting", "line", "kind", "due_on"):
        outcome, on = settled.get((meeting, line), ("", None))
        one = of[meeting]
        done = on if outcome == Outcome.DONE else None
        found.append(Asked(line, one.group, kind, one.on, due or nexts.get(meeting), done, outcome == Outcome.DROPPED))
    return found


def _nexts(meetings: Collection[Held]) -> Mapping[UUID, date]:
    by_group: dict[UUID, list[Held]] = defaultdict(list)
    for one in meetings:
        by_group[one.group].append(one)
    return {one.id: after.on for found in by_group.values() for one, after in pairwise(found)}


def sums(meetings: Collection[Held], matters: Collection[Asked], today: date) -> Sums:
    """Return the figures of one group."""
    standing = [one for one in matters if not one.is_dropped]
    questions = [one for one in standing if one.kind == LineKind.QUESTION]
    answered = [one.days for one in questions if one.days is not None]
    due = [one for one in standing if one.kind == LineKind.TASK and one.due and one.due <= today]
    came = [one.came for one in meetings if one.came]
    return Sums(
        meetings=len(meetings), attendance=round(mean(came)) if came else None, questions=len(questions),
        answered=len(answered), days=round(median(answered)) if answered else None, tasks=len(due),
        in_time=sum(1 for one in due if one.is_in_time),
    )  # fmt: skip
