"""What the views share."""

from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone

from spojka.access.doors import reach, rows
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.meetings.reading import service_for
from spojka.network.models import Membership

from ..models import Group

P = Permission
BOTH = ["GET", "POST"]
WITH = ("service", "organisation")


def reach_group(request, id, to=P.WORKING_GROUP_VIEW):
    return reach(Group, id, by=request.actor, to=to, related=WITH)


def writes_for(request, group):
    """Return for which service one writes into a group."""
    service = service_for(group, request.actor)
    if service is None:
        raise Http404
    return service


def colleagues(request):
    """Return colleagues who can sit in a group."""
    found = rows(Membership, by=request.actor, to=P.WORKING_GROUP_VIEW).valid(timezone.localdate())
    return list(found.select_related("user", "organisation").order_by(by_name("user__name"), "pk"))


def to_group(request, group, at=""):
    answer = redirect("groups:group", request.actor.organisation.slug, group.pk)
    answer["Location"] += at
    return answer
