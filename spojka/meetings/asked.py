"""What minutes ask of somebody who has only a link to them: their own open tasks and questions."""

from typing import Any
from uuid import UUID

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission

from .models import Invited, MinutesLine

VIEW = Permission.MEETING_VIEW


def of(person: Invited, by: Actor) -> list[Any]:
    """Return what stands open on their name in the minutes that they were sent."""
    if person.meeting.is_cancelled:
        return []
    found = rows(MinutesLine, by=by, to=VIEW).open().filter(meeting=person.meeting, owner=person)
    return read(found.order_by("number", "at", "pk"), by=by, to=VIEW)


def one(person: Invited, line: UUID, by: Actor) -> Any:
    """Return one of these, or None: it is answered, or somebody else's."""
    return next((row for row in of(person, by) if row.line == line), None)
