"""Who sits in a group sees it, exactly as long as they sit there."""

from datetime import time, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.doors import rows
from spojka.access.permissions import Permission as P
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.groups import reading, telling
from spojka.groups.actions import groups as actions
from spojka.groups.content import About, Sitting
from spojka.groups.models import Group
from spojka.meetings import matters
from spojka.meetings.actions import people, series
from spojka.meetings.content import Rule
from spojka.meetings.models import Meeting, MinutesLine
from spojka.network.models import Membership
from tests import groups, make

NOW = timezone.now


def let_in(josef, cell, house, **more):
    sitting = Sitting("member", "ngo", house=house, **more)
    return actions.seat(by=josef, id=new_id(), group=cell, sitting=sitting, at=NOW() - timedelta(minutes=1))


def sees(actor, group):
    return rows(Group, by=actor, to=P.WORKING_GROUP_VIEW).filter(pk=group.pk).exists()


def member_of(actor):
    return Membership.objects.get(pk=actor.id)


def test_a_house_sees_the_group_while_it_sits_there(josef, cell, radek, street, stranger):
    assert not sees(radek, cell)

    seat = let_in(josef, cell, street.organisation)

    assert sees(radek, cell)
    assert not sees(stranger, cell)
    actions.end_seat(by=josef, seat=seat, why="Už nechodí.", at=NOW())
    assert not sees(radek, cell)


def test_a_house_with_two_seats_sees_it_until_both_end(josef, cell, radek, street):
    one, two = let_in(josef, cell, street.organisation), let_in(josef, cell, street.organisation, theme="Stříkačky")

    actions.end_seat(by=josef, seat=one, why="", at=NOW())
    assert sees(radek, cell)
    actions.end_seat(by=josef, seat=two, why="", at=NOW())
    assert not sees(radek, cell)


def test_whom_a_house_named_sits_there_no_longer_than_the_house(josef, cell, radek, street):
    seat = let_in(josef, cell, street.organisation)
    own = Sitting("member", "ngo", worker=member_of(radek))
    actions.name_own(by=radek, id=new_id(), service=street, group=cell, sitting=own, at=NOW())
    assert [one.called for one in groups.met(josef, cell, 7).people.all()] == ["Radek Soumrak"]

    actions.end_seat(by=josef, seat=seat, why="", at=NOW())

    assert reading.seats_of(cell, josef, timezone.localdate()) == []
    assert not groups.met(josef, cell, 8).people.exists()


def test_who_works_there_no_more_is_invited_no_more(josef, cell, police):
    left = make.member(police, name="Odešel Dávno", role="partner_professional")
    actions.seat(
        by=josef, id=new_id(), group=cell, sitting=Sitting("member", "police", worker=member_of(left)), at=NOW()
    )
    assert groups.met(josef, cell, 7).people.count() == 1

    Membership.objects.filter(pk=left.id).update(ended_at=NOW())

    assert not groups.met(josef, cell, 8).people.exists()


def test_a_seat_that_ended_before_it_began_is_held_by_nobody(josef, cell):
    later = timezone.localdate() + timedelta(days=30)
    sitting = Sitting("member", "ngo", person="Jana Tabulová", since=later)
    seat = actions.seat(by=josef, id=new_id(), group=cell, sitting=sitting, at=NOW())
    assert reading.seats_of(cell, josef, timezone.localdate()) == [seat]

    actions.end_seat(by=josef, seat=seat, why="Omyl", at=NOW())

    assert reading.seats_of(cell, josef, timezone.localdate()) == []
    assert not groups.met(josef, cell, 7).people.exists()


def test_a_seat_is_of_a_house_or_of_a_colleague(josef, cell, street):
    """One of both would open the group to the house and never close it again."""
    with pytest.raises(Refusal, match="buď organizaci, nebo kolegu"):
        let_in(josef, cell, street.organisation, worker=member_of(josef))


def test_a_member_reads_and_writes_the_minutes_and_names_its_own_people(josef, cell, radek, street):
    let_in(josef, cell, street.organisation)
    sitting = Sitting("member", "ngo", worker=member_of(radek))
    named = actions.name_own(by=radek, id=new_id(), service=street, group=cell, sitting=sitting, at=NOW())

    meeting = groups.met(josef, cell)
    written = groups.said(radek, meeting, ("question", "Kdo uklidí stříkačky?", {}), service=street)

    assert named.service_id == street.pk
    assert str(named.worker) in {one.called for one in meeting.people.all()}  # invited by the account
    assert written[0].pk in rows(MinutesLine, by=josef, to=P.MEETING_VIEW).values_list("pk", flat=True)
    assert [one.row.pk for one in matters.of(cell.pk, josef)] == [written[0].pk]
    assert [one.row.pk for one in matters.of(cell.pk, radek)] == [written[0].pk]


def test_a_task_given_to_somebody_of_another_house_waits_on_their_today(josef, cell, radek, street):
    let_in(josef, cell, street.organisation)
    sitting = Sitting("member", "ngo", worker=member_of(radek))
    actions.name_own(by=radek, id=new_id(), service=street, group=cell, sitting=sitting, at=NOW())
    meeting = groups.met(josef, cell)

    groups.said(josef, meeting, ("task", "Projít park", {"who": "Radek Soumrak"}))

    assert [one.row.said for one in matters.waiting(radek, timezone.localdate())] == ["Projít park"]


def test_a_guest_is_led_to_no_deed_that_is_the_host_s(josef, police, cell, radek, street, browse):
    let_in(josef, cell, street.organisation)
    sitting = Sitting("member", "ngo", worker=member_of(radek))
    actions.name_own(by=radek, id=new_id(), service=street, group=cell, sitting=sitting, at=NOW())
    rule = Rule("free", timezone.localdate(), time(13), 90)
    about = {"service": police, "kind": "meeting", "title": "Buňka", "place": "", "rule": rule}
    needs = {"held_for": cell.pk, "needs": P.WORKING_GROUP_VIEW}
    of = series.start(by=josef, id=new_id(), **about, **needs)
    meeting = groups.met(josef, cell, days=3, series=of)

    (mine,) = meeting.people.all()
    page = browse(radek).get(f"/zastavka/meetings/{meeting.pk}/").content.decode()
    assert f"/zastavka/meeting-people/{mine.pk}/answer/" in page  # for oneself, and nothing else
    assert not any(f"/{mine.pk}/{deed}/" in page for deed in ("mark", "off"))
    browse(radek).post(f"/zastavka/meeting-people/{mine.pk}/answer/", {"answer": "no"})
    assert meeting.people.get().answer == "no"
    for actor, is_there in ((josef, True), (radek, False)):
        house = actor.organisation.slug
        shown = browse(actor).get(f"/{house}/meeting-series/{of.pk}/").content.decode()
        assert (f"/{of.pk}/calendar/" in shown) is is_there


def test_nobody_names_people_of_another_house_nor_into_a_group_they_are_not_in(josef, cell, radek, street, stranger):
    sitting = Sitting("member", "ngo", worker=member_of(radek))
    with pytest.raises(PermissionDenied):
        actions.name_own(by=radek, id=new_id(), service=street, group=cell, sitting=sitting, at=NOW())

    let_in(josef, cell, street.organisation)
    other = Sitting("member", "ngo", worker=member_of(stranger))
    with pytest.raises(Refusal, match="tu teď nepracuje"):
        actions.name_own(by=radek, id=new_id(), service=street, group=cell, sitting=other, at=NOW())


def test_sensitive_membership_lets_no_other_house_in_and_shows_nobody(josef, police, radek, street):
    group = groups.founded(josef, police, name="Poradní skupina", kind="peer", is_sensitive=True)

    with pytest.raises(Refusal, match="jiným organizacím neukazujeme"):
        let_in(josef, group, street.organisation)
    named = Sitting("member", "experience", person="Šípek")
    actions.seat(by=josef, id=new_id(), group=group, sitting=named, at=NOW())

    assert [one.called for one in reading.seats_of(group, josef, timezone.localdate())] == ["Šípek"]
    assert not sees(radek, group)


def test_a_group_with_other_houses_cannot_become_sensitive(josef, cell, street):
    let_in(josef, cell, street.organisation)
    about = About(name="Buňka", kind="cell", purpose="Klid", is_sensitive=True)

    with pytest.raises(Refusal, match="ukončete jejich členství"):
        actions.change(by=josef, group=cell, about=about, at=NOW())


@pytest.mark.parametrize(
    ("sitting", "words"),
    [
        (Sitting("member", "ngo"), "napište, kdo to je"),
        (Sitting("member", "ngo", house="own"), "přidávat nemusí"),
    ],
)
def test_a_seat_needs_somebody(josef, cell, police, sitting, words):
    if sitting.house:
        sitting = Sitting("member", "ngo", house=police.organisation)
    with pytest.raises(Refusal, match=words):
        actions.seat(by=josef, id=new_id(), group=cell, sitting=sitting, at=NOW())


def test_nobody_is_seated_in_an_ended_group_or_twice(josef, cell):
    sitting = Sitting("leads", "police", worker=member_of(josef))
    actions.seat(by=josef, id=new_id(), group=cell, sitting=sitting, at=NOW())
    with pytest.raises(Refusal, match="už je"):
        actions.seat(by=josef, id=new_id(), group=cell, sitting=sitting, at=NOW())

    actions.end(by=josef, group=cell, why="Splněno", on=timezone.localdate())
    with pytest.raises(Refusal, match="skončila"):
        actions.seat(by=josef, id=new_id(), group=cell, sitting=Sitting("member", "ngo", person="Jana"), at=NOW())


def test_who_sits_there_is_invited_but_no_guest_for_one_theme_and_no_house_that_named_somebody(
    josef, cell, radek, street
):
    let_in(josef, cell, street.organisation)
    seat = {"by": josef, "group": cell, "at": NOW()}
    for sitting in (
        Sitting("leads", "police", worker=member_of(josef)),
        Sitting("guest", "school", person="Jana Tabulová", theme="Záškoláctví"),
        Sitting("member", "school", person="Petr Lavice", institution="ZŠ Mostní", email="petr@skola.invalid"),
        Sitting("member", "municipal_police", institution="Městská policie"),
    ):
        actions.seat(**seat, id=new_id(), sitting=sitting)
    own = Sitting("member", "ngo", worker=member_of(radek))
    actions.name_own(by=radek, id=new_id(), service=street, group=cell, sitting=own, at=NOW())

    meeting = groups.met(josef, cell, 7)

    assert sorted(one.called for one in meeting.people.all()) == [
        "Josef Obchůzka", "Městská policie", "Petr Lavice", "Radek Soumrak",
    ]  # fmt: skip
    assert meeting.people.get(membership=None, house__gt="").address == "petr@skola.invalid"


def test_composition_counts_each_house_once_and_no_substitute(josef, cell, radek, street):
    let_in(josef, cell, street.organisation)
    head = actions.seat(
        by=josef, id=new_id(), group=cell, sitting=Sitting("leads", "police", worker=member_of(josef)), at=NOW()
    )
    stands_in = Sitting("member", "police", person="Karel", stands_for=head)
    actions.seat(by=josef, id=new_id(), group=cell, sitting=stands_in, at=NOW())
    names = {"group_side": {"police": "Policie", "ngo": "Nezisk"}}

    shares = reading.composition(reading.seats_of(cell, josef, timezone.localdate()), names)

    assert {one.name: (one.seats, one.votes) for one in shares} == {"Policie": (1, 1), "Nezisk": (1, 1)}


def test_a_member_and_who_stands_in_for_them_are_one_vote(josef, police):
    cell = groups.founded(josef, police, quorum=2)
    jana = actions.seat(
        by=josef, id=new_id(), group=cell, sitting=Sitting("member", "school", person="Jana"), at=NOW()
    )
    for person, stands_for in (("Petr", jana), ("Olga", None)):
        sitting = Sitting("member", "school", person=person, stands_for=stands_for)
        actions.seat(by=josef, id=new_id(), group=cell, sitting=sitting, at=NOW())
    meeting = groups.met(josef, cell)
    came = {one.called: one for one in meeting.people.all()}

    def quorum(who):
        people.mark(by=josef, person=came[who], presence="came")
        return next(one.text for one in telling.facts(meeting, josef) if one.label == "Kvórum").split(":")[0]

    assert [quorum("Petr"), quorum("Jana"), quorum("Olga")] == ["1 / 2", "1 / 2", "2 / 2"]


def test_a_field_worker_of_the_house_sees_no_meeting_of_a_group_that_is_not_theirs(josef, cell, police):
    """A meeting of a group asks for the permission of groups, too: an auditor or volunteer has none."""
    meeting = groups.met(josef, cell)
    volunteer = make.member(police, name="Viki", role="volunteer_on_duty")

    assert not rows(Meeting, by=volunteer, to=P.MEETING_VIEW).filter(pk=meeting.pk).exists()


def test_an_ended_group_can_go_on(josef, cell):
    day = timezone.localdate() + timedelta(days=1)
    actions.end(by=josef, group=cell, why="Pauza", on=day)
    assert not Group.objects.get(pk=cell.pk).is_over(timezone.localdate())

    assert actions.resume(by=josef, group=cell).ended_on is None
