"""Figures of groups: how often they met and how many came, how many questions were answered, which tasks in time.

A question or task belongs to the day of the meeting at which it was asked; one without a day is due at the next
meeting. What was dropped as no longer needed is not counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.encounters import further
from spojka.encounters.further import Live
from spojka.encounters.scope import Scope
from spojka.figures import indicators
from spojka.figures.indicators import Line
from spojka.figures.metric import PERCENT, Metric, Rate, Unit
from spojka.figures.registry import register, register_rates
from spojka.meetings.models import LineKind, MatterAnswer, Meeting, MinutesLine

from . import counting

if TYPE_CHECKING:
    import pyarrow as pa

GROUP = Unit(code="group", name=_("groups of organisations"))
MEETING = Unit(code="group_meeting", name=_("meetings"))
SEAT = Unit(code="attendance", name=_("people at meetings"))
MATTER = Unit(code="matter", name=_("questions and tasks"))
NEEDS = Permission.WORKING_GROUP_VIEW


def _held(by: Actor, scope: Scope) -> list[counting.Held]:
    found = scope.apart(Meeting.objects.allowed(by, Permission.REPORT_VIEW).filter(needs=NEEDS))
    return counting.held(found, scope.first, scope.last, timezone.now())


def met(by: Actor, scope: Scope) -> pa.Table:
    """Return a row for each meeting of a group in the period: {id, group, came, day}."""
    import pyarrow as pa

    texts = [(name, pa.string()) for name in ("id", "group", "day")]
    rows = [
        {"id": str(one.id), "group": str(one.group), "came": one.came, "day": str(one.on)} for one in _held(by, scope)
    ]
    return pa.Table.from_pylist(rows, pa.schema([*texts, ("came", pa.int32())]))


def matters(by: Actor, scope: Scope) -> pa.Table:
    """Return a row for each question and task of the period: {id, group, kind, answered, in_time, days, day}."""
    import pyarrow as pa

    texts = [(name, pa.string()) for name in ("id", "group", "kind", "day")]
    numbers = [(name, pa.int32()) for name in ("answered", "in_time", "days")]
    found = counting.asked(MinutesLine.objects.all(), MatterAnswer.objects.all(), _held(by, scope))
    rows = [
        {
            "id": str(one.id), "group": str(one.group), "kind": one.kind, "day": str(one.on),
            "answered": int(one.days is not None), "in_time": int(one.is_in_time), "days": one.days or 0,
        }
        for one in found
        if not one.is_dropped
    ]  # fmt: skip
    return pa.Table.from_pylist(rows, pa.schema([*texts, *numbers]))


further.register_live(Live(name="group_meetings", load=met), Live(name="group_matters", load=matters))
held = {"table": "group_meetings", "is_live": True, "is_sealed": True, "counts": _("a meeting of a group")}
asked = {"table": "group_matters", "is_live": True, "is_sealed": True, "counts": _("a question or task of a group")}
register(
    Metric(
        code="groups.met",
        name=_("Groups that met"),
        definition=_("Different groups that met at least once in the period."),
        unit=GROUP,
        distinct="group",
        **held,
    ),
    Metric(
        code="groups.meetings",
        name=_("Meetings of groups"),
        definition=_("Meetings of groups that took place in the period."),
        unit=MEETING,
        **held,
    ),
    Metric(
        code="groups.attendance",
        name=_("Attendance at meetings of groups"),
        definition=_("People at these meetings, by name or as a head count, counted at each of them."),
        unit=SEAT,
        amount=lambda rows: rows.came,
        **held,
    ),
    Metric(
        code="groups.questions",
        name=_("Questions asked in groups"),
        definition=_("Questions in the minutes of the period, but for those that were dropped."),
        unit=MATTER,
        where=lambda rows: rows.kind == LineKind.QUESTION.value,
        **asked,
    ),
    Metric(
        code="groups.answered",
        name=_("Questions of groups answered"),
        definition=_("Those of them that were answered by now."),
        unit=MATTER,
        where=lambda rows: (rows.kind == LineKind.QUESTION.value) & (rows.answered == 1),
        within="groups.questions",
        **asked,
    ),
    Metric(
        code="groups.answer_days",
        name=_("Days to answers of groups"),
        definition=_("Days from the meeting to the answer, added up over the questions that were answered."),
        unit=Unit(code="answer_day", name=_("days")),
        where=lambda rows: (rows.kind == LineKind.QUESTION.value) & (rows.answered == 1),
        amount=lambda rows: rows.days,
        within="groups.answered",
        **asked,
    ),
    Metric(
        code="groups.tasks",
        name=_("Tasks given in groups"),
        definition=_("Tasks in the minutes of the period, but for those that were dropped."),
        unit=MATTER,
        where=lambda rows: rows.kind == LineKind.TASK.value,
        **asked,
    ),
    Metric(
        code="groups.in_time",
        name=_("Tasks of groups done in time"),
        definition=_("Those of them that were done by their day, or by the next meeting."),
        unit=MATTER,
        where=lambda rows: (rows.kind == LineKind.TASK.value) & (rows.in_time == 1),
        within="groups.tasks",
        **asked,
    ),
)
register_rates(
    Rate(
        code="groups.mean_attendance",
        name=_("People at a meeting of a group"),
        definition=_("Attendance divided by meetings."),
        unit=SEAT,
        part="groups.attendance",
        whole="groups.meetings",
        is_sealed=True,
    ),
    Rate(
        code="groups.mean_days",
        name=_("Days to an answer in groups"),
        definition=_("Days to answers divided by questions answered."),
        unit=Unit(code="answer_day", name=_("days")),
        part="groups.answer_days",
        whole="groups.answered",
        is_sealed=True,
    ),
    Rate(
        code="groups.share_in_time",
        name=_("Share of tasks of groups done in time"),
        definition=_("Tasks of groups done in time, of all tasks given."),
        unit=PERCENT,
        part="groups.in_time",
        whole="groups.tasks",
        times=100,
        is_sealed=True,
    ),
)
indicators.register(
    "working_groups",
    Line(code="met", cs="Skupiny, které se sešly", en="Groups that met", metric="groups.met"),
    Line(code="meetings", cs="Setkání skupin", en="Meetings of groups", metric="groups.meetings"),
    Line(
        code="came", cs="Účast na setkání (průměr)", en="People at a meeting (mean)", metric="groups.mean_attendance"
    ),
    Line(code="questions", cs="Dotazy", en="Questions", metric="groups.questions"),
    Line(code="answered", cs="Z nich zodpovězené", en="Of them answered", metric="groups.answered"),
    Line(code="days", cs="Dnů do odpovědi (průměr)", en="Days to an answer (mean)", metric="groups.mean_days"),
    Line(code="tasks", cs="Úkoly", en="Tasks", metric="groups.tasks"),
    Line(code="in_time", cs="Z nich splněné včas", en="Of them done in time", metric="groups.in_time"),
)
