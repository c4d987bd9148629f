"""Pages of things that encounters belong to: a client's contacts in time order, an event's shifts."""

from django.db.models import Q
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from spojka.access.doors import reach, read, rows, shown
from spojka.access.permissions import Permission
from spojka.access.why import why
from spojka.clients.beside import facts_of, flags_of
from spojka.clients.models import Client
from spojka.clients.reading import about
from spojka.events.models import Event

from ..beside import boxes_of
from ..models import Encounter, Shift
from ..reading import LINE, with_lines
from ..words import Words, worker_names


@require_safe
def client(request, id):
    """Show a client's contacts, the latest first."""
    actor = request.actor
    found = reach(Client, id, by=actor, to=Permission.CLIENT_VIEW, related=("service", "merged_into"))
    now = timezone.now()
    mine = rows(Encounter, by=actor, to=Permission.ENCOUNTER_VIEW).filter(client=found)
    page = shown(
        Encounter,
        by=actor,
        to=Permission.ENCOUNTER_VIEW,
        where=Q(client=found),
        order=("-occurred_at", "-pk"),
        page=request.GET.get("page", 1),
        only=LINE,
    )
    with_lines(page, by=actor)
    said = {
        "client": found,
        "page": page,
        "first": mine.filter(voided_at=None).order_by("occurred_at", "pk").first(),
        "words": Words(actor.organisation),
        "workers": worker_names(page),
        "may_audit": actor.can(Permission.AUDIT_VIEW, found),
        "flags": flags_of(found, actor, now),
        "about": about(found, actor, timezone.localdate(now)),
        "beside": boxes_of(facts_of(found, actor)),
        "reasons": why(found, by=actor, to=Permission.CLIENT_VIEW),
    }
    return render(request, "encounters/client.html", said)


@require_safe
def event(request, id):
    """Show an event with its shifts."""
    actor = request.actor
    found = reach(Event, id, by=actor, to=Permission.EVENT_VIEW, related=("venue", "organiser", "service", "team"))
    shifts = rows(Shift, by=actor, to=Permission.SHIFT_VIEW).filter(event=found).select_related("place", "service")
    shifts = read(shifts.order_by("planned_start", "pk"), by=actor, to=Permission.SHIFT_VIEW)
    said = {
        "event": found,
        "shifts": shifts,
        "may_change": actor.can(Permission.EVENT_CHANGE, found),
        "may_report": actor.can(Permission.REPORT_VIEW, found),
        "may_plan": actor.can(Permission.SHIFT_PLAN, found.service),
    }
    return render(request, "encounters/event.html", said)
