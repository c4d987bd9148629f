"""Behind the database's own fence: who sits in a group reads and writes it, strangers find nothing; PostgreSQL."""

from datetime import timedelta

from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.tests.test_fence import fenced, in_front, postgres
from spojka.base.ids import new_id
from spojka.groups.actions import groups as actions
from spojka.groups.actions import themes
from spojka.groups.content import Sitting
from spojka.groups.models import Group, PublicMinutes, PublicPage, Seat, Theme
from spojka.meetings.models import Meeting, MinutesLine
from tests import groups

from .test_publish import published
from .test_sit import let_in, member_of

__all__ = ["fenced", "in_front"]


@postgres
def test_who_sits_there_reads_it_and_nobody_else(fenced, josef, cell, radek, street, stranger):
    seat = let_in(josef, cell, street.organisation)
    meeting = groups.met(josef, cell)
    (line,) = groups.said(josef, meeting, ("item", "Park", {}))
    for who in (josef, radek):
        assert fenced.sees(Group, who) == {cell.pk}
        assert fenced.sees(Seat, who) == {seat.pk}
        assert fenced.sees(Meeting, who) == {meeting.pk}
        assert fenced.sees(MinutesLine, who) == {line.pk}
    for model in (Group, Seat, Meeting, MinutesLine):
        assert fenced.sees(model, stranger) == set()
    before = timezone.now() - timedelta(seconds=30)  # the fence asks the database's clock, which stands in a test
    actions.end_seat(by=josef, seat=seat, why="", at=before)
    assert fenced.sees(Group, radek) == set()


@postgres
def test_a_sensitive_seat_is_seen_by_the_supporting_service_alone(fenced, josef, police, stranger):
    group = groups.founded(josef, police, kind="peer", is_sensitive=True)
    sitting = Sitting("member", "experience", person="Šípek")
    one = actions.seat(by=josef, id=new_id(), group=group, sitting=sitting, at=timezone.now())

    assert fenced.sees(Seat, josef) == {one.pk}
    assert fenced.sees(Seat, stranger) == set()


@postgres
def test_anybody_sees_the_public_copy_and_nothing_else(fenced, josef, police):
    cell = groups.founded(josef, police, is_public=True)
    one = published(josef, cell, groups.met(josef, cell, -2))
    anybody = Actor.anybody()

    assert fenced.sees(PublicMinutes, anybody) == {one.pk}
    assert fenced.sees(PublicPage, anybody) == {one.page_id}
    for model in (Group, Seat, Meeting):
        assert fenced.sees(model, anybody) == set()


@postgres
def test_a_guest_writes_in_front_of_it(in_front, josef, cell, radek, street):
    let_in(josef, cell, street.organisation)
    meeting = groups.met(josef, cell)
    in_front(radek)
    own = Sitting("member", "ngo", worker=member_of(radek))
    actions.name_own(by=radek, id=new_id(), service=street, group=cell, sitting=own, at=timezone.now())
    said = {"code": "", "words": "Stříkačky", "material": ""}
    theme = themes.propose(by=radek, id=new_id(), service=street, group=cell, **said)
    themes.vote(by=radek, id=new_id(), service=street, theme=theme, hands=1)
    groups.said(radek, meeting, ("question", "Kdo?", {}), service=street)

    assert Theme.objects.count() == MinutesLine.objects.count() == 1


@postgres
def test_the_host_founds_publishes_and_ends_in_front_of_it(in_front, josef, police, street):
    in_front(josef)
    cell = groups.founded(josef, police, is_public=True)
    seat = let_in(josef, cell, street.organisation)
    published(josef, cell, groups.met(josef, cell, -2))
    actions.end_seat(by=josef, seat=seat, why="", at=timezone.now())
    actions.end(by=josef, group=cell, why="x", on=timezone.localdate())

    assert Group.objects.get(pk=cell.pk).ended_on
