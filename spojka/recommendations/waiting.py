"""What of recommendations waits for somebody, as Today says it: answers that are due, calls that open and close."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.base.prepared import prepared
from spojka.ui.matters import Matter
from spojka.ui.words import day

from .models import GrantCall, Step, StepState
from .reading import VIEW, newest_steps

SOON, NEAR = timedelta(days=7), timedelta(days=21)  # before an answer is due; before a call opens or closes
MOST, MOST_DAYS = 8, 100


def waiting(by: Actor, today: date) -> list[Matter]:
    """Return what waits for who leads a group: terms first, then calls."""
    if not by.organisation or not by.may(Permission.RECOMMENDATION_STEP):
        return []
    return [*_terms(by, today), *_calls(by, today)][:MOST]


def days(by: Actor, today: date) -> list[tuple[date, str, str, UUID]]:
    """Return all days that come, for a calendar: (day, title that names nobody, view, id of its row)."""
    if not by.organisation or not by.may(Permission.RECOMMENDATION_STEP):
        return []
    steps = rows(Step, by=by, to=VIEW).filter(pk__in=newest_steps().filter(due_on__isnull=False).values("pk"))
    steps = steps.filter(service__in=by.services).order_by("due_on", "pk")[:MOST_DAYS]
    found = [(one.due_on, _what(one), "recommendations:one", one.recommendation_id) for one in steps]
    for call in rows(GrantCall, by=by, to=VIEW).filter(closes_on__gte=today).order_by("closes_on", "pk")[:MOST_DAYS]:
        found.append((call.closes_on, _("Call closes"), "recommendations:funding", call.group_id))
        if call.opens_on and call.opens_on >= today:
            found.append((call.opens_on, _("Call opens"), "recommendations:funding", call.group_id))
    return found


def _terms(by: Actor, today: date) -> list[Matter]:
    return [_term(one, by, today) for one in read(_due(by, today + SOON), by=by, to=VIEW)]


@prepared
def _due(by: Actor, day: date) -> Any:
    steps = rows(Step, by=by, to=VIEW).filter(pk__in=newest_steps().filter(due_on__lte=day).values("pk"))
    return steps.filter(service__in=by.services).select_related("recommendation").order_by("due_on", "pk")[:MOST]


def _term(one: Step, by: Actor, today: date) -> Matter:
    link = reverse("recommendations:one", args=[_slug(by), one.recommendation_id])
    ring = "late" if one.due_on and one.due_on < today else "due"
    title = one.recommendation.title
    return Matter(ring, _what(one), link, title, day(one.due_on, True), one.due_on, one.recommendation_id)


def _what(one: Step) -> str:
    asked = one.state in (StepState.HANDED, StepState.UNANSWERED)
    return _("Answer to a recommendation") if asked else _("Look at a recommendation again")


def _calls(by: Actor, today: date) -> list[Matter]:
    matters = []
    for one in read(_near(by, today), by=by, to=VIEW):
        opens = one.opens_on is not None and one.opens_on >= today
        on = one.opens_on if opens else one.closes_on
        text = _("Call opens") if opens else _("Call closes")
        link = reverse("recommendations:funding", args=[_slug(by), one.group_id])
        matters.append(Matter("open" if opens else "due", text, link, one.name, day(on, True), on, one.group_id))
    return matters


@prepared
def _near(by: Actor, today: date) -> Any:
    near = Q(closes_on__range=(today, today + NEAR)) | Q(opens_on__range=(today, today + NEAR))
    return rows(GrantCall, by=by, to=VIEW).filter(near).order_by("closes_on", "pk")[:MOST]


def _slug(by: Actor) -> str:
    return by.organisation.slug if by.organisation else ""
