"""Behind PostgreSQL's fence, too: strangers see nothing, guests take part in one meeting, links open one."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.permissions import Kind
from spojka.access.tests.test_fence import fenced, in_front, postgres
from spojka.base.ids import new_id
from spojka.links.doors import new_token
from spojka.meetings import beside, matters, reading
from spojka.meetings.actions import calendars, minutes, people
from spojka.meetings.models import (
    AgendaItem,
    Invited,
    MatterAnswer,
    Meeting,
    MeetingSeries,
    MinutesLine,
    SeriesMember,
)
from spojka.network.models import Membership
from tests import make

__all__ = ["fenced", "in_front"]
OWNED = (MeetingSeries, SeriesMember, Meeting, Invited, AgendaItem, MinutesLine, MatterAnswer)


@pytest.fixture
def whole():
    """The number of something that a package above knows, such as a case."""
    return new_id()


def take_part(whole, host, guest):
    """Let both sides read what either writes, as a case does."""
    for side in (host, make.the_service_of(guest)):
        make.grant(whole, side, host, basis="participation", level=2, kinds=Kind.WORK)


@pytest.fixture
def told(monkeypatch, whole):
    """A package above that says what meetings are held for: a test's double."""
    for name in ("FINDERS", "USUAL", "ADVISERS"):
        monkeypatch.setattr(beside, name, [])
    beside.register_about(lambda ids, by: {whole: beside.About("Případ 3/2026", "/x/")} if whole in ids else {})
    beside.register_advice(lambda meeting, people: ["Pozvěte rodinu."] if meeting.held_for == whole else [])
    return whole


@pytest.fixture
def petra(db):
    """Somebody of another house who takes part in what the meeting is held for."""
    service = make.service(organisation=make.organisation(slug="host"))
    return make.member(service, role="partner_professional", name="Petra Hostující")


def test_a_package_above_says_what_a_meeting_is_held_for(call, told, hana, browse):
    meeting = call(held_for=told)
    page = browse(hana).get(f"/podchod/meetings/{meeting.pk}/").content.decode()

    assert "Případ 3/2026" in page
    assert "Pozvěte rodinu." in page
    assert beside.about({call().held_for}, hana) == {}


def test_who_takes_part_writes_and_answers_and_holds_nothing(call, whole, write, petra, teren, anna, now):
    meeting, own = call(held_for=whole), call(title="Jen naše")
    take_part(whole, teren, petra)

    line = write(meeting, "Přijdeme v pátek", by=petra, service=make.the_service_of(petra), kind="task")
    said = {"meeting": meeting, "line": line.line, "outcome": "done", "text": "Přišli.", "at": now}
    minutes.answer_matter(by=petra, id=new_id(), service=make.the_service_of(petra), **said)

    assert [one.newest.said for one in reading.lines_of(meeting, anna)] == ["Přijdeme v pátek"]
    assert matters.answers_of(meeting, anna)
    with pytest.raises(PermissionDenied):
        minutes.lock(by=petra, meeting=meeting, at=now)
    with pytest.raises(PermissionDenied):
        write(own, "x", by=petra, service=make.the_service_of(petra))


@postgres
def test_strangers_see_nothing(in_front, start, call, invite, write, cyril, bara):
    meeting = call(series=start())
    invite(meeting)
    write(meeting, "x")

    for who in (cyril, bara):
        in_front(who)
        for model in OWNED:
            assert not model.objects.exists(), model


@postgres
def test_a_guest_behind_the_fence_writes_into_one_meeting(in_front, call, whole, write, petra, teren, anna, now):
    meeting, own = call(held_for=whole), call()
    first = write(meeting, "Okno")
    take_part(whole, teren, petra)
    in_front(petra)

    write(meeting, "Okno a dveře", by=petra, service=make.the_service_of(petra), line=first.line, replaces=1)

    assert [one.newest.said for one in reading.lines_of(meeting, petra)] == ["Okno a dveře"]
    assert set(Meeting.objects.all()) == {meeting}
    assert Meeting.objects.filter(pk=meeting.pk).update(locked_at=now) == 0
    assert own not in Meeting.objects.all()
    in_front(anna)
    assert [one.newest.said for one in reading.lines_of(meeting, anna)] == ["Okno a dveře"]


@postgres
def test_by_links_one_answers_writes_oneself_down_and_reads_a_calendar(
    in_front, call, invite, write, hana, teren, browse, now
):
    meeting = call()
    person = invite(meeting)
    invite(meeting, hana)
    write(meeting, "Okno opravíme")
    tokens = [new_token() for _ in range(4)]
    people.send(by=hana, meeting=meeting, tokens={person.pk: tokens[0]}, at=now)
    minutes.send_minutes(by=hana, meeting=meeting, tokens={person.pk: tokens[1]}, at=now)
    people.open_door(by=hana, meeting=meeting, token=tokens[2], at=now)
    me = Membership.objects.get(pk=hana.id)
    calendars.make(by=hana, whose=me, service=teren, token=tokens[3], at=timezone.now())
    in_front(None)

    assert browse().post(f"/meeting/answer/{tokens[0]}/", {"answer": "yes"}).status_code == 200
    assert "Okno opravíme" in browse().get(f"/meeting/minutes/{tokens[1]}/").content.decode()
    said = {"id": new_id(), "name": "Nový Host"}
    assert browse().post(f"/meeting/here/{tokens[2]}/", said).status_code == 200
    assert str(meeting.pk) in browse().get(f"/calendar/{tokens[3]}.ics").content.decode()
    in_front(hana)
    assert {one.answer for one in Invited.objects.all()} == {"yes", ""}
    assert Invited.objects.filter(is_walk_in=True).count() == 1
