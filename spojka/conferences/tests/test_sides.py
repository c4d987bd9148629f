"""A side of the case that is asked to a meeting hears of it on Today, and what it promised comes back there."""

from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.access.permissions import Kind
from spojka.access.tests.test_fence import fenced, in_front, postgres
from spojka.base.ids import new_id
from spojka.cases.models import Participant
from spojka.conferences import actions
from spojka.meetings import matters
from spojka.meetings import reading as of_meetings
from spojka.meetings.actions import minutes, people
from spojka.meetings.content import Guest, Words
from spojka.meetings.models import Invited
from spojka.network.models import Membership
from tests import make

__all__ = ["fenced", "in_front"]


@pytest.fixture
def theirs(let_in):
    """The house of Petra as a side of the case."""
    return let_in(Kind.COURSE)[0]


@pytest.fixture
def promised(ema, teren, call, party, theirs):
    """A meeting to which Petra's house is asked, and what it promised there."""
    row = call(people=[party, theirs])
    words = Words(line=new_id(), kind="task", text="Zařídit lůžko", who=str(theirs))
    about = {"by": ema, "service": teren, "meeting": row.meeting, "at": timezone.now()}
    minutes.write(**about, id=new_id(), words=words)
    return row


@pytest.fixture
def host(teren, case):
    """The coordinating service itself, as a side of the case."""
    return Participant.objects.get(case=case, grantee_id=teren.pk)


def waits(by):
    now = timezone.now()
    return (
        [one.pk for one in of_meetings.coming(by, now)],
        [one.row.said for one in matters.waiting(by, timezone.localdate(now))],
    )


def test_whoever_of_it_works_in_cases_hears_of_it(promised, petra, anna, cyril):
    assert waits(petra) == ([promised.meeting_id], ["Zařídit lůžko"])
    assert waits(anna) == waits(cyril) == ([], [])


def test_of_a_side_that_is_one_worker_that_worker_alone(promised, theirs, petra, jinde):
    other = make.member(make.the_service_of(petra), name="Petr Jinde", role="key_worker")
    assert waits(other) == waits(petra)
    Participant.objects.filter(pk=theirs.pk).update(worker=petra.id)
    assert waits(other) == ([], [])
    assert waits(petra) != ([], [])


def test_who_was_taken_off_or_left_hears_nothing(promised, theirs, petra):
    Participant.objects.filter(pk=theirs.pk).update(left_on=timezone.localdate() - timedelta(days=1))
    assert waits(petra) == ([], [])


def test_for_the_coordinating_service_its_coordinator_comes(ema, teren, call, host):
    colleague = make.member(teren, name="Kolega", role="key_worker")
    row = call(people=[host])

    assert [str(one.membership_id) for one in Invited.objects.filter(meeting=row.meeting)] == [ema.id]
    assert waits(ema)[0] == [row.meeting_id]
    assert waits(colleague) == ([], [])


def test_a_coordinator_who_is_on_the_list_stops_nobody(ema, call, host):
    row = call(people=[])
    people.invite(by=ema, meeting=row.meeting, guest=Guest(membership=Membership.objects.get(pk=ema.id)))
    actions.ask_to_come(by=ema, case_meeting=row, somebody=host)
    assert {one.called for one in Invited.objects.filter(meeting=row.meeting)} == {"Ema Klíčová", str(host)}


def test_a_house_without_a_named_worker_stands_on_the_list_once(call, theirs):
    row = call(people=[theirs])
    (one,) = Invited.objects.filter(meeting=row.meeting)
    assert str(one) == str(theirs)


def test_who_answered_the_minutes_is_not_named_either(ema, teren, call, party, babi, let_in, petra, browse):
    let_in(Kind.COURSE)
    meeting = call(people=[party, babi]).meeting
    about = {"by": ema, "service": teren, "meeting": meeting, "at": timezone.now()}
    minutes.write(**about, id=new_id(), words=Words(line=new_id(), kind="statement", text="Platí."))
    hers = Invited.objects.get(attendee__party=babi)
    minutes.reply(**about, id=new_id(), invited=hers, word="correct", text="Bylo to jinak.")

    at = f"meetings/{meeting.pk}/minutes/"
    assert "babička" in browse(ema).get(f"/podchod/{at}").content.decode()
    theirs = browse(petra).get(f"/{petra.organisation.slug}/{at}").content.decode()
    assert "Bylo to jinak." in theirs
    assert "babička" not in theirs


@postgres
def test_it_is_so_behind_the_fence(in_front, promised, petra, cyril):
    in_front(petra)
    assert waits(petra) == ([promised.meeting_id], ["Zařídit lůžko"])
    in_front(cyril)
    assert waits(cyril) == ([], [])
