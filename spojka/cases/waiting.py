"""What falls due in cases, for Today: terms of courts, measures, pauses, who coordinates no more or left."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.db.models.functions import Coalesce, Least
from django.utils.timezone import localdate

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.base.prepared import prepared
from spojka.network.models import Membership

from .models import Case, CaseTurn, Measure, TurnKind
from .reading import WITH, unended

P = Permission
SOON = timedelta(days=14)


@dataclass(frozen=True)
class Due:
    """What falls due in a case: `kind` says why, `on` when."""

    kind: str
    case: Case
    on: date
    row: Any = None


def due(by: Actor, today: date, most: int = 20) -> list[Due]:
    """Return what falls due in cases that `by` coordinates for: terms of courts, pauses, who coordinates or left."""
    if not by.may(P.CASE_CHANGE):
        return []
    found = [Due("court", one, one.court_until) for one in _asked_by_courts(by, today, most)]
    found += [Due("pause", one, one.paused_until) for one in _paused(by, today, most)]
    nobody = _by_nobody(by, today, most)
    handed = _handed(nobody, by) if nobody else {}
    found += [Due("nobody", one, today, handed.get(one.pk)) for one in nobody]
    found += [Due("measure", one.case, one.soonest, one) for one in _watched(by, today + SOON, most)]
    gone = read(_left(by)[:most], by=by, to=P.CASE_VIEW)
    cases = {one.pk: one for one in _live(by).filter(pk__in=[one.case_id for one in gone])} if gone else {}
    found += [Due("left", cases[one.case_id], localdate(one.at), one) for one in gone]
    found.sort(key=lambda one: (one.on, one.case.pk))
    read({one.case for one in found[:most]}, by=by, to=P.CASE_VIEW)
    return found[:most]


def _handed(cases: Sequence[Case], by: Actor) -> dict[UUID, Any]:
    """Return the last handover of each case: what who handed it over wants to be known."""
    turns = rows(CaseTurn, by=by, to=P.CASE_VIEW).filter(case__in=[one.pk for one in cases], kind=TurnKind.HANDED)
    listed = read(turns.select_related("organisation").order_by("at", "pk"), by=by, to=P.CASE_VIEW)
    return {one.case_id: one for one in listed}


def _live(by: Actor) -> Any:
    return rows(Case, by=by, to=P.CASE_CHANGE).live().select_related(*WITH)


@prepared
def _asked_by_courts(by: Actor, today: date, most: int) -> Any:
    return _live(by).filter(court_until__lte=today + timedelta(days=21)).order_by("court_until", "pk")[:most]


@prepared
def _paused(by: Actor, today: date, most: int) -> Any:
    return _live(by).filter(paused_until__lte=today).order_by("paused_until", "pk")[:most]


@prepared
def _by_nobody(by: Actor, today: date, most: int) -> Any:
    """Who left coordinates no more."""
    return _live(by).exclude(coordinator__in=Membership.objects.valid(today)).order_by("pk")[:most]


@prepared
def _watched(by: Actor, day: date, most: int) -> Any:
    watched = rows(Measure, by=by, to=P.MEASURE_CHANGE).standing().filter(case__in=_live(by).values("pk"))
    soon = watched.filter(Q(next_on__lte=day) | Q(ends_by__lte=day)).select_related("case__organisation", "about")
    return soon.order_by(Coalesce(Least("next_on", "ends_by"), "next_on", "ends_by"), "pk")[:most]


@prepared
def _left(by: Actor) -> Any:
    return unended(by, Q(case__in=_live(by).values("pk")))
