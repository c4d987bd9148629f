"""Measures of courts and placements of children."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.members.people import names_of
from spojka.ui.http import ask, done, give_paper, posted

from .. import documents, reading
from ..actions import courts as actions
from ..forms import courts as forms
from ..models import Measure, Placement
from .shared import head, lists_of, reach_case

P = Permission
WITH = ("case__service__organisation", "case__organisation", "about")


@require_safe
def courts(request, id):
    """Show measures and checklists."""
    return _show(request, reach_case(request, id))


@require_POST
def record(request, id):
    """Write down a measure."""
    found = reach_case(request, id, P.MEASURE_RECORD)
    form = _measure(request, found, request.POST)
    deed = {"by": request.actor}
    if not done(
        form, lambda: actions.record(**deed, id=form.cleaned_data["id"], about=form.chosen, ordered=form.ordered)
    ):
        return _show(request, found, recording=form)
    return _back(request, found, _("The measure is written down; its terms are watched."))


def change(request, id):
    """Write its terms anew."""
    measure = reach(Measure, id, by=request.actor, to=P.MEASURE_CHANGE, related=WITH)
    form = forms.MeasureForm(
        posted(request), catalogue=lists_of(measure.case), initial=forms.MeasureForm.of_measure(measure)
    )
    if not done(form, lambda: actions.change(by=request.actor, measure=measure, ordered=form.ordered)):
        return ask(request, "cases/measure.html", form, measure=measure, case=measure.case)
    return _back(request, measure.case, _("Saved."))


def end(request, id):
    """A court ended it."""
    measure = reach(Measure, id, by=request.actor, to=P.MEASURE_END, related=WITH)
    form = forms.EndMeasure(posted(request), initial={"on": timezone.localdate()})
    if not done(form, lambda: actions.end(by=request.actor, measure=measure, **form.cleaned_data)):
        return ask(request, "cases/end_measure.html", form, measure=measure, case=measure.case)
    return _back(request, measure.case, _("The measure ended."))


@require_POST
def plan(request, id):
    """Begin a checklist."""
    found = reach_case(request, id, P.PLACEMENT_PLAN)
    form = _placement(request, found, request.POST)
    said = form.cleaned_data if form.is_valid() else {}
    if not done(
        form,
        lambda: actions.plan(by=request.actor, id=said["id"], about=form.chosen, where=said["where"], on=said["on"]),
    ):
        return _show(request, found, planning=form)
    return _back(request, found, _("The checklist is ready."))


@require_POST
def tick(request, id):
    """Say of one thing that it was seen to."""
    placement = reach(Placement, id, by=request.actor, to=P.PLACEMENT_TICK, related=WITH)
    form = forms.Tick(request.POST, auto_id="id_tick_%s", services=reading.writing_for(placement.case, request.actor))
    deed = {"by": request.actor, "placement": placement, "at": timezone.now()}
    said = form.cleaned_data if form.is_valid() else {}
    if not done(
        form,
        lambda: actions.tick(
            **deed,
            service=form.for_service,
            item=said["item"],
            is_done=said["is_done"] == "yes",
            words=said["words"],
        ),
    ):
        return _show(request, placement.case, ticking=(placement, form))
    return _back(request, placement.case, _("Saved."))


@require_safe
def placement_paper(request, id):
    """Give a checklist as it stands, as a paper."""
    placement = reach(Placement, id, by=request.actor, to=P.CASE_VIEW, related=WITH)
    found = reading.placements_of(placement.case, request.actor)
    ticks = next((ticks for one, ticks in found if one.pk == placement.pk), {})
    body = documents.placement(placement, ticks, lists_of(placement.case), _workers(ticks))
    return give_paper(body, "spojka-umisteni")


def end_placement(request, id):
    """The child moved, or it came to nothing."""
    placement = reach(Placement, id, by=request.actor, to=P.PLACEMENT_END, related=WITH)
    form = forms.EndPlacement(posted(request), initial={"on": timezone.localdate()})
    if not done(form, lambda: actions.end_placement(by=request.actor, placement=placement, **form.cleaned_data)):
        return ask(request, "cases/end_placement.html", form, placement=placement, case=placement.case)
    return _back(request, placement.case, _("The checklist is closed."))


def _workers(ticks):
    return names_of({one.ticked_by for one in ticks.values()})


def _back(request, found, words):
    messages.success(request, words)
    return redirect("cases:courts", request.actor.organisation.slug, found.pk)


def _measure(request, found, data=None):
    parties = reading.people_of(found, request.actor)
    return forms.RecordMeasure(data, parties=parties, catalogue=lists_of(found))


def _placement(request, found, data=None):
    children = [one for one in reading.people_of(found, request.actor) if one.is_child]
    return forms.PlanPlacement(data, parties=children, auto_id="id_place_%s")


def _show(request, found, recording=None, planning=None, ticking=None):
    actor = request.actor
    said = head(request, found, "courts")
    said["measures"] = reading.measures_of(found, actor)
    lists, placements = lists_of(found), reading.placements_of(found, actor)
    faulty = {ticking[0].pk: {ticking[1]["item"].value(): ticking[1]}} if ticking else {}
    said["placements"] = [
        (one, ticks, documents.placement_text(one, ticks, lists, _workers(ticks)), faulty.get(one.pk, {}))
        for one, ticks in placements
    ]
    said["items"] = lists.items("placement_item")
    said["services"] = reading.writing_for(found, actor)
    said["may_tick"] = actor.may(P.PLACEMENT_TICK) and not found.is_closed
    if said["may"]["lead"]:
        said["recording"] = recording or _measure(request, found)
        said["planning"] = planning or _placement(request, found)
    wrong = recording or planning or (ticking[1] if ticking else None)
    return ask(request, "cases/courts.html", wrong, **said) if wrong else render(request, "cases/courts.html", said)
