"""Extraordinary events in the field: first steps to read, one tap starts a record, lines are added without signal."""

from uuid import UUID

from django.http import Http404, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.doors import reach, read, rows
from spojka.access.permissions import Permission
from spojka.codelists.catalogue import catalogue
from spojka.codelists.words import SURENESS
from spojka.encounters.models import Shift
from spojka.ui.http import ask, done, posted, sendable

from ..actions import incidents
from ..forms.incidents import NoteIncident, StartIncident
from ..models import Incident, IncidentEntry
from ..recounting import WRITTEN, first_steps, told

WITH = ("service", "event", "place")
TEMPLATE = "emergencies/incidents.html"


@sendable
@require_http_methods(["GET", "POST"])
def stand(request, id):
    """Show the first steps of each kind; a tap starts a record."""
    shift = reach(Shift, id, by=request.actor, to=Permission.INCIDENT_START, related=WITH)
    now, lists = timezone.now(), catalogue(shift.service, shift.day)
    form = StartIncident(posted(request), actor=request.actor, catalogue=lists, now=now, auto_id="start_%s")
    if done(form, lambda: incidents.start(by=request.actor, shift=shift, at=now, **form.arguments)):
        return _back(request, shift.pk, form.cleaned_data["id"])
    return ask(request, TEMPLATE, form, **_page(request, shift, lists, now) | {"start": form})


@sendable
@require_POST
def note(request, id):
    """Add a line to an event of this shift."""
    shift = reach(Shift, id, by=request.actor, to=Permission.INCIDENT_NOTE, related=WITH)
    now, lists = timezone.now(), catalogue(shift.service, shift.day)
    form = NoteIncident(request.POST, actor=request.actor, catalogue=lists, now=now)
    if done(form, lambda: _note(request, shift, form, now)):
        return _back(request, shift.pk, form.cleaned_data["incident"])
    return ask(request, TEMPLATE, form, **_page(request, shift, lists, now) | {"note": form})


@require_safe
def open_incidents(request, id):
    """Give the events of a shift that nobody has signed to the phone's page, each with its lines."""
    actor = request.actor
    shift = reach(Shift, id, by=actor, to=Permission.INCIDENT_VIEW, related=WITH)
    found = rows(Incident, by=actor, to=Permission.INCIDENT_VIEW).known_to(actor).filter(shift=shift)
    listed = read(found.order_by("occurred_at", "pk"), by=actor, to=Permission.INCIDENT_VIEW)
    running = [one for one in listed if not _is_over(one)]
    lines = told(running, catalogue(shift.service, shift.day), actor)
    return JsonResponse({"now": timezone.now(), "cards": [_said(one, lines.get(one.pk, ())) for one in listed]})


@sendable
@require_POST
def undo(request, id):
    """Take back a line that was tapped by mistake."""
    related = ("incident",)
    entry = reach(IncidentEntry, id, by=request.actor, to=Permission.INCIDENT_TAKE_BACK, related=related)
    known = rows(Incident, by=request.actor, to=Permission.INCIDENT_VIEW).known_to(request.actor)
    if not known.filter(pk=entry.incident_id).exists():
        raise Http404
    incidents.take_back(by=request.actor, entry=entry, at=timezone.now())
    return _back(request, entry.incident.shift_id, entry.incident_id)


def _note(request, shift, form, now):
    """Whoever stands at the stand may add, also to what a colleague has started."""
    said = form.arguments
    related = ("shift",)
    found = reach(Incident, said["incident"], by=request.actor, to=Permission.INCIDENT_NOTE, related=related)
    if found.shift_id != shift.pk:
        raise Http404
    return incidents.note(by=request.actor, at=now, **said | {"incident": found})


def _is_over(incident):
    return incident.signed_at is not None or incident.voided_at is not None


def _back(request, shift, incident):
    page = reverse("emergencies:incidents", args=[request.actor.organisation.slug, shift])
    return redirect(f"{page}#incident={incident}")


def _page(request, shift, lists, now):
    """Return all that the page holds: nothing of any event."""
    return {
        "shift": shift,
        "start": StartIncident(actor=request.actor, catalogue=lists, now=now, auto_id="start_%s"),
        "note": NoteIncident(actor=request.actor, catalogue=lists, now=now),
        "cards": first_steps(lists),
        "written": WRITTEN,
        "sureness": SURENESS,
        "nobody": UUID(int=0),
    }


def _said(incident, lines):
    entries = [
        {"id": line.entry.pk, "at": line.entry.occurred_at, "text": line.entry.text}
        | {"code": line.code, "name": line.name or line.heading, "kind": line.entry.kind}
        for line in lines
    ]
    said = {"id": incident.pk, "at": incident.occurred_at, "ended": _is_over(incident)}
    return said | {"code": incident.kind, "entries": entries}
