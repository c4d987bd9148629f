"""Who a client is: written down, found by what was typed, put right, erased; by key workers and heads alone."""

from datetime import date

import pytest

from spojka.audit.models import Seen
from spojka.base.ids import new_id
from spojka.clients.beside import facts_of
from spojka.identities import actions, sealing
from spojka.identities.models import Identity, IdentityMark, MarkKind
from spojka.identities.sealing import Person
from tests import make

EVA = Person(surname="Šťastná", first="Eva", born=date(1991, 4, 5), phone="+420 777 123 456")
TYPED = {"surname": "Šťastná", "first": "Eva", "born": "1991-04-05", "phone": "+420 777 123 456", "version": 0}
TYPED |= {"basis": "spoken", "agreement": "0198c0de-0000-7000-8000-00000000a9ee"}


@pytest.fixture
def klara(teren):
    """A key worker of Anna's service."""
    return make.member(teren, name="Klára Klíčová", role="key_worker")


@pytest.fixture
def client_(teren):
    return make.client(teren, code="AB12")


@pytest.fixture
def eva(klara, client_):
    agreed = {"id": new_id(), "form": "signed", "version": "1"}
    return actions.name(by=klara, id=new_id(), client=client_, person=EVA, today=make.SATURDAY, agreed=agreed)


def page(client_, what=""):
    return f"/podchod/clients/{client_.pk}/identity/{what}"


def find(browse, by, **typed):
    return browse(by).post("/podchod/named/", typed)


def codes(answer):
    return [one.client.code for one, _person in answer.context.get("found", ())]


def test_a_name_is_written_down_and_shown(klara, client_, browse):
    answer = browse(klara).post(page(client_, "change/"), TYPED | {"id": new_id()})

    assert answer.status_code == 302
    shown = browse(klara).get(page(client_)).content.decode().replace("\N{NO-BREAK SPACE}", " ")
    assert {text for text in ("Eva Šťastná", "5. 4. 1991", "+420 777 123 456") if text not in shown} == set()
    assert Seen.objects.filter(row_id=Identity.objects.get().pk).exists()
    record = browse(klara).get(f"/podchod/clients/{client_.pk}/").content.decode()
    assert "Ukázat jméno" in record
    assert "Šťastná" not in record


@pytest.mark.parametrize(
    "typed",
    [
        {"surname": "šťastná"},
        {"surname": "STASTNA"},
        {"surname": "Šťastná", "first": "eva"},
        {"surname": "šťa"},
        {"surname": "Šťastný"},
        {"phone": "777123456"},
        {"phone": "00420777123456"},
        {"born": "1991-04-05"},
        {"surname": "Šťa", "born": "1991-04-05", "phone": "777 123 456"},
    ],
)
def test_somebody_is_found_by_what_is_known(eva, klara, browse, typed):
    assert codes(find(browse, klara, **typed)) == ["AB12"]


@pytest.mark.parametrize(
    "typed",
    [
        {"surname": "Štěstí"},
        {"surname": "Šťastná", "first": "Jana"},
        {"surname": "Šťastná", "born": "1991-05-04"},
        {"phone": "777123457"},
    ],
)
def test_who_does_not_fit_all_is_not_found(eva, klara, browse, typed):
    answer = find(browse, klara, **typed)

    assert (answer.status_code, codes(answer)) == (200, [])


@pytest.mark.parametrize(
    "typed", [{}, {"first": "Eva"}, {"surname": "Š"}, {"born": "2999-01-01"}, {"phone": "12"}, {"surname": "x" * 999}]
)
def test_what_says_too_little_is_asked_again(eva, klara, browse, typed):
    assert find(browse, klara, **typed).status_code == 422


@pytest.mark.parametrize(
    ("field", "text"), [("surname", ""), ("surname", "1"), ("born", "1850-01-01"), ("phone", "x"), ("first", "y" * 99)]
)
def test_what_is_wrong_comes_back_at_its_field(klara, client_, browse, field, text):
    answer = browse(klara).post(page(client_, "change/"), TYPED | {"id": new_id(), field: text})

    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert not Identity.objects.exists()


def test_a_surname_of_two_letters_is_found_whole(klara, client_, browse, eva):
    browse(klara).post(page(client_, "change/"), TYPED | {"id": new_id(), "surname": "Ho", "version": 1})

    assert codes(find(browse, klara, surname="Ho")) == ["AB12"]
    assert codes(find(browse, klara, surname="Hoang")) == []


def test_putting_right_finds_by_the_new_name_alone(eva, klara, browse, client_):
    typed = TYPED | {"id": new_id(), "surname": "Nováková", "version": 1}
    for _ in range(2):  # sent twice
        assert browse(klara).post(page(client_, "change/"), typed).status_code == 302

    assert codes(find(browse, klara, surname="Nováková")) == ["AB12"]
    assert codes(find(browse, klara, surname="Šťastná")) == []
    assert Identity.objects.get().version == 2


def test_two_who_change_it_at_once_do_not_overwrite_each_other(eva, klara, hana, browse, client_):
    said = {"person": Person(surname="Nováková"), "today": make.SATURDAY, "version": 1}
    actions.name(by=hana, id=new_id(), client=client_, **said)

    answer = browse(klara).post(page(client_, "change/"), TYPED | {"id": new_id(), "first": "Jana", "version": 1})

    assert answer.status_code == 422
    assert "mezitím" in answer.content.decode()


def test_erased_is_erased_and_may_be_written_anew(eva, klara, browse, client_):
    assert browse(klara).post(page(client_, "erase/"), {"why": ""}).status_code == 422
    browse(klara).post(page(client_, "erase/"), {"why": "Klient si to přál"})

    eva.refresh_from_db()
    assert (eva.sealed, eva.erased_why) == ("", "Klient si to přál")
    assert not IdentityMark.objects.exists()
    assert codes(find(browse, klara, surname="Šťastná")) == []
    assert "Klient si to přál" in browse(klara).get(page(client_)).content.decode()
    browse(klara).post(page(client_, "change/"), TYPED | {"id": new_id()})
    assert codes(find(browse, klara, surname="Šťastná")) == ["AB12"]


def test_who_is_no_key_worker_reads_and_writes_no_name(eva, anna, bara, cyril, browse, client_):
    for actor in (anna, bara, cyril):
        for path in (page(client_), page(client_, "change/"), page(client_, "erase/"), "/podchod/named/"):
            assert browse(actor).get(path).status_code == 404
            assert browse(actor).post(path).status_code in (404, 405)
    assert "Ukázat jméno" not in browse(anna).get(f"/podchod/clients/{client_.pk}/").content.decode()


def test_a_key_worker_of_another_service_finds_nobody(eva, kontakt, browse):
    other = make.member(kontakt, role="key_worker", reads_house=True)

    assert browse(other).get(page(eva.client)).status_code == 404
    assert codes(find(browse, other, surname="Šťastná")) == []
    assert sealing.marks(EVA, kontakt.pk).isdisjoint(sealing.marks(EVA, eva.service_id))


def test_a_way_to_a_name_is_no_deed_that_is_done(klara, client_, eva):
    assert [(one.is_way, one.is_open) for one in facts_of(client_, klara) if "identity" in one.link] == [(True, False)]


def test_a_sealed_name_opens_for_its_own_client_alone(eva, teren):
    with pytest.raises(sealing.Swapped):
        sealing.unseal(eva.sealed, make.client(teren, code="XY").pk)


@pytest.mark.parametrize(
    ("kind", "text", "form"),
    [
        (MarkKind.SURNAME, "Van  der-Šťastný", "vanderstastny"),
        (MarkKind.START, "Šťastný", "sta"),
        (MarkKind.FIRST, " Łukasz ", "lukasz"),
        (MarkKind.SURNAME, "Đặng", "dang"),
        (MarkKind.PHONE, "+420 777-123-456", "777123456"),
        (MarkKind.PHONE, "+49 151 23456789", "4915123456789"),
    ],
)
def test_what_is_hashed_is_the_plain_form(kind, text, form):
    assert sealing.normalised(kind, text) == form
