"""Letters: the invitation with its calendar file, and where sent minutes are. They name no title and no case."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from spojka.mail import letters

from . import calendars
from .models import Invited, Meeting
from .rule import PRAGUE


def invite(meeting: Meeting, person: Invited, address: str, at: datetime) -> bool:
    """Send the invitation, to who had one its change, or that it is off; say whether it left."""
    file = calendars.invitation(meeting, person.address, at, address)
    said = _said(meeting, person) | {"address": address, "is_change": person.told is not None}
    method = "CANCEL" if meeting.is_cancelled else "REQUEST"
    return letters.send("meetings/letters/invitation.txt", to=person.address, calendar=(method, file), **said)


def minutes(meeting: Meeting, person: Invited, address: str) -> bool:
    """Send where the minutes are; say whether it left."""
    said = _said(meeting, person) | {"address": address}
    return letters.send("meetings/letters/minutes.txt", to=person.address, **said)


def _said(meeting: Meeting, person: Invited) -> dict[str, Any]:
    start = timezone.localtime(meeting.starts_at, PRAGUE)
    return {"meeting": meeting, "house": meeting.organisation, "start": start, "person": person}
