"""Who sits in a group no more hears nothing of meetings that were called while they did."""

from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.access.tests.test_fence import fenced, in_front, postgres
from spojka.base.ids import new_id
from spojka.groups.actions import groups as actions
from spojka.groups.content import Sitting
from spojka.groups.models import Seat
from spojka.meetings import reading
from spojka.meetings.actions import people
from spojka.meetings.content import Guest
from spojka.meetings.doors import shut_out
from spojka.meetings.models import Invited
from tests import groups

from .test_sit import let_in, member_of

__all__ = ["fenced", "in_front"]
NOW = timezone.now
MAIL = "stanik@zastavka.example"


@pytest.fixture
def seat(josef, cell, street):
    return let_in(josef, cell, street.organisation, email=MAIL)


@pytest.fixture
def meeting(josef, cell, seat):
    """A meeting called while they sat there."""
    return groups.met(josef, cell, 7)


def to_tell(meeting, by):
    return [one.called for one in reading.to_tell(meeting, reading.people_of(meeting, by))]


def end(josef, seat):
    actions.end_seat(by=josef, seat=seat, why="", at=NOW() - timedelta(seconds=30))


def test_a_house_that_left_gets_no_letter_of_a_meeting_called_before(josef, seat, meeting, browse):
    page = f"/policie/meetings/{meeting.pk}/"
    assert to_tell(meeting, josef) == ["Zastávka"]
    assert "neúčastní" not in browse(josef).get(page).content.decode()

    end(josef, seat)

    assert to_tell(meeting, josef) == []
    assert "už se neúčastní" in browse(josef).get(page).content.decode()


def test_whom_it_named_gets_none_either_and_their_link_opens_nothing(josef, cell, radek, street, seat, browse):
    own = Sitting("member", "ngo", worker=member_of(radek))
    actions.name_own(by=radek, id=new_id(), service=street, group=cell, sitting=own, at=NOW())
    meeting = groups.met(josef, cell, 7)
    (person,) = meeting.people.all()
    people.send(by=josef, meeting=meeting, tokens={person.pk: "A" * 43}, at=NOW())
    link = f"/meeting/answer/{'A' * 43}/"
    assert browse().get(link).status_code == 200

    end(josef, seat)

    assert shut_out(meeting, [person]) == {person.pk}
    assert browse().get(link).status_code == 410


def test_a_house_that_sits_there_again_hears_of_it(josef, cell, street, seat, meeting):
    end(josef, seat)
    let_in(josef, cell, street.organisation, email=MAIL)

    assert to_tell(meeting, josef) == ["Zastávka"]


def test_another_seat_with_the_same_address_stays(josef, cell, seat, meeting):
    sitting = Sitting("member", "ngo", institution="Zastávka, z. s.", email=MAIL.upper())
    actions.seat(by=josef, id=new_id(), group=cell, sitting=sitting, at=NOW())

    end(josef, seat)

    assert to_tell(meeting, josef) == ["Zastávka"]


def test_who_is_put_on_the_list_by_hand_afterwards_is_invited(josef, seat, meeting):
    end(josef, seat)
    Seat.objects.filter(pk=seat.pk).update(since=NOW() - timedelta(days=9), until=NOW() - timedelta(days=1))
    other = Guest(name="Zastávka", email=MAIL)
    Invited.objects.filter(meeting=meeting).update(ended_at=NOW())

    people.invite(by=josef, meeting=meeting, guest=other)

    assert to_tell(meeting, josef) == ["Zastávka"]


def test_who_came_without_a_seat_stays(josef, seat, meeting):
    people.invite(by=josef, meeting=meeting, guest=Guest(name="Host", email="host@host.example"))

    end(josef, seat)

    assert to_tell(meeting, josef) == ["Host"]


def test_who_had_left_before_and_came_back_is_not_taken_for_one_invited_by_hand(josef, cell, street, seat):
    end(josef, seat)
    Seat.objects.filter(pk=seat.pk).update(since=NOW() - timedelta(days=9), until=NOW() - timedelta(days=5))
    again = let_in(josef, cell, street.organisation, email=MAIL)
    meeting = groups.met(josef, cell, 7)
    assert to_tell(meeting, josef) == ["Zastávka"]

    end(josef, again)

    assert to_tell(meeting, josef) == []


@postgres
def test_behind_the_fence_too(in_front, josef, cell, radek, street, seat):
    own = Sitting("member", "ngo", worker=member_of(radek))
    actions.name_own(by=radek, id=new_id(), service=street, group=cell, sitting=own, at=NOW())
    meeting = groups.met(josef, cell, 7)
    end(josef, seat)

    in_front(josef)

    assert to_tell(meeting, josef) == []
