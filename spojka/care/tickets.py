"""What a screen in the room tells of the queue: numbers alone, never who holds them."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from spojka.access.actor import Actor
from spojka.access.doors import rows
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name

from .models import Resource, Slot, SlotState

SHOW = Permission.SLOT_SHOW


@dataclass
class Turns:
    """The tickets at one place."""

    name: str
    is_open: bool
    inside: int | None = None
    called: int | None = None
    waiting: list[int] = field(default_factory=list)  # in their order, without who is called
    following: UUID | None = None  # the slot that may be called: the first one, unless they are called already


def turns(by: Actor, service: UUID, day: date, at: datetime) -> list[Turns]:
    """Return the tickets of a day, each place by itself."""
    offered = rows(Resource, by=by, to=SHOW).filter(service=service, ended_at=None).order_by(by_name(), "pk")
    told = {one.pk: Turns(one.name, one.is_open(at)) for one in offered}
    found = rows(Slot, by=by, to=SHOW).filter(service=service, day=day, resource__in=list(told))
    columns = ("resource", "pk", "ticket", "state", "called_at")
    queued = found.state(SlotState.INSIDE, SlotState.WAITING).exclude(ticket=None).order_by("queued_at", "pk")
    for resource, pk, ticket, state, called_at in queued.values_list(*columns):
        _put(told[resource], pk, ticket, state, called_at)
    return list(told.values())


def _put(one: Turns, pk: UUID, ticket: int, state: str, called_at: datetime | None) -> None:
    if state == SlotState.INSIDE:
        one.inside = ticket
    elif called_at:
        one.called = ticket
    else:
        one.waiting.append(ticket)
        one.following = one.following or pk


def is_offered(by: Actor) -> bool:
    """Test whether people take turns at anything."""
    return bool(rows(Resource, by=by, to=SHOW).filter(ended_at=None).exists())
