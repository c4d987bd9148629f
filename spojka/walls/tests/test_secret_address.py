"""A secret address: what tells where the client can be met, to whom, and that it ends."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.models import Basis, Hiding
from spojka.access.permissions import Kind, Permission
from spojka.access.whereabouts import tells_where, untold
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.care.models import GroupAttendee
from spojka.clients import reading
from spojka.clients.actions import joining
from spojka.clients.beside import flags_of
from spojka.clients.models import Household, HouseholdMember, Relation
from spojka.encounters.models import Handout
from spojka.walls import actions
from spojka.walls.models import SecretAddress
from tests import make

from .test_put_up import sees

SEE, CONTACTS = Permission.CLIENT_VIEW, Permission.ENCOUNTER_VIEW


@pytest.fixture
def klara(teren):
    return make.member(teren, name="Klára Klíčová", role="key_worker")


@pytest.fixture
def contact(teren, victim):
    return make.encounter(make.shift(teren), client=victim)


@pytest.fixture
def hide(klara, victim):
    """Make an address secret: hide(), hide(other)."""

    def hide_(client=victim, by=klara, at=None):
        at = at or timezone.now() - timedelta(seconds=1)
        return actions.hide(by=by, id=new_id(), client=client, why="Hledá ji bývalý partner.", at=at)

    return hide_


@pytest.mark.parametrize("basis", [Basis.CONSENT, Basis.DUTY, Basis.DANGER, Basis.PARTICIPATION])
def test_no_ground_tells_where_the_client_was_met(cyril, teren, victim, contact, hide, basis):
    part = Handout(**contact.ownership, encounter=contact, code="water", quantity=1).add()
    other = make.encounter(contact.shift, client=make.client(teren))
    for one in (victim, other.client):
        make.grant(one, cyril.organisation, teren, basis=basis)
    assert sees(cyril, contact, CONTACTS)

    hide()

    assert not sees(cyril, contact, CONTACTS)
    assert not sees(cyril, part, CONTACTS)
    assert sees(cyril, victim)  # that the client is known to the service is told as before
    assert sees(cyril, other, CONTACTS)


def test_who_reads_the_house_does_not_see_it(kontakt, contact, hide):
    reader = make.member(kontakt, reads_house=True)
    mine = make.encounter(make.shift(kontakt), client=make.client(kontakt))
    assert sees(reader, contact, CONTACTS)

    hide()
    hide_mine = Hiding(secret_id=new_id(), subject_id=mine.client_id, starts_at=make.NOON - timedelta(days=999))
    hide_mine.add()

    assert not sees(reader, contact, CONTACTS)
    assert sees(reader, mine, CONTACTS)  # of one's own service


def test_the_own_service_and_the_client_see_all(anna, teren, victim, contact, hide):
    link = new_id()
    make.grant(victim, link, teren, basis=Basis.OWN_LOOK, kinds=Kind.ANYTHING | Kind.LEDGER)
    hide()

    assert sees(anna, contact, CONTACTS)
    assert sees(Actor.client(link), contact, CONTACTS)


def test_its_own_people_are_warned_wherever_they_meet_the_client(anna, cyril, klara, teren, victim, hide):
    make.grant(victim, cyril.organisation, teren)
    assert list(flags_of(victim, anna, timezone.now())) == []
    hide()

    (flag,) = flags_of(victim, anna, timezone.now())
    assert (flag.kind, flag.tone, flag.link) == ("address", "bad", "")
    assert next(iter(flags_of(victim, klara, timezone.now()))).link
    assert list(flags_of(victim, cyril, timezone.now())) == []


def test_pages_of_others_do_not_show_with_whom_the_client_lives(anna, klara, teren, victim, hide):
    mother, today = make.client(teren), timezone.localdate()
    home = Household(**teren.ownership, name="byt", recorded_by="x").add()
    for one in (victim, mother):
        HouseholdMember(**teren.ownership, household=home, client=one, since=today, recorded_by="x").add()
    Relation(**teren.ownership, client=mother, other=victim, kind="child", recorded_by="x").add()
    hide()

    def shown(by, client=mother):
        said = reading.about(client, by, today)
        beside = [*said["households"][0]["with"], *(one.client for one in said["people"])]
        return {*beside, *(row.client for row in reading.members(home, by) if client == mother)} - {mother}

    assert shown(anna) == set()
    assert shown(klara) == {victim}
    assert mother in {one.client for one in reading.people(victim, anna)}


def test_it_ends_and_is_seen_again(cyril, klara, hana, teren, victim, contact, hide):
    make.grant(victim, cyril.organisation, teren)
    row = hide()
    with pytest.raises(Refusal):
        hide()

    done = actions.show(by=hana, secret=row, why="Partner je ve vazbě.", at=timezone.now())
    twice = actions.show(by=klara, secret=row, why="znovu", at=timezone.now())

    assert twice.end_reason == done.end_reason == "Partner je ve vazbě."
    assert sees(cyril, contact, CONTACTS)
    assert "partner" not in SecretAddress.objects.values_list("why", flat=True).get().lower()


def test_it_goes_along_with_a_merged_client_and_back(cyril, hana, teren, victim, contact, hide):
    kept = make.client(teren)
    theirs = make.encounter(contact.shift, client=kept)
    for one in (kept, victim):
        make.grant(one, cyril.organisation, teren)
    row = hide()

    told = {"client": kept, "other": victim, "reason": "táž", "at": timezone.now(), "knows_sharing": True}
    merged = joining.merge(by=hana, id=new_id(), **told)
    assert not sees(cyril, theirs, CONTACTS)
    joining.undo(by=hana, joining=merged, reason="omyl", at=timezone.now())

    row.refresh_from_db()
    contact.refresh_from_db()
    assert row.client == victim
    assert sees(cyril, theirs, CONTACTS)
    assert not sees(cyril, contact, CONTACTS)


def test_both_secret_when_merged_both_end_apart(cyril, hana, teren, victim, contact, hide):
    kept = make.client(teren)
    make.grant(kept, cyril.organisation, teren)
    first, second = hide(), hide(kept)
    told = {"client": kept, "other": victim, "reason": "táž", "at": timezone.now(), "knows_sharing": True}
    joining.merge(by=hana, id=new_id(), **told)
    contact.refresh_from_db()

    for row, is_seen in ((first, False), (second, True)):
        actions.show(by=hana, secret=row, why="x", at=timezone.now())
        assert sees(cyril, contact, CONTACTS) == is_seen


def test_key_workers_and_heads_alone(anna, bara, cyril, klara, hana, victim, hide):
    row = hide()
    for who in (anna, bara, cyril):
        with pytest.raises(PermissionDenied):
            hide(by=who)
        with pytest.raises(PermissionDenied):
            actions.show(by=who, secret=row, why="x", at=timezone.now())
        assert not who.can(Permission.ADDRESS_VIEW, row)
    assert hana.can(Permission.ADDRESS_VIEW, row)


def test_sent_twice_it_stands_once(klara, victim):
    said = {"by": klara, "id": new_id(), "client": victim, "why": "x", "at": timezone.now()}
    assert actions.hide(**said) == actions.hide(**said)
    assert Hiding.objects.count() == 1


def test_a_file_of_the_service_has_no_place_beside_the_client(hana, teren, victim, contact, hide, browse):
    other = make.encounter(make.shift(teren), client=make.client(teren))
    hide()

    whole = b"".join(browse(hana).get("/podchod/encounters.csv").streaming_content).decode()

    lines = {id: next(line for line in whole.splitlines() if str(id) in line) for id in (contact.pk, other.pk)}
    assert contact.shift.place.name not in lines[contact.pk]
    assert other.shift.place.name in lines[other.pk]


def test_the_pages(anna, klara, victim, contact, browse):
    page = f"/podchod/clients/{victim.pk}/secret-address/"
    assert browse(anna).get(page).status_code == 404
    assert browse(klara).post(page, {"id": new_id(), "why": ""}).status_code == 422
    assert browse(klara).post(page, {"id": new_id(), "why": "Hledá ji."}).status_code == 302
    row = SecretAddress.objects.get()
    assert "Hledá ji." in browse(klara).get(page).content.decode()
    shown = browse(anna).get(f"/podchod/clients/{victim.pk}/").content.decode()
    assert "Utajená adresa" in shown
    assert "Hledá ji." not in shown
    end = f"/podchod/secret-addresses/{row.pk}/end/"
    assert browse(anna).post(end, {"why": "x"}).status_code == 404
    assert browse(klara).post(end, {"why": ""}).status_code == 422
    assert browse(klara).post(end, {"why": "Odstěhovala se."}).status_code == 302
    assert "Utajená adresa:" not in browse(anna).get(f"/podchod/clients/{victim.pk}/").content.decode()


def test_every_model_that_names_a_client_and_a_place_is_closed():
    known = {model._meta.label for model in apps.get_models() if hasattr(model, "tells") and tells_where(model)}

    assert {"encounters.Encounter", "encounters.Act", "encounters.Handout", "care.RapidTest"} <= known
    assert not {"clients.Client", "places.Place", "encounters.Shift", "consents.Consent", "inquiries.Inquiry"} & known


def test_each_way_to_a_client_is_closed():
    """Of models that lead to a place few lead to a client by two ways, too few for the proof to meet one."""
    assert str(GroupAttendee.objects.filter(untold(GroupAttendee)).query).count('FROM "access_hiding"') == 2
