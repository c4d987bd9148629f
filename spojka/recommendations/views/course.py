"""Steps: written, taken back, and the file of one."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from spojka.access.doors import reach
from spojka.codelists.catalogue import catalogue, extras_of
from spojka.files.cleaning import MOST_BYTES
from spojka.files.giving import give
from spojka.ui.http import ask, done, posted, takes_files

from .. import course, reading
from ..actions import recommendations as actions
from ..forms.recommendations import StepForm, Unstep, stepped
from ..models import Step
from .shared import BOTH, P, led, to_one


@takes_files(MOST_BYTES)
@require_http_methods(BOTH)
def step(request, id):
    """Ask what happened to it."""
    found, now = led(request, id), timezone.now()
    if not course.NEXT[found.state]:
        return to_one(request, found)
    today, group = timezone.localdate(now), found.group
    days = extras_of("body_kind").get(found.body_kind, {}).get("days")
    form = StepForm(
        posted(request), request.FILES or None, newest=found.newest, catalogue=catalogue(group.service, today),
        initial=stepped(found, days, today),
    )  # fmt: skip
    deed = {"by": request.actor, "service": group.service, "recommendation": found, "at": now}

    def steps():
        said = form.cleaned_data
        actions.step(**deed, id=said["id"], said=form.said, clean=said["file"])

    if not done(form, steps):
        return ask(request, "recommendations/step.html", form, one=found, names=reading.names(group.organisation))
    messages.success(request, _("The step is written down."))
    return to_one(request, found)


@require_http_methods(BOTH)
def unstep(request, id):
    """Ask why a step is taken back."""
    found = reach(Step, id, by=request.actor, to=P.RECOMMENDATION_UNSTEP, related=("recommendation__group",))
    form = Unstep(posted(request))
    deed = {"by": request.actor, "step": found, "at": timezone.now()}
    if not done(form, lambda: actions.unstep(**deed, **form.cleaned_data)):
        return ask(request, "recommendations/unstep.html", form, step=found, one=found.recommendation)
    messages.success(request, _("The step is taken back. It stays to be seen, crossed out."))
    return to_one(request, found.recommendation)


@require_safe
def file(request, id):
    """Give the document of a step."""
    found = reach(Step, id, by=request.actor, to=P.WORKING_GROUP_VIEW)
    if not found.file:
        return redirect("recommendations:one", request.actor.organisation.slug, found.recommendation_id)
    return give(found.file, found.form, f"spojka-{found.on:%Y-%m-%d}")
