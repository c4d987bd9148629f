"""What the views share."""

from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.groups.views.shared import reach_group, writes_for

from .. import reading
from ..models import Recommendation

__all__ = ["BOTH", "P", "leads", "led", "open_group", "reach_group", "reach_one", "to_one", "writes_for"]
P = Permission
BOTH = ["GET", "POST"]


def reach_one(request, id, to=P.WORKING_GROUP_VIEW):
    """Return one recommendation with its newest step."""
    found = reach(Recommendation, id, by=request.actor, to=to, related=("group__service", "service", "organisation"))
    reading.with_newest([found])
    return found


def leads(request, group):
    """Test whether one writes steps and votes: in the service that supports the group."""
    return group.service_id in request.actor.services and request.actor.may(P.RECOMMENDATION_STEP)


def led(request, id):
    """Return a recommendation of a group that one leads."""
    found = reach_one(request, id, P.RECOMMENDATION_STEP)
    if not leads(request, found.group):
        raise Http404
    return found


def open_group(request, id, to):
    """Return a group that goes on, in which one may do something."""
    found = reach_group(request, id)
    if found.is_over(timezone.localdate()) or not request.actor.may(to):
        raise Http404
    return found


def to_one(request, found):
    return redirect("recommendations:one", request.actor.organisation.slug, found.pk)
