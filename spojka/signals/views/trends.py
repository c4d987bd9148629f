"""Trends: how much of something slow there is, noted again and again, as a line and as a table."""

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
from spojka.ui.http import ask, done, posted

from .. import actions, forms, together, trends
from ..models import TrendNote

LATEST = 12  # notes below the lines


@require_safe
def listing(request):
    """Show each trend over the last year, and the latest notes."""
    if not request.actor.may(Permission.TREND_VIEW):
        raise Http404
    see = {"by": request.actor, "to": Permission.TREND_VIEW}
    heads = together.months(timezone.localdate(), trends.MONTHS)
    order = ("-day", "-recorded_at", "pk")
    page = shown(TrendNote, **see, order=order, page=request.GET.get("page", 1), size=LATEST, related=("service",))
    called = names("trend", organisation=request.actor.organisation)
    seen = rows(TrendNote, **see).filter(voided_at=None, day__gte=heads[0])
    said = {
        "page": page,
        "heads": heads,
        "lines": trends.over(seen.values_list("trend", "day", "scale", "service_id"), heads, called),
        "called": called,
        "own": request.actor.services,
        "may_record": request.actor.may(Permission.TREND_RECORD),
        "may_void": request.actor.may(Permission.TREND_VOID),
    }
    return render(request, "signals/trends.html", said)


@require_http_methods(["GET", "POST"])
def note(request):
    """Ask how much of it there is just now."""
    offered, service = services(request, Permission.TREND_RECORD)
    now = timezone.now()
    today = timezone.localdate(now)
    initial = {"day": today, "trend": request.GET.get("trend", "")}
    form = forms.Note(posted(request), catalogue=catalogue(service, today), initial=initial)
    about = {"by": request.actor, "service": service, "at": now, "today": today}
    if not done(form, lambda: actions.note(**about, **form.cleaned_data)):
        return ask(request, "signals/note.html", form, services=offered, service=service)
    messages.success(request, _("The note is written down."))
    return redirect("signals:trends", request.actor.organisation.slug)


@require_POST
def unnote(request, id):
    """Take a note back."""
    found = reach(TrendNote, id, by=request.actor, to=Permission.TREND_VOID)
    actions.unnote(by=request.actor, note=found, at=timezone.now())
    messages.success(request, _("The note is taken back."))
    return redirect("signals:trends", request.actor.organisation.slug)
