"""Contracts in figures and in the search, counted by hand."""

from datetime import timedelta

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.contracts.actions import endings, mending, refusals
from spojka.encounters import extract
from spojka.encounters.metrics import DIMENSIONS
from spojka.encounters.scope import Scope
from spojka.figures import counting, registry
from spojka.figures.protect import Audience
from spojka.reports import indicators
from spojka.search.answer import answer
from spojka.search.asked import Asked
from tests import make

from .conftest import MONDAY
from .test_end import LATER, notice

ITEM = [one for one in DIMENSIONS if one.code == "item"]
SPAN = Scope(first=MONDAY, last=MONDAY + timedelta(days=60))


def counted(by, scope=SPAN):
    with extract.extract(by, scope) as store:
        metrics = [one for one in registry.metrics() if one.code.startswith("contracts.")]
        return counting.count(store, metrics, ITEM)


def refuse(by, service, ground, on):
    said = {"ground": ground, "is_residential": False, "ended_on": None, "instead": "later", "words": {}}
    about = {"service": service, "client": None, "on": on, "wants_paper": False, "today": on}
    return refusals.refuse(by=by, id=new_id(), **about, **said)


def test_by_hand(eva, hana, cyril, teren, concluded, drafted, warned, lists):
    """Four concluded (one by word), three ended: by the client, by notice for duties, by time; a notice taken back."""
    first, second, third, fourth = [concluded(client=make.client(teren), form=form) for form in FORMS]
    drafted(client=make.client(teren))
    concluded(client=make.client(teren), ends_on=MONDAY + timedelta(days=30))
    said = {"on": LATER, "last": LATER, "is_written": False, "words": "", "today": LATER}
    endings.end(by=eva, id=new_id(), contract=first, **said)
    notice(hana, second, "duties", delivered=LATER)
    back = notice(hana, third, "dignity", delivered=LATER)
    endings.take_back(by=hana, ending=back, at=timezone.now(), today=LATER)
    warned(fourth)
    mending.void_warning(by=eva, row=warned(fourth), why="x", at=timezone.now())
    refuse(eva, teren, "capacity", LATER)
    refuse(eva, teren, "not_provided", LATER)
    mending.void_refusal(by=eva, row=refuse(eva, teren, "capacity", LATER), why="x", at=timezone.now())

    counts = counted(eva)

    totals = {code.removeprefix("contracts."): n for code, n in counts.totals.items()}
    assert totals == {
        "concluded": 5, "written": 4, "oral": 1, "ended": 3, "ended.client": 1, "ended.agreement": 0,
        "ended.provider": 1, "ended.time": 1, "warnings": 1, "refused": 2,
    }  # fmt: skip
    assert counts.of("item", "contracts.ended.provider") == {"duties": 1}
    assert counts.of("item", "contracts.refused") == {"capacity": 1, "not_provided": 1}
    assert not any(counted(cyril).totals.values())
    block = indicators.make([eva], SPAN, Audience.OWN, make.NOON)
    section = next(one for one in block.sections if one.code == "contracts")
    assert [line.cell.text for line in section.lines][:5] == ["5", "4", "1", "1", "3"]
    outside = indicators.make([eva], SPAN, Audience.PARTNER, make.NOON)
    hidden = next(one for one in outside.sections if one.code == "contracts")
    assert "1" not in [line.cell.text for line in hidden.lines]


FORMS = ("written", "oral", "written", "written")


def test_a_contract_is_found_by_its_number_and_by_the_code(eva, bara, cyril, concluded):
    contract = concluded()

    for typed in (str(contract), contract.client.code):
        assert [hit.title for hit in hits(typed, eva)] == [contract.title], typed
        assert not hits(typed, bara)
        assert not hits(typed, cyril)
    for typed in ("1/1999", "co s tím? :-)"):
        assert not hits(typed, eva)


def hits(typed, by):
    found = answer(Asked.of(typed), by, "contracts")
    return [hit for group in found for hit, _excerpt in group.hits]
