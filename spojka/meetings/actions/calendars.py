"""Addresses of calendars: made, shown once, taken back."""

from datetime import datetime

from django.core.exceptions import PermissionDenied

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.network.models import Membership, Service

from ..doors import CALENDAR, LONG, issue, withdraw
from ..models import MeetingLink, MeetingSeries


@action(Permission.CALENDAR_MAKE, on="whose")
def make(*, by: Actor, whose: Membership | MeetingSeries, service: Service, token: str, at: datetime) -> MeetingLink:
    """Make the address of one's own calendar or of a series; the one before opens nothing any more."""
    _check_own(by, whose)
    withdraw(whose.pk, (CALENDAR,), at)
    return issue(CALENDAR, token, whose.pk, service.pk, at=at, lasts=LONG)


@action(Permission.CALENDAR_END, on="whose")
def end(*, by: Actor, whose: Membership | MeetingSeries, at: datetime) -> Membership | MeetingSeries:
    """Take the address of a calendar back."""
    _check_own(by, whose)
    withdraw(whose.pk, (CALENDAR,), at)
    return whose


def _check_own(by: Actor, whose: Membership | MeetingSeries) -> None:
    if isinstance(whose, Membership) and str(whose.pk) != by.id:
        raise PermissionDenied("somebody else's calendar")
