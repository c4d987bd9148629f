"""All recommendations, those of a group, and one of them."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from spojka.access.doors import rows, shown

from .. import course, reading
from ..models import Recommendation, StepState
from .shared import P, leads, reach_group, reach_one

PAGE = 30


@require_safe
def listing(request):
    """Show the recommendations of all groups in which one sits."""
    actor = request.actor
    if not actor.may(reading.VIEW):
        raise Http404
    show = request.GET.get("show") if request.GET.get("show") in reading.SHOWS else "open"
    some = reading.standing(rows(Recommendation, by=actor, to=reading.VIEW), reading.SHOWS[show])
    page = shown(
        Recommendation, by=actor, to=reading.VIEW, where=reading.among(some), order=("-proposed_on", "pk"),
        page=request.GET.get("page", 1), size=PAGE, related=reading.WITH,
    )  # fmt: skip
    found = reading.with_newest(page.object_list)
    said = {"page": page, "lines": found, "show": show, "names": reading.names(actor.organisation)}
    said |= {"states": reading.by_state(actor)}
    return render(request, "recommendations/list.html", said)


@require_safe
def of_group(request, id):
    """Show what a group asked and how it stands."""
    group = reach_group(request, id)
    found = reading.of_group(group, request.actor)
    said = {"group": group, "names": reading.names(group.organisation)}
    said |= {
        "open": [one for one in found if one.state in course.OPEN],
        "works": [one for one in found if one.state in course.WORKS],
        "closed": [one for one in found if one.state in reading.SHOWS["closed"]],
    }
    is_over = group.is_over(timezone.localdate())
    said["may_propose"] = not is_over and request.actor.may(P.RECOMMENDATION_PROPOSE)
    return render(request, "recommendations/of_group.html", said)


@require_safe
def one(request, id):
    """Show one: what is asked, how it went, how the group voted, where it came from and where it was brought to."""
    found, actor = reach_one(request, id), request.actor
    before, after = reading.chain(found, actor)
    sort = reading.sorts().get(found.sort, {})
    said = {"one": found, "names": reading.names(found.organisation), "steps": reading.steps_of(found, actor)}
    said |= {"votes": reading.votes_of(found, actor), "before": before, "after": after}
    said |= {"public": reading.public_of(found, actor), "media": reading.media(found.group, actor, found)}
    own, lead = actor.can(P.RECOMMENDATION_CHANGE, found), leads(request, found.group)
    is_handed = any(step.state == StepState.HANDED and not step.voided_at for step in said["steps"])
    said |= {
        "can_change": own and not is_handed,
        "can_lead": lead,
        "can_draw": own and (sort.get("zones") or found.zones),
    }
    said |= {"may_follow": lead and bool(course.NEXT[found.state]), "picture": reading.picture(found)}
    said["may_bring"] = found.state in course.CARRIED and actor.may(P.RECOMMENDATION_PROPOSE)
    said["may_publish"] = found.group.is_public and actor.can(P.RECOMMENDATION_PUBLISH, found.group)
    return render(request, "recommendations/one.html", said)
