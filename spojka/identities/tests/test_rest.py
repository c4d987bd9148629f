"""A name rests on the client's agreement or on a reason; and it is never written under a code that was merged."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection

from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.clients.actions import agreements, joining
from spojka.clients.models import Agreement, Joining
from spojka.identities import actions, resting, sealing
from spojka.identities.models import Identity
from spojka.identities.sealing import Person
from tests import make

EVA = Person(surname="Šťastná", first="Eva")
TYPED = {"surname": "Šťastná", "first": "Eva", "version": 0}


def page(client, what="change/"):
    return f"/podchod/clients/{client.pk}/identity/{what}"


def typed(**more):
    return TYPED | {"id": new_id(), "agreement": new_id()} | more


def agree(by, client, on=make.SATURDAY):
    said = {"form": "signed", "version": "1", "given_on": on, "taken_by": by.id, "today": on}
    return agreements.record(by=by, id=new_id(), client=client, **said)


def merge(by, client, other):
    return joining.merge(by=by, id=new_id(), client=client, other=other, reason="x", at=make.NOON)


@pytest.fixture
def client_(teren):
    return make.client(teren, code="AB12")


@pytest.mark.parametrize(
    ("said", "field"), [({}, "basis"), ({"basis": "x"}, "basis"), ({"basis": "without"}, "without_why")]
)
def test_a_name_asks_for_an_agreement_or_a_reason(hana, client_, browse, said, field):
    answer = browse(hana).post(page(client_), typed(**said))

    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert "Šťastná" in answer.content.decode()  # nothing of what was typed is lost
    assert not Identity.objects.exists()


@pytest.mark.parametrize("form", ["signed", "spoken"])
def test_the_agreement_is_written_down_with_the_name_and_once(hana, client_, browse, form):
    sent = typed(basis=form)
    for _n in range(2):
        assert browse(hana).post(page(client_), sent).status_code == 302

    row = Agreement.objects.get()
    assert (row.form, row.taken_by, row.client_id, row.version != "") == (form, hana.id, client_.pk, True)
    assert resting.of(client_, Identity.objects.get()).agreement == row


def test_without_an_agreement_the_reason_stays_beside_the_name(hana, client_, browse):
    browse(hana).post(page(client_), typed(basis="without", without_why="svěřena soudem"))

    assert "svěřena soudem" in browse(hana).get(page(client_, "")).content.decode()
    assert not Agreement.objects.exists()


def test_who_agreed_before_is_not_asked_again(hana, client_, browse):
    agree(hana, client_)

    assert "basis" not in browse(hana).get(page(client_)).context["form"].fields
    assert browse(hana).post(page(client_), typed()).status_code == 302


def test_an_agreement_taken_back_is_told_and_asked_for_anew(hana, client_, browse):
    row = agree(hana, client_)
    browse(hana).post(page(client_), typed())
    agreements.withdraw(by=hana, agreement=row, on=make.SATURDAY, how="x", today=make.SATURDAY)

    assert "Smažte jméno" in browse(hana).get(page(client_, "")).content.decode()
    assert "souhlas není" in browse(hana).get(f"/podchod/clients/{client_.pk}/").content.decode()
    assert browse(hana).post(page(client_), typed(version=1)).status_code == 422
    why = {"basis": "without", "without_why": "běží dávky"}
    assert browse(hana).post(page(client_), typed(version=1, **why)).status_code == 302
    assert resting.of(client_, Identity.objects.get()).without_why == "běží dávky"


def test_a_reason_counts_no_more_when_an_agreement_is_taken_back_after_it(hana, client_):
    known = actions.name(by=hana, id=new_id(), client=client_, person=EVA, today=make.SATURDAY, without_why="x")
    row, later = agree(hana, client_), make.SATURDAY + timedelta(days=9)

    agreements.withdraw(by=hana, agreement=row, on=later, how="x", today=later)

    assert not resting.of(client_, known).holds


def test_erased_takes_the_reason_along(hana, client_):
    known = actions.name(by=hana, id=new_id(), client=client_, person=EVA, today=make.SATURDAY, without_why="x")

    assert actions.erase(by=hana, identity=known, why="y", at=make.NOON).without_why == ""


def test_a_merged_code_leads_to_the_client_that_stays(hana, client_, teren, browse):
    gone = make.client(teren, code="PRYC")
    merge(hana, client_, gone)

    assert browse(hana).get(page(gone)).url == page(client_)
    assert browse(hana).post(page(gone), typed(basis="spoken")).status_code == 422
    assert "AB12" in browse(hana).get(page(gone, "")).content.decode()
    assert not Identity.objects.exists()
    assert not Agreement.objects.exists()


def test_a_name_left_under_a_merged_code_is_told_at_the_one_that_stays(hana, client_, teren, browse):
    gone = make.client(teren, code="PRYC")
    for one in (client_, gone):
        actions.name(by=hana, id=new_id(), client=one, person=EVA, today=make.SATURDAY, without_why="x")
    merge(hana, client_, gone)

    assert page(gone, "") in browse(hana).get(page(client_, "")).content.decode()


@pytest.mark.slow
def test_a_name_written_while_it_is_merged_is_the_one_of_who_stays(transactional_db):
    service = make.service(organisation=make.organisation(slug="podchod"))
    hana = make.member(service, role="service_head")
    for _round in range(4):
        one, other = make.client(service), make.client(service)
        start = Barrier(2)

        def run(deed, start=start):
            try:
                start.wait(10)
                return deed()
            except Refusal as refusal:
                return refusal
            finally:
                connection.close()

        said = {"by": hana, "id": new_id(), "client": other, "person": EVA, "today": make.SATURDAY, "without_why": "x"}
        deeds = (lambda said=said: actions.name(**said), lambda one=one, other=other: merge(hana, one, other))
        with ThreadPoolExecutor(2) as threads:
            named, merged = threads.map(run, deeds)

        assert isinstance(merged, Joining)
        assert not Identity.objects.filter(client=other).exists()
        if isinstance(named, Identity):
            row = Identity.objects.get(client=one)
            assert sealing.unseal(row.sealed, one.pk) == EVA
