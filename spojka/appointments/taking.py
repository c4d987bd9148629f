"""Booking a free time of another service, with the sentence for who was slower."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied

from spojka.access.actor import Actor
from spojka.access.doors import rows
from spojka.access.permissions import Permission
from spojka.network.models import Service

from .actions import free
from .content import Sent
from .models import Booking, FreeTime


def take(*, by: Actor, id: UUID, free_time: FreeTime, service: Service, sent: Sent, at: datetime) -> Booking:
    """Book it. Who may still see it but not book it any more was slower than somebody: Gone.

    Sent again because the answer was lost, it is the booking that was made: not somebody else was faster.
    """
    try:
        return free.take(by=by, id=id, free_time=free_time, service=service, sent=sent, at=at)
    except PermissionDenied as fault:
        made: Booking | None = rows(Booking, by=by, to=Permission.BOOKING_VIEW).filter(pk=id, service=service).first()
        if made:
            return made
        if by.can(Permission.FREE_TIME_VIEW, free_time) and by.can(Permission.FREE_TIME_TAKE, service):
            raise free.Gone from fault
        raise
