"""A wall: what it closes and to whom, that it ends, that somebody stays inside."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.bars import paths
from spojka.access.models import Bar, Basis
from spojka.access.permissions import Kind, Permission
from spojka.access.whereabouts import hidden
from spojka.access.why import why
from spojka.base.ids import new_id
from spojka.clients.actions import joining
from spojka.clients.meeting import KeptApart, met
from spojka.clients.models import Client, Relation
from spojka.encounters.models import Encounter
from spojka.network.models import Membership
from spojka.walls import actions
from spojka.walls.actions import Unkept
from spojka.walls.models import Wall
from tests import make

SEE, CONTACTS = Permission.CLIENT_VIEW, Permission.ENCOUNTER_VIEW


@pytest.fixture
def contact(teren, victim):
    return make.encounter(make.shift(teren), client=victim)


def sees(who, row, to=SEE):
    """Say whether `who` sees a row; asked in every way there is, which must agree."""
    rows = type(row).objects
    ways = {
        who.can(to, row),
        rows.allowed(who, to).filter(pk=row.pk).exists(),
        rows.all().listed(who, to).filter(pk=row.pk).exists(),
        rows.all().nearest(who, to, row.pk) is not None,
        bool(why(row, by=who, to=to)),
    }
    (said,) = ways
    return said


def test_a_colleague_sees_nothing_of_the_client_and_all_of_others(anna, hana, teren, victim, contact, wall, again):
    other = make.encounter(contact.shift, client=make.client(teren))

    wall(anna)

    kept_out = again(anna)
    assert not sees(kept_out, victim)
    assert not sees(kept_out, contact, CONTACTS)
    assert sees(kept_out, other, CONTACTS)
    assert sees(kept_out, other.client)
    assert sees(kept_out, make.encounter(contact.shift), CONTACTS)  # of nobody known
    assert sees(again(hana), victim)


def test_of_others_at_hand_nothing_is_asked(anna, teren, wall, again, django_assert_num_queries):
    wall(anna)
    kept_out, other = again(anna), make.client(teren)

    with django_assert_num_queries(0):
        assert kept_out.can(SEE, other)


def test_a_service_is_kept_apart_with_all_who_act_for_it(
    hana, bara, gita, kontakt, teren, victim, contact, wall, again
):
    make.grant(victim, kontakt, teren)
    reader = make.member(kontakt, reads_house=True)
    assert sees(bara, victim)
    assert sees(reader, contact, CONTACTS)

    wall(kontakt)

    for who in (again(bara), again(reader), again(gita), Actor.day_volunteer(new_id(), kontakt)):
        assert not who.can(SEE, victim)
    assert not sees(again(reader), contact, CONTACTS)
    assert sees(again(hana), victim)


@pytest.mark.parametrize("basis", [Basis.CONSENT, Basis.DUTY, Basis.DANGER, Basis.PARTICIPATION])
def test_no_ground_leads_around_it(anna, teren, victim, contact, wall, again, basis):
    make.grant(victim, anna.id, teren, basis=basis)

    wall(anna)

    assert not sees(again(anna), victim)
    assert not sees(again(anna), contact, CONTACTS)


def test_it_holds_at_a_shared_tablet(anna, teren, victim, contact, wall):
    wall(anna)

    member = Membership.objects.select_related("organisation", "user").get(pk=anna.id)
    assert not Actor.at_tablet(member, teren, new_id()).can(CONTACTS, contact)


def test_what_names_the_client_elsewhere_is_closed_too(anna, teren, victim, wall, again):
    other = make.client(teren)
    said = Relation(**teren.ownership, client=other, other=victim, kind="partner", recorded_by="anna").add()

    wall(anna)

    assert not again(anna).can(SEE, said)
    assert again(anna).can(SEE, other)


def test_the_own_look_of_the_client_is_not_touched(anna, teren, victim, contact, wall):
    link = new_id()
    make.grant(victim, link, teren, basis=Basis.OWN_LOOK, kinds=Kind.ANYTHING | Kind.LEDGER)

    wall(anna)

    assert Actor.client(link).can(CONTACTS, contact)


def test_who_meets_the_client_is_told_that_a_colleague_writes_it_down(anna, teren, victim, wall, again):
    wall(anna)

    with pytest.raises(KeptApart):
        met(by=again(anna), service=teren, code="EVA 85 N")
    assert Client.objects.filter(service=teren).count() == 1


def test_it_falls_by_itself_after_its_last_day(anna, victim, wall, again):
    today = timezone.localdate()
    wall(anna, ends_on=today)
    assert not sees(again(anna), victim)

    Bar.objects.update(ends_at=timezone.now() - timedelta(seconds=1))

    assert sees(again(anna), victim)


def test_taken_down_it_closes_nothing(anna, hana, victim, wall, again):
    row = wall(anna)
    done = actions.take_down(by=hana, wall=row, why="Klient s ním už nepracuje.", at=timezone.now())
    twice = actions.take_down(by=hana, wall=row, why="znovu", at=timezone.now())

    assert twice.ended_why == done.ended_why
    assert sees(again(anna), victim)


def test_it_goes_along_with_a_merged_client_and_back(anna, hana, teren, victim, wall, again):
    kept = make.client(teren)
    row = wall(anna)

    told = {"client": kept, "other": victim, "reason": "táž", "at": timezone.now(), "knows_sharing": True}
    merged = joining.merge(by=hana, id=new_id(), **told)
    assert not sees(again(anna), kept)
    assert not sees(again(anna), victim)

    joining.undo(by=hana, joining=merged, reason="omyl", at=timezone.now())
    assert sees(again(anna), kept)
    assert not sees(again(anna), victim)
    row.refresh_from_db()
    assert row.client == victim


def test_somebody_who_heads_the_service_stays_inside(anna, hana, teren, victim, wall):
    with pytest.raises(Unkept, match="vedoucí"):
        wall(hana)
    boss = make.member(teren, role="service_head")
    wall(hana, by=boss)
    with pytest.raises(Unkept):
        wall(boss, by=boss)
    assert Wall.objects.count() == Bar.objects.count() == 1


def test_walls_are_within_the_house(cyril, teren, victim, wall):
    for whom in (cyril, make.the_service_of(cyril), teren):
        with pytest.raises(Unkept):
            wall(whom)


def test_heads_alone_put_them_up_and_know_of_them(anna, bara, gita, hana, cyril, kontakt, wall, again):
    row = wall(kontakt)
    for who in (anna, bara, gita, cyril):
        with pytest.raises(PermissionDenied):
            wall(kontakt, by=who)
        with pytest.raises(PermissionDenied):
            actions.take_down(by=who, wall=row, why="x", at=timezone.now())
        assert not who.can(Permission.WALL_VIEW, row)
    assert hana.can(Permission.WALL_VIEW, row)


def test_every_model_that_leads_to_a_client_is_closed():
    """By whatever column: what names a client is closed, also where a grant would name something else."""
    for model in apps.get_models():
        columns = [one.attname for one in model._meta.concrete_fields if one.related_model is Client]
        if hasattr(model, "tells"):
            assert set(columns) <= set(paths(model)), model
    assert "encounter__client_id" in paths(apps.get_model("encounters.Handout"))
    assert "inquiry__client_id" in paths(apps.get_model("inquiries.InquiryAnswer"))
    assert paths(apps.get_model("places.Place")) == ()
    assert Encounter.objects.none().count() == 0


def test_who_was_split_off_has_no_wall_and_no_secret_address(anna, hana, teren, victim, contact, wall, again):
    """They are another person: whoever has to keep somebody apart from them puts up another one."""
    kept = make.encounter(contact.shift, client=victim)
    wall(anna)
    actions.hide(by=hana, id=new_id(), client=victim, why="x", at=timezone.now() - timedelta(seconds=1))

    chosen = [("encounters.Encounter", "client", contact.pk)]
    about = {"client": victim, "rows": chosen, "reason": "jsou dva", "at": timezone.now()}
    made = joining.split(by=hana, id=new_id(), **about)

    contact.refresh_from_db()
    assert contact.client == made.target
    assert sees(again(anna), made.target)
    assert sees(again(anna), contact, CONTACTS)
    assert hidden([made.target_id, victim.pk]) == {victim.pk}
    assert not sees(again(anna), kept, CONTACTS)
    joining.undo(by=hana, joining=made, reason="omyl", at=timezone.now())
    contact.refresh_from_db()
    assert not sees(again(anna), contact, CONTACTS)
