"""Old minutes become a meeting of the group: its day, who was there, its lines, what was answered in them."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.groups.models import Group
from spojka.meetings.actions import meetings, minutes, people
from spojka.meetings.content import Guest, When
from spojka.meetings.models import LineKind, Meeting, MeetingKind, Outcome, Presence
from spojka.meetings.rule import moment

from . import matching
from .proposal import Head, Row

MINUTES = 90  # the length of a meeting of which only the beginning is known
NOON = time(12)


def meeting_of(group: Group, head: Head, by: Actor, at: datetime) -> Meeting:
    """Return the meeting to be filled: the one of that day that has no lines yet, or a new one."""
    if not head.day:
        raise Refusal(_("Write on which day the group met."), field="day")
    day = date.fromisoformat(head.day)
    if day > timezone.localdate(at):
        raise Refusal(_("This day has not come yet. Old minutes are of a meeting that was."), field="day")
    held = Meeting.objects.filter(held_for=group.pk, cancelled_at=None).select_related("service", "organisation")
    there = [one for one in held.filter(starts_at__date=day).order_by("starts_at", "pk") if one.has_minutes]
    empty = next((one for one in there if not one.is_locked and not one.lines.exists()), None)
    if there and empty is None:
        raise Refusal(_("There are minutes of this day already. Look at the meeting before you take these over."))
    return empty or _called(group, head, day, by)


def _called(group: Group, head: Head, day: date, by: Actor) -> Meeting:
    when = When(moment(day, time.fromisoformat(head.hour) if head.hour else NOON), MINUTES)
    said: dict[str, Any] = {
        "kind": MeetingKind.MEETING,
        "title": group.name,
        "place": head.place,
        "when": when,
        "series": None,
    }
    about: dict[str, Any] = {"held_for": group.pk, "needs": Permission.WORKING_GROUP_VIEW}
    return meetings.call(by=by, id=new_id(), service=group.service, **said, **about)


def attend(meeting: Meeting, head: Head, by: Actor, at: datetime) -> None:
    """Write down who was there. Who sits in the group today and is not named was not invited then."""
    listed = list(
        meeting.people.filter(ended_at=None).select_related("membership__user").order_by("recorded_at", "pk")
    )
    was_empty = not any(one.told_at or one.presence or one.answer for one in listed)
    here = set()
    for name, house in _everybody(head):
        one = matching.found(listed, name, house)
        if one is None:
            one = people.invite(by=by, meeting=meeting, guest=Guest(name=name, house=house))
            listed.append(one.change(is_walk_in=True))
        if one.pk not in here:
            people.mark(by=by, person=one, presence=Presence.CAME)
        here.add(one.pk)
    for one in listed if was_empty else ():
        if one.pk not in here:
            people.uninvite(by=by, person=one, at=at)
    writer = matching.found(listed, *_writer(head)) if head.writer else None
    if writer:
        meetings.share_roles(by=by, meeting=meeting, roles={"writes": writer.pk})


def _writer(head: Head) -> tuple[str, str]:
    return Head(present=head.writer).people[0]


def _everybody(head: Head) -> Iterator[tuple[str, str]]:
    """Yield who was there; who wrote it down was there too."""
    yield from head.people
    if head.writer and matching.bare(head.writer) not in [matching.bare(name) for name, _house in head.people]:
        yield _writer(head)


def write(meeting: Meeting, rows: list[Row], by: Actor, at: datetime) -> None:
    """Write all lines in their order, then what was answered: only what nobody answered comes back."""
    deed: dict[str, Any] = {"by": by, "service": meeting.service, "meeting": meeting, "at": at}
    lines, after = [], None
    for row in rows:
        lines.append(minutes.write(**deed, id=new_id(), words=row.words(after)))
        after = lines[-1].line
    for number, text in _closed(rows):
        minutes.answer_matter(**deed, id=new_id(), line=lines[number].line, outcome=Outcome.DONE, text=text)


def _closed(rows: list[Row]) -> Iterator[tuple[int, str]]:
    """Yield the number of each question or task that is answered below or settled, and the answer."""
    for number, row in enumerate(rows):
        if not row.is_matter:
            continue
        said = answers(rows, number)
        if said or row.state == "settled":
            yield number, "\n".join(said) or _("Settled before these minutes were taken over.")


def answers(rows: list[Row], number: int) -> list[str]:
    """Return the answers that stand right below a row."""
    found = []
    for row in rows[number + 1 :]:
        if row.kind != LineKind.ANSWER:
            break
        found.append(row.text)
    return found
