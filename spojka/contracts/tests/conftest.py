from datetime import date, timedelta

import pytest

from spojka.base.ids import new_id
from spojka.contracts.actions import concluding, drafts, rules, warnings
from spojka.contracts.content import Frame, Handed, Terms
from tests import make

MONDAY = date(2026, 3, 2)
WORDS = {
    "goal": "Chci splatit dluh.",
    "where_when": "V kontaktním centru, v otevírací době.",
    "changing": "Dodatkem.",
    "unkept": "Promluvíme si o tom.",
    "ending": "Klient kdykoli.",
}


@pytest.fixture
def eva(teren):
    """Eva, key worker of Anna's service: she writes contracts, and concludes none."""
    return make.member(teren, name="Eva Klíčová", role="key_worker")


@pytest.fixture
def client_of_ours(teren):
    return make.client(teren)


@pytest.fixture
def house_rules(lists, hana, teren):
    said = {"text": "Chováme se k sobě slušně.\n\nNeprodáváme tu látky.", "notice": 14, "notice_unit": "days"}
    return rules.set_rules(by=hana, id=new_id(), service=teren, valid_from=date(2026, 1, 1), **said)


@pytest.fixture
def terms(house_rules):
    def of(fee="", ends_on=None, **fields):
        words = WORDS | ({"fee": fee} if fee else {})
        said = {"rules": house_rules, "words": words, "starts_on": MONDAY, "acts": ["SPP"]}
        return Terms(**said | {"ends_on": ends_on} | fields)

    return of


@pytest.fixture
def drafted(eva, client_of_ours, terms):
    """A draft that waits for the head."""

    def of(client=None, regime="service", form="written", three=False, **fields):
        frame = Frame(regime=regime, form=form, is_three_party=three)
        return drafts.write(by=eva, id=new_id(), client=client or client_of_ours, frame=frame, terms=terms(**fields))

    return of


@pytest.fixture
def concluded(hana, drafted):
    def of(on=MONDAY, **fields):
        contract = drafted(**fields)
        return concluding.conclude(by=hana, contract=contract, on=on, edition=1, today=on)

    return of


@pytest.fixture
def warned(eva):
    """A warning to a contract, delivered a week after it was concluded."""

    def of(contract, delivered=MONDAY + timedelta(days=7)):
        day = MONDAY + timedelta(days=7)
        handed = Handed(on=delivered, how="in_person") if delivered else Handed()
        said = {"rule": "Neprodáváme tu látky.", "what": "Nabízel látku.", "happened_on": day, "written_on": day}
        return warnings.warn(by=eva, id=new_id(), contract=contract, handed=handed, today=day, **said)

    return of
