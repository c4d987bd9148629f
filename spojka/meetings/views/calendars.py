"""Addresses of calendars: made and shown once, taken back."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from spojka.access.doors import rows
from spojka.links.doors import new_token
from spojka.network.models import Membership

from ..actions import calendars as actions
from ..reading import has_calendar
from .shared import P, holding, reach_series


@require_safe
def show(request):
    """Say what a calendar address is, and whether one has one."""
    return _show(request, _me(request), "")


@never_cache
@require_POST
def make(request):
    """Make the address of one's own calendar and show it this once."""
    me, token = _me(request), new_token()
    service = holding(request, P.CALENDAR_MAKE)[0]
    actions.make(by=request.actor, whose=me, service=service, token=token, at=timezone.now())
    return _show(request, me, _address(request, token))


@require_POST
def end(request):
    """Take the address of one's own calendar back."""
    actions.end(by=request.actor, whose=_me(request), at=timezone.now())
    messages.success(request, _("The address opens nothing any more."))
    return redirect("meetings:calendar", request.actor.organisation.slug)


@require_safe
def of_series(request, id):
    """Say whether a series has a calendar address."""
    return _show(request, reach_series(request, id, P.CALENDAR_MAKE), "")


@never_cache
@require_POST
def make_of_series(request, id):
    """Make the address of the calendar of a series and show it this once."""
    series, token = reach_series(request, id, P.CALENDAR_MAKE), new_token()
    actions.make(by=request.actor, whose=series, service=series.service, token=token, at=timezone.now())
    return _show(request, series, _address(request, token))


@require_POST
def end_of_series(request, id):
    """Take the address of the calendar of a series back."""
    series = reach_series(request, id, P.CALENDAR_END)
    actions.end(by=request.actor, whose=series, at=timezone.now())
    messages.success(request, _("The address opens nothing any more."))
    return redirect("meetings:series_calendar", request.actor.organisation.slug, series.pk)


def _me(request):
    found = rows(Membership, by=request.actor, to=P.CALENDAR_MAKE).filter(pk=request.actor.id).first()
    if found is None:
        raise Http404
    return found


def _address(request, token):
    return request.build_absolute_uri(reverse("meeting_calendar", args=[token]))


def _show(request, whose, address):
    series = None if isinstance(whose, Membership) else whose
    said = {"series": series, "address": address, "has": has_calendar(whose.pk, request.actor, timezone.now())}
    return render(request, "meetings/calendar.html", said)
