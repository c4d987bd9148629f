"""How goals and steps stand, passed terms, assent."""

from django.contrib import messages
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.permissions import Permission
from spojka.ui.http import ask, done, posted

from .. import reading
from ..actions import standing as actions
from ..forms import standing as forms
from .plan import to_plan
from .shared import head_of, people_in, reach_part, reach_plan, services_of

P = Permission


def tick(request, id):
    """Say that a step is done, dropped or open again."""
    part = reach_part(request, id, P.PLAN_TICK)
    form = forms.TickForm(posted(request), services=services_of(request, part.case), initial={"state": "done"})
    if not done(form, lambda: _do(request, actions.tick, form, part=part)):
        return ask(request, "caseplans/tick.html", form, **_said(request, part))
    messages.success(request, _("Written."))
    return to_plan(request, part.plan.case, part.plan.number)


def act(request, id):
    """Say that plan B was started."""
    return _answer(request, id, forms.Act, _("Plan B runs."))


def move(request, id):
    """Agree a new term."""
    return _answer(request, id, forms.Move, _("The new term is agreed."))


def _answer(request, id, kind, words):
    part = reach_part(request, id, P.PLAN_ANSWER)
    said = _said(request, part)
    if said["seen"].term is None:
        return to_plan(request, part.plan.case, part.plan.number)
    form = kind(posted(request), services=services_of(request, part.case), initial={"passed": said["seen"].term})
    if not done(
        form, lambda: _do(request, actions.answer, form, part=part, new_term=form.cleaned_data.get("new_term"))
    ):
        return ask(request, "caseplans/answer.html", form, is_move=kind is forms.Move, **said)
    messages.success(request, words)
    return to_plan(request, part.plan.case, part.plan.number)


def assent(request, id):
    """Write down what somebody says of a version."""
    plan = reach_plan(request, id, P.PLAN_ASSENT)
    people = people_in(request, plan.case)
    usual = {
        "whose": request.GET.get("whose", ""),
    }
    form = forms.AssentForm(posted(request), services=services_of(request, plan.case), initial=usual, **people)
    deed = {"by": request.actor, "plan": plan, "at": timezone.now()}
    if not done(
        form,
        lambda: actions.assent(**deed, id=form.cleaned_data["id"], service=form.for_service, said=form.said),
    ):
        return ask(request, "caseplans/assent.html", form, **head_of(request, plan.case), plan=plan)
    messages.success(request, _("Written."))
    return to_plan(request, plan.case, plan.number)


def _do(request, deed, form, **more):
    typed = {name: value for name, value in form.cleaned_data.items() if name != "service"} | more
    return deed(by=request.actor, service=form.for_service, at=timezone.now(), **typed)


def _said(request, part):
    said = head_of(request, part.plan.case) | {"plan": part.plan, "part": part}
    said["whole"] = reading.whole(part.plan, request.actor, said["today"])
    said["seen"] = next((one for one in said["whole"].seen if one.part.key == part.key), None)
    if said["seen"] is None:  # it was left out meanwhile
        raise Http404
    return said | {"plan_b": said["whole"].plan_b(said["seen"])}
