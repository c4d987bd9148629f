"""What pages show of ended services: those in force, those to be reviewed, until when a description may be seen."""

from datetime import date
from typing import Any

from django.db.models import F, Q
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.base.prepared import prepared
from spojka.clients.models import Client
from spojka.encounters.models import Shift

from .models import Exclusion

VIEW = Permission.EXCLUSION_VIEW
WITH = ("client", "service", "organisation", "shift__event", "shift__place")


def last_day(shift: Shift) -> date:
    """Return the last day of a shift's event."""
    return max(shift.event.ends_on, shift.day) if shift.event else timezone.localdate(shift.planned_end)


def of_client(client: Client, by: Actor, on: date) -> list[Any]:
    """Return what is in force of a client."""
    found = rows(Exclusion, by=by, to=VIEW).filter(client=client).in_force(on).order_by("starts_on", "pk")
    return read(found, by=by, to=VIEW)


def in_force(by: Actor, on: date) -> list[Any]:
    found = rows(Exclusion, by=by, to=VIEW).in_force(on).select_related(*WITH)
    return read(found.order_by("review_on", "pk")[:200], by=by, to=VIEW)


def over(by: Actor, on: date) -> list[Any]:
    """Return those that hold no more, the last ones first."""
    found = rows(Exclusion, by=by, to=VIEW).filter(Q(ended_at__isnull=False) | Q(ends_on__lt=on)).select_related(*WITH)
    return read(found.order_by(F("ended_at").desc(nulls_last=True), "-ends_on", "pk")[:50], by=by, to=VIEW)


def to_review(by: Actor, on: date) -> list[Any]:
    """Return what the team should look at again: of one's own, of a head all of the service."""
    if not by.may(VIEW):
        return []
    return read(_due(by, on), by=by, to=VIEW)


@prepared
def _due(by: Actor, on: date) -> Any:
    mine = Q() if by.may(Permission.CARE_OVERSEE) else Q(recorded_by=by.id)
    found = rows(Exclusion, by=by, to=VIEW).in_force(on).filter(mine, review_on__lte=on).select_related(*WITH)
    return found.order_by("review_on", "pk")[:20]


def shows_description(exclusion: Exclusion, by: Actor, on: date) -> bool:
    """Test whether `by` may see how a person looks: who works at the event, while it lasts."""
    if not exclusion.description or not exclusion.shift or on > last_day(exclusion.shift):
        return False
    if by.may(Permission.CARE_OVERSEE):
        return True
    beside = Shift.objects.filter(pk=exclusion.shift_id)
    if exclusion.shift.event_id:
        beside = Shift.objects.filter(event=exclusion.shift.event_id, service=exclusion.service_id)
    return by.user is not None and beside.filter(crew__membership__pk=by.id).exists()
