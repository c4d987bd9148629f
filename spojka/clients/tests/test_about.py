"""What is written about a client: nickname, instruction, household, relations. All of it stays in the service."""

from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.access.permissions import Kind
from spojka.base.ids import new_id
from spojka.clients import beside, reading
from spojka.clients.actions import around
from spojka.clients.models import Client, Household, HouseholdMember, Instruction, Relation
from tests import make

TODAY = {"since": "2026-07-04"}


@pytest.fixture
def client(teren):
    return make.client(teren, code="MAJA0311Z")


@pytest.fixture
def other(teren):
    return make.client(teren, code="DRUHY")


def page(browse, by, client):
    return browse(by).get(f"/podchod/clients/{client.pk}/").content.decode()


def test_nickname_stands_beside_the_code_and_tells_of_namesakes(anna, client, other, browse):
    for one in (client, other):
        browse(anna).post(f"/podchod/clients/{one.pk}/nickname/", {"nickname": " Žába "})

    shown = page(browse, anna, client)
    assert "Žába" in shown
    assert "DRUHY" in shown


def test_nickname_finds_the_client_but_is_not_in_the_full_text(anna, client, browse):
    browse(anna).post(f"/podchod/clients/{client.pk}/nickname/", {"nickname": "Žába"})

    found = browse(anna).post("/podchod/clients/find/", {"code": "zaba"}).context["found"]
    assert found == [client]
    assert "zab" not in Client.objects.get(pk=client.pk).words


def test_nickname_and_all_else_stays_in_the_service(anna, cyril, teren, client, browse):
    browse(anna).post(f"/podchod/clients/{client.pk}/nickname/", {"nickname": "Žába"})
    around.instruct(by=anna, id=new_id(), client=client, text="vzkaz", until=None)
    make.grant(client, cyril.organisation, teren, kinds=Kind.ANYTHING)

    shown = browse(cyril).get(f"/jinde/clients/{client.pk}/").content.decode()

    assert "MAJA0311Z" in shown
    assert "Žába" not in shown
    assert "vzkaz" not in shown
    assert beside.flags_of(client, cyril, timezone.now()) == []


def test_a_message_is_told_to_the_client(anna, client, browse):
    said = {"id": new_id(), "kind": "message", "text": "Volala máma."}
    browse(anna).post(f"/podchod/clients/{client.pk}/instruct/", said)

    (flag,) = beside.flags_of(client, anna, timezone.now())

    assert (flag.kind, flag.text) == ("message", "Vyřiďte: Volala máma.")
    assert "vzkaz klientovi" in page(browse, anna, client)


def test_the_button_of_a_message_is_called_as_it_reads(anna, client, browse):
    said = {"id": new_id(), "kind": "message", "text": "Volala máma."}
    browse(anna).post(f"/podchod/clients/{client.pk}/instruct/", said)
    browser = browse(anna)
    browser.cookies["language"] = "en"

    assert 'aria-label="Told: Volala máma."' in page(lambda _by: browser, anna, client)


def test_a_message_has_words(anna, client, browse):
    answer = browse(anna).post(f"/podchod/clients/{client.pk}/instruct/", {"id": new_id(), "kind": "message"})

    assert answer.status_code == 422
    assert "Napište, co se má vědět nebo vyřídit." in answer.content.decode()


def test_instruction_is_a_flag_until_its_day_or_until_it_is_done(anna, client, browse):
    browse(anna).post(f"/podchod/clients/{client.pk}/instruct/", {"id": new_id(), "text": "sdělit výsledek"})
    now = timezone.now()

    (flag,) = beside.flags_of(client, anna, now)
    assert (flag.kind, flag.text) == ("instruction", "sdělit výsledek")  # a page of before had no choice

    row = Instruction.objects.get()
    assert row.stands(timezone.localdate())
    browse(anna).post(f"/podchod/instructions/{row.pk}/end/")
    assert beside.flags_of(client, anna, now) == []

    around.instruct(by=anna, id=new_id(), client=client, text="x", until=timezone.localdate())
    assert beside.flags_of(client, anna, now + timedelta(days=2)) == []


def test_household_has_several_and_one_may_leave(anna, client, other, browse):
    browse(anna).post(f"/podchod/clients/{client.pk}/household/", {"id": new_id(), "name": "byt"} | TODAY)
    home = Household.objects.get()
    here = f"/podchod/households/{home.pk}/"

    browse(anna).post(here, {"code": "druhy"} | TODAY)
    browse(anna).post(here, {"code": "druhy"} | TODAY)
    assert HouseholdMember.objects.count() == 2
    assert "DRUHY" in page(browse, anna, client)

    browse(anna).post(here, {"name": "byt nad pekárnou"})
    row = HouseholdMember.objects.get(client=other)
    browse(anna).post(f"/podchod/household-members/{row.pk}/leave/")
    assert "DRUHY" not in page(browse, anna, client)
    assert "byt nad pekárnou" in page(browse, anna, client)

    browse(anna).post(f"/podchod/clients/{other.pk}/household/", {"id": new_id(), "household": home.pk} | TODAY)
    assert "DRUHY" in page(browse, anna, client)


def test_relation_is_told_from_either_side(anna, lists, client, other, browse):
    said = {"id": new_id(), "kind": "parent", "code": "druhy"}

    browse(anna).post(f"/podchod/clients/{client.pk}/relate/", said)

    (one,), (back,) = reading.people(client, anna), reading.people(other, anna)
    assert (one.client, str(one.kind)) == (other, "Rodič")
    assert (back.client, str(back.kind)) == (client, "Dítě")

    browse(anna).post(f"/podchod/relations/{Relation.objects.get().pk}/end/")
    assert reading.people(other, anna) == []


def test_a_close_person_has_words_and_no_code(anna, lists, client, browse):
    url = f"/podchod/clients/{client.pk}/relate/"

    assert browse(anna).post(url, {"id": new_id(), "kind": "parent"}).status_code == 422
    browse(anna).post(url, {"id": new_id(), "kind": "parent", "about": "ví o nás"})

    assert "ví o nás" in page(browse, anna, client)


def test_a_code_that_nobody_has_is_said_at_its_field(anna, lists, client, browse):
    said = {"id": new_id(), "kind": "parent", "code": "nikdo"}

    answer = browse(anna).post(f"/podchod/clients/{client.pk}/relate/", said)

    assert answer.status_code == 422
    assert answer.context["form"].errors["code"]
