"""Behind the database's own fence: nobody outside of the service, not even who reads the house; PostgreSQL."""

from datetime import timedelta

from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.tests.test_fence import fenced, in_front, postgres
from spojka.base.ids import new_id
from spojka.contracts.actions import concluding, drafts
from spojka.contracts.models import Contract, ContractWarning, ContractWording, RulesExplanation
from spojka.walls.actions import KeptOut, put_up
from tests import make

__all__ = ["fenced", "in_front"]


@postgres
def test_nobody_outside_of_the_service_reads_or_changes_a_contract(fenced, hana, kontakt, cyril, concluded, warned):
    contract = concluded()
    warned(contract)
    reader = make.member(kontakt, role="service_head", reads_house=True)
    make.grant(contract.client, reader.id, contract.service, starts_at=timezone.now() - timedelta(hours=1))

    assert fenced.sees(Contract, hana) == {contract.pk}
    for who in (reader, cyril):
        for model in (Contract, ContractWording, ContractWarning, RulesExplanation):
            assert fenced.sees(model, who) == set()
        assert fenced.does(who, lambda: Contract.objects.filter(pk=contract.pk).update(form="oral")) == 0


@postgres
def test_behind_the_fence_a_worker_writes_and_the_head_concludes(in_front, eva, hana, drafted, terms):
    in_front(eva)
    contract = drafted()
    in_front(hana)

    day = timezone.localdate()
    concluded = concluding.conclude(by=hana, contract=contract, on=day, edition=1, today=day)
    assert concluded.number == 1
    drafts.amend(by=hana, id=new_id(), contract=concluded, terms=terms(), today=day)


@postgres
def test_the_number_of_a_contract_that_a_wall_hides_is_stepped_over(in_front, hana, teren, concluded, drafted):
    day = timezone.localdate()
    first = concluded(on=day)
    membership = make.member(teren, role="service_head", name="Ota Druhý").user.memberships.get()
    kept = KeptOut(whom=membership, why="její otec")
    put_up(by=hana, id=new_id(), client=first.client, said=kept, at=timezone.now() - timedelta(hours=1))
    draft, ota = drafted(client=make.client(teren)), Actor.member(membership)
    in_front(ota)
    assert not Contract.objects.filter(pk=first.pk).exists()

    second = concluding.conclude(by=ota, contract=draft, on=day, edition=1, today=day)

    assert (first.number, second.number) == (1, 2)
