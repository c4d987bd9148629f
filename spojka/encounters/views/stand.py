"""The quick-entry page of the stand, and what one takes back right away."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.doors import reach
from spojka.access.owned import Changed
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.base.within import did, once
from spojka.clients.asking import asking
from spojka.codelists.catalogue import catalogue
from spojka.ui.context_processors import wants_part
from spojka.ui.forms import filled_in
from spojka.ui.http import ask, refused, sendable, wants_little

from .. import counting, limits, standing
from ..actions import encounters, refusals
from ..begun import stop_unless_begun
from ..forms.record import Record
from ..forms.refusal import Refuse
from ..models import Breath, Encounter, ServiceRefusal, Shift
from ..models.encounter import UNDONE
from ..refusing import ground_of

WITH = ("service", "event", "place")
JUST_NOW = timedelta(minutes=15)


@sendable
@require_http_methods(["GET", "POST"])
def new(request, id):
    """Ask for one contact; when it is written, ask for the next one."""
    silent = wants_little(request)
    related = ("service",) if silent else WITH
    shift = reach(Shift, id, by=request.actor, to=Permission.ENCOUNTER_RECORD, related=related, silent=silent)
    stop_unless_begun(request, shift)
    if shift.is_cancelled:
        return redirect("encounters:shift", request.actor.organisation.slug, shift.pk)
    now, lists = timezone.now(), catalogue(shift.service, shift.day)
    usual = {"actor": request.actor, "catalogue": lists, "now": now}
    usual |= {"latest": _latest(request, shift), "may_code": _may_code(request)}
    form = once(("stand", shift.pk, request.actor.id), lambda: Record(**usual, initial=_initial(shift)))
    if request.method == "POST":
        form = filled_in(form, request.POST)
    if not form.is_valid():
        return _ask(request, form, shift)
    said = {"id": form.cleaned_data["id"], "shift": shift, "content": form.content, "catalogue": lists, "at": now}
    try:
        encounter = encounters.record(by=request.actor, **said)
    except Changed as changed:
        return _ask(request, _asked_again(form, usual), shift, before=changed.row)
    except Refusal as refusal:
        return _ask(request, refused(form, refusal), shift)
    return _saved(request, shift, encounter, said["content"], usual)


@sendable
@require_http_methods(["GET", "POST"])
def refuse(request, id):
    """Ask why somebody was refused a service."""
    shift = reach(Shift, id, by=request.actor, to=Permission.REFUSAL_RECORD, related=WITH)
    now = timezone.now()
    form = Refuse(
        request.POST if request.method == "POST" else None,
        actor=request.actor,
        catalogue=catalogue(shift.service, shift.day),
        now=now,
        initial={"ground": request.GET.get("ground", "")},
    )
    if not form.is_valid():
        return ask(request, "encounters/refuse.html", form, shift=shift)
    try:
        refusals.record(by=request.actor, shift=shift, at=now, **form.arguments)
    except Refusal as refusal:
        return ask(request, "encounters/refuse.html", refused(form, refusal), shift=shift)
    if wants_little(request):
        return JsonResponse({}, status=201)
    messages.success(request, _("The refusal is written down."))
    if request.POST.get("back") == "shift":  # from beside another form (refusing.py)
        return redirect("encounters:shift", request.actor.organisation.slug, shift.pk)
    return redirect("encounters:new", request.actor.organisation.slug, shift.pk)


@sendable
@require_POST
def undo(request, id):
    """Take back what was written just now. Later it wants a reason."""
    encounter = reach(Encounter, id, by=request.actor, to=Permission.ENCOUNTER_VOID, related=("shift",))
    if timezone.now() - encounter.recorded_at > JUST_NOW and not encounter.voided_at:
        if wants_little(request):
            raise Refusal(_("It was saved too long ago to be taken back without a reason. Open it and void it."))
        return redirect("encounters:void", request.actor.organisation.slug, encounter.pk)
    if encounter.voided_at:
        did(Permission.ENCOUNTER_VOID)  # a phone sends it again when no answer came, and a hub once more
    else:
        encounters.void(by=request.actor, encounter=encounter, reason=UNDONE, at=timezone.now())
    if wants_little(request):
        return JsonResponse({})
    messages.info(request, _("The contact was taken back."))
    return redirect("encounters:new", request.actor.organisation.slug, encounter.shift_id)


@require_safe
def running_counts(request, id):
    """Give the running counts of a shift, which several phones fill; nothing of any record."""
    shift = reach(Shift, id, by=request.actor, to=Permission.ENCOUNTER_RECORD, silent=True)
    said = {"shift": shift, "counts": counting.counts(shift, by=request.actor)}
    return render(request, "encounters/_counts.html", said)


@require_POST
def void_refusal(request, id):
    """Take a refusal back."""
    refusal = reach(ServiceRefusal, id, by=request.actor, to=Permission.REFUSAL_VOID)
    refusals.void(by=request.actor, refusal=refusal, at=timezone.now())
    return redirect("encounters:shift", request.actor.organisation.slug, refusal.shift_id)


@require_POST
def void_breath(request, id):
    """Take a breath value back that is tied to no contact."""
    breath = reach(Breath, id, by=request.actor, to=Permission.BREATH_VOID)
    encounters.void_breath(by=request.actor, breath=breath, at=timezone.now())
    return redirect("encounters:shift", request.actor.organisation.slug, breath.shift_id)


def _latest(request, shift):
    return {} if wants_little(request) else counting.latest(shift)


def _may_code(request):
    return request.actor.may(Permission.CLIENT_ADD)


def _initial(shift):
    """Late contacts happened before the shift ended, so the time must be thought of."""
    return {"at": timezone.localtime(shift.ended_at)} if shift.is_closed else {}


def _asked_again(form, usual):
    """Return the form under a new id: what was typed may be another contact, or a correction of the saved one."""
    again = form.data.copy()
    again["id"] = str(new_id())
    return Record(again, **usual)


def _ask(request, form, shift, before=None):
    if before and wants_little(request):
        return JsonResponse({"errors": {"id": [str(Changed(before))]}}, status=422)
    said = _said(request, shift) | {"before": before, "ground": ground_of(form)}
    answer = ask(request, "encounters/stand.html", form, **said)
    if before:
        answer.status_code = 422
    return answer


def _said(request, shift):
    """Return what the page knows beside the form."""
    counts = counting.counts(shift, by=request.actor)
    return {
        "shift": shift,
        "counts": counts,
        "nobody": UUID(int=0),
        "ground": "",  # on which a refusal begins
        "may_code": _may_code(request),
        "parts": standing.parts(request.actor, timezone.localdate(), _about(request, shift)),
        **asking(shift.service, shift.day),
    }


def _about(request, shift):
    return {"slug": request.actor.organisation.slug, "shift": shift}


def _saved(request, shift, encounter, content, usual):
    if wants_little(request):
        answer = JsonResponse({"id": str(encounter.pk), "is_late": encounter.is_late}, status=201)
        answer["Preference-Applied"] = "return=minimal"
        return answer
    warned = limits.warned(encounter, content, usual["catalogue"])
    if not wants_part(request):
        messages.success(request, _("The contact is saved."))
        for text in warned:
            messages.warning(request, text)
        return redirect("encounters:new", request.actor.organisation.slug, shift.pk)
    form = Record(**usual | {"latest": counting.latest(shift)}, initial=_initial(shift))
    undo = reverse("encounters:undo", args=[request.actor.organisation.slug, encounter.pk])
    said = {"form": form, **_said(request, shift), "saved": encounter, "before": None, "warned": warned}
    if request.actor.may(Permission.ENCOUNTER_VOID):
        said["undo"] = undo
    if encounter.client:
        said["times"] = counting.contacts_of(encounter.client, by=request.actor)
    return render(request, "encounters/stand.html", said, status=201)
