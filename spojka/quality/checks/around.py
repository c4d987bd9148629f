"""Checks of what stands around contacts: places, refusals, work without people."""

from typing import Any

from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Cast
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.encounters.models import ServiceRefusal, Shift
from spojka.encounters.words import Words
from spojka.places.models import Place, PlaceKind
from spojka.work.models import IndirectWork

from .. import limits
from ..check import Asked, Check, Mend, Severity


def _nowhere(rows: QuerySet[Any], asked: Asked) -> QuerySet[Any]:
    shifts = Shift.objects.allowed(asked.by, Permission.QUALITY_VIEW).filter(place=OuterRef("pk"))
    used = shifts.filter(day__range=(asked.first, asked.last)).exclude(started_at=None)
    return rows.filter(Exists(used), municipality_code="").exclude(kind=PlaceKind.ONLINE)


def _not_offered(rows: QuerySet[Any], asked: Asked) -> QuerySet[Any]:
    return rows.filter(voided_at=None, offered="", instead="")


def _long_days(rows: QuerySet[Any], asked: Asked) -> QuerySet[Any]:
    """The last line of each day of one person that has too many minutes together."""
    lines = IndirectWork.objects.allowed(asked.by, Permission.QUALITY_VIEW).standing()
    lines = lines.filter(membership=OuterRef("membership"), day=OuterRef("day"), service=OuterRef("service"))
    together = lines.order_by().values("membership").annotate(all=Sum("minutes")).values("all")
    after = Q(recorded_at__gt=OuterRef("recorded_at"))
    after |= Q(recorded_at=OuterRef("recorded_at"), pk__gt=OuterRef("pk"))
    days = rows.filter(voided_at=None).annotate(together=together)
    return days.filter(~Exists(lines.filter(after)), together__gt=limits.whole("indirect_minutes", asked.last))


def _wanted(row: Any, words: Words) -> str:
    ground = words.of("refusal_ground", row.ground)
    wanted = [(row.wanted_act, "act"), (row.wanted, "material")]
    said = ", ".join(str(words.of(list, code)) for code, list in wanted if code)
    return f"{ground}: {said}" if said else ground


def _together(row: Any, words: Words) -> str:
    return gettext("%(n)s min that day, the last line: %(what)s") % {
        "n": row.together,
        "what": words.of("indirect_work", row.code),
    }


AROUND = (
    Check(
        code="place-nowhere",
        severity=Severity.MISSING,
        name=_("Places without a known municipality"),
        why=_("Figures by territory leave out all that was done there, and a city pays by territory."),
        model=Place,
        faulty=_nowhere,
        mend=lambda row: Mend("places:change", row.pk, _("Say where the place lies")),
        own=None,
        dated=False,
        order=(by_name(), "pk"),
    ),
    Check(
        code="refusal-no-offer",
        severity=Severity.MISSING,
        name=_("Refusals without what was offered instead"),
        why=_("Unmet demand is told with what people got instead; without it a refusal looks like a closed door."),
        model=ServiceRefusal,
        faulty=_not_offered,
        mend=lambda row: Mend("encounters:shift", row.shift_id, _("Void it at the shift and write it anew")),
        order=("-day", "-occurred_at", "-pk"),
        related=("shift__event", "shift__place"),
        details=_wanted,
    ),
    Check(
        code="indirect-long",
        severity=Severity.IMPROBABLE,
        name=_("More than twelve hours of indirect work in a day"),
        why=_("Nobody is believed such a day; hours were perhaps written as minutes of another person or day."),
        model=IndirectWork,
        faulty=_long_days,
        limits=("indirect_minutes",),
        mend=lambda row: Mend("work:correct", row.pk, _("Correct the line")),
        own=lambda worker: Q(membership_id=worker),
        state=Cast(F("together"), CharField()),
        related=("membership__user",),
        details=_together,
    ),
)
