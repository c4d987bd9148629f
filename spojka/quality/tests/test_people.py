"""Who is who: near codes lead to where they are merged, names without an agreement to where they are erased."""

from datetime import timedelta

import pytest

from spojka.audit.models import Seen
from spojka.base.ids import new_id
from spojka.clients.actions import agreements, joining
from spojka.identities import actions
from spojka.identities.sealing import Person
from tests import make

from .conftest import DAYS, found

EVA = Person(surname="Šťastná", first="Eva")


@pytest.fixture
def near(teren):
    return make.client(teren, code="JAPE0311M"), make.client(teren, code="JAPE0312M")


def names(hana, client, **said):
    return actions.name(by=hana, id=new_id(), client=client, person=EVA, today=make.SATURDAY, **said)


def test_near_codes_are_told_with_why_and_lead_to_the_pairs(hana, teren, near, browse):
    make.client(teren, code="ZZTO2505F")

    answer = browse(hana).get(f"/podchod/quality/client-near/?{DAYS}")

    assert len(found(hana, "client-near")) == 1
    body = answer.content.decode()
    assert f"/podchod/clients/duplicates/?service={teren.pk}" in body
    assert all(one.code in body and Seen.objects.filter(row_id=one.pk).exists() for one in near)


def test_a_pair_said_to_be_two_or_merged_is_found_no_more(hana, near):
    joining.part(by=hana, client=near[0], other=near[1])

    assert found(hana, "client-near") == []


def test_right_so_holds_for_that_pair_alone(hana, teren, near, browse):
    first = found(hana, "client-near")[0]
    browse(hana).post(f"/podchod/quality/client-near/{first.pk}/accept/?{DAYS}")
    assert found(hana, "client-near") == []

    make.client(teren, code="JAPE0321M", sex="man")
    assert found(hana, "client-near") != []


def test_who_may_not_merge_finds_no_pair(anna, kontakt, near):
    other = make.member(kontakt, role="service_head", reads_house=True)

    assert found(anna, "client-near") == []
    assert found(other, "client-near") == []


def test_a_name_rests_on_something(hana, anna, teren):
    agreed, reason, bare = (make.client(teren) for _n in range(3))
    about = {"form": "spoken", "version": "1"}
    names(hana, agreed, agreed={"id": new_id(), **about})
    kept = names(hana, reason, without_why="x")
    names(hana, bare, agreed={"id": new_id(), **about})
    later = make.SATURDAY + timedelta(days=3)
    agreements.withdraw(by=hana, agreement=bare.agreements.get(), on=later, how="x", today=later)

    assert [one.client for one in found(hana, "name-unagreed")] == [bare]
    assert found(anna, "name-unagreed") == []
    said = {"form": "spoken", "version": "1", "given_on": later, "taken_by": hana.id, "today": later}
    row = agreements.record(by=hana, id=new_id(), client=reason, **said)
    agreements.withdraw(by=hana, agreement=row, on=later, how="x", today=later)
    assert kept in found(hana, "name-unagreed")


def test_the_page_shows_the_code_and_no_name(hana, teren, browse):
    client = make.client(teren, code="AB12")
    names(hana, client, agreed={"id": new_id(), "form": "spoken", "version": "1"})
    agreements.withdraw(by=hana, agreement=client.agreements.get(), on=make.SATURDAY, how="x", today=make.SATURDAY)

    body = browse(hana).get(f"/podchod/quality/name-unagreed/?{DAYS}").content.decode()

    assert f"/podchod/clients/{client.pk}/identity/" in body
    assert "AB12" in body
    assert "Šťastná" not in body
