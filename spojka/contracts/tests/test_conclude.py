"""A worker writes, the head concludes; the number, the regime, anonymous clients, addenda."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction

from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.contracts.actions import concluding, drafts
from spojka.contracts.content import Frame
from spojka.contracts.models import Contract, ContractWording
from tests import make

from .conftest import MONDAY

DAY = timedelta(days=1)


def conclude(hana, contract, on=MONDAY, edition=1):
    return concluding.conclude(by=hana, contract=contract, on=on, edition=edition, today=on)


def test_a_contract_has_a_number_since_the_head_concluded_it(hana, drafted):
    first, second = drafted(), drafted()
    assert str(first) in ("draft", "návrh")

    assert str(conclude(hana, second)) == "1/2026"
    assert str(conclude(hana, first)) == "2/2026"


def test_numbers_have_no_gap_and_begin_anew_each_year(hana, drafted):
    dropped = drafted()
    drafts.drop(by=hana, contract=dropped, at=make.NOON)
    conclude(hana, drafted())
    next_year = conclude(hana, drafted(), on=MONDAY.replace(year=2027))

    assert conclude(hana, drafted()).number == 2
    assert (next_year.year, next_year.number) == (2027, 1)


def test_the_database_itself_keeps_a_number_from_being_given_twice(hana, drafted):
    conclude(hana, drafted())
    other = drafted()

    with pytest.raises(IntegrityError), transaction.atomic():
        Contract.objects.filter(pk=other.pk).update(year=2026, number=1, concluded_on=MONDAY)


def test_only_the_head_concludes(anna, eva, drafted):
    contract = drafted()

    for who in (anna, eva):
        with pytest.raises(PermissionDenied):
            conclude(who, contract)


def test_a_field_worker_writes_no_contract(anna, client_of_ours, terms):
    frame = Frame(regime="service", form="oral")

    with pytest.raises(PermissionDenied):
        drafts.write(by=anna, id=new_id(), client=client_of_ours, frame=frame, terms=terms())


def test_it_is_concluded_once(hana, concluded):
    contract = concluded()

    with pytest.raises(Refusal):
        conclude(hana, contract)
    contract.refresh_from_db()
    assert contract.number == 1


def test_what_the_head_did_not_read_is_not_concluded(hana, eva, drafted, terms):
    contract = drafted()
    drafts.change(
        by=eva, contract=contract, frame=Frame(regime="service", form="written"), terms=terms(fee="1 Kč"), edition=1
    )

    with pytest.raises(Refusal):
        conclude(hana, contract, edition=1)
    assert conclude(hana, contract, edition=2).is_concluded


def test_nobody_writes_over_a_colleague(eva, hana, drafted, terms):
    contract, frame = drafted(), Frame(regime="service", form="written")
    drafts.change(by=hana, contract=contract, frame=frame, terms=terms(fee="1 Kč"), edition=1)

    with pytest.raises(drafts.WrittenMeanwhile):
        drafts.change(by=eva, contract=contract, frame=frame, terms=terms(fee="2 Kč"), edition=1)
    assert contract.wordings.get().said["fee"] == "1 Kč"


def test_a_contract_of_three_never_belongs_in_a_social_service(drafted):
    with pytest.raises(Refusal) as said:
        drafted(regime="service", three=True)
    assert said.value.field == "is_three_party"
    with pytest.raises(Refusal):
        drafted(regime="protection", form="oral", three=True)

    assert drafted(regime="protection", three=True).is_three_party


def test_the_database_itself_keeps_three_parties_out_of_a_service(drafted):
    contract = drafted()

    with pytest.raises(IntegrityError), transaction.atomic():
        Contract.objects.filter(pk=contract.pk).update(is_three_party=True)


def test_without_a_known_name_the_client_is_anonymous(hana, teren, drafted, client_of_ours):
    from spojka.identities.models import Identity

    named = make.client(teren)
    Identity(**teren.ownership, client=named, sealed="x", recorded_by="eva").add()

    assert drafted(form="oral").is_anonymous
    assert not drafted(client=named).is_anonymous


def test_words_lie_sealed(drafted):
    drafted()

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT texts FROM {ContractWording._meta.db_table}")
        assert cursor.fetchone()[0].startswith("gAAAA")


def test_an_addendum_holds_when_it_is_concluded_and_the_older_wording_stays(eva, hana, concluded, terms):
    contract, until = concluded(), MONDAY + 90 * DAY
    drafts.amend(by=eva, id=new_id(), contract=contract, terms=terms(ends_on=until), today=MONDAY)
    contract.refresh_from_db()
    assert contract.until is None

    conclude(hana, contract, on=MONDAY + DAY)

    contract.refresh_from_db()
    assert (contract.until, contract.number, contract.concluded_on) == (until, 1, MONDAY)
    assert [one.ends_on for one in contract.wordings.order_by("version")] == [None, until]


def test_one_addendum_is_written_at_a_time(eva, concluded, terms):
    contract = concluded()
    drafts.amend(by=eva, id=new_id(), contract=contract, terms=terms(), today=MONDAY)

    with pytest.raises(Refusal):
        drafts.amend(by=eva, id=new_id(), contract=contract, terms=terms(), today=MONDAY)
    drafts.drop(by=eva, contract=contract, at=make.NOON)
    again = drafts.amend(by=eva, id=new_id(), contract=contract, terms=terms(), today=MONDAY)
    assert again.version == 2


def test_a_repeated_sending_writes_one_contract(eva, client_of_ours, terms):
    said = {"id": new_id(), "client": client_of_ours, "frame": Frame(regime="service", form="oral"), "terms": terms()}

    for _ in range(2):
        drafts.write(by=eva, **said)

    assert ContractWording.objects.count() == 1
