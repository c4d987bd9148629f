"""What others show of crews: who does not answer, who called for help, what was left for the next crew. For Today."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q

from spojka.access.actor import Actor, ActorKind
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.base.prepared import prepared
from spojka.encounters.models import Shift

from . import reading
from .models import Handover

SOON = 5  # shifts of one's own that are looked at
FRESH = timedelta(days=7)  # what nobody took in a week stands on the shift's page only


def trouble(by: Actor, at: datetime) -> dict[str, list[Any]]:
    """Return overdue timers and calls for help of those whom `by` looks after."""
    if by.kind is not ActorKind.MEMBER or not by.may(Permission.WATCH_VIEW):
        return {"alone": [], "calls": []}
    return {"alone": reading.alone(by, at), "calls": reading.calls(by, at)}


def left_for(by: Actor, at: datetime) -> list[Handover]:
    """Return what waits for `by` to take over: named to them, or left at the event or place of their next shift."""
    if by.kind is not ActorKind.MEMBER or not by.may(Permission.HANDOVER_TAKE):
        return []
    coming = [(one.event_id, one.place_id, one.planned_start) for one in _coming(by, at)]
    return read(_left(by, at, tuple(coming)), by=by, to=Permission.HANDOVER_VIEW)


@prepared
def _coming(by: Actor, at: datetime) -> Any:
    coming = Shift.objects.filter(crew__membership_id=by.id, closed_at=None, planned_end__gt=at)
    return coming.order_by("planned_start", "pk")[:SOON]


@prepared
def _left(by: Actor, at: datetime, coming: tuple[tuple[UUID | None, UUID | None, datetime], ...]) -> Any:
    mine = Q(to=by.id, taken_at=None)
    for event, place, start in coming:
        mine |= _left_to(event, place, start) & Q(to=None)
    found = rows(Handover, by=by, to=Permission.HANDOVER_TAKE).filter(mine, occurred_at__gt=at - FRESH)
    found = found.exclude(recorded_by=by.id)
    return found.select_related("shift__place", "shift__event").order_by("-occurred_at", "pk")[:5]


def left_to(shift: Shift) -> Q:
    """Return which handovers wait for the crew of a shift: of those before it at its event, else at its place."""
    return _left_to(shift.event_id, shift.place_id, shift.planned_start)


def _left_to(event: UUID | None, place: UUID | None, start: datetime) -> Q:
    near = Q(shift__event=event) if event else Q(shift__place=place)
    return near & Q(taken_at=None, shift__planned_start__lt=start)
