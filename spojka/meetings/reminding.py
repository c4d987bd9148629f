"""Letters about terms of tasks and questions: to whom they belong, when a term comes or has passed, once a week."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from spojka.mail import letters

from .doors import shut_out
from .matters import Matter, with_terms
from .models import MatterNotice, MinutesLine

AGAIN = timedelta(days=7)
BEFORE = timedelta(days=2)
RELATED = ("meeting__series", "meeting__organisation", "owner__membership__user")


def remind(at: datetime) -> Iterator[bool]:
    """Write to each whose term is near or passed, one letter for all of theirs in a house; say whether it left."""
    today = timezone.localdate(at)
    found = MinutesLine.objects.open().filter(owner__isnull=False, meeting__cancelled_at=None)
    found = found.exclude(owner__membership=None, owner__ended_at__isnull=False)  # their links open nothing any more
    matters = with_terms(list(found.select_related(*RELATED).order_by("pk")), today)
    theirs: dict[tuple[UUID, str], list[Matter]] = {}
    for one in matters:
        owner = one.row.owner
        if not one.due or one.due - BEFORE > today or owner is None or shut_out(one.row.meeting, [owner]):
            continue
        if to := owner.address:
            theirs.setdefault((one.row.organisation_id, to), []).append(one)
    for (_house, to), mine in theirs.items():
        fresh = [one for one in mine if not _is_told(one, at)]
        if fresh:
            is_sent = _letter(to, mine)
            for one in fresh:
                said = {"meeting": one.row.meeting, "line": one.row.line, "due_on": one.due}
                MatterNotice(**one.row.meeting.ownership, **said, at=at, is_sent=is_sent).add()
            yield is_sent


def _is_told(one: Matter, at: datetime) -> bool:
    told: Any = MatterNotice.objects.filter(meeting=one.row.meeting_id, line=one.row.line, at__gt=at - AGAIN)
    return bool(told.exists())


def _letter(to: str, mine: list[Matter]) -> bool:
    first = mine[0]
    said = {"many": len(mine), "first": first.due, "house": first.row.meeting.organisation}
    is_member = first.row.owner is not None and first.row.owner.membership_id is not None
    return letters.send("meetings/letters/matters.txt", to=to, is_member=is_member, **said)
