"""The plan of a case: one of its versions, a new one, and that it was agreed."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from spojka.access.permissions import Permission
from spojka.base.ids import new_id
from spojka.cases.views.shared import reach_case
from spojka.members.people import names_of
from spojka.ui.http import ask, done, posted

from .. import comparing, reading
from ..actions import plans as actions
from ..forms import plans as forms
from .shared import head_of, reach_plan

P = Permission


@require_safe
def plan(request, id):
    """Show the version that holds, or another one that was asked for by its number."""
    case = reach_case(request, id)
    versions, away = reading.plans_of(case, request.actor), reading.thrown_away(case, request.actor)
    chosen = _chosen(versions, away, request.GET.get("version", ""))
    said = head_of(request, case) | {"versions": versions, "plan": chosen, "away": away}
    said["workers"] = names_of({one.voided_by for one in away})
    if chosen:
        said["whole"] = reading.whole(chosen, request.actor, said["today"])
        said["due"] = [(one, said["whole"].plan_b(one)) for one in said["whole"].due]
        said["new_id"], said["draft"] = new_id(), next((one for one in versions if one.is_draft), None)
        said["assents"] = reading.assented(case, chosen, request.actor, timezone.now())
    elif said["may"]["start"]:
        said["starting"] = forms.Start()
    return render(request, "caseplans/plan.html", said)


def _chosen(versions, away, number):
    if number:
        found = next((one for one in (*versions, *away) if str(one) == number), None)
        if found is None:
            raise Http404
        return found
    return next((one for one in versions if one.is_agreed), versions[0] if versions else None)


@require_POST
def start(request, id):
    """Begin the next version."""
    case = reach_case(request, id, P.PLAN_START)
    form = forms.Start(request.POST)
    if not done(form, lambda: actions.start(by=request.actor, case=case, **form.cleaned_data)):
        return ask(request, "caseplans/start.html", form, **head_of(request, case))
    messages.success(request, _("The new version is here. Write, and let the others write; then agree it."))
    versions = [*reading.plans_of(case, request.actor), *reading.thrown_away(case, request.actor)]
    return to_plan(request, case, next(one.number for one in versions if one.pk == form.cleaned_data["id"]))


def agree(request, id):
    """Say that this version holds from now on."""
    found = reach_plan(request, id, P.PLAN_AGREE)
    form = forms.Agree(posted(request))
    now = timezone.now()
    if not done(form, lambda: actions.agree(by=request.actor, plan=found, at=now)):
        said = head_of(request, found.case) | {"plan": found}
        said["assents"] = reading.assented(found.case, found, request.actor, now)
        said["missing"] = sum(one.is_missing for one in said["assents"])
        return ask(request, "caseplans/agree.html", form, **said)
    messages.success(request, _("The plan holds. Its terms are watched."))
    return to_plan(request, found.case, found.number)


def void(request, id):
    """Throw a draft away, after it was said what that means."""
    found = reach_plan(request, id, P.PLAN_VOID)
    form = forms.Agree(posted(request))
    if not done(form, lambda: actions.void(by=request.actor, plan=found, at=timezone.now())):
        return ask(request, "caseplans/void.html", form, **head_of(request, found.case), plan=found)
    messages.success(request, _("The draft is thrown away. It can be taken back as long as no other one is begun."))
    return redirect("caseplans:plan", request.actor.organisation.slug, found.case_id)


@require_POST
def restore(request, id):
    """Take it back."""
    found = reach_plan(request, id, P.PLAN_RESTORE)
    form = forms.Agree(request.POST)
    if not done(form, lambda: actions.restore(by=request.actor, plan=found)):
        return ask(request, "caseplans/void.html", form, **head_of(request, found.case), plan=found)
    messages.success(request, _("The draft is back."))
    return to_plan(request, found.case, found.number)


@require_safe
def compare(request, id):
    """Show what differs from another version, goal by goal and step by step; `with` is its number."""
    new = reach_plan(request, id)
    versions = reading.plans_of(new.case, request.actor)
    before = next((one.number for one in versions if one.number < new.number), "")
    asked = request.GET.get("with", str(before))
    old = next((one for one in versions if str(one) == asked and one != new), None)
    if old is None:
        return to_plan(request, new.case, new.number)
    said = head_of(request, new.case) | {"plan": new, "old": old, "versions": versions}
    said["pairs"] = comparing.versions(*(reading.parts_of(one, request.actor) for one in (old, new)))
    return render(request, "caseplans/compare.html", said)


def to_plan(request, case, number):
    """Go to one version."""
    address = redirect("caseplans:plan", request.actor.organisation.slug, case.pk)
    address["Location"] += f"?version={number}"
    return address
