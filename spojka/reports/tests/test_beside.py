"""What packages add to reports: tests, naloxone and groups are told, protected and never lead to a result."""

from datetime import timedelta

import pytest

from spojka.care.models import RapidTest
from spojka.encounters.models import Handout
from spojka.figures.protect import Audience
from spojka.naloxone.models import NaloxoneKit
from spojka.reports import contacts
from spojka.reports.contacts import Wanted
from spojka.reports.indicators import make as block
from tests import make

from .test_indicators import JULY, said
from .test_rates import totals

PERIOD = "from=2026-07-01&to=2026-07-31"
RESULTS = ("nonreactive", "reactive", "invalid", "not_read")


@pytest.fixture
def week(teren, hana, lists):
    """Forty tests: of HIV nearly all nonreactive, of hepatitis C a few others."""
    shift = make.shift(teren)
    results = {"hiv": ["nonreactive"] * 19 + ["reactive"], "hcv": ["nonreactive"] * 12 + ["reactive"] * 8}
    at = {"day": shift.day, "due_from": shift.start + timedelta(minutes=75), "state": "done"}
    by = {"taken_by": hana.id, "recorded_by": hana.id}
    for kind, came in results.items():
        for one in came:
            RapidTest(**shift.ownership, shift=shift, kind=kind, result=one, **at, **by).add()
    met = make.encounter(shift, recorded_by=hana.id)
    Handout(**shift.ownership, encounter=met, code="naloxone", quantity=6).add()
    kit = {"doses": 2, "reason": "first", "trained": "none", "recorded_by": hana.id}
    NaloxoneKit(**shift.ownership, encounter=met, day=shift.day, **kit).add()
    return hana


def made(by, audience=Audience.OWN):
    return contacts.make([by], Wanted(scope=JULY, audience=audience), make.NOON)


def columns(report, code):
    """The lines of a breakdown, by the values of their first figures."""
    table = next(one for one in report.tables if one.code == code)
    return {line.key: [cell.value for cell in line.cells] for line in table.lines}


def test_they_stand_in_the_report_by_kind(week):
    report = made(week)

    assert columns(report, "tests")["hiv"] == [20, 19, 1, 0, 0, 0]
    assert {cell.metric.code: cell.value for cell in report.figures}["naloxone.doses"] == 12


def test_results_by_kind_go_out_all_or_none(week):
    lines = columns(made(week, Audience.PARTNER), "tests")

    assert {key: cells[:3] for key, cells in lines.items()} == {"hiv": [20, None, None], "hcv": [20, None, None]}


@pytest.mark.parametrize(
    ("came", "shown"),
    [
        ((40, 8, 0, 0), [40, 8, 0, 0]),
        ((40, 3, 0, 0), [None] * 4),  # else 43 less 40 would tell
        ((40, 3, 2, 0), [40, None, None, 0]),
        ((40, 8, 3, 0), [40, None, None, 0]),
    ],
)
def test_a_result_is_never_what_the_others_leave(came, shown):
    sums = {f"tests__{code}": n for code, n in zip(RESULTS, came, strict=True)}
    cells = totals(5, tests=sum(came), **sums)

    assert [cells[f"tests.{code}"].value for code in RESULTS] == shown


def test_tests_that_wait_are_a_small_rest_too():
    cells = totals(5, tests=43, tests__nonreactive=40)

    assert cells["tests.nonreactive"].value is None


def test_they_are_lines_of_the_indicators(week):
    health = said(block([week], JULY, Audience.OWN, make.NOON), "health")

    assert (health["tests"], health["test.hiv"], health["test.hcv"], health["reactive"]) == (40, 20, 20, 9)
    assert (health["kits"], health["doses"], health["uses"]) == (6, 12, 0)


def test_a_result_leads_to_no_list(week, browse):
    browser = browse(week)
    page = browser.get(f"/podchod/reports/contacts/?{PERIOD}&by=item").content.decode()

    assert "metric=tests&amp;" in page
    assert "metric=tests.reactive" not in page
    for code in ("tests.reactive", "tests.referred"):
        assert browser.get(f"/podchod/reports/rows/?{PERIOD}&metric={code}").status_code == 404


def test_the_list_of_tests_says_neither_whose_nor_what_came(week, browse):
    rows = browse(week).get(f"/podchod/reports/rows/?{PERIOD}&metric=tests&by=item&value=hiv")

    assert (rows.context["behind"].count, {row.who for row in rows.context["behind"].page.object_list}) == (20, {""})
    assert "eaktivní" not in rows.content.decode().replace("nereaktivní nebo", "")


def test_kits_lead_to_their_contacts(week, browse):
    behind = browse(week).get(f"/podchod/reports/rows/?{PERIOD}&metric=naloxone.kits").context["behind"]

    assert (behind.count, behind.total) == (1, 6)
    assert behind.page.object_list[0].encounter
