"""One evening at the drop-in centre, added up with a pencil; the sums stand in the comments."""

from decimal import Decimal

import pytest

from spojka.figures import registry

from .night import CONDOM, SYRINGE, WATER, back, given

PENCIL = {
    "contacts": 6,  # a, a, b, c and two without a code; the tally is none
    "clients": 3,  # a, b, c
    "contacts.first": 2,  # b and one of the two without a code
    "contacts.coded": 4,  # a, a, b, c
    "contacts.anonymous": 2,  # 6 - 4
    "tallies.people": 30,
    "exchanges": 4,  # a, b, one without a code, and a's second one, who only brought back; c only took condoms
    "syringes.given": 45,  # 20 + 15 + 10
    "syringes.back": 36,  # 18 + 12 + 6; the 7 found ones stand apart
    "syringes.found": 7,
    "clients.syringes": 2,  # a, b
    "contacts.timed": 4,  # 10, 11, 30 and 45 minutes
    "contacts.region": 3,  # 11, 30, 45: ten are not over ten
    "contacts.intervention": 2,  # 30, 45
}


@pytest.fixture
def evening(night):
    untimed = {"is_timed": 0}
    night.met(
        side="code", client_id="a", sex="man", acts=[("VP", 1, 10)], given=[given(SYRINGE, 20), given(WATER, 5)],
        back=[back(SYRINGE, 18)],
    )  # fmt: skip
    night.met(side="code", client_id="a", sex="man", acts=[("VP", 1, 11)], back=[back(SYRINGE, 12)])
    night.met(
        side="code", client_id="b", sex="woman", is_first=1, acts=[("VP", 1, 10), ("IP", 1, 20)],
        given=[given(SYRINGE, 15)], back=[back(SYRINGE, 7, "found")],
    )  # fmt: skip
    night.met(side="code", client_id="c", sex="man", acts=[("IP", 1, 45)], given=[given(CONDOM, 6)])
    night.met(
        is_first=1, acts=[("VP", 1, 60)], given=[given(SYRINGE, 10)], back=[back(SYRINGE, 6, "others")], **untimed
    )
    night.met(sex="woman", acts=[("IS", 1, 60)], **untimed)
    night.met(side="tally", people=30, acts=[("KP", 30, 5)])
    return night


def test_the_evening_says_what_the_pencil_says(evening):
    totals = evening.counts().totals

    assert {code: totals[code] for code in PENCIL} == PENCIL


def test_returned_of_a_hundred_is_of_its_two_numbers(evening):
    totals = evening.counts().totals
    rate = registry.told("syringes.rate")

    assert rate.value(totals[rate.part], totals[rate.whole]) == Decimal("80.0")  # 36 : 45


def test_contacts_and_clients_go_apart_by_sex(evening):
    counts = evening.counts()

    assert counts.of("sex", "contacts") == {"man": 3, "woman": 2, "": 1}
    assert counts.of("sex", "clients") == {"man": 2, "woman": 1}
    assert counts.of("sex", "contacts.first") == {"woman": 1, "": 1}
    assert counts.of("sex", "contacts.anonymous") == {"woman": 1, "": 1}


def test_each_client_stands_in_one_band(evening):
    counts = evening.counts()

    assert counts.of("item", "clients.contacts") == {"1": 2, "2_5": 1}  # b, c; a came twice
    assert counts.of("item", "clients.by_syringes") == {"1_20": 2}  # a 20, b 15; c none


def test_breath_is_spread_over_its_bands(night):
    for promile in ("0", "0", "0.24", "0.25", "0.99", "1.0", "2.4"):
        night.blew(promile)

    assert night.counts().of("item", "breaths") == {"zero": 2, "to_024": 1, "to_099": 2, "from_1": 2}
    assert night["breaths"] == 7


def test_pressure_is_spread_over_its_ranges(night):
    for upper, lower in (("85", "60"), ("118", "75"), ("119", "79"), ("125", "70"), ("125", "92"), ("145", "80")):
        night.pressed(upper, lower)

    # 85 is low; 118 and 119 optimal; 125 with 70 normal; 92 below and 145 above are both of the first grade
    assert night.counts().of("item", "pressures") == {"low": 1, "optimal": 2, "normal": 1, "grade_1": 2}
    assert night["pressures"] == 6


def test_refusals_go_by_ground_and_by_hour(night):
    for ground, at in (
        ("full", "2026-07-04 12:05"), ("full", "2026-07-04 12:55"), ("exhausted", "2026-07-04 12:30"),
        ("full", "2026-07-04 13:00"), ("weapon", "2026-07-04 13:10"),
    ):  # fmt: skip
        night.refused(ground, at=at)

    counts = night.counts()
    assert counts.of("item", "refusals") == {"full": 3, "exhausted": 1, "weapon": 1}
    assert counts.of("hour", "refusals") == {"14": 3, "15": 2}  # in Prague two hours later in summer
