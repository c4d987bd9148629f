"""Checks of what was measured. A value that stands alone leads to nobody, so it is no worker's own."""

from datetime import timedelta
from typing import Any

from django.db.models import DecimalField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spojka.encounters.models import Breath, VitalSigns
from spojka.encounters.words import Words, signs_in_words
from spojka.figures import dated
from spojka.ui.words import day, number

from .. import limits
from ..check import Asked, Check, Mend, Severity

MONTH = 30.44  # days: calibration is told in months


def _tied_by(worker: str) -> Q:
    return Q(encounter__recorded_by=worker)


def _mend(row: Any) -> Mend:
    """One that belongs to a contact is put right with it; one that stands alone is voided at its shift."""
    if row.encounter_id:
        return Mend("encounters:correct", row.encounter_id, _("Correct the contact"))
    return _at_shift(row)


def _at_shift(row: Any) -> Mend:
    return Mend("encounters:shift", row.shift_id, _("Open the shift"))


def _high(rows: Any, asked: Asked) -> QuerySet[Any]:
    promile = ExpressionWrapper(F("value") * F("factor"), DecimalField(max_digits=8, decimal_places=5))
    return rows.counting().annotate(shown=promile).filter(shown__gt=limits.limit("breath", asked.last).low)


def _not_calibrated(rows: Any, asked: Asked) -> QuerySet[Any]:
    """Never, or so long before that the calibration held no more; each device of a shift once."""
    months = dated.value("alcohol", "months", asked.last).low
    lasts = timedelta(days=int(float(months) * MONTH))
    stale = Q(calibrated_on=None) | Q(calibrated_on__lt=F("day") - lasts)
    same = Breath.objects.counting().filter(shift=OuterRef("shift"), device=OuterRef("device"), pk__gt=OuterRef("pk"))
    return rows.counting().filter(stale, ~Exists(same.filter(stale)))


def _contradict(rows: Any, asked: Asked) -> QuerySet[Any]:
    on = asked.last
    wrong = Q()
    for name in ("pulse", "temperature"):
        found = limits.limit(name, on)
        wrong |= Q(**{f"{name}__lt": found.low}) | Q(**{f"{name}__gt": found.high})
    apart = limits.limit("pressure_apart", on)
    wrong |= Q(saturation__lt=limits.limit("saturation", on).low)
    wrong |= Q(upper__lt=F("lower") + int(apart.low)) | Q(upper__gt=F("lower") + int(apart.high or 0))
    return rows.counting().filter(wrong)


def _promile(row: Any, words: Words) -> str:
    return f"{number(row.promile, 2)} ‰"


def _device(row: Any, words: Words) -> str:
    named = row.device or gettext("device not said")
    since = (
        gettext("calibrated %(on)s") % {"on": day(row.calibrated_on, True)}
        if row.calibrated_on
        else gettext("calibration not said")
    )
    return f"{named}, {since}"


def _signs(row: Any, words: Words) -> str:
    return signs_in_words(row.figures)


MEASURED: dict[str, Any] = {"mend": _mend, "own": _tied_by, "related": ("shift__event", "shift__place")}
MEASURES = (
    Check(
        code="breath-high",
        severity=Severity.IMPROBABLE,
        name=_("Breath values that nobody stands on their feet with"),
        why=_("Mostly the unit was another one; the table of bands then tells of drunkenness that was not there."),
        model=Breath,
        faulty=_high,
        limits=("breath",),
        details=_promile,
        **MEASURED,
    ),
    Check(
        code="breath-device",
        severity=Severity.MISSING,
        name=_("Breathalysers without a fresh calibration, by shift"),
        why=_(
            "A value may be twice as far from the truth. Say the calibration when measuring: later it can’t be added."
        ),
        model=Breath,
        faulty=_not_calibrated,
        details=_device,
        **MEASURED | {"mend": _at_shift},
    ),
    Check(
        code="signs-odd",
        severity=Severity.CONTRADICTORY,
        name=_("Vital signs that contradict each other or life"),
        why=_("A pulse of 20 or pressures ten apart are a slip of the finger, or somebody needed an ambulance."),
        model=VitalSigns,
        faulty=_contradict,
        limits=("pulse", "pressure_apart", "temperature", "saturation"),
        details=_signs,
        **MEASURED,
    ),
)
