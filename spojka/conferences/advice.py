"""Advice on a case meeting: what went wrong in practice elsewhere. Hints, never a wall.

Source: the practice of the four centres in the domain file (cases.md, case meetings).
"""

from collections.abc import Collection, Iterator

from django.utils.translation import gettext as _

from spojka.caseplans.meeting_advice import MANY, of_words
from spojka.cases.models import PartyRole
from spojka.meetings import beside
from spojka.meetings.models import Invited, Meeting, MinutesLine

from . import reading
from .models import CaseMeeting, Sort

CLOSE = 5  # about so many at a case meeting, the domain says


@beside.register_advice
def hints(meeting: Meeting, people: Collection[Invited]) -> Iterator[str]:
    """Say what could be better, of a meeting that is held for a case."""
    row = reading.of_meeting(meeting)
    if row is None or meeting.is_cancelled:
        return
    here = [one for one in people if one.was_here] or list(people)
    known = reading.attendees(here)
    yield from _of_roles(row, here, set(known))
    yield from _of_people(row, here, {one.party.role for one in known.values() if one.party})
    if not row.told:
        yield _("Was the family told the purpose beforehand? Nobody comes to be persuaded or judged.")
    lines = MinutesLine.objects.filter(meeting=meeting).standing()
    yield from (one.text for one in of_words(" ".join(line.said for line in lines)))


def _of_roles(row: CaseMeeting, here: Collection[Invited], involved: Collection[object]) -> Iterator[str]:
    if any(one.organises and one.leads and one.writes for one in here):
        yield _("One person called it, leads it and writes. Share that out.")
    leads = next((one for one in here if one.leads), None)
    is_of_us = leads is not None and (leads.pk in involved or leads.membership_id is not None)
    if row.sort == Sort.CONFERENCE and (leads is None or is_of_us):
        yield _("At a conference somebody leads who is not involved in the case.")


def _of_people(row: CaseMeeting, here: Collection[Invited], roles: Collection[str]) -> Iterator[str]:
    if PartyRole.CLIENT not in roles and PartyRole.FAMILY not in roles:
        if not row.without_family:
            yield _("Nobody of the family is there. Without them only where their presence endangers somebody.")
    elif PartyRole.SUPPORTER not in roles:
        yield _("Nobody is there to support the family. Ask whom they want to bring.")
    many = len(here) + (row.meeting.head_count or 0)
    if many > MANY:
        yield _("These are over %(most)s people. A family gets lost among so many.") % {"most": MANY}
    elif row.sort == Sort.MEETING and many > CLOSE + 2:
        yield _("A case meeting is the family and the close team, about %(most)s people.") % {"most": CLOSE}
