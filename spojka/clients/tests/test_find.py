import pytest

from spojka.base.ids import new_id
from spojka.clients.models import Client, CodeTemplate
from tests import make


def test_a_returning_client_is_recognised(anna, teren, browse):
    known = make.client(teren, code="MOL 91 T")

    answer = browse(anna).post("/podchod/clients/find/", {"code": "mol 91 t"})

    assert answer.context["found"] == [known]


def test_the_server_makes_the_code_too_and_keeps_no_answer(anna, teren, browse):
    known = make.client(teren, code="ZARE0311M")
    answers = {"mother_first_name": "Žaneta", "own_first_name": "Řehoř", "birth_day": "3", "birth_month": "11"}

    answer = browse(anna).post("/podchod/clients/find/", {"code": "", "sex": "m"} | answers)

    assert answer.context["found"] == [known]
    assert "Žaneta" not in answer.content.decode()


def test_an_unknown_code_is_offered_and_written(anna, teren, browse):
    answer = browse(anna).post("/podchod/clients/find/", {"code": "Nový 1"})
    assert answer.context["code"] == "NOVY 1"
    assert not Client.objects.exists()

    browse(anna).post("/podchod/clients/add/", {"id": str(new_id()), "code": "NOVY 1"})

    assert Client.objects.get().code == "NOVY 1"


def test_somebody_else_with_the_same_answers_gets_a_suffix_once(anna, teren, browse):
    make.client(teren, code="AB12")
    id = str(new_id())

    for _ in range(2):
        browse(anna).post("/podchod/clients/add/", {"id": id, "code": "ab12"})

    assert sorted(Client.objects.values_list("code", flat=True)) == ["AB12", "AB12-2"]
    found = browse(anna).post("/podchod/clients/find/", {"code": "AB12"}).context["found"]
    assert [client.code for client in found] == ["AB12", "AB12-2"]


@pytest.mark.parametrize("code", ["", "🙂", "x" * 61, "a/b"])
def test_what_is_no_code_is_answered(anna, teren, browse, code):
    answer = browse(anna).post("/podchod/clients/find/", {"code": code})

    assert answer.status_code == 422
    assert answer.context["form"].errors["code"]


def test_a_client_of_another_service_is_not_recognised(anna, bara, cyril, kontakt, browse):
    theirs = make.client(kontakt, code="MOL 91 T")

    assert browse(anna).post("/podchod/clients/find/", {"code": "MOL 91 T"}).context["found"] == []
    assert browse(bara).post("/podchod/clients/find/", {"code": "MOL 91 T"}).context["found"] == [theirs]
    assert browse(cyril).post("/podchod/clients/find/", {"code": "MOL 91 T"}).status_code == 404
    for actor in (anna, cyril):
        assert browse(actor).get(f"/podchod/clients/{theirs.pk}/").status_code == 404


def test_contacts_stand_in_time_order(anna, teren, browse):
    client, shift = make.client(teren), make.shift(teren)
    later = make.encounter(shift, client=client, occurred_at=shift.planned_end)
    first = make.encounter(shift, client=client, occurred_at=shift.start)

    page = browse(anna).get(f"/podchod/clients/{client.pk}/").context

    assert list(page["page"]) == [later, first]
    assert page["first"] == first


def test_a_head_sets_the_template_and_codes_are_made_that_way(anna, hana, teren, browse):
    typed = {"id": str(new_id()), "valid_from": "2026-01-01", "ask_0": "birthplace", "take_0": "4", "ask_1": "sex"}

    assert browse(anna).post("/podchod/clients/code-template/", typed).status_code == 404
    assert browse(hana).post("/podchod/clients/code-template/", typed).status_code == 302

    assert CodeTemplate.objects.get().parts == [{"ask": "birthplace", "take": 4}, {"ask": "sex", "take": 2}]
    form = browse(anna).get("/podchod/clients/find/").context["form"]
    assert [part["ask"] for part in form.parts] == ["birthplace", "sex"]


def test_a_template_that_makes_no_codes_is_answered(hana, browse):
    typed = {"id": str(new_id()), "valid_from": "2026-01-01", "ask_0": "sex", "take_0": "1"}

    answer = browse(hana).post("/podchod/clients/code-template/", typed)

    assert answer.status_code == 422
    assert not CodeTemplate.objects.exists()
