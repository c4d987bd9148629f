"""A guest answers an invitation on their own page: for themselves, or for the side of the case they work for."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.permissions import Kind, Permission
from spojka.access.tests.test_fence import fenced, in_front, postgres
from spojka.audit.models import Entry
from spojka.base.ids import new_id
from spojka.cases.tests.conftest import an_hour_ago
from spojka.meetings.actions import people
from spojka.meetings.content import Reply
from spojka.meetings.models import Invited, MinutesReply
from tests import make

__all__ = ["fenced", "in_front"]
YES = Reply(answer="yes", substitute="", note="Přijdu o chvíli později.")


@pytest.fixture
def meeting(call, party, let_in):
    """A meeting of the case to which Petra's house is asked."""
    return call(people=[party, let_in(Kind.COURSE)[0]]).meeting


@pytest.fixture
def asked(meeting):
    """How Petra's house is asked."""
    return Invited.objects.get(meeting=meeting, name__gt="", pk__in=_sides(meeting))


def _sides(meeting):
    return meeting.people.filter(attendee__participant__house__isnull=False).values("pk")


def answers(meeting):
    return sorted(meeting.people.exclude(answer="").values_list("answer", flat=True))


def test_whoever_works_in_the_case_for_the_house_answers_for_it(meeting, asked, petra, hana, browse):
    page = f"/jinde/meetings/{meeting.pk}/"
    assert f"/jinde/meeting-people/{asked.pk}/answer/" in browse(petra).get(page).content.decode()

    answer = browse(petra).post(f"/jinde/meeting-people/{asked.pk}/answer/", {"answer": "yes", "note": "Přijdu."})

    assert answer.url == f"{page}#people"
    asked.refresh_from_db()
    assert (asked.answer, asked.said) == ("yes", "Přijdu.")
    done = Entry.objects.filter(verb=Permission.MEETING_ANSWER_AS_GUEST).get()
    assert done.actor_id == petra.id


def test_an_answer_without_a_word_comes_back(meeting, asked, petra, browse):
    answer = browse(petra).post(f"/jinde/meeting-people/{asked.pk}/answer/", {"answer": "substitute"})

    assert answer.status_code == 422
    assert answers(meeting) == []


def test_nobody_answers_for_others(meeting, asked, petra, anna, cyril, browse):
    others = meeting.people.exclude(pk=asked.pk)
    for one in others:
        assert browse(petra).post(f"/jinde/meeting-people/{one.pk}/answer/", {"answer": "no"}).status_code == 404
        with pytest.raises(PermissionDenied):
            people.answer_as_guest(by=petra, person=one, reply=YES, at=timezone.now())
    elsewhere = make.member(make.service(organisation=make.organisation(slug="dal")), role="key_worker")
    for who, house in ((cyril, "jinde"), (elsewhere, "dal")):
        assert browse(who).post(f"/{house}/meeting-people/{asked.pk}/answer/", {"answer": "no"}).status_code == 404
        with pytest.raises(PermissionDenied):
            people.answer_as_guest(by=who, person=asked, reply=YES, at=timezone.now())
    assert others.exists()
    assert answers(meeting) == []


def test_a_guest_who_was_asked_by_name_answers_for_themselves(meeting, ema, petra, browse):
    membership = petra.user.memberships.get()
    own = Invited(**meeting.ownership, meeting=meeting, membership=membership, added_by=ema.id).add()

    browse(petra).post(f"/jinde/meeting-people/{own.pk}/answer/", {"answer": "maybe"})

    assert answers(meeting) == ["maybe"]


def test_who_holds_it_writes_down_what_others_answered(meeting, asked, ema, browse):
    browse(ema).post(f"/podchod/meeting-people/{asked.pk}/answer/", {"answer": "no"})

    assert answers(meeting) == ["no"]


@postgres
def test_in_front_of_the_fence_too(in_front, meeting, asked, petra):
    in_front(petra)

    people.answer_as_guest(by=petra, person=Invited.objects.get(pk=asked.pk), reply=YES, at=an_hour_ago())

    assert Invited.objects.get(pk=asked.pk).answer == "yes"
    assert make.the_service_of(petra).pk != asked.service_id


def test_what_a_guest_says_of_the_minutes_is_said_by_the_side_that_was_asked(meeting, asked, petra, browse):
    said = {"id": new_id(), "word": "confirm", "text": ""}

    browse(petra).post(f"/jinde/meetings/{meeting.pk}/minutes/reply/", said)

    assert MinutesReply.objects.get().invited == asked
