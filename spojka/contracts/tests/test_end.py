"""How a contract ends: by whom, on what grounds, and when the notice runs out."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from spojka.access.owned import Changed
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.contracts import documents, reading
from spojka.contracts.actions import drafts, endings, warnings
from spojka.contracts.content import Breach, Handed
from spojka.contracts.models import SOONEST, ContractState
from tests import make

from .conftest import MONDAY

DAY = timedelta(days=1)
LATER = MONDAY + 21 * DAY


def notice(hana, contract, ground, on=LATER, delivered=None, **fields):
    said = {"ground": ground, "what": "Křičel na pracovnici.", "happened_on": on} | fields
    handed = Handed(on=delivered, how="in_person") if delivered else Handed()
    return endings.give_notice(
        by=hana, id=new_id(), contract=contract, breach=Breach(**said), on=on, handed=handed, today=delivered or on
    )


def test_the_client_ends_it_at_any_time_without_a_reason(eva, concluded):
    contract = concluded()
    said = {"on": LATER, "last": LATER, "is_written": False, "words": "", "today": LATER}

    id = new_id()

    for _sent in range(2):
        endings.end(by=eva, id=id, contract=contract, **said)
    with pytest.raises(Changed):
        endings.end(by=eva, id=id, contract=contract, **said | {"last": LATER + DAY})

    contract.refresh_from_db()
    assert contract.state_on(LATER) == ContractState.NOTICE
    assert contract.state_on(LATER + DAY) == ContractState.ENDED


def test_for_broken_rules_there_must_be_a_warning(hana, concluded, warned):
    contract = concluded()

    with pytest.raises(endings.NoGround) as said:
        notice(hana, contract, "rules")
    assert said.value.field == "warning"
    undelivered = warned(contract, delivered=None)
    with pytest.raises(endings.NoGround):
        notice(hana, contract, "rules", warning=undelivered)


def test_a_warning_of_another_contract_does_not_count(hana, teren, concluded, warned):
    theirs = warned(concluded())

    with pytest.raises(endings.NoGround):
        notice(hana, concluded(), "rules", warning=theirs)


def test_the_rule_must_be_broken_again_after_the_warning_was_delivered(hana, concluded, warned):
    contract = concluded()
    warning = warned(contract)

    for day in (warning.delivered_on, warning.delivered_on - DAY):
        with pytest.raises(endings.NoGround) as said:
            notice(hana, contract, "rules", warning=warning, happened_on=day)
        assert said.value.field == "happened_on"

    assert notice(hana, contract, "rules", warning=warning, happened_on=warning.delivered_on + DAY).pk


@pytest.mark.parametrize(
    ("delivered", "last"),
    [
        (date(2026, 3, 23), date(2026, 4, 8)),
        (date(2026, 3, 30), date(2026, 4, 15)),
        (date(2026, 4, 24), date(2026, 5, 12)),
    ],
)
def test_for_broken_rules_the_notice_has_ten_working_days_from_the_day_after(hana, concluded, warned, delivered, last):
    contract = concluded()

    ending = notice(hana, contract, "rules", warning=warned(contract), on=LATER, delivered=delivered)

    contract.refresh_from_db()
    assert ending.last_day == contract.last_day == last


def test_on_other_grounds_it_is_what_the_rules_say(hana, concluded):
    contract = concluded()

    ending = notice(hana, contract, "dignity", delivered=LATER)

    assert ending.last_day == date(2026, 4, 7)  # 14 calendar days, then moved off Easter Monday


def test_nothing_runs_until_the_notice_was_delivered(hana, eva, concluded):
    contract = concluded()
    ending = notice(hana, contract, "dignity")
    contract.refresh_from_db()
    assert (ending.last_day, contract.last_day) == (None, None)
    assert contract.state_on(LATER) == ContractState.RUNNING

    endings.deliver(by=eva, ending=ending, handed=Handed(on=LATER, how="letter"), today=LATER)

    contract.refresh_from_db()
    assert contract.state_on(LATER) == ContractState.NOTICE


def test_a_fee_unpaid_over_one_calendar_month_is_a_ground(hana, concluded):
    free, paid = concluded(), concluded(fee="120 Kč měsíčně")
    month_ago = MONDAY - 14 * DAY

    with pytest.raises(endings.NoGround):
        notice(hana, free, "duties", unpaid_since=MONDAY - 90 * DAY)
    with pytest.raises(endings.NoGround):
        notice(hana, paid, "duties", unpaid_since=LATER.replace(month=2))  # a month to the day: not yet over it
    assert notice(hana, paid, "duties", unpaid_since=month_ago).ground == "duties"


def test_the_provider_has_no_ground_of_its_own(hana, concluded):
    with pytest.raises(endings.NoGround):
        notice(hana, concluded(), "capacity")


def test_only_the_head_gives_notice_or_agrees(eva, concluded):
    contract = concluded()

    with pytest.raises(PermissionDenied):
        notice(eva, contract, "dignity")
    with pytest.raises(PermissionDenied):
        endings.agree_end(by=eva, id=new_id(), contract=contract, on=LATER, last=LATER, words="", today=LATER)


def test_a_notice_taken_back_lets_the_contract_go_on(hana, concluded):
    contract = concluded()
    ending = notice(hana, contract, "dignity", delivered=LATER)
    with pytest.raises(Refusal):
        notice(hana, contract, "dignity")

    endings.take_back(by=hana, ending=ending, at=make.NOON, today=LATER)

    contract.refresh_from_db()
    assert contract.state_on(LATER + 90 * DAY) == ContractState.RUNNING
    assert notice(hana, contract, "dignity").pk


def test_a_contract_whose_time_is_over_ends_by_itself(concluded):
    contract = concluded(ends_on=LATER)

    assert contract.state_on(LATER) == ContractState.RUNNING
    assert contract.state_on(LATER + DAY) == ContractState.LAPSED


def test_what_has_ended_is_not_changed_any_more(hana, eva, concluded, terms, warned):
    contract, after = concluded(ends_on=MONDAY + DAY), MONDAY + 9 * DAY

    with pytest.raises(Refusal):
        warned(contract, delivered=None)
    with pytest.raises(Refusal):
        drafts.amend(by=eva, id=new_id(), contract=contract, terms=terms(), today=after)
    with pytest.raises(Refusal):
        notice(hana, contract, "dignity", on=after)


def test_a_warning_is_delivered_once_and_not_before_it_was_written(eva, concluded, warned):
    warning = warned(concluded(), delivered=None)
    early = Handed(on=warning.written_on - DAY, how="letter")

    with pytest.raises(Refusal):
        warnings.deliver(by=eva, warning=warning, handed=early, today=LATER)
    warnings.deliver(by=eva, warning=warning, handed=Handed(on=LATER, how="letter"), today=LATER)
    with pytest.raises(Refusal):
        warnings.deliver(by=eva, warning=warning, handed=Handed(on=LATER, how="letter"), today=LATER)


def test_a_contract_whose_time_was_over_before_its_notice_ended_by_time(hana, concluded):
    contract = concluded(ends_on=LATER + DAY)
    notice(hana, contract, "dignity", delivered=LATER)
    contract.refresh_from_db()
    assert contract.last_day > contract.until

    assert contract.state_on(LATER + DAY) == ContractState.NOTICE
    assert contract.state_on(LATER + 2 * DAY) == ContractState.LAPSED


def test_what_ends_first_stands_first(eva, teren, concluded):
    late, soon = concluded(ends_on=LATER + 9 * DAY), concluded(client=make.client(teren))
    said = {"on": LATER, "last": LATER + DAY, "is_written": True, "words": "", "today": LATER}
    endings.end(by=eva, id=new_id(), contract=soon, **said)

    assert [one.pk for one in reading.chosen("ending", LATER, eva).order_by(*SOONEST)] == [soon.pk, late.pk]


def test_the_paper_of_what_was_said_by_word_says_that_it_was_taken_back(eva, hana, concluded):
    contract = concluded()
    said = {"on": LATER, "last": LATER, "is_written": False, "words": "", "today": LATER}
    ending = endings.end(by=eva, id=new_id(), contract=contract, **said)

    ending = endings.take_back(by=hana, ending=ending, at=make.NOON, today=LATER)

    paper = documents.ending_text(reading.told(contract, eva, LATER), ending)
    assert "Bylo to vzato zpět; smlouva pokračuje." in paper
    assert "Klient to řekl ústně" in paper
