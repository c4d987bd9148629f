"""The formulas on the vectors of the reference; alcohol.test.mjs runs the same ones in the phone's script."""

import json
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path

import pytest

from spojka.encounters import alcohol
from spojka.encounters.alcohol import Said

VECTORS = json.loads((Path(__file__).parent / "alcohol.json").read_text())
BY = alcohol.Rules(**VECTORS["rules"])
TODAY = date(2026, 7, 5)


@pytest.mark.parametrize(("ml", "percent", "found"), VECTORS["drinks"])
def test_grams_of_a_drink(ml, percent, found):
    assert alcohol.grams(ml, percent) == pytest.approx(found, abs=0.005)


@pytest.mark.parametrize(("sex", "name"), list(product(["man", "woman"], ["widmark", "watson", "forrest", "seidl"])))
def test_forty_grams_by_each_formula(sex, name):
    body = VECTORS["bodies"][sex]
    r, found = body[name]
    kg, cm = body["kg"], body["cm"]
    said = {
        "widmark": alcohol.WIDMARK[sex],
        "watson": alcohol.watson(sex, kg, cm, body["years"]),
        "forrest": alcohol.forrest(sex, kg, cm),
        "seidl": alcohol.seidl(sex, kg, cm),
    }[name]

    assert said == pytest.approx(r, abs=0.00005)
    assert alcohol.promile(40, kg, said) == pytest.approx(found, abs=0.00006)


def test_elimination_takes_away_down_to_nought():
    assert alcohol.promile(40, 80, 0.68, hours=2, rate=0.15) == pytest.approx(0.4353, abs=0.0001)
    assert alcohol.promile(40, 80, 0.68, hours=20, rate=0.15) == 0


def test_the_rules_of_a_day_are_the_dated_values():
    assert asdict(alcohol.rules(TODAY)) == VECTORS["rules"]


@pytest.mark.parametrize("case", VECTORS["gone"])
def test_when_it_is_probably_gone(case):
    known = {name: case[name] for name in ("since", "sex", "kg", "cm") if name in case}

    soonest, latest = alcohol.gone(case["measured"], Said(**known, is_calibrated=case["isCalibrated"]), BY)

    assert soonest == pytest.approx(case["soonest"], abs=0.001)
    assert latest == pytest.approx(case["latest"], abs=0.001)


@pytest.mark.parametrize("lost", ["since", "sex", "kg", "cm", "is_calibrated"])
def test_what_is_not_known_never_makes_the_range_narrower(lost):
    nothing = getattr(Said(), lost)
    cases = product([0, 15, 60, 120], ["man", "woman", "other"], [40, 55, 80, 130, 200], [140, 170, 210])
    for since, sex, kg, cm in cases:
        known = Said(since=since, sex=sex, kg=kg, cm=cm, is_calibrated=True)
        first, last = alcohol.gone(0.8, known, BY)
        wider_first, wider_last = alcohol.gone(0.8, replace(known, **{lost: nothing}), BY)
        assert wider_first <= first
        assert wider_last >= last


def test_the_range_on_the_clock_is_rounded_outwards():
    at = datetime(2026, 7, 5, 10, 40, tzinfo=UTC)
    said = Said(since=120, is_calibrated=True)

    first, last = alcohol.between(at, 0.861, said, BY)

    assert (f"{first:%H:%M}", f"{last:%H:%M}") == ("13:00", "21:50")
    assert alcohol.between(at.replace(minute=44), 0, said, BY)[0] == at.replace(minute=44)


@pytest.mark.parametrize(
    ("on", "is_fresh"),
    [
        (None, False),
        (date(2026, 7, 5), True),
        (date(2025, 7, 5), True),
        (date(2025, 7, 1), False),
        (date(2026, 7, 6), False),
    ],
)
def test_a_calibration_holds_for_a_year(on, is_fresh):
    assert alcohol.is_calibrated(on, TODAY, BY) is is_fresh
