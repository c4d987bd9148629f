"""Enrolling a tablet, taking it over, handing it on."""

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.doors import reach, read, rows
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.encounters import standing
from spojka.encounters.models import Shift
from spojka.members import demo_people, devices, lasting, people, pins, second_step
from spojka.ui.http import ask, refused

from . import actions, holding
from .forms import FirstPin, Take
from .models import Tablet

MANY = 5  # from so many tries left on it is said how many they are


@require_http_methods(["GET", "POST"])
def of_shift(request, id):
    """Show which tablets the crew shares; make this device one of them."""
    found = reach(Shift, id, by=request.actor, to=Permission.TABLET_ENROL, related=("service__organisation",))
    if request.method == "POST":
        return _enrolled(request, found)
    tablets = rows(Tablet, by=request.actor, to=Permission.SHIFT_VIEW).filter(shift=found).select_related("shift")
    tablets = read(tablets.order_by("-recorded_at", "pk"), by=request.actor, to=Permission.SHIFT_VIEW)
    said = {"shift": found, "tablets": _told(tablets, timezone.now()), "lock": lasting.tablet().lock.seconds // 60}
    return render(request, "tablets/of_shift.html", said)


@require_safe
def listed(request):
    """List the shared tablets of all shifts that run, so that a lost one is ended without looking for its shift."""
    actor, now = request.actor, timezone.now()
    if not actor.may(Permission.TABLET_END):
        raise Http404
    running = rows(Tablet, by=actor, to=Permission.TABLET_END).filter(ended_at=None, shift__closed_at=None)
    running = running.select_related("shift__event", "shift__place", "shift__service").order_by("-recorded_at", "pk")
    tablets = [one for one in running if one.out(now) is None]
    said = {
        "tablets": read(tablets, by=actor, to=Permission.SHIFT_VIEW),
        "names": people.names_of(one.enrolled_by for one in tablets),
    }
    return render(request, "tablets/list.html", said)


def _enrolled(request, shift):
    name = devices.name_of(request.headers.get("User-Agent", ""))
    tablet = actions.enrol(by=request.actor, id=new_id(), shift=shift, name=name, at=timezone.now())
    get_adapter(request).logout(request)  # who shares the tablet does not stay signed in in it
    holding.enrol(request.session, tablet)
    return redirect("tablets:names", shift.service.organisation.slug)


def _told(tablets, at):
    return [{"row": one, "why_out": one.out(at)} for one in tablets]


@require_POST
def end(request, id):
    """End a shared tablet from one's own device."""
    tablet = reach(Tablet, id, by=request.actor, to=Permission.TABLET_END)
    actions.end(by=request.actor, tablet=tablet, at=timezone.now())
    messages.success(request, _("The tablet is out."))
    if "from_list" in request.POST:
        return redirect("tablets:list", request.actor.organisation.slug)
    return redirect("tablets:of_shift", request.actor.organisation.slug, tablet.shift_id)


@require_safe
def names(request):
    """Ask who writes; with a name, for the PIN. When the tablet is out, say why."""
    held = _held(request)
    if held.why_out:
        return render(request, "tablets/out.html", {"held": held})
    chosen = holding.crew_member(held.tablet, request.GET.get("who"), timezone.now())
    if chosen is None:
        about = {"slug": held.service.organisation.slug, "shift": held.tablet.shift}
        said = {"held": held, "crew": holding.crew(held.tablet, timezone.now()), "now": held.worker}
        said |= {"parts": standing.parts(_alone(held), timezone.localdate(), about, slots=("tablet",))}
        return render(request, "tablets/names.html", said)
    return _ask_pin(request, chosen, Take())


@sensitive_post_parameters("pin")
@require_POST
def take(request):
    """Give the tablet to who typed the right PIN."""
    worker = _chosen(request)
    form = Take(request.POST)
    if not form.is_valid():
        return _ask_pin(request, worker, form)
    return _tried(request, worker, form)


@sensitive_post_parameters("pin", "password")
@require_POST
def first_pin(request):
    """Let somebody without a PIN choose one; the password says who it is."""
    worker = _chosen(request)
    form = FirstPin(request.POST)
    if not may_choose(worker.user):
        raise Http404
    if not form.is_valid():
        return _ask_pin(request, worker, form)
    if authenticate(request, email=worker.user.email, password=form.cleaned_data["password"]) != worker.user:
        form.add_error("password", _("This password is not right."))
        return _ask_pin(request, worker, form)
    try:
        pins.set_pin(worker.user, form.cleaned_data["pin"], timezone.now())
    except Refusal as refusal:
        return _ask_pin(request, worker, refused(form, refusal))
    return _tried(request, worker, form)


@require_POST
def lock(request):
    """Take the tablet from who has it: the names come back."""
    held = _held(request)
    holding.hand(request.session, None, timezone.now())
    return redirect("tablets:names", held.service.organisation.slug)


@require_POST
def awake(request):
    """Hear that somebody still works at the tablet; the middleware remembers it."""
    return HttpResponse(status=204 if _held(request).worker else 401)


def may_choose(user):
    """Test whether the password is enough to choose a PIN: not where a second step guards the account."""
    return user.has_usable_password() and not second_step.of(user).is_on


def _held(request):
    if request.tablet is None:
        raise Http404
    return request.tablet


def _chosen(request):
    worker = holding.crew_member(_held(request).tablet, request.POST.get("who"), timezone.now())
    if worker is None:
        raise Http404
    return worker


def _tried(request, worker, form):
    held, at = _held(request), timezone.now()
    try:
        turn = actions.take(by=_alone(held), tablet=held.tablet, member=worker, pin=form.cleaned_data["pin"], at=at)
    except actions.Out:
        return redirect("tablets:names", held.service.organisation.slug)
    if turn.is_right:
        holding.hand(request.session, worker, at)
        return redirect("encounters:new", held.service.organisation.slug, held.tablet.shift_id)
    left = holding.tries_left(held.tablet, worker)
    if left <= 0:
        return redirect("tablets:names", held.service.organisation.slug)
    return _ask_pin(request, worker, refused(form, Refusal(_wrong(left), field="pin")))


def _alone(held):
    """The tablet itself, whoever has it now: taking over is its own deed."""
    return type(held)(held.tablet, held.service, None, held.why_out).actor


def _wrong(left):
    said = _("This PIN is not right.")
    if left > MANY:
        return said
    warns = ngettext(
        "%(n)d try is left, then the tablet is out and the PIN has to be set anew.",
        "%(n)d tries are left, then the tablet is out and the PIN has to be set anew.",
        left,
    )
    return f"{said} {warns % {'n': left}}"


def _ask_pin(request, worker, form):
    has_pin = pins.of(worker.user) is not None
    if not has_pin and not isinstance(form, FirstPin):
        form = FirstPin()
    said = {"held": _held(request), "worker": worker, "has_pin": has_pin, "may_choose": may_choose(worker.user)}
    said["demo_pin"] = demo_people.PIN if has_pin and settings.DEMO and demo_people.is_one(worker.user.email) else ""
    return ask(request, "tablets/pin.html", form, **said)
