"""Writing the parts of a plan: the head, goals and steps, also by two at once."""

from django.contrib import messages
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spojka.access.permissions import Permission
from spojka.members.people import names_of
from spojka.ui.http import ask, codes_of, done, posted

from .. import comparing, merging, reading
from ..actions import plans as actions
from ..forms.parts import FORMS, GoalForm, StepForm
from ..models import Part, PartKind
from .plan import to_plan
from .shared import head_of, people_in, reach_part, reach_plan, services_of

P = Permission
CHOSEN = ("who", "term", "review_on")


def new_goal(request, id):
    """Add a goal."""
    plan = reach_plan(request, id, P.PLAN_WRITE)
    form = _form(request, plan, GoalForm, posted(request))
    return _new(request, plan, form, Part(kind=PartKind.GOAL))


def new_step(request, id):
    """Add a step to a goal; `id` is any wording of the goal."""
    goal = reach_part(request, id, P.PLAN_WRITE)
    form = _form(request, goal.plan, StepForm, posted(request))
    return _new(request, goal.plan, form, Part(kind=PartKind.STEP, of=goal.key), goal)


def _new(request, plan, form, part, goal=None):
    if not done(form, lambda: _write(request, plan, form, part)):
        said = head_of(request, plan.case) | {"plan": plan, "goal": goal, "kind": part.kind, "hints": {}}
        return ask(request, "caseplans/part.html", form, **said)
    messages.success(request, _("Written."))
    return to_plan(request, plan.case, plan.number)


def change(request, id):
    """Write a part anew; `id` is any of its wordings. Who began from an older one is asked to join both."""
    part = reach_part(request, id, P.PLAN_WRITE)
    known = reading.wordings(part, request.actor)
    form = _form(request, part.plan, FORMS[part.kind], posted(request), known[0])
    began = next((one for one in known if str(one.pk) == form.data.get("began")), known[0])
    if not done(form, lambda: _write(request, part.plan, form, began)):
        if "clash" in codes_of(form):
            return _join(request, form, began, reading.wordings(part, request.actor))
        return ask(request, "caseplans/part.html", form, **_said(request, known))
    messages.success(request, _("Written."))
    return to_plan(request, part.plan.case, part.plan.number)


@require_POST
def leave_out(request, id):
    """Leave a goal or step out of this version; its words stay among its wordings."""
    part = reach_part(request, id, P.PLAN_WRITE)
    known = reading.wordings(part, request.actor)
    form = _form(request, part.plan, FORMS[part.kind], request.POST, known[0])
    began = next((one for one in known if str(one.pk) == form.data.get("began")), known[0])
    if not done(form, lambda: _write(request, part.plan, form, began, is_out=True)):
        return ask(request, "caseplans/part.html", form, **_said(request, known))
    messages.success(request, _("It is left out of this version."))
    return to_plan(request, part.plan.case, part.plan.number)


def _write(request, plan, form, part, is_out=False):
    id, deed = form.cleaned_data["id"], {"by": request.actor, "service": form.for_service}
    part.key = part.key or id  # a new one is called as its first wording
    return actions.write(**deed, id=id, plan=plan, part=part, draft=form.draft, is_out=is_out)


def _join(request, form, began, known):
    """Show what two made of one wording; what is saved next begins from the newest."""
    of = type(form).of_part
    mine = {name: form.cleaned_data.get(name) for name in form.fields if name not in ("id", "began", "service")}
    found = merging.joined(of(began), mine, of(known[0]), CHOSEN)
    services, people = form.data.get("service"), found.values | {"began": known[0].pk}
    again = _form(request, began.plan, type(form), None, known[0], people | {"service": services})
    said = _said(request, known) | {"form": again, "joined": found, "theirs": known[0], "hints": {}}
    return render(request, "caseplans/part.html", said, status=422)


def _form(request, plan, kind, data, part=None, initial=None):
    more = people_in(request, plan.case) | {"part": part} if kind is StepForm else {}
    initial = initial or (kind.of_part(part) if part else {})
    return kind(data, services=services_of(request, plan.case), initial=initial, **more)


def _said(request, known):
    """Return what the page of a part shows: its wordings with what changed, and advice on the newest."""
    part, plan = known[0], known[0].plan
    pairs = [
        (new, comparing.between(old, new)) for new, old in zip(known, [*known[1:], None], strict=True) if old or new
    ]
    hints: dict[str, list[str]] = {}
    said = head_of(request, plan.case) | {"plan": plan, "part": part, "kind": part.kind, "hints": hints}
    for hint in reading.alone(part, request.actor, said["today"]).advice:
        hints.setdefault(hint.field, []).append(hint.text)
    said["wordings"] = pairs if len(pairs) > 1 else []
    return said | {"workers": names_of({one.written_by for one in known})}
