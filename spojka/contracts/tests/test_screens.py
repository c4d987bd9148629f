"""Every page, in both widths, light and dark, open to everybody: axe finds nothing, nothing is too wide."""

from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.codelists import load
from spojka.contracts.actions import concluding, drafts, endings, refusals, rules, warnings
from spojka.contracts.content import Breach, Frame, Handed, Terms
from tests import make

from .conftest import WORDS


@pytest.fixture
def told(transactional_db):
    """A head with contracts in all their states; and the pages that show them."""
    load.load()
    service = make.service(organisation=make.organisation(slug="podchod"), kind="3862")
    hana, today = make.member(service, name="Hana Večerní", role="service_head"), timezone.localdate()
    said = {"text": "Slušně.\n\nBez látek.", "valid_from": today - timedelta(days=90), "notice": 9}
    version = rules.set_rules(by=hana, id=new_id(), service=service, notice_unit="days", **said)
    client, other = make.client(service), make.client(service)
    explained = {"rules": version, "ways": ["together"], "on": today, "told_by": hana.id, "note": "Rusky."}
    rules.explain(by=hana, id=new_id(), client=client, today=today, **explained)
    begins = today - timedelta(days=60)
    terms = Terms(rules=version, words=WORDS | {"fee": "1 Kč"}, starts_on=begins, acts=["SPP", "MED"])
    contracts = [
        drafts.write(by=hana, id=new_id(), client=client, frame=Frame(regime="service", form=form), terms=terms)
        for form in ("written", "oral", "oral")
    ]
    for contract in contracts[:2]:
        concluding.conclude(by=hana, contract=contract, on=begins, edition=1, today=today)
    running, ending, draft = contracts
    drafts.amend(by=hana, id=new_id(), contract=running, terms=terms, today=today)
    mine = {"by": hana, "today": today, "contract": ending}
    handed = Handed(on=begins, how="letter")
    days = {"happened_on": begins, "written_on": begins}
    warning = warnings.warn(id=new_id(), rule="Slušně.", what="Křičel.", handed=handed, **days, **mine)
    breach = Breach(ground="rules", what="Znovu.", happened_on=today, warning=warning)
    endings.give_notice(id=new_id(), breach=breach, on=today, handed=Handed(on=today, how="letter"), **mine)
    words = {"who": "Pan v kšiltovce", "wanted": "Byt", "why": "Nemáme.", "offered": "Azyl"}
    ground = {"ground": "capacity", "is_residential": False, "ended_on": None, "instead": "later"}
    refused = {"service": service, "client": None, "on": today, "words": words, "wants_paper": True, "today": today}
    refusal = refusals.refuse(by=hana, id=new_id(), **refused, **ground)
    deeds = [f"contracts/{running.pk}/{deed}/" for deed in ("warn", "end", "end-by-agreement", "notice", "conclude")]
    deeds += [f"contracts/{draft.pk}/{deed}/" for deed in ("change", "conclude")]
    lists = ["contracts/", "contracts/?show=drafts", "contract-refusals/", "contract-refusals/new/", "rules/"]
    pages = [f"contracts/{one.pk}/" for one in contracts] + [f"contract-refusals/{refusal.pk}/"]
    written = [f"clients/{one.pk}/{page}/" for one, page in ((client, "rules"), (other, "contract"))]
    return hana, ["", *lists, *pages, *deeds, *written]


def test_pages_of_contracts_are_open_to_everybody(told, phone, looks):
    hana, addresses = told

    assert looks(phone(hana), [f"/podchod/{address}" for address in addresses]) == {}
