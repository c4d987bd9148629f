"""The client goes before the provider's notice has run out: then it is they who ended the contract."""

import pytest
from django.utils import timezone

from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.contracts import documents, reading
from spojka.contracts.actions import endings
from spojka.contracts.content import Handed

from .test_end import DAY, LATER, notice


def goes(by, contract, last, on=LATER, id=None, **more):
    said = {"on": on, "last": last, "is_written": True, "words": "", "today": on} | more
    return endings.end(by=by, id=id or new_id(), contract=contract, **said)


def test_while_a_notice_runs_the_client_may_go_sooner(hana, eva, concluded, warned):
    contract = concluded()
    given = notice(hana, contract, "rules", warning=warned(contract), delivered=LATER)
    id = new_id()

    for _sent in range(2):
        goes(eva, contract, LATER + DAY, id=id)

    contract.refresh_from_db()
    given.refresh_from_db()
    assert contract.ends == LATER + DAY
    assert (given.is_in_force, given.overtaken_on) == (False, LATER)
    told = reading.told(contract, hana, LATER)
    assert told.ending.pk == id
    assert "ukončil dřív" in documents.ending_text(told, given)


def test_who_went_by_themselves_is_not_refused_a_new_contract_for_the_notice(hana, eva, concluded, warned):
    contract = concluded()
    given = notice(hana, contract, "rules", warning=warned(contract), delivered=LATER)
    after = given.last_day + DAY
    assert reading.barrier(contract.client, hana, after)

    goes(eva, contract, LATER + DAY)

    assert reading.barrier(contract.client, hana, after) is None


def test_no_later_than_the_notice_runs_out(hana, eva, concluded, warned):
    contract = concluded()
    given = notice(hana, contract, "rules", warning=warned(contract), delivered=LATER)

    for last in (given.last_day, given.last_day + DAY):
        with pytest.raises(Refusal) as said:
            goes(eva, contract, last)
        assert said.value.field == "last"
    given.refresh_from_db()
    assert given.is_in_force


def test_nor_twice_nor_after_an_agreement(eva, hana, concluded):
    first, second = concluded(), concluded()
    goes(eva, first, LATER + 9 * DAY)
    about = {"by": hana, "id": new_id(), "contract": second, "on": LATER, "last": LATER + 9 * DAY}
    endings.agree_end(**about, words="", today=LATER)

    for contract in (first, second):
        with pytest.raises(Refusal):
            goes(eva, contract, LATER + DAY)


def test_taken_back_the_notice_runs_again(hana, eva, concluded, warned):
    contract = concluded()
    given = notice(hana, contract, "rules", warning=warned(contract), delivered=LATER)
    gone = goes(eva, contract, LATER + DAY)

    endings.take_back(by=hana, ending=gone, at=timezone.now(), today=LATER)

    contract.refresh_from_db()
    given.refresh_from_db()
    assert (contract.last_day, given.is_in_force) == (given.last_day, True)


def test_of_a_notice_that_was_not_delivered_nothing_waits_any_more(hana, eva, concluded, warned):
    contract = concluded()
    given = notice(hana, contract, "rules", warning=warned(contract))

    goes(eva, contract, LATER + DAY)

    with pytest.raises(Refusal):
        endings.deliver(by=hana, ending=given, handed=Handed(on=LATER, how="in_person"), today=LATER)


def test_the_page_of_a_notice_leads_to_it(hana, browse, concluded, warned):
    contract = concluded(on=timezone.localdate() - 40 * DAY)
    today = timezone.localdate()
    notice(hana, contract, "dignity", on=today, delivered=today)
    page = f"/podchod/contracts/{contract.pk}/"
    assert f"{page}end/" in browse(hana).get(page).content.decode()

    browse(hana).post(f"{page}end/", {"id": new_id(), "on": today, "last": today, "is_written": "yes"})

    shown = browse(hana).get(page).content.decode()
    assert "že odejde dřív" in shown
    assert f"{page}end/" not in shown
    gone = contract.endings.in_force().get()
    answer = browse(hana).post(f"/podchod/contract-endings/{gone.pk}/take-back/", follow=True).content.decode()
    assert "výpověď poskytovatele běží dál" in answer
