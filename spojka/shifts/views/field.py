"""The shift's own page in the field, and what is sent from it."""

from uuid import UUID

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.encounters.models import Shift
from spojka.members.people import names_of
from spojka.ui.http import ask, done, posted, sendable

from .. import actions, forms
from ..models import HelpCall, Watch
from ..page import WITH, forms_of, page_of, state_of
from ..reading import briefing_of


@require_safe
def now(request, id):
    """Show what the shift asks for now; the phone keeps this page."""
    shift = _shift(request, id, Permission.CHECKLIST_FILL)
    return render(request, "shifts/now.html", page_of(request.actor, shift, timezone.now()))


@require_safe
def states(request, id):
    """Give the lines of the page as they stand now."""
    shift = _shift(request, id, Permission.CHECKLIST_FILL)
    return render(request, "shifts/_states.html", state_of(request.actor, shift, timezone.now()))


@sendable
@require_POST
def fill(request, id, kind):
    """Take the kit or the zone as it was filled in."""
    return _take(request, _shift(request, id, Permission.CHECKLIST_FILL), kind, actions.fill)


@sendable
@require_POST
def read_briefing(request, id):
    """Take that somebody has read the briefing."""
    shift = _shift(request, id, Permission.BRIEFING_READ)
    today = timezone.localdate()
    return _take(request, shift, "reading", actions.read_briefing, part="briefing", today=today)


@sendable
@require_POST
def hand_over(request, id):
    """Take what the next crew should know."""
    return _take(request, _shift(request, id, Permission.HANDOVER_WRITE), "handover", actions.hand_over)


@sendable
@require_POST
def look_back(request, id):
    """Take how somebody looks back."""
    return _take(request, _shift(request, id, Permission.DEBRIEF_WRITE), "debrief", actions.look_back)


@sendable
@require_http_methods(["GET", "POST"])
def alone(request, id):
    """Show the lone worker's timer, which the phone runs; a tap starts it."""
    shift = _shift(request, id, Permission.WATCH_START)
    at = timezone.now()
    usual = {"every": briefing_of(shift, request.actor).every}
    form = forms.StartWatch(posted(request), actor=request.actor, now=at, auto_id="start_%s", initial=usual)
    if done(form, lambda: actions.start_watch(by=request.actor, shift=shift, **form.said)):
        return _at_timer(request, shift, form.cleaned_data["id"], form.cleaned_data["every"])
    return ask(request, "shifts/alone.html", form, **_timer(request, shift, at) | {"start": form})


@sendable
@require_POST
def check_in(request, id):
    """Take that a lone worker is well."""
    return _signed(request, id, Permission.WATCH_CHECK_IN, "well", lambda watch, said: actions.check_in(
        by=request.actor, watch=watch, id=said["id"], told=said["told"]
    ))  # fmt: skip


@sendable
@require_POST
def back(request, id):
    """Take that a lone worker is back."""
    return _signed(request, id, Permission.WATCH_END, "back", lambda watch, said: actions.end_watch(
        by=request.actor, watch=watch, told=said["told"]
    ))  # fmt: skip


@sendable
@require_POST
def call(request, id):
    """Take that somebody tapped a number of help."""
    shift = _shift(request, id, Permission.WATCH_CALL)
    at = timezone.now()
    form = forms.CallForHelp(request.POST, actor=request.actor, now=at)
    if done(form, lambda: actions.call_for_help(by=request.actor, shift=shift, **form.said)):
        return redirect("shifts:alone", request.actor.organisation.slug, shift.pk)
    return ask(request, "shifts/alone.html", form, **_timer(request, shift, at))


@require_POST
def know(request, id):
    """Take that somebody knows of a call."""
    found = reach(HelpCall, id, by=request.actor, to=Permission.WATCH_KNOW)
    actions.know(by=request.actor, call=found, at=timezone.now())
    return redirect("today", request.actor.organisation.slug)


@require_http_methods(["GET", "POST"])
def end_for(request, id):
    """Ask how one knows that a lone worker is well, and end their timer."""
    related = ("shift__place", "shift__event")
    watch = reach(Watch, id, by=request.actor, to=Permission.WATCH_END, related=related)
    at, form = timezone.now(), forms.EndForOther(posted(request))
    told = actions.Told(occurred_at=at, phone_at=None, now=at)
    if not done(form, lambda: actions.end_watch(by=request.actor, watch=watch, told=told, **form.cleaned_data)):
        who = names_of([watch.recorded_by]).get(watch.recorded_by, "")
        return ask(request, "shifts/end_for.html", form, watch=watch, who=who)
    return redirect("today", request.actor.organisation.slug)


def _shift(request, id, to):
    return reach(Shift, id, by=request.actor, to=to, related=WITH)


def _take(request, shift, name, deed, part=None, **more):
    """Read one of the page's forms, do what it says, and come back to its line, folded: it says what stands now."""
    at = timezone.now()
    form = forms_of(request.actor, shift, at, request.POST, only=name)[name]
    if done(form, lambda: deed(by=request.actor, shift=shift, **form.said, **more)):
        return redirect(
            reverse("shifts:now", args=[request.actor.organisation.slug, shift.pk]) + f"#done-{part or name}"
        )
    page = page_of(request.actor, shift, at, **{name: form})
    return ask(request, "shifts/now.html", form, **page | {"open": part or name})


def _signed(request, id, to, name, deed):
    """Read one tap of a lone worker and do it on their timer."""
    shift = _shift(request, id, to)
    at = timezone.now()
    form = forms.OfWatch(request.POST, actor=request.actor, now=at, auto_id=f"{name}_%s")
    if done(form, lambda: deed(_watch(request, shift, form, to), form.said)):
        return _at_timer(request, shift, form.cleaned_data["watch"] if name == "well" else "", 0)
    return ask(request, "shifts/alone.html", form, **_timer(request, shift, at) | {name: form})


def _watch(request, shift, form, to):
    found = reach(Watch, form.cleaned_data["watch"], by=request.actor, to=to)
    if found.shift_id != shift.pk:
        raise Http404
    return found


def _at_timer(request, shift, watch, every):
    """Go back to the timer. A phone that is not set up learns from the address that it runs or that it ended."""
    said = f"#watch={watch}/{every}" if watch else "#ended"
    return redirect(reverse("shifts:alone", args=[request.actor.organisation.slug, shift.pk]) + said)


def _timer(request, shift, at):
    usual = {"actor": request.actor, "now": at}
    contact = briefing_of(shift, request.actor)
    return {
        "shift": shift,
        "contact": contact,
        "start": forms.StartWatch(**usual, auto_id="start_%s", initial={"every": contact.every}),
        "well": forms.OfWatch(**usual, auto_id="well_%s"),
        "back": forms.OfWatch(**usual, auto_id="back_%s"),
        "help": forms.CallForHelp(**usual, auto_id="help_%s"),
        "nobody": UUID(int=0),
    }
