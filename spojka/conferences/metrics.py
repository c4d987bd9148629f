"""How far what was agreed at case meetings is done: the follow-through.

share = tasks of minutes of case meetings with a term in the period that were done by that day ÷ all such tasks
A task without a day is due on the day of the next meeting of the case; while there is none it is not counted.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.encounters import further
from spojka.encounters.further import Live
from spojka.encounters.scope import Scope
from spojka.figures import indicators
from spojka.figures.indicators import Line
from spojka.figures.metric import CASE, PERCENT, Metric, Rate, Unit
from spojka.figures.registry import register, register_rates
from spojka.meetings.models import LineKind, MatterAnswer, MinutesLine, Outcome

from .models import CaseMeeting

if TYPE_CHECKING:
    import pyarrow as pa

TASK = Unit(code="task", name=_("tasks"))


def promised(by: Actor, scope: Scope) -> pa.Table:
    """Return a row for each task with a term in the period: {id, case, in_time, day}."""
    import pyarrow as pa

    texts = [(name, pa.string()) for name in ("id", "case", "day")]
    schema = pa.schema([*texts, ("in_time", pa.int32())])
    held = scope.apart(CaseMeeting.objects.allowed(by, Permission.REPORT_VIEW).filter(meeting__cancelled_at=None))
    named = held.order_by("meeting__starts_at", "pk").values_list("meeting_id", "case_id", "meeting__starts_at")
    days: dict[Any, list[tuple[date, Any]]] = {}
    cases = {}
    for meeting, case, starts_at in named:
        cases[meeting] = case
        days.setdefault(case, []).append((timezone.localdate(starts_at), meeting))
    tasks = MinutesLine.objects.filter(meeting__in=cases, kind=LineKind.TASK).standing().order_by("pk")
    done = (
        MatterAnswer.objects.filter(meeting__in=cases)
        .order_by("at", "pk")
        .values_list("meeting", "line", "outcome", "at")
    )
    settled = {(meeting, line): (outcome, timezone.localdate(at)) for meeting, line, outcome, at in done}
    found = []
    for meeting, line, due_on in tasks.values_list("meeting_id", "line", "due_on"):
        due = due_on or _next(days[cases[meeting]], meeting)
        if due is None or not scope.first <= due <= scope.last:
            continue
        outcome, on = settled.get((meeting, line), ("", None))
        if outcome == Outcome.DROPPED:
            continue
        in_time = int(outcome == Outcome.DONE and on is not None and on <= due)
        found.append({"id": f"{meeting}:{line}", "case": str(cases[meeting]), "in_time": in_time, "day": str(due)})
    return pa.Table.from_pylist(found, schema)


def _next(days: list[tuple[date, Any]], meeting: Any) -> date | None:
    """Return the day of the meeting after this one."""
    place = next(i for i, (_on, one) in enumerate(days) if one == meeting)
    return days[place + 1][0] if place + 1 < len(days) else None


further.register_live(Live(name="meeting_tasks", load=promised))
live = {"table": "meeting_tasks", "is_live": True, "is_sealed": True, "counts": _("a task of a case meeting")}
register(
    Metric(
        code="meetings.cases",
        name=_("Cases with tasks from case meetings"),
        definition=_("Different cases in which a task of a case meeting fell due in the period."),
        unit=CASE,
        distinct="case",
        **live,
    ),
    Metric(
        code="meetings.tasks",
        name=_("Tasks of case meetings"),
        definition=_("Tasks from minutes that fell due in the period: by their day, else by the next meeting."),
        unit=TASK,
        within="meetings.cases",
        **live,
    ),
    Metric(
        code="meetings.in_time",
        name=_("Tasks of case meetings done in time"),
        definition=_("Those of them that were said to be done by that day."),
        unit=TASK,
        where=lambda rows: rows.in_time == 1,
        within="meetings.tasks",
        rest_of=("meetings.tasks",),
        **live,
    ),
)
register_rates(
    Rate(
        code="meetings.followed",
        name=_("What was agreed is done in time"),
        definition=_("Tasks of case meetings done in time, of all that fell due in the period."),
        unit=PERCENT,
        part="meetings.in_time",
        whole="meetings.tasks",
        times=100,
        is_sealed=True,
    )
)
indicators.register(
    "case_meetings",
    Line(code="tasks", cs="Úkoly z případových setkání", en="Tasks of case meetings", metric="meetings.tasks"),
    Line(code="in_time", cs="Z toho splněné včas", en="Of them done in time", metric="meetings.in_time"),
    Line(code="share", cs="Podíl splněných včas (%)", en="Share done in time (%)", metric="meetings.followed"),
)
