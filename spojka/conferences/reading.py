"""What pages of a case show of its meetings, and who of the case is on a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.cases.models import Case, Participant, Party
from spojka.meetings.models import Invited, Meeting, MeetingKind
from spojka.network.models import Membership

from .models import Attendee, CaseMeeting

VIEW = Permission.CASE_VIEW
WITH = ("meeting__service", "meeting__organisation", "meeting__series", "case", "service", "organisation")


@dataclass(frozen=True)
class Line:
    """One meeting of a case, as its list tells it."""

    row: CaseMeeting
    is_over: bool

    @property
    def ring(self) -> str:
        meeting = self.row.meeting
        if meeting.is_cancelled:
            return "open"
        if not self.is_over:
            return "half"
        return "done" if meeting.is_locked else "due"


def of_case(case: Case, by: Actor, at: datetime, most: int = 60) -> list[Line]:
    """Return the meetings of a case, the newest first."""
    found = rows(CaseMeeting, by=by, to=VIEW).filter(case=case).select_related(*WITH)
    listed = read(found.order_by("-meeting__starts_at", "-pk")[:most], by=by, to=VIEW)
    return [Line(one, one.meeting.is_over(at)) for one in listed]


def of_meeting(meeting: Meeting) -> CaseMeeting | None:
    """Return what a meeting at hand is for its case; only of kinds that may be one."""
    if meeting.kind != MeetingKind.MEETING:
        return None
    return CaseMeeting.objects.filter(meeting=meeting).select_related("case").first()


def attendees(people: Sequence[Invited]) -> dict[UUID, Attendee]:
    """Return who of the case they are, by the id of who is invited."""
    found = Attendee.objects.filter(invited__in=[one.pk for one in people]).select_related(
        "party", "participant", "case"
    )
    return {one.invited_id: one for one in found.order_by("pk")}


def host_of(row: CaseMeeting, somebody: Participant) -> Membership | None:
    """Return who comes for the service that coordinates the case: its coordinator, if they are not asked already."""
    case = row.case
    if somebody.grantee_id != case.service_id or case.coordinator_id is None:
        return None
    asked = row.meeting.people.filter(membership=case.coordinator_id, ended_at=None)
    works = Membership.objects.valid(timezone.localdate()).filter(pk=case.coordinator_id)
    return None if asked.exists() else works.select_related("user").first()


def still_to_ask(row: CaseMeeting, by: Actor) -> list[Any]:
    """Return who of the case is not on the list yet: people first, then the team."""
    here = Attendee.objects.filter(invited__meeting=row.meeting, invited__ended_at=None)
    asked = {id for pair in here.values_list("party_id", "participant_id") for id in pair if id}
    return [one for one in everybody(row.case, by) if one.pk not in asked]


def everybody(case: Case, by: Actor) -> list[Any]:
    """Return who is in a case now, as far as `by` may know them."""
    parties = rows(Party, by=by, to=Permission.CASE_VIEW).filter(case=case, left_on=None)
    team = rows(Participant, by=by, to=Permission.CASE_VIEW).filter(case=case, left_on=None)
    found = [*parties.order_by("joined_on", "pk")]
    found += team.select_related("worker__user").order_by("joined_on", "pk")
    return read(found, by=by, to=Permission.CASE_VIEW)
