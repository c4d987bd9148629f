"""The pages of merging, splitting and taking back."""

import pytest

from spojka.base.ids import new_id
from spojka.clients.models import Apart, Client, Joining
from spojka.encounters.models import Encounter
from tests import make


@pytest.fixture
def two(teren):
    shift = make.shift(teren)
    one, other = make.client(teren, code="MAJA0311Z"), make.client(teren, code="JAMA0311Z")
    for client in (one, other):
        make.encounter(shift, client=client, recorded_at=make.NOON)
    return one, other


def merge(browse, by, two, **said):
    usual = {"id": new_id(), "other": two[1].pk, "keep": two[0].pk, "reason": "poznali jsme ji"}
    return browse(by).post(f"/podchod/clients/{two[0].pk}/merge/", usual | said)


def test_the_other_code_is_typed_and_both_are_shown(hana, two, browse):
    url = f"/podchod/clients/{two[0].pk}/merge/"

    answer = browse(hana).post(url, {"code": "jama0311z"}, follow=True)

    assert "with=" in answer.redirect_chain[0][0]
    assert "JAMA0311Z" in answer.content.decode()
    assert "JAMA" not in answer.redirect_chain[0][0]


def test_merging_leads_to_the_code_in_front_and_the_other_page_says_where(hana, two, browse):
    answer = merge(browse, hana, two, keep=two[1].pk)

    assert answer.url == f"/podchod/clients/{two[1].pk}/"
    gone = browse(hana).get(f"/podchod/clients/{two[0].pk}/").content.decode()
    assert f"/podchod/clients/{two[1].pk}/" in gone
    listed = browse(hana).get("/podchod/clients/").context["page"].object_list
    assert list(listed) == [two[1]]


def test_a_merged_code_still_finds_the_client(hana, two, browse):
    merge(browse, hana, two)

    found = browse(hana).post("/podchod/clients/find/", {"code": "jama0311z"}).context["found"]
    assert [(one, one.found_by) for one in found] == [(two[0], "JAMA0311Z")]

    sought = browse(hana).post("/podchod/search/", {"q": "jama0311"}, headers={"HX-Request": "true"})
    assert "MAJA0311Z" in sought.content.decode()


def test_sharing_has_to_be_known_first(hana, cyril, teren, two, browse):
    make.grant(two[0], cyril.organisation, teren)

    assert merge(browse, hana, two).status_code == 422
    assert merge(browse, hana, two, knows_sharing="on").status_code == 302


def test_splitting_and_taking_it_back(hana, two, browse):
    row = Encounter.objects.get(client=two[0])
    url = f"/podchod/clients/{two[0].pk}/split/"

    assert browse(hana).post(url, {"id": new_id(), "reason": "x"}).status_code == 422
    said = {"id": new_id(), "reason": "jsou dvě", "rows": f"encounters.Encounter:client:{row.pk}"}
    browse(hana).post(url, said)
    made = Joining.objects.get()
    assert Encounter.objects.get(pk=row.pk).client_id == made.target_id

    browse(hana).post(f"/podchod/joinings/{made.pk}/undo/", {"id": new_id(), "reason": "byla jedna"})
    assert Encounter.objects.get(pk=row.pk).client_id == two[0].pk
    assert Client.objects.get(pk=made.target_id).merged_into_id == two[0].pk


def test_taking_a_merge_back_asks_about_what_came_since(hana, two, browse):
    merge(browse, hana, two)
    made = Joining.objects.get()
    late = make.encounter(Encounter.objects.first().shift, client=two[0])
    url = f"/podchod/joinings/{made.pk}/undo/"

    offered = browse(hana).get(url).context["form"].lines
    assert [line.row for line in offered.values()] == [late.pk]
    browse(hana).post(url, {"id": new_id(), "reason": "x", "are_two": "on", "rows": next(iter(offered))})

    assert Encounter.objects.filter(client=two[1]).count() == 2
    assert Apart.objects.get().ended_at is None


def test_a_pair_is_never_proposed_again_until_that_is_taken_back(hana, two, browse):
    url = "/podchod/clients/duplicates/"
    assert len(browse(hana).get(url).context["pairs"]) == 1

    browse(hana).post(f"/podchod/clients/{two[0].pk}/part/", {"other": two[1].pk})
    shown = browse(hana).get(url)
    assert shown.context["pairs"] == []
    browse(hana).post(f"/podchod/apart/{Apart.objects.get().pk}/propose/")

    assert len(browse(hana).get(url).context["pairs"]) == 1


@pytest.mark.parametrize("deed", ["merge", "split", "code"])
def test_a_field_worker_does_not_decide_who_is_who(deed, anna, two, browse):
    assert browse(anna).get(f"/podchod/clients/{two[0].pk}/{deed}/").status_code == 404
    assert "/merge/" not in browse(anna).get(f"/podchod/clients/{two[0].pk}/").content.decode()


@pytest.mark.parametrize(("other", "status"), [("", 422), ("x", 404), ("01a22200-0000-7000-8000-000000000000", 404)])
def test_a_strange_other_is_not_there(other, status, hana, two, browse):
    assert browse(hana).post(f"/podchod/clients/{two[0].pk}/part/", {"other": other}).status_code == status
