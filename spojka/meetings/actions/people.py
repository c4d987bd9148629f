"""People at a meeting: invited, answering, there or not."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.doors import acting_for
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.links import doors as links

from .. import beside
from ..content import Guest, Reply
from ..doors import ANSWER, HERE, issue, withdraw
from ..guests import MOST, check, columns, same_name
from ..models import Answer, Invited, Meeting, MeetingLink, Presence
from ..own import check_on, held, sealed

MOST_HEADS = 5000
AFTER = timedelta(days=1)  # an answer is taken until then after the meeting
DOOR = timedelta(hours=4)  # the square code on the organiser's screen


@action(Permission.MEETING_INVITE, on="meeting")
def invite(*, by: Actor, meeting: Meeting, guest: Guest) -> Invited:
    """Put somebody on the list. The letter is sent apart."""
    Invited.objects.all().stop_if_known(guest.id, meeting.service)
    check_on(held(meeting, by))
    check(guest, meeting.people.filter(ended_at=None).select_related("membership__user"), meeting)
    return Invited(**meeting.ownership, **columns(guest), meeting=meeting, added_by=by.id).add()


@action(Permission.MEETING_UNINVITE, on="person")
def uninvite(*, by: Actor, person: Invited, at: datetime) -> Invited:
    """Take somebody off the list; their link opens nothing any more."""
    if person.ended_at:
        return person
    if person.was_here:
        raise Refusal(_("They were there. Change that first."))
    withdraw(person.pk, (ANSWER,), at)
    return person.change(ended_at=at)


@action(Permission.MEETING_REINVITE, on="person")
def put_back(*, by: Actor, person: Invited) -> Invited:
    """Put somebody back who was taken off by a slip. Their link opens nothing any more, so a new letter is due."""
    if person.ended_at is None:
        return person
    check_on(held(person.meeting, by))
    guest = Guest(person.membership, name=person.called, house=person.of_house, email=person.address)
    check(guest, person.meeting.people.filter(ended_at=None).select_related("membership__user"), person.meeting)
    return person.change(ended_at=None, told=None, told_at=None)


@action(Permission.MEETING_SEND, on="meeting")
def send(*, by: Actor, meeting: Meeting, tokens: Mapping[UUID, str], at: datetime) -> Meeting:
    """Give those who are to hear of the meeting, or of its change, a link: {who: token}. Letters leave afterwards.

    Of one that was called off they get none: the link they have says so.
    """
    row = held(meeting, by)
    for one in row.people.filter(pk__in=tokens, ended_at=None).order_by("pk"):
        if not row.is_cancelled:
            withdraw(one.pk, (ANSWER,), at)
            lasts = max(row.ends_at - at, timedelta()) + AFTER
            issue(ANSWER, tokens[one.pk], one.pk, row.service_id, at=at, lasts=lasts)
        one.change(told=row.sequence, told_at=at)
    return row


@action(Permission.MEETING_ANSWER, on="person")
def answer(*, by: Actor, person: Invited, reply: Reply, at: datetime) -> Invited:
    """Answer an invitation; it may be answered anew."""
    return _answer(person, reply, at)


@action(Permission.MEETING_ANSWER_AS_GUEST, on="person")
def answer_as_guest(*, by: Actor, person: Invited, reply: Reply, at: datetime) -> Invited:
    """Answer for oneself or one's own organisation where another service holds the meeting: the row is theirs."""
    if str(person.membership_id) != by.id and person.pk not in beside.mine(by):
        raise PermissionDenied(Permission.MEETING_ANSWER_AS_GUEST)
    with acting_for(person.service, by, Permission.MEETING_ANSWER, name="answer of a guest"):
        return _answer(person, reply, at)


def _answer(person: Invited, reply: Reply, at: datetime) -> Invited:
    check_on(person.meeting)
    if person.ended_at:
        raise links.LinkOver
    if reply.answer == Answer.SUBSTITUTE and not reply.substitute:
        raise Refusal(_("Write who comes instead."), field="substitute")
    substitute = reply.substitute if reply.answer == Answer.SUBSTITUTE else ""
    return person.change(answer=reply.answer, answered_at=at, **sealed(substitute=substitute, note=reply.note))


@action(Permission.ATTENDANCE_MARK, on="person")
def mark(*, by: Actor, person: Invited, presence: str) -> Invited:
    """Write down whether somebody was there; nothing: it is not known."""
    check_on(person.meeting)
    if person.ended_at:
        raise Refusal(_("They were taken off the list meanwhile. Put them on it again."))
    return person.change(presence=presence)


@action(Permission.ATTENDANCE_COUNT, on="meeting")
def count(*, by: Actor, meeting: Meeting, heads: int | None) -> Meeting:
    """Write down how many more were there, without names."""
    check_on(meeting)
    if heads is not None and not 0 <= heads <= MOST_HEADS:
        raise Refusal(_("Write a number up to %(most)s.") % {"most": MOST_HEADS}, field="heads")
    return meeting.change(head_count=heads or None)


@action(Permission.ATTENDANCE_OPEN, on="meeting")
def open_door(*, by: Actor, meeting: Meeting, token: str, at: datetime) -> MeetingLink:
    """Let whoever is in the room write themselves down, for some hours; what was opened before holds no more."""
    check_on(held(meeting, by))
    withdraw(meeting.pk, (HERE,), at)
    return issue(HERE, token, meeting.pk, meeting.service_id, at=at, lasts=DOOR)


@action(Permission.ATTENDANCE_TICK, on="meeting")
def tick(*, by: Actor, meeting: Meeting, id: UUID, name: str, house: str) -> Invited:
    """Write oneself down as being there: whoever is on the list is found by name, anybody else is added."""
    row = held(meeting, by)
    check_on(row)
    people = list(row.people.filter(ended_at=None).select_related("membership__user").order_by("recorded_at", "pk"))
    named = [one for one in people if same_name(one.called, name)]
    found = [one for one in named if same_name(one.of_house, house)] or named
    if len(found) == 1:
        one: Invited = found[0]
        return one if one.was_here else one.change(presence=Presence.CAME)
    if len(people) >= MOST:
        raise Refusal(_("The list is full. Tell the organiser that you are here."))
    if any(one.pk == id for one in people):  # somebody went back and passed the phone on: this is another person
        id = new_id()
    walked_in = columns(Guest(name=name, house=house, id=id)) | {"is_walk_in": True, "presence": Presence.CAME}
    return Invited(**row.ownership, **walked_in, meeting=row, added_by=by.id).add()
