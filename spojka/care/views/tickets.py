"""The queue for the room: numbers alone, on a tablet that the crew shares; who has it calls the next one."""

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.base.ids import id_from
from spojka.encounters.models import Shift

from ..actions import slots
from ..models import Slot
from ..tickets import turns


@require_safe
def tickets(request, id):
    """Show whose turn it is."""
    return render(request, "care/tickets.html", _said(request, _shift(request, id, Permission.SLOT_SHOW)))


@require_safe
def lines(request, id):
    """Show the numbers alone, for a screen that looks again."""
    return render(request, "care/_tickets.html", _said(request, _shift(request, id, Permission.SLOT_SHOW)))


@require_POST
def call(request, id):
    """Call a number."""
    shift = _shift(request, id, Permission.SLOT_CALL)
    if asked := id_from(request.POST.get("slot", "")):
        slot = reach(Slot, asked, by=request.actor, to=Permission.SLOT_CALL)
        slots.call(by=request.actor, slot=slot, at=timezone.now())
    return redirect("care:tickets", request.actor.organisation.slug, shift.pk)


def _shift(request, id, to):
    return reach(Shift, id, by=request.actor, to=to, related=("service__organisation", "event", "place"))


def _said(request, shift):
    can = bool(shift.started_at) and request.actor.can(Permission.SLOT_CALL, shift)
    return {
        "shift": shift,
        "slug": shift.service.organisation.slug,  # a tablet that nobody has is of no house
        "turns": turns(request.actor, shift.service_id, shift.day, timezone.now()),
        "can_call": can,
        "is_alone": bool(request.tablet and request.tablet.worker is None),
    }
