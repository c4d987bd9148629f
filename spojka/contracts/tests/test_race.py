"""Two heads conclude at the same moment: one contract is concluded once, two get two numbers, without a gap."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import close_old_connections, connection

from spojka.base.errors import Refusal
from spojka.codelists import load
from spojka.contracts.actions import concluding
from spojka.contracts.models import Contract, ContractWording, ServiceRules
from tests import make

from .conftest import MONDAY

pytestmark = pytest.mark.slow
MANY = 4


@pytest.fixture
def service(transactional_db):
    load.load()
    return make.service(organisation=make.organisation(slug="podchod"))


@pytest.fixture
def draft(service):
    rules = ServiceRules(
        **service.ownership, version=1, text="x", valid_from=MONDAY, notice=9, notice_unit="days", recorded_by="x"
    ).add()

    def of():
        said = {"client": make.client(service), "regime": "service", "form": "oral", "written_by": "eva"}
        contract = Contract(**service.ownership, **said).add()
        wording = {"rules": rules, "texts": "x", "starts_on": MONDAY, "written_by": "eva"}
        ContractWording(**service.ownership, contract=contract, version=1, **wording).add()
        return contract

    return of


def at_once(deeds):
    """Do all of it at the same moment, each over a connection of its own; return what came of each."""
    barrier = Barrier(len(deeds))

    def run(deed):
        close_old_connections()
        try:
            barrier.wait(30)
            return deed()
        except Refusal as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(run, deeds))


def conclude(head, contract):
    return lambda: concluding.conclude(by=head, contract=contract, on=MONDAY, edition=1, today=MONDAY)


def test_contracts_concluded_at_once_get_numbers_without_a_gap(service, draft):
    heads = [make.member(service, role="service_head") for _ in range(MANY)]

    at_once([conclude(head, draft()) for head in heads])

    assert sorted(Contract.objects.values_list("number", flat=True)) == [1, 2, 3, 4]


def test_one_contract_is_concluded_once(service, draft):
    heads, contract = [make.member(service, role="service_head") for _ in range(2)], draft()

    came = at_once([conclude(head, contract) for head in heads])

    assert sum(isinstance(one, Refusal) for one in came) == 1
    contract.refresh_from_db()
    assert contract.number == 1
