"""The list of encounters, one of them, putting it right and voiding it."""

from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.http import Http404, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from spojka.access.doors import reach, read, rows, shown
from spojka.access.permissions import Permission
from spojka.access.why import why
from spojka.base.errors import Refusal
from spojka.codelists.catalogue import catalogue
from spojka.network.models import Service
from spojka.search.rows import few_with
from spojka.ui.http import ask, refused

from ..actions import encounters
from ..beside import facts_of
from ..forms.filters import Filters
from ..forms.record import Correct, Void
from ..models import Correction, Encounter
from ..reading import LINE, with_clients, with_lines
from ..taking import taken
from ..words import Words, worker_names
from .initial import initial_of

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
WITH = ("shift__service", "shift__event", "shift__place", "client")


@require_safe
def listing(request):
    """Show encounters, the latest first, as the address asks."""
    words = Words(request.actor.organisation)
    form = Filters(
        request.GET or None, actor=request.actor, words=words
    )  # bound only when the address asks for something
    form.is_valid()
    page = shown(
        Encounter,
        by=request.actor,
        to=Permission.ENCOUNTER_VIEW,
        where=form.where,
        order=("-day", "-occurred_at", "-pk"),
        page=request.GET.get("page", 1),
        only=LINE,
        near=few_with(Encounter, form.said_codes, request.actor) or form.near,
    )
    with_lines(page, by=request.actor)
    said = {"page": page, "form": form, "words": words, "workers": worker_names(page)}
    said |= {"may_export": request.actor.may(Permission.ENCOUNTER_EXPORT), "asked": request.GET.urlencode()}
    return render(request, "encounters/list.html", said)


@require_safe
def filters(request):
    """Offer what the list can be narrowed by, with what is chosen already."""
    form = Filters(request.GET or None, actor=request.actor, words=Words(request.actor.organisation))
    narrowed = form.is_valid() and any(form.cleaned_data.values())
    return render(request, "encounters/filters.html", {"form": form, "narrowed": narrowed})


@require_safe
def export(request, kind):
    """Give all that the filters leave away as a file, made while it is sent. It is audited as one reading."""
    actor = request.actor
    if not actor.may(Permission.ENCOUNTER_EXPORT):
        raise Http404
    form = Filters(request.GET or None, actor=actor, words=Words(actor.organisation))
    if form.is_bound and not form.is_valid():
        return listing(request)  # says there what is wrong
    services = rows(Service, by=actor, to=Permission.ENCOUNTER_EXPORT).order_by("pk")
    read(services, by=actor, to=Permission.ENCOUNTER_EXPORT)
    name = f"spojka-{_('contacts')}-{timezone.localdate()}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    sent = taken(actor, form.where, request.GET.urlencode(), kind)
    return StreamingHttpResponse(sent, content_type=TYPES[kind], headers=headers)


@require_safe
def encounter(request, id):
    """Show one encounter with its trace."""
    found = reach(Encounter, id, by=request.actor, to=Permission.ENCOUNTER_VIEW, related=WITH)
    with_clients([found], by=request.actor)
    prefetch_related_objects([found], "acts", "handouts", "taken", "topics", "breaths", "signs")
    trace = rows(Correction, by=request.actor, to=Permission.ENCOUNTER_VIEW).filter(encounter=found)
    if not found.is_own_of(request.actor):
        trace = trace.none()  # it holds notes, which stay in the service
    trace = read(trace.order_by("recorded_at", "pk"), by=request.actor, to=Permission.ENCOUNTER_VIEW)
    words = Words(request.actor.organisation)
    said = {
        "encounter": found,
        "trace": [{"row": one, "before": words.before(one.before)} for one in trace],
        "words": words,
        "overrides": found.overrides.order_by("pk") if found.is_own_of(request.actor) else [],
        "workers": worker_names([found], trace),
        "may_change": request.actor.can(Permission.ENCOUNTER_CORRECT, found) and not found.voided_at,
        "may_audit": request.actor.can(Permission.AUDIT_VIEW, found),
        "beside": facts_of(found, request.actor),
        "reasons": why(found, by=request.actor, to=Permission.ENCOUNTER_VIEW),
    }
    return render(request, "encounters/encounter.html", said)


@require_http_methods(["GET", "POST"])
def correct(request, id):
    """Ask what should have been written."""
    found = reach(Encounter, id, by=request.actor, to=Permission.ENCOUNTER_CORRECT, related=WITH)
    lists, now = catalogue(found.shift.service, found.day), timezone.now()
    form = Correct(
        request.POST if request.method == "POST" else None,
        actor=request.actor,
        catalogue=lists,
        now=now,
        stood_at=found.occurred_at,
        initial=initial_of(found, lists),
    )
    if not form.is_valid():
        return ask(request, "encounters/correct.html", form, encounter=found)
    try:
        encounters.correct(
            by=request.actor,
            encounter=found,
            version=form.cleaned_data["version"],
            content=form.content,
            catalogue=lists,
            reason=form.cleaned_data["why"],
            at=now,
        )
    except Refusal as refusal:
        return ask(request, "encounters/correct.html", refused(form, refusal), encounter=found)
    messages.success(request, _("The record is corrected."))
    return redirect("encounters:encounter", request.actor.organisation.slug, found.pk)


@require_http_methods(["GET", "POST"])
def void(request, id):
    """Ask why the record does not count."""
    found = reach(Encounter, id, by=request.actor, to=Permission.ENCOUNTER_VOID, related=WITH)
    form = Void(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return ask(request, "encounters/void.html", form, encounter=found)
    try:
        encounters.void(by=request.actor, encounter=found, reason=form.cleaned_data["why"], at=timezone.now())
    except Refusal as refusal:
        return ask(request, "encounters/void.html", refused(form, refusal), encounter=found)
    messages.success(request, _("The record does not count any more."))
    return redirect("encounters:encounter", request.actor.organisation.slug, found.pk)
