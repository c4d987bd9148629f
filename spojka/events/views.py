from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from spojka.access.doors import reach, rows, shown
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.network.models import Service
from spojka.ui.http import ask

from . import actions, forms
from .models import Event

WITH = ("venue", "organiser", "service", "team")


@require_safe
def listing(request):
    """Show events, the latest first."""
    page = shown(
        Event,
        by=request.actor,
        to=Permission.EVENT_VIEW,
        order=("-starts_on", by_name(), "pk"),
        page=request.GET.get("page", 1),
        related=WITH,
    )
    return render(request, "events/list.html", {"page": page})


@require_http_methods(["GET", "POST"])
def add(request):
    """Ask about a new event."""
    service = rows(Service, by=request.actor, to=Permission.EVENT_ADD).order_by(by_name(), "pk").first()
    form = forms.Add(
        request.POST if request.method == "POST" else None, actor=request.actor, initial={"service": service}
    )
    if not form.is_valid():
        return ask(request, "events/add.html", form)
    event = actions.add(by=request.actor, **form.cleaned_data)
    messages.success(request, _("The event is written down."))
    return redirect("encounters:event", request.actor.organisation.slug, event.pk)


@require_http_methods(["GET", "POST"])
def change(request, id):
    """Ask what is different about the event."""
    event = reach(Event, id, by=request.actor, to=Permission.EVENT_CHANGE, related=WITH)
    typed = request.POST if request.method == "POST" else None
    form = forms.Change(typed, initial={name: getattr(event, name) for name in forms.Change.base_fields})
    if not form.is_valid():
        return ask(request, "events/change.html", form, event=event)
    actions.change(by=request.actor, event=event, **form.cleaned_data)
    messages.success(request, _("The event is changed."))
    return redirect("encounters:event", request.actor.organisation.slug, event.pk)
