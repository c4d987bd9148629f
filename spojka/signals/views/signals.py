"""Signals: written at the stand or in the office, told as one, told on to other organisations."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.choosing import services
from spojka.access.doors import reach, rows, shown
from spojka.access.permissions import Permission
from spojka.codelists.catalogue import catalogue, names
from spojka.encounters.models import Shift
from spojka.ui.http import ask, done, posted, sendable

from .. import actions, beside, doors, forms, together
from ..models import Signal

MONTHS = 6


@sendable
@require_http_methods(["GET", "POST"])
def at_shift(request, id):
    """Ask what was noticed in a shift."""
    related = ("service", "event", "place")
    shift = reach(Shift, id, by=request.actor, to=Permission.SIGNAL_RECORD, related=related)
    now = timezone.now()
    lists = catalogue(shift.service, shift.day)
    form = forms.AtShift(posted(request), actor=request.actor, catalogue=lists, now=now)
    if not done(form, lambda: actions.record(by=request.actor, **form.said_of(shift))):
        return ask(request, "signals/at_shift.html", form, shift=shift)
    messages.success(request, _("The signal is written down."))
    return redirect("encounters:new", request.actor.organisation.slug, shift.pk)


@require_http_methods(["GET", "POST"])
def record(request):
    """Ask what was noticed, outside of any shift."""
    offered, service = services(request, Permission.SIGNAL_RECORD)
    now = timezone.now()
    lists = catalogue(service, timezone.localdate(now))
    form = forms.Alone(posted(request), actor=request.actor, catalogue=lists, now=now)
    if not done(form, lambda: actions.record(by=request.actor, **form.said_of(service))):
        return ask(request, "signals/record.html", form, services=offered, service=service)
    messages.success(request, _("The signal is written down."))
    return redirect("signals:list", request.actor.organisation.slug)


@require_POST
def void(request, id):
    """Take a signal back."""
    signal = reach(Signal, id, by=request.actor, to=Permission.SIGNAL_VOID)
    actions.void(by=request.actor, signal=signal, at=timezone.now())
    messages.success(request, _("The signal is taken back."))
    return redirect("signals:list", request.actor.organisation.slug)


@require_safe
def listing(request):
    """Show what was noticed lately, the same things together, and how often each kind was seen by months."""
    if not request.actor.may(Permission.SIGNAL_VIEW):
        raise Http404
    house, today = request.actor.organisation.pk, timezone.localdate()
    see = {"by": request.actor, "to": Permission.SIGNAL_VIEW}
    heads = together.months(today, MONTHS)
    seen = rows(Signal, **see).filter(voided_at=None, seen_on__gte=heads[0])
    page = shown(
        Signal,
        **see,
        order=("-seen_on", "-recorded_at", "pk"),
        page=request.GET.get("page", 1),
        related=("service", "organisation"),
    )
    doors.add_told(page.object_list, request.actor)
    said = {
        "page": page,
        "things": together.things(
            [one for one in page.object_list if not one.voided_at], house, request.actor.services
        ),
        "voided": [one for one in page.object_list if one.voided_at],
        "own": request.actor.services,
        "house": house,
        "substances": names("substance", organisation=request.actor.organisation),
        "heads": heads,
        "lines": together.by_month(seen.values_list("kind", "seen_on", "many"), heads),
        "may_record": request.actor.may(Permission.SIGNAL_RECORD),
        "may_void": request.actor.may(Permission.SIGNAL_VOID),
        "may_share": request.actor.may(Permission.SIGNAL_SHARE),
        "ways": beside.WAYS,
        "may_draw": request.actor.may(Permission.WARNING_DRAW),
    }
    return render(request, "signals/list.html", said)


@require_http_methods(["GET", "POST"])
def share(request):
    """Ask which organisations are to hear of signals of one's own service."""
    if not request.actor.may(Permission.SIGNAL_SHARE):
        raise Http404
    chosen = request.GET.getlist("signals")
    initial = {"signals": chosen, "partners": doors.partners_of(chosen, request.actor)}
    form = forms.Share(posted(request), actor=request.actor, initial=initial)
    if not done(form, lambda: _share(request, form.cleaned_data)):
        return ask(request, "signals/share.html", form)
    told = _("Those organisations see the signals now, without the exact place; others don't.")
    messages.success(
        request, told if form.cleaned_data["partners"] else _("No other organisation sees the signals now.")
    )
    return redirect("signals:list", request.actor.organisation.slug)


def _share(request, said):
    now = timezone.now()
    for signal in said["signals"]:
        actions.share(by=request.actor, signal=signal, partners=list(said["partners"]), at=now)
