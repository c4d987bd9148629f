"""Checks of shifts: their hours are the hours a funder pays for."""

from datetime import timedelta
from typing import Any

from django.db.models import CharField, DurationField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from spojka.encounters.models import CrewMember, Encounter, ServiceRefusal, Shift
from spojka.encounters.words import Words
from spojka.ui.words import hours, moment

from .. import limits
from ..check import Asked, Check, Mend, Severity


def _in_crew(worker: str) -> Q:
    return Exists(CrewMember.objects.filter(shift=OuterRef("pk"), membership_id=worker))


def _never_closed(rows: QuerySet[Any], asked: Asked) -> QuerySet[Any]:
    late = asked.now - timedelta(hours=limits.whole("shift_open_hours", asked.last))
    return rows.filter(closed_at=None, planned_end__lt=late).exclude(started_at=None)


def _without_contact(rows: QuerySet[Any], asked: Asked) -> QuerySet[Any]:
    ended = rows.exclude(closed_at=None).exclude(started_at=None)
    for model in (Encounter, ServiceRefusal):
        ended = ended.filter(~Exists(model.objects.filter(shift=OuterRef("pk"), voided_at=None)))
    return ended


def _too_long(rows: QuerySet[Any], asked: Asked) -> QuerySet[Any]:
    longest = timedelta(hours=limits.whole("shift_hours", asked.last))
    lasted = ExpressionWrapper(F("ended_at") - F("started_at"), DurationField())
    return rows.exclude(closed_at=None).annotate(lasted=lasted).filter(lasted__gt=longest)


def _planned(row: Any, words: Words) -> str:
    return str(_("it was to end %(at)s") % {"at": moment(row.planned_end)})


def _lasted(row: Any, words: Words) -> str:
    return f"{moment(row.started_at)} – {moment(row.ended_at)}"


def _hours(row: Any, words: Words) -> str:
    return hours(row.start, row.end)


USUAL: dict[str, Any] = {
    "model": Shift,
    "own": _in_crew,
    "order": ("-day", "-planned_start", "-pk"),
    "related": ("event", "place"),
}
SHIFTS = (
    Check(
        code="shift-open",
        severity=Severity.MISSING,
        name=_("Shifts that were never closed"),
        why=_("Hours of a shift count only once it is closed; until then they are missing in the report."),
        faulty=_never_closed,
        limits=("shift_open_hours",),
        mend=lambda row: Mend("encounters:close", row.pk, _("Close the shift")),
        details=_planned,
        **USUAL,
    ),
    Check(
        code="shift-empty",
        severity=Severity.IMPROBABLE,
        name=_("Shifts without any contact"),
        why=_("Hours were worked and nothing counts beside them: records may lie in a phone, or in another shift."),
        faulty=_without_contact,
        mend=lambda row: Mend("encounters:shift", row.pk, _("Open the shift")),
        state=Cast("closed_at", CharField()),
        details=_hours,
        **USUAL,
    ),
    Check(
        code="shift-long",
        severity=Severity.IMPROBABLE,
        name=_("Shifts that lasted too long"),
        why=_(
            "A forgotten closing makes hours that nobody worked. The head opens the shift again: write when it ended."
        ),
        faulty=_too_long,
        limits=("shift_hours",),
        mend=lambda row: Mend("encounters:shift", row.pk, _("Open the shift")),
        state=Cast("ended_at", CharField()),
        details=_lasted,
        **USUAL,
    ),
)
