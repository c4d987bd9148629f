from datetime import datetime, time
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.numbering import add_next
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.codelists.catalogue import Catalogue
from spojka.encounters.actions import encounters
from spojka.encounters.content import Content
from spojka.encounters.models import Shift, Side
from spojka.network.models import Service

from ..models import Resource, Slot, SlotState

CLOTHES = "clothes"  # of the list material: what is given for what came off
WAYS = {  # from where one may come where; most ways back are for a slip of the thumb
    SlotState.INSIDE: (SlotState.WAITING, SlotState.SKIPPED, SlotState.DONE),
    SlotState.DONE: (SlotState.INSIDE,),
    SlotState.SKIPPED: (SlotState.WAITING,),
    SlotState.LEFT: (SlotState.WAITING, SlotState.SKIPPED),
    SlotState.WAITING: (SlotState.INSIDE, SlotState.SKIPPED, SlotState.LEFT),
}


class Taken(Refusal):
    """Somebody is inside."""


class Moved(Refusal):
    """A colleague was faster."""


@action(Permission.RESOURCE_ADD, on="service")
def add_resource(
    *,
    by: Actor,
    id: UUID,
    service: Service,
    name: str,
    minutes: int,
    opens_at: time | None,
    closes_at: time | None,
    act: str,
) -> Resource:
    """Offer something that people take turns at."""
    Resource.objects.all().stop_if_known(id, service)
    said = {"name": name, "minutes": minutes, "opens_at": opens_at, "closes_at": closes_at, "act": act}
    return Resource(**service.ownership, id=id, **said, recorded_by=by.id).add()


@action(Permission.RESOURCE_CHANGE, on="resource")
def change_resource(
    *,
    by: Actor,
    resource: Resource,
    name: str,
    minutes: int,
    opens_at: time | None,
    closes_at: time | None,
    act: str,
    is_offered: bool,
    at: datetime,
) -> Resource:
    """Change how long a slot is, when it is open, what is written for it; or offer it no more."""
    said = {"name": name, "minutes": minutes, "opens_at": opens_at, "closes_at": closes_at, "act": act}
    ended_at = None if is_offered else resource.ended_at or at
    return resource.change(**said, ended_at=ended_at)


@action(Permission.SLOT_QUEUE, on="shift")
def queue(*, by: Actor, id: UUID, shift: Shift, resource: Resource, who: str, is_code: bool, at: datetime) -> Slot:
    """Put somebody into the queue."""
    Slot.objects.all().stop_if_known(id, shift.service)
    if resource.service_id != shift.service_id or resource.ended_at:
        raise Refusal(_("It is not offered any more. Choose something else."), field="resource")
    if resource.is_over(at):
        raise Refusal(_("%(name)s is closed for today.") % {"name": resource.name}, field="resource")
    ahead = resource.slots.filter(day=shift.day, who=who, state__in=[SlotState.WAITING, SlotState.INSIDE])
    if ahead.exists():
        raise Refusal(_("They are in this queue already."), field="who")
    said = {"resource": resource, "shift": shift, "day": shift.day, "who": who, "is_code": is_code}
    Service.objects.select_for_update(of=("self",)).get(pk=shift.service_id)  # two workers ask at once
    slot = Slot(**shift.ownership, id=id, **said, queued_at=at, recorded_by=by.id)
    today = Slot.objects.filter(service=shift.service_id, day=shift.day)
    return add_next(slot, within=today, constraint="slot_ticket_once", column="ticket")


@action(Permission.SLOT_MOVE, on="slot")
def move(*, by: Actor, slot: Slot, to: SlotState, at: datetime) -> Slot:
    """Let somebody in or out, skip them, take them back, let them go."""
    slot = Slot.objects.select_for_update(of=("self",)).select_related("resource").get(pk=slot.pk)
    if slot.state == to:
        return slot
    if slot.state not in WAYS[to] or slot.encounter_id:
        raise Moved(_("Meanwhile they are elsewhere. Look at the queue."))
    if to == SlotState.INSIDE:
        return _let_in(slot, at)
    if to == SlotState.DONE:
        return slot.change(state=to, ended_at=at)
    if to == SlotState.WAITING:
        again = {"queued_at": at} if slot.state != SlotState.INSIDE else {}
        return slot.change(state=to, started_at=None, ended_at=None, called_at=None, **again)
    return slot.change(state=to)


@action(Permission.SLOT_CALL, on="slot")
def call(*, by: Actor, slot: Slot, at: datetime) -> Slot:
    """Tell the room whose turn it is, by the number alone; one at a time at each place."""
    slot = Slot.objects.select_for_update(of=("self",)).select_related("resource").get(pk=slot.pk)
    if slot.state != SlotState.WAITING:
        raise Moved(_("Meanwhile they are elsewhere. Look at the queue."))
    others = slot.resource.slots.filter(day=slot.day, state=SlotState.WAITING).exclude(pk=slot.pk)
    others.exclude(called_at=None).update(called_at=None)
    return slot.change(called_at=at)


@action(Permission.SLOT_WRITE, on="slot")
def write(*, by: Actor, slot: Slot, shift: Shift, clothes: int, over: str, catalogue: Catalogue, at: datetime) -> Slot:
    """Write the act of a slot as a contact, once, with the clothes that were given."""
    slot = Slot.objects.select_for_update(of=("self",)).select_related("resource").get(pk=slot.pk)
    if slot.encounter_id:
        return slot
    if slot.state != SlotState.DONE or not slot.resource.act or not slot.who:
        raise Moved(_("Meanwhile they are elsewhere. Look at the queue."))
    content = Content(
        side=Side.CODE if slot.is_code else Side.ANONYMOUS,
        code=slot.who if slot.is_code else "",
        occurred_at=slot.ended_at or at,
        acts={slot.resource.act: 1},
        materials={CLOTHES: clothes} if clothes else {},
        over=over,
    )
    contact = encounters.record(by=by, id=slot.contact_id, shift=shift, content=content, catalogue=catalogue, at=at)
    return slot.change(encounter=contact)


def _let_in(slot: Slot, at: datetime) -> Slot:
    inside = slot.resource.slots.filter(state=SlotState.INSIDE).exclude(pk=slot.pk)
    inside.filter(day__lt=slot.day).update(state=SlotState.DONE)  # yesterday nobody said that they were out
    if inside.filter(day=slot.day).exists():
        raise Taken(_("Somebody is inside. Say first that they are out."))
    was = slot.started_at if slot.state == SlotState.DONE else None  # it goes on
    return slot.change(state=SlotState.INSIDE, started_at=was or at, ended_at=None)
