"""A contract that ended for a breach is told for six months to who writes with the client again; the head ends it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.base.terms import months_after
from spojka.contracts import reading
from spojka.contracts.actions import endings, refusals

from .test_end import LATER, notice

DAY = timedelta(days=1)


@pytest.fixture
def ended(hana, concluded):
    """A contract that the provider ended for broken duties; its notice has 14 days by the rules."""

    def of(ground="duties"):
        contract = concluded()
        return notice(hana, contract, ground, delivered=LATER)

    return of


def test_it_stands_for_six_months_after_the_last_day(ended, eva, client_of_ours):
    ending = ended()
    last = ending.last_day

    assert reading.barrier(client_of_ours, eva, last) is None  # it holds still
    barrier = reading.barrier(client_of_ours, eva, last + DAY)
    assert (barrier.ending, barrier.until) == (ending, months_after(last, 6))
    assert reading.barrier(client_of_ours, eva, barrier.until)
    assert reading.barrier(client_of_ours, eva, barrier.until + DAY) is None


def test_conduct_to_workers_is_no_breach_of_the_contract(ended, eva, client_of_ours):
    assert reading.barrier(client_of_ours, eva, ended("dignity").last_day + DAY) is None


def test_the_head_ends_it_with_a_reason(ended, eva, hana, teren, client_of_ours, lists):
    ending = ended()
    day = ending.last_day + DAY
    with pytest.raises(PermissionDenied):
        endings.open_again(by=eva, ending=ending, why="x", at=timezone.now())

    endings.open_again(by=hana, ending=ending, why="Omluvil se.", at=timezone.now())
    endings.open_again(by=hana, ending=ending, why="znovu", at=timezone.now())

    ending.refresh_from_db()
    assert ending.why_opened == "Omluvil se."
    assert reading.barrier(client_of_ours, eva, day) is None
    said = {"ground": "ended_before", "is_residential": False, "ended_on": ending.last_day, "instead": "later"}
    said |= {"words": {}, "wants_paper": False, "on": day, "today": day}
    with pytest.raises(Refusal) as fault:
        refusals.refuse(by=eva, id=new_id(), service=teren, client=client_of_ours, **said)
    assert fault.value.field == "ground"


def test_nobody_else_learns_of_it(ended, bara, cyril, client_of_ours):
    ending = ended()

    for who in (bara, cyril):
        assert reading.barrier(client_of_ours, who, ending.last_day + DAY) is None


def test_pages_tell_it(hana, eva, client_of_ours, browse, concluded, bara):
    today = timezone.localdate()
    before = today - 40 * DAY
    contract = concluded()
    ending = notice(hana, contract, "duties", on=before, delivered=before)
    assert ending.last_day < today
    page = browse(eva)
    for path in (f"clients/{client_of_ours.pk}/contract/", f"contract-refusals/new/?client={client_of_ours.pk}"):
        assert f"/podchod/contracts/{contract.pk}/" in page.get(f"/podchod/{path}").content.decode()
    assert f"/podchod/contracts/{contract.pk}/" in page.get(f"/podchod/clients/{client_of_ours.pk}/").content.decode()
    at = f"/podchod/contract-endings/{ending.pk}/open-again/"
    assert page.get(at).status_code == 404
    assert browse(bara).get(at).status_code == 404
    head = browse(hana)
    assert at in head.get(f"/podchod/contracts/{contract.pk}/").content.decode()
    assert head.post(at, {"why": ""}).status_code == 422

    assert head.post(at, {"why": "Omluvil se."}).status_code == 302

    assert "Omluvil se." in head.get(f"/podchod/contracts/{contract.pk}/").content.decode()
    assert "/podchod/contracts/" not in page.get(f"/podchod/clients/{client_of_ours.pk}/contract/").content.decode()
