"""What the views share."""

from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone

from spojka.access.doors import reach, rows
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.network.models import Membership, Service

from .. import reading
from ..models import Meeting, MeetingSeries

P = Permission
WITH = ("series", "service", "organisation")


def reach_meeting(request, id, to=P.MEETING_VIEW):
    """Return a meeting, with its series."""
    return reach(Meeting, id, by=request.actor, to=to, related=WITH)


def reach_series(request, id, to=P.MEETING_VIEW):
    return reach(MeetingSeries, id, by=request.actor, to=to, related=("service", "organisation"))


def holding(request, to):
    """Return the services for which one may hold meetings."""
    found = rows(Service, by=request.actor, to=to).working(request.actor).running(timezone.localdate())
    offered = list(found.select_related("organisation").order_by(by_name(), "pk"))
    if not offered:
        raise Http404
    return offered


def colleagues(request):
    """Return colleagues who can be invited."""
    found = rows(Membership, by=request.actor, to=P.MEMBER_VIEW).valid(timezone.localdate())
    return list(found.select_related("user").order_by(by_name("user__name"), "pk"))


def writes_for(request, meeting):
    """Return for which service one writes into a meeting."""
    service = reading.service_for(meeting, request.actor)
    if service is None:
        raise Http404
    return service


def to_meeting(request, meeting, at=""):
    answer = redirect("meetings:meeting", request.actor.organisation.slug, meeting.pk)
    answer["Location"] += at
    return answer


def to_series(request, series):
    return redirect("meetings:series", request.actor.organisation.slug, series.pk)
