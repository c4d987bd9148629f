"""What a grant opens, and what it never does."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.models import Basis, Grant
from spojka.access.permissions import Kind, Level, Permission
from spojka.access.roles import ROLES
from spojka.access.why import why
from spojka.base.days import start_of
from spojka.base.ids import new_id
from spojka.clients.models import Client
from spojka.encounters.models import Encounter
from tests import make

SEE, SEE_CONTACTS, RECORD = Permission.CLIENT_VIEW, Permission.ENCOUNTER_VIEW, Permission.ENCOUNTER_RECORD


@pytest.fixture
def client(teren):
    return make.client(teren)


def contact(service, **fields):
    return make.encounter(make.shift(service), **fields)


@pytest.mark.parametrize("whom", ["organisation", "service", "membership"])
def test_opens_to_a_house_a_service_or_one_member(cyril, client, teren, whom):
    colleague = make.member(make.the_service_of(cyril), name="Cyrilova kolegyně")
    grantee = {
        "organisation": cyril.organisation.pk,
        "service": make.the_service_of(cyril).pk,
        "membership": cyril.id,
    }[whom]
    make.grant(client, grantee, teren)

    assert cyril.can(SEE, client)
    assert colleague.can(SEE, client) is (whom != "membership")


def test_between_services_of_one_house_a_grant_is_needed_too(bara, kontakt, client, teren):
    assert not bara.can(SEE, client)
    make.grant(client, kontakt, teren)
    assert bara.can(SEE, client)


def test_opens_rows_of_its_holder_only(cyril, kontakt, client, teren):
    ours = contact(teren, client=client)
    theirs = contact(kontakt, client=client)  # another service met the same subject
    make.grant(client, cyril.organisation, teren)

    assert set(Encounter.objects.allowed(cyril, SEE_CONTACTS)) == {ours}
    assert not cyril.can(SEE_CONTACTS, theirs)


def test_participation_opens_the_rows_of_all_participants(anna, bara, cyril, client, teren, kontakt):
    rows = {contact(service, client=client) for service in (teren, kontakt, make.the_service_of(cyril))}
    for actor in (anna, bara, cyril):
        make.grant(client, make.the_service_of(actor), teren, basis=Basis.PARTICIPATION)

    for actor in (anna, bara, cyril):
        assert set(Encounter.objects.allowed(actor, SEE_CONTACTS)) == rows
    assert not make.member(make.service()).can(SEE_CONTACTS, next(iter(rows)))


def test_opens_only_the_kinds_it_names(cyril, client, teren):
    row = contact(teren, client=client)
    make.grant(client, cyril.organisation, teren, kinds=Kind.SITUATION)

    assert cyril.can(SEE, client)  # whoever may know anything sees of whom
    assert not cyril.can(SEE_CONTACTS, row)


@pytest.mark.parametrize(("level", "may"), [(Level.READ, False), (Level.CONTRIBUTE, True)])
def test_opens_only_up_to_its_level(cyril, client, teren, level, may):
    make.grant(client, cyril.organisation, teren, level=level)

    assert cyril.can(SEE, client)
    assert cyril.can(RECORD, client) is may


def test_a_grant_gives_nobody_a_right_that_the_role_lacks(client, teren):
    auditor = make.member(make.service(), role="auditor")
    make.grant(client, auditor.organisation, teren, level=Level.CONTRIBUTE)

    assert not auditor.can(SEE, client)


def test_is_not_passed_on(cyril, client, teren):
    """What the owner alone may do stays with the owner, and no grant can say otherwise."""
    row = contact(teren, client=client)
    make.grant(client, cyril.organisation, teren, level=Level.CONTRIBUTE)

    owners = [permission for permission in Permission if permission.level == Level.OWN]
    assert not any(cyril.can(permission, r) for permission in owners for r in (client, row))
    with pytest.raises(IntegrityError):
        Grant(
            holder=teren,
            subject_id=client.pk,
            grantee_id=new_id(),
            kinds=Kind.COURSE,
            level=Level.OWN,
            basis=Basis.DUTY,
            starts_at=make.NOON,
        ).save(force_insert=True)


def test_holds_from_its_start_to_its_end(cyril, client, teren):
    now = timezone.now()
    for starts_at, ends_at in [
        (make.NEXT_CENTURY, None),
        (make.LAST_CENTURY, make.LAST_CENTURY + timedelta(days=1)),
        (now - timedelta(days=2), now - timedelta(seconds=1)),
    ]:
        make.grant(client, cyril.organisation, teren, starts_at=starts_at, ends_at=ends_at)
    assert not cyril.can(SEE, client)

    make.grant(client, cyril.organisation, teren, ends_at=now + timedelta(hours=1))
    assert cyril.can(SEE, client)


def test_withdrawal_is_one_update_and_takes_effect_at_once(cyril, client, teren, django_assert_num_queries):
    for _ in range(3):
        make.grant(client, cyril.organisation, teren)
    assert cyril.can(SEE, client)

    with django_assert_num_queries(1):
        assert Grant.objects.filter(subject_id=client.pk).end(timezone.now()) == 3
    assert not cyril.can(SEE, client)  # the very same actor, not only the next one
    assert Grant.objects.count() == 3  # that it was shared stays known


def test_a_client_sees_their_own_record_by_their_sheet(client, teren):
    sheet = new_id()
    looker, other = Actor.client(sheet), make.client(teren)
    own, foreign = contact(teren, client=client), contact(teren, client=other)
    make.grant(client, sheet, teren, basis=Basis.OWN_LOOK)

    assert set(Client.objects.allowed(looker, SEE)) == {client}
    assert set(Encounter.objects.allowed(looker, SEE_CONTACTS)) == {own}
    assert not looker.can(SEE_CONTACTS, foreign)
    assert not looker.can(RECORD, client)
    assert [reason.basis for reason in why(client, by=looker, to=SEE)] == [Basis.OWN_LOOK]


def test_a_link_opens_what_it_was_made_for_while_it_holds(client, teren):
    link = new_id()
    make.grant(client, link, teren, ends_at=timezone.now() + timedelta(hours=1))

    assert Actor.link_holder(link).can(SEE, client)
    assert not Actor.link_holder(new_id()).can(SEE, client)
    assert not Actor.link_holder(link).can(SEE, make.client(teren))


def test_a_public_one_sees_nothing_even_with_a_grant(client, teren):
    receipt = new_id()
    make.grant(client, receipt, teren, level=Level.CONTRIBUTE)

    assert not any(Actor.public(receipt).can(permission, client) for permission in Permission)


def test_a_volunteer_and_a_timer_do_not_inherit_the_grants_of_their_service(teren, kontakt, client):
    make.grant(client, kontakt, teren, level=Level.CONTRIBUTE)
    make.grant(client, kontakt.organisation, teren, level=Level.CONTRIBUTE)
    volunteer = Actor.day_volunteer(new_id(), kontakt)
    timer = Actor.system("remind", kontakt, frozenset({SEE}))

    assert not volunteer.can(RECORD, client)
    assert not timer.can(SEE, client)
    assert timer.can(SEE, make.client(kontakt))


def test_reading_the_house_is_in_no_role(db):
    assert all(Permission.HOUSE_READ not in role for role in ROLES.values())


def test_reading_the_house_reads_only_and_stays_in_the_house(kontakt, client, cyril):
    head = make.member(kontakt, reads_house=True)
    elsewhere = make.client(make.the_service_of(cyril))

    assert head.can(SEE, client)
    assert not head.can(RECORD, client)
    assert not head.can(Permission.EVENT_CHANGE, make.event(client.service))
    assert not head.can(SEE, elsewhere)


def test_a_membership_narrowed_to_a_team_sees_that_team_and_what_is_of_no_team(teren):
    prague, brno = make.team(teren), make.team(teren)
    narrowed = make.member(teren, teams=[prague])
    mine, theirs, nobodys = (make.client(teren, team=team) for team in (prague, brno, None))

    assert set(Client.objects.allowed(narrowed, SEE)) == {mine, nobodys}
    assert not narrowed.can(SEE, theirs)
    assert make.member(teren).can(SEE, theirs)


def test_why_tells_the_ground_its_kinds_and_its_end(anna, bara, cyril, teren, kontakt, client):
    make.grant(client, cyril.organisation, teren, kinds=Kind.SITUATION | Kind.OTHER, basis=Basis.DANGER)
    make.grant(make.client(teren), cyril.organisation, teren, basis=Basis.DUTY)  # of someone else
    make.grant(client, cyril.organisation, kontakt, basis=Basis.DUTY)  # of another holder
    head = make.member(kontakt, reads_house=True)

    def told(actor):
        return [(r.ground, r.basis, r.kinds, r.until) for r in why(client, by=actor, to=SEE)]

    assert told(anna) == [("own", None, None, None)]
    assert told(bara) == []
    assert told(head) == [("house", None, None, None)]
    assert told(cyril) == [("grant", Basis.DANGER, Kind.SITUATION | Kind.OTHER, None)]
    assert "ohrožení života" in str(why(client, by=cyril, to=SEE)[0])


def test_why_says_the_last_day_and_not_the_one_on_which_it_is_over(cyril, teren, client):
    make.grant(client, cyril.organisation, teren, ends_at=start_of(date(2126, 3, 5)))

    assert "do 4.\N{NO-BREAK SPACE}3.\N{NO-BREAK SPACE}2126" in str(why(client, by=cyril, to=SEE)[0])
