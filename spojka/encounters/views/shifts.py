"""Planning, starting, following and closing a shift."""

from datetime import timedelta

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.choosing import service_of
from spojka.access.doors import reach, read, rows, shown
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.sorting import by_name
from spojka.codelists.catalogue import catalogue, names
from spojka.network.models import Project, Service
from spojka.ui.http import ask, refused, sendable

from .. import counting
from ..actions import shifts
from ..actions.shifts import NoteChanged
from ..beside import boxes_of, facts_of_shift, steps_of_shift
from ..forms.shift import Close, Note, Plan, began_at
from ..models import Breath, CrewMember, Encounter, ServiceRefusal, Shift, VitalSigns
from ..paying import parts_of, spans
from ..reading import read_with_clients, with_parts
from ..words import Words, worker_names

USUAL = timedelta(hours=7)
WITH = ("service", "event", "place", "team")


@require_safe
def listing(request):
    """Show shifts, the latest first."""
    page = shown(
        Shift,
        by=request.actor,
        to=Permission.SHIFT_VIEW,
        order=("-planned_start", "pk"),
        page=request.GET.get("page", 1),
        related=WITH,
    )
    said = {"page": page, "may_plan": request.actor.may(Permission.SHIFT_PLAN)}
    return render(request, "encounters/shifts.html", said)


@require_http_methods(["GET", "POST"])
def plan(request):
    """Ask about a shift and start it at once, or write it down for later."""
    actor = request.actor
    running = rows(Service, by=actor, to=Permission.SHIFT_PLAN).running(timezone.localdate())
    offered = list(running.order_by(by_name(), "pk"))
    service = service_of(request, offered)
    now = timezone.now().replace(second=0, microsecond=0)
    form = Plan(
        request.POST if request.method == "POST" else None,
        actor=actor,
        service=service,
        catalogue=catalogue(service, timezone.localdate()),
        initial=_usual(request, now),
    )
    said = {"services": offered, "service": service}
    if not form.is_valid():
        return ask(request, "encounters/plan.html", form, **said)
    try:
        shift = _planned(request, form, service, now)
    except Refusal as refusal:
        return ask(request, "encounters/plan.html", refused(form, refusal), **said)
    if shift.started_at:
        return redirect("encounters:new", actor.organisation.slug, shift.pk)
    messages.success(request, _("The shift is planned."))
    return redirect("encounters:shift", actor.organisation.slug, shift.pk)


@require_safe
def shift(request, id):
    """Show one shift: who works, what was done, what came late."""
    found = reach(Shift, id, by=request.actor, to=Permission.SHIFT_VIEW, related=WITH)
    actor = request.actor
    mine = {"by": actor, "to": Permission.SHIFT_VIEW}
    crew = rows(CrewMember, **mine).filter(shift=found).select_related("membership__user").order_by("pk")
    refusals = rows(ServiceRefusal, **mine).filter(shift=found).order_by("occurred_at", "pk")
    untied = rows(Breath, by=actor, to=Permission.BREATH_VOID).filter(shift=found, encounter=None, voided_at=None)
    signs = rows(VitalSigns, by=actor, to=Permission.SIGNS_VOID).filter(shift=found, encounter=None, voided_at=None)
    last = rows(Encounter, by=actor, to=Permission.ENCOUNTER_VIEW).filter(shift=found)
    last = last.select_related("client")
    crew = read(crew, **mine)
    listed = with_parts(read_with_clients(last.order_by("-occurred_at", "-pk")[:12], by=actor))
    said = {
        "shift": found,
        "crew": crew,
        "is_mine": any(str(member.membership_id) == actor.id for member in crew),
        "refusals": read(refusals, by=actor, to=Permission.SHIFT_VIEW),
        "encounters": listed,
        "workers": worker_names(listed),
        "summary": counting.summary(found, by=actor),
        "words": Words(actor.organisation),
        "untied": read(untied.order_by("value", "pk"), by=actor, to=Permission.SHIFT_VIEW),
        "untied_signs": read(signs.order_by("upper", "pk"), by=actor, to=Permission.SHIFT_VIEW),
        "note_form": Note(initial={"note": found.note, "was": found.note}),
        "can": _can(actor, found),
        "spans": spans(found, parts_of(found)),
        "has_projects": rows(Project, by=actor, to=Permission.PROJECT_VIEW).filter(services=found.service_id).exists(),
        "beside": boxes_of(facts_of_shift(found, actor)),
        "steps": steps_of_shift(found, actor),
        "role_names": names("crew_role", organisation=actor.organisation),
        "is_over": bool(found.event and found.event.ends_on < timezone.localdate()),
    }
    return render(request, "encounters/shift.html", said)


@sendable
@require_POST
def start(request, id):
    """Start a planned shift and go to the stand. A phone may have begun it before, without signal."""
    found = reach(Shift, id, by=request.actor, to=Permission.SHIFT_START)
    now = timezone.now()
    shifts.start(by=request.actor, shift=found, at=now, occurred_at=began_at(request.POST, now))
    return redirect("encounters:new", request.actor.organisation.slug, found.pk)


@require_POST
def join(request, id):
    """Join the crew."""
    found = reach(Shift, id, by=request.actor, to=Permission.SHIFT_JOIN)
    shifts.join(by=request.actor, shift=found)
    return redirect("encounters:shift", request.actor.organisation.slug, found.pk)


@require_POST
def note(request, id):
    """Keep the crew's note."""
    found = reach(Shift, id, by=request.actor, to=Permission.SHIFT_NOTE)
    form = Note(request.POST)
    if not form.is_valid():
        return ask(request, "encounters/note.html", form, shift=found)
    try:
        shifts.note(by=request.actor, shift=found, **form.cleaned_data)
    except NoteChanged as changed:
        form = refused(form, changed)
        form.data = form.data.copy()
        form.data["was"] = changed.now  # the next saving knows both
        return ask(request, "encounters/note.html", form, shift=found)
    messages.success(request, _("The note is saved."))
    return redirect("encounters:shift", request.actor.organisation.slug, found.pk)


@require_http_methods(["GET", "POST"])
def close(request, id):
    """Show what the shift did, ask when it ended, and close it."""
    found = reach(Shift, id, by=request.actor, to=Permission.SHIFT_CLOSE, related=WITH)
    now = timezone.now()
    initial = {"ended_at": min(now, found.planned_end) if found.planned_end > found.start else now, "note": found.note}
    form = Close(request.POST if request.method == "POST" else None, initial=initial)
    said = {
        "shift": found,
        "summary": counting.summary(found, by=request.actor),
        "words": Words(request.actor.organisation),
        "beside": boxes_of([one for one in facts_of_shift(found, request.actor) if not one.is_way]),
    }
    if not form.is_valid():
        return ask(request, "encounters/close.html", form, **said)
    try:
        shifts.close(by=request.actor, shift=found, at=now, **form.cleaned_data)
    except Refusal as refusal:
        return ask(request, "encounters/close.html", refused(form, refusal), **said)
    messages.success(request, _("The shift is closed."))
    return redirect("encounters:shift", request.actor.organisation.slug, found.pk)


@require_POST
def reopen(request, id):
    """Take the closing back."""
    found = reach(Shift, id, by=request.actor, to=Permission.SHIFT_REOPEN)
    shifts.reopen(by=request.actor, shift=found, at=timezone.now())
    return redirect("encounters:shift", request.actor.organisation.slug, found.pk)


@require_POST
def cancel(request, id):
    """Say that a planned shift did not take place."""
    found = reach(Shift, id, by=request.actor, to=Permission.SHIFT_CANCEL)
    shifts.cancel(by=request.actor, shift=found, at=timezone.now())
    messages.success(request, _("The shift is cancelled."))
    return redirect("encounters:shifts", request.actor.organisation.slug)


def _can(actor, shift):
    """Return which of the page's verbs the worker may use on this shift."""
    verbs = {
        "record": Permission.ENCOUNTER_RECORD,
        "start": Permission.SHIFT_START,
        "join": Permission.SHIFT_JOIN,
        "note": Permission.SHIFT_NOTE,
        "close": Permission.SHIFT_CLOSE,
        "cancel": Permission.SHIFT_CANCEL,
        "reopen": Permission.SHIFT_REOPEN,
        "move": Permission.SHIFT_MOVE,
        "split": Permission.SHIFT_SPLIT,
        "void_refusal": Permission.REFUSAL_VOID,
        "read": Permission.ENCOUNTER_VIEW,
        "share": Permission.TABLET_ENROL,
        "report": Permission.REPORT_VIEW,
        "card": Permission.CARD_START,
        "assign": Permission.CREW_ASSIGN,
        "fill": Permission.CHECKLIST_FILL,
    }
    return {name: actor.can(permission, shift) for name, permission in verbs.items()}


def _usual(request, now):
    """Return what most shifts need: now, for seven hours, with oneself in the crew."""
    return {
        "planned_start": now,
        "planned_end": now + USUAL,
        "crew": [request.actor.id],
        "event": request.GET.get("event"),
        "setting": "event_zone" if request.GET.get("event") else None,
    }


def _planned(request, form, service, now):
    starts = now if "later" not in request.POST else None
    return shifts.plan(by=request.actor, service=service, started_at=starts, **form.cleaned_data)
