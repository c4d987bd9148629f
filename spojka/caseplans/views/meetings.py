"""Meetings over the plan: how far its goals are, and the minutes."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.ui.http import ask, done, give_paper, posted

from .. import meeting_advice, minuting, reading
from ..actions import reviews as actions
from ..forms.meetings import ReviewForm
from ..models import ATTAINMENT, Review
from .shared import OF_CASE, head_of, people_in, reach_plan, services_of

P = Permission


def review(request, id):
    """Say how far the goals of a version were reached, and write the minutes of the meeting."""
    plan = reach_plan(request, id, P.PLAN_REVIEW)
    said = head_of(request, plan.case) | {"plan": plan, "scale": ATTAINMENT, "hints": {}}
    goals, people = reading.whole(plan, request.actor, said["today"]).goals, people_in(request, plan.case)
    form = ReviewForm(posted(request), services=services_of(request, plan.case), goals=goals, **people)
    if "advise" in request.POST and form.is_valid():
        return render(request, "caseplans/review.html", said | {"form": form} | _advised(form, people["people"]))
    deed = {"by": request.actor, "plan": plan, "at": timezone.now()}
    if not done(form, lambda: actions.review(**deed, **_typed(form), levels=form.levels, minutes=form.minutes)):
        return ask(request, "caseplans/review.html", form, **said)
    messages.success(request, _("Written."))
    return redirect("caseplans:minutes", request.actor.organisation.slug, form.cleaned_data["id"])


@require_safe
def minutes(request, id):
    """Show what one meeting came to."""
    found = _reach(request, id)
    told = minuting.told(found, request.actor)
    said = head_of(request, found.case) | {"told": told, "title": minuting.title(found.kind)}
    said |= {"plan": found.plan, "text": minuting.minutes_text(found.case, told)}
    return render(request, "caseplans/minutes.html", said)


@require_safe
def paper(request, id):
    """Give it as a paper."""
    found = _reach(request, id)
    return give_paper(minuting.minutes(found.case, minuting.told(found, request.actor)), "spojka-zapis")


def _reach(request, id):
    related = (*OF_CASE, "plan", "organisation", "service")
    return reach(Review, id, by=request.actor, to=P.CASE_VIEW, related=related)


def _typed(form):
    return {name: form.cleaned_data[name] for name in ("id", "on", "words")} | {"service": form.for_service}


def _advised(form, people):
    """Return hints by their fields; that there is none is said, too."""
    found = meeting_advice.hints(form.minutes, people, words=form.cleaned_data["words"])
    hints: dict[str, list[str]] = {}
    for hint in found:
        hints.setdefault(hint.field, []).append(hint.text)
    return {"hints": hints, "is_advised": True}
