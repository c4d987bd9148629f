"""The board of today's queue: who is in, who waits, who is done and not written yet."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.network.models import Service

from .models import Resource, Slot, SlotState

VIEW = Permission.SLOT_VIEW


@dataclass
class Line:
    """One resource with those who take turns at it."""

    resource: Resource
    is_open: bool
    inside: Any = None
    over: int = 0  # minutes over their time
    waiting: list[tuple[Any, datetime]] = field(default_factory=list)  # with when their turn may come
    skipped: list[Any] = field(default_factory=list)
    done: list[Any] = field(default_factory=list)


def resources_of(by: Actor, service: Any) -> list[Any]:
    """Return what a service offers."""
    found = rows(Resource, by=by, to=VIEW).filter(service=service, ended_at=None)
    return list(found.order_by(by_name(), "pk"))


def board(by: Actor, service: Service, day: date, at: datetime) -> list[Line]:
    """Return the queues of a day, each resource by itself."""
    lines = {one.pk: Line(one, one.is_open(at)) for one in resources_of(by, service.pk)}
    found = rows(Slot, by=by, to=VIEW).filter(service=service, day=day, resource__in=list(lines))
    for slot in read(found.select_related("resource").order_by("queued_at", "pk"), by=by, to=VIEW):
        _put(lines[slot.resource_id], slot, at)
    for line in lines.values():
        line.waiting = _turns(line, at)
    return list(lines.values())


def _put(line: Line, slot: Any, at: datetime) -> None:
    if slot.state == SlotState.INSIDE:
        line.inside, line.over = slot, slot.over(at)
    elif slot.state == SlotState.WAITING:
        line.waiting.append((slot, at))
    elif slot.state == SlotState.SKIPPED:
        line.skipped.append(slot)
    elif slot.state == SlotState.DONE:
        line.done.append(slot)


def _turns(line: Line, at: datetime) -> list[tuple[Any, datetime]]:
    """Reckon when each turn may come, if everybody keeps to their time."""
    free = max(at, line.inside.due_at) if line.inside else at
    step = timedelta(minutes=line.resource.minutes)
    return [(slot, free + step * place) for place, (slot, _at) in enumerate(line.waiting)]
