"""The queue for showers and washing machines: the board of a shift, and what is offered."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.choosing import services
from spojka.access.doors import reach, rows
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.codelists.catalogue import catalogue
from spojka.encounters.begun import stop_unless_begun
from spojka.encounters.models import Shift
from spojka.encounters.refusing import instead_of
from spojka.ui.http import ask, done, posted

from ..actions import slots
from ..board import board as made
from ..board import resources_of
from ..forms.slots import Clothes, OfResource, Queue
from ..models import Resource, Slot, SlotState

NAMES = ("name", "minutes", "opens_at", "closes_at", "act")


@require_http_methods(["GET", "POST"])
def board(request, id):
    """Show the queues of a shift's day, and take somebody in."""
    shift = _shift(request, id, Permission.SLOT_VIEW if request.method == "GET" else Permission.SLOT_QUEUE)
    stop_unless_begun(request, shift)
    offered, now = resources_of(request.actor, shift.service_id), timezone.now()
    form = Queue(posted(request), resources=offered, may_code=request.actor.may(Permission.CLIENT_ADD))
    said = {"by": request.actor, "shift": shift, "at": now}
    if not done(form, lambda: slots.queue(**said, **form.cleaned_data)):
        return ask(request, "care/board.html", form, **_about(request, shift, now, offered))
    return redirect("care:board", request.actor.organisation.slug, shift.pk)


@require_safe
def lines(request, id):
    """Show the queues alone, for a board that looks again."""
    return render(
        request, "care/_board.html", _said(request, _shift(request, id, Permission.SLOT_VIEW), timezone.now())
    )


@require_POST
def move(request, id):
    """Let somebody in, out, to the end, away."""
    slot = reach(Slot, id, by=request.actor, to=Permission.SLOT_MOVE, related=("shift",))
    to = request.POST.get("to", "")
    if to not in SlotState.values:
        return _back(request, slot)
    slots.move(by=request.actor, slot=slot, to=SlotState(to), at=timezone.now())
    return _back(request, slot)


@require_POST
def write(request, id):
    """Write the act of who is done."""
    related = ("resource", *(f"shift__{name}" for name in ("service", "event", "place")))
    slot = reach(Slot, id, by=request.actor, to=Permission.SLOT_WRITE, related=related)
    form, shift, now = Clothes(request.POST, auto_id=f"%s-{slot.pk}"), slot.shift, timezone.now()
    said = {"by": request.actor, "slot": slot, "shift": shift, "catalogue": catalogue(shift.service, shift.day)}
    if not done(form, lambda: slots.write(**said, **form.said, at=now)):
        offered = resources_of(request.actor, shift.service_id)
        queue = Queue(resources=offered, may_code=request.actor.may(Permission.CLIENT_ADD))
        about = _about(request, shift, now, offered) | {"form": queue, "unwritten": slot.pk, "clothes": form}
        about["refusal"] = instead_of(form, by=request.actor, catalogue=said["catalogue"], now=now)
        return render(request, "care/board.html", about, status=422)
    messages.success(request, _("Written down as a contact."))
    return _back(request, slot)


@require_safe
def resources(request):
    """Show what people take turns at."""
    found = rows(Resource, by=request.actor, to=Permission.RESOURCE_CHANGE).select_related("service")
    if not request.actor.may(Permission.RESOURCE_CHANGE):
        raise Http404
    return render(request, "care/resources.html", {"resources": found.order_by("ended_at", by_name(), "pk")})


@require_http_methods(["GET", "POST"])
def add_resource(request):
    """Ask what is offered."""
    offered, service = services(request, Permission.RESOURCE_ADD)
    form = OfResource(posted(request), catalogue=catalogue(service, timezone.localdate()), is_new=True)
    if not done(form, lambda: slots.add_resource(by=request.actor, service=service, **form.cleaned_data)):
        return ask(request, "care/resource.html", form, service=service, services=offered, resource=None)
    return redirect("care:resources", request.actor.organisation.slug)


@require_http_methods(["GET", "POST"])
def resource(request, id):
    """Ask what changes, or offer it no more."""
    found = reach(Resource, id, by=request.actor, to=Permission.RESOURCE_CHANGE, related=("service",))
    initial = {name: getattr(found, name) for name in NAMES} | {"is_offered": found.ended_at is None}
    lists = catalogue(found.service, timezone.localdate())
    form = OfResource(posted(request), catalogue=lists, is_new=False, initial=initial)
    if not done(form, lambda: _change(request, found, form)):
        return ask(request, "care/resource.html", form, service=found.service, services=[], resource=found)
    return redirect("care:resources", request.actor.organisation.slug)


def _change(request, found, form):
    said = {name: value for name, value in form.cleaned_data.items() if name != "id"}
    slots.change_resource(by=request.actor, resource=found, at=timezone.now(), **said)


def _about(request, shift, now, offered):
    return _said(request, shift, now) | {"may_set": request.actor.may(Permission.RESOURCE_ADD), "offered": offered}


def _shift(request, id, to):
    return reach(Shift, id, by=request.actor, to=to, related=("service", "event", "place"))


def _said(request, shift, now):
    can = {"move": Permission.SLOT_MOVE, "queue": Permission.SLOT_QUEUE, "write": Permission.SLOT_WRITE}
    return {
        "shift": shift,
        "lines": made(request.actor, shift.service, shift.day, now),
        "now": now,
        "can": {name: bool(shift.started_at) and request.actor.can(verb, shift) for name, verb in can.items()},
    }


def _back(request, slot):
    return redirect("care:board", request.actor.organisation.slug, slot.shift_id)
