"""What others show of crews: who does not answer, who called for help, what was left for the next crew. For Today."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q

from spojka.access.actor import Actor, ActorKind
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
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
    coming = Shift.objects.filter(crew__membership_id=by.id, closed_at=None, planned_end__gt=at)
    mine = Q(to=by.id, taken_at=None)
    for shift in coming.order_by("planned_start", "pk")[:SOON]:
        mine |= left_to(shift) & Q(to=None)
    found = rows(Handover, by=by, to=Permission.HANDOVER_TAKE).filter(mine, occurred_at__gt=at - FRESH)
    found = found.exclude(recorded_by=by.id)
    listed = found.select_related("shift__place", "shift__event").order_by("-occurred_at", "pk")[:5]
    return read(listed, by=by, to=Permission.HANDOVER_VIEW)


def left_to(shift: Shift) -> Q:
    """Return which handovers wait for the crew of a shift: of those before it at its event, else at its place."""
    near = Q(shift__event=shift.event_id) if shift.event_id else Q(shift__place=shift.place_id)
    return near & Q(taken_at=None, shift__planned_start__lt=shift.planned_start)
