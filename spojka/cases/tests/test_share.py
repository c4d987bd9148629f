"""A case is shared: exactly as far as the client agreed, party by party, kind by kind."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.permissions import Kind, Permission
from spojka.access.why import why
from spojka.base.ids import new_id
from spojka.cases import sharing, timeline, waiting
from spojka.cases.actions import courts, entries, file, people
from spojka.cases.actions.people import NotOpened
from spojka.cases.content import Who
from spojka.cases.holding import Shut
from spojka.cases.models import Case, Entry, Note, Participant, Party
from spojka.clients.actions import joining
from spojka.clients.models import Joining
from spojka.consents.actions import consents
from spojka.consents.content import Whom
from spojka.consents.tests.conftest import agreed
from spojka.walls import actions as walls
from spojka.walls.actions import KeptOut
from tests import make

from .conftest import an_hour_ago, opened

VIEW = Permission.CASE_VIEW


def seen(by, model=Entry):
    return set(model.objects.allowed(by, VIEW).values_list("pk", flat=True))


def test_nobody_else_sees_a_case_before_they_are_let_in(case, ema, petra, bara, cyril, give, rada, jinde):
    give(ema, rada, Whom(institution="Jinde", house=jinde), kinds=Kind.COURSE)

    assert ema.can(VIEW, case)
    assert not any(who.can(VIEW, case) for who in (petra, bara, cyril))


def test_a_guest_reads_the_kinds_that_were_agreed_and_no_other(let_in, ema, petra, write, case, party):
    course, personal = write(ema), write(ema, Kind.PERSONAL)
    let_in(Kind.COURSE)

    assert petra.can(VIEW, case)
    assert petra.can(VIEW, party)
    assert seen(petra) == {course.pk}
    assert seen(ema) == {course.pk, personal.pk}
    assert Entry.objects.all().listed(petra, VIEW).get() == course
    assert not petra.can(VIEW, personal)
    assert not why(personal, by=petra, to=VIEW)
    assert [one.kinds for one in why(course, by=petra, to=VIEW)] == [Kind.COURSE | Kind.WORK]


def test_what_a_guest_writes_the_coordinating_service_reads_and_the_guest_owns(let_in, ema, petra, write):
    let_in(Kind.COURSE)

    said = write(petra, Kind.PERSONAL)

    assert said.service_id in petra.services
    assert ema.can(VIEW, said)
    assert petra.can(VIEW, said)
    assert not ema.can(Permission.ENTRY_VOID, said)


def test_two_guests_read_each_other_as_far_as_each_was_let_in(let_in, ema, petra, write, case, party, rada, give):
    let_in(Kind.COURSE)
    third = make.organisation(hears_warnings=True)
    tom = make.member(make.service(organisation=third), role="key_worker")
    give(ema, rada, Whom(institution="Třetí", house=third), kinds=Kind.SITUATION)
    side = next(one for one in sharing.sides(case, timezone.now()) if one.grantee == third.pk)
    deed = {"by": ema, "id": new_id(), "case": case, "side": side, "parties": [party], "role": "school"}
    people.open_to(**deed, at=timezone.now())

    course, situation = write(petra), write(tom, Kind.SITUATION)

    assert seen(petra) == {course.pk}
    assert seen(tom) == {situation.pk}
    assert seen(ema) == {course.pk, situation.pk}


def test_it_ends_with_the_consent_at_once(let_in, ema, petra, write, case, party):
    _participant, consent = let_in(Kind.COURSE)
    said = write(ema)

    consents.withdraw(by=ema, consent=consent, how="řekla to", at=timezone.now())

    assert not petra.can(VIEW, case)
    assert not petra.can(VIEW, said)
    with pytest.raises(PermissionDenied):
        write(petra)
    assert sharing.taking_part(case, make.the_service_of(petra), timezone.now()) is None


def test_one_is_let_in_again_by_what_holds_now(let_in, petra, write, ema, case):
    personal = write(ema, Kind.PERSONAL)
    first, _consent = let_in(Kind.COURSE)

    again, _consent = let_in(Kind.PERSONAL)

    assert again == first
    assert personal.pk in seen(petra)


def test_a_ground_that_ended_meanwhile_lets_nobody_in(ema, case, party, rada, give, jinde):
    consent = give(ema, rada, Whom(institution="Jinde", house=jinde), kinds=Kind.COURSE)
    side = sharing.sides(case, timezone.now())[0]
    consents.withdraw(by=ema, consent=consent, how="řekla to", at=timezone.now())

    deed = {"by": ema, "id": new_id(), "case": case, "side": side, "parties": [party], "role": "ospod"}
    with pytest.raises(NotOpened):
        people.open_to(**deed, at=timezone.now())
    assert not Participant.objects.exclude(grantee_id=case.service_id).exists()


def test_of_another_party_they_know_nothing(let_in, ema, petra, write, case):
    let_in(Kind.COURSE)
    father = people.add_party(by=ema, id=new_id(), case=case, who=Who(role="family", name="otec"), at=timezone.now())

    said = write(ema, about=father)

    assert ema.can(VIEW, father)
    assert not petra.can(VIEW, father)
    assert not petra.can(VIEW, said)
    with pytest.raises(PermissionDenied):
        write(petra, about=father)


def test_a_private_note_never_leaves_its_service(let_in, ema, petra, case):
    let_in(Kind.COURSE | Kind.HISTORY | Kind.PERSONAL | Kind.SITUATION)
    now = timezone.now()
    deed = {"by": ema, "service": make.the_service_of(ema), "case": case, "about": None, "text": "Bojí se."}
    note = entries.note(**deed, id=new_id(), happened=now, at=now)

    assert not Note.objects.allowed(petra, Permission.NOTE_VIEW).exists()
    assert Note.objects.allowed(ema, Permission.NOTE_VIEW).get() == note
    lines, _last = timeline.page(case, petra, timeline.Wanted())
    assert "note" not in {line.source for line in lines}


def test_who_is_sent_away_sees_nothing_but_what_they_wrote(let_in, ema, petra, write, case):
    participant, _consent = let_in(Kind.COURSE)
    ours, theirs = write(ema), write(petra)

    people.end(by=ema, participant=participant, why="skončili", at=timezone.now())

    assert not petra.can(VIEW, case)
    assert seen(petra) == {theirs.pk}
    assert ema.can(VIEW, theirs)
    assert ema.can(VIEW, ours)


def test_a_wall_around_the_client_closes_the_party_too(case, party, rada, hana, ema, write, teren):
    tom = make.member(teren, role="key_worker", name="Tom Otcův")
    said = write(ema)
    membership = tom.user.memberships.get()
    kept = KeptOut(whom=membership, why="bratr otce")

    walls.put_up(by=hana, id=new_id(), client=rada, said=kept, at=timezone.now())

    tom = type(tom).member(membership)
    assert not tom.can(VIEW, party)
    assert not tom.can(VIEW, said)
    assert not tom.can(VIEW, case)  # its plan and its name tell of her alone
    assert ema.can(VIEW, party)

    people.add_party(by=ema, id=new_id(), case=case, who=Who(role="supporter", name="teta"), at=timezone.now())
    assert not type(tom).member(membership).can(VIEW, case)
    people.add_party(by=ema, id=new_id(), case=case, who=Who(role="client", name="otec"), at=timezone.now())

    tom = type(tom).member(membership)
    assert tom.can(VIEW, case)  # the case is about others, too
    assert not tom.can(VIEW, party)


def test_a_wall_that_stood_before_closes_a_case_that_is_opened_and_opens_it_at_its_end(rada, hana, ema, teren):
    tom = make.member(teren, role="key_worker", name="Tom Otcův")
    membership = tom.user.memberships.get()
    kept = KeptOut(whom=membership, why="x")
    wall = walls.put_up(by=hana, id=new_id(), client=rada, said=kept, at=an_hour_ago())

    case = opened(ema, rada)
    assert not type(tom).member(membership).can(VIEW, case)
    assert ema.can(VIEW, case)

    walls.take_down(by=hana, wall=wall, why="už ne", at=timezone.now())
    assert type(tom).member(membership).can(VIEW, case)


def test_a_wall_that_stood_before_closes_a_party_as_it_is_tied(case, hana, ema, teren):
    tom = make.member(teren, role="key_worker", name="Tom Otcův")
    membership, child = tom.user.memberships.get(), make.client(teren)
    walls.put_up(by=hana, id=new_id(), client=child, said=KeptOut(whom=membership, why="x"), at=timezone.now())
    added = people.add_party(by=ema, id=new_id(), case=case, who=Who(role="client", name="dítě"), at=timezone.now())

    people.tie(by=ema, client=child, party=added, at=timezone.now())

    assert not type(tom).member(membership).can(VIEW, added)
    assert ema.can(VIEW, added)


def test_the_coordination_is_handed_over_in_one_action(let_in, ema, petra, write, case, party):
    let_in(Kind.COURSE)
    ours = write(ema, Kind.PERSONAL)
    theirs = make.the_service_of(petra)

    file.hand_over(by=ema, case=case, to=theirs, words="Teď ho vede OSPOD.", at=timezone.now())

    row = Case.objects.get()
    assert (row.service, row.coordinator) == (theirs, None)
    assert Party.objects.get().service == theirs
    assert petra.can(Permission.CASE_CHANGE, row)
    assert not ema.can(Permission.CASE_CHANGE, row)
    assert ema.can(VIEW, row)
    assert ema.can(VIEW, party)
    assert not petra.can(VIEW, ours)  # the client agreed to one kind, whoever leads
    said = write(petra, Kind.SITUATION, about=Party.objects.get())
    assert ema.can(VIEW, said)
    (waits,) = waiting.due(petra, timezone.localdate())
    assert (waits.kind, waits.row.said) == ("nobody", "Teď ho vede OSPOD.")


def test_only_who_takes_part_can_take_over(ema, case, cyril):
    with pytest.raises(Shut):
        file.hand_over(by=ema, case=case, to=make.the_service_of(cyril), words="x", at=timezone.now())


def test_guests_of_a_closed_case_see_it_for_a_month(let_in, ema, petra, case):
    from spojka.cases.content import Ended

    let_in(Kind.COURSE)
    ended = Ended(ground="met", strong="x", weak="x", worked="x", advice="x")
    now = timezone.now()

    file.close(by=ema, case=case, ended=ended, at=now)

    assert sharing.opened(case, petra_house(petra), now + timedelta(days=29)).exists()
    assert not sharing.opened(case, petra_house(petra), now + timedelta(days=31)).exists()


def petra_house(petra):
    return petra.organisation.pk


def test_walls_go_along_when_the_client_of_a_party_is_merged(case, party, rada, hana, ema, teren):
    tom = make.member(teren, role="key_worker", name="Tom Otcův")
    membership, other = tom.user.memberships.get(), make.client(teren)
    walls.put_up(by=hana, id=new_id(), client=other, said=KeptOut(whom=membership, why="x"), at=timezone.now())
    told = {"reason": "táž osoba", "knows_sharing": True}

    joining.merge(by=ema, id=new_id(), client=other, other=rada, **told, at=timezone.now())

    assert not type(tom).member(membership).can(VIEW, party)
    assert ema.can(VIEW, party)

    joining.undo(by=ema, joining=Joining.objects.get(), reason="dva lidé", at=timezone.now())

    assert type(tom).member(membership).can(VIEW, party)


def test_where_a_child_goes_is_told_to_nobody_while_its_address_is_secret(ema, petra, case, teren, jinde, give, hana):
    child = agreed(make.client(teren))
    who = Who(role="client", name="Adam", is_child=True)
    party = people.add_party(by=ema, id=new_id(), case=case, who=who, at=an_hour_ago())
    people.tie(by=ema, client=child, party=party, at=an_hour_ago())
    give(ema, child, Whom(institution="Jinde", house=jinde), kinds=Kind.SITUATION, at=an_hour_ago())
    side = next(one for one in sharing.sides(case, timezone.now()) if one.grantee == jinde.pk)
    deed = {"by": ema, "id": new_id(), "case": case, "side": side, "parties": [party], "role": "ospod"}
    people.open_to(**deed, at=an_hour_ago())
    place = courts.plan(by=ema, id=new_id(), about=party, where="k babičce", on=timezone.localdate())
    assert petra.can(VIEW, place)

    walls.hide(by=hana, id=new_id(), client=child, why="otec hrozí", at=timezone.now())

    assert not petra.can(VIEW, place)
    assert petra.can(VIEW, party)
    assert ema.can(VIEW, place)
