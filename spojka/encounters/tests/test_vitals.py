"""Ranges of vital signs and when to call, at every boundary; vitals.test.mjs runs the same in the phone's script."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from spojka.encounters import vitals
from spojka.encounters.content import SignValues
from spojka.figures import dated

VECTORS = json.loads((Path(__file__).parent / "vitals.json").read_text())
TODAY = date(2026, 7, 4)
BY = vitals.rules(TODAY)


def values(upper=None, lower=None, temperature=None, symptoms=None, dazed=False, **said):
    warm = None if temperature is None else Decimal(str(temperature))
    told = {"upper": upper, "lower": lower, "temperature": warm, "has_symptoms": symptoms, "is_dazed": dazed}
    return SignValues(**said, **told)


@pytest.mark.parametrize(("upper", "lower", "band"), VECTORS["pressure"])
def test_the_higher_of_two_numbers_decides_the_range(upper, lower, band):
    assert vitals.pressure(values(upper, lower), BY) == band


@pytest.mark.parametrize(("upper", "lower", "is_so"), VECTORS["asks"])
def test_a_very_high_pressure_asks_about_symptoms(upper, lower, is_so):
    assert vitals.asks(values(upper, lower), BY) is is_so


@pytest.mark.parametrize(("said", "codes"), VECTORS["calls"])
def test_what_calls_for_the_ambulance(said, codes):
    assert vitals.calls(values(**said), BY) == codes


def test_ranges_leave_no_number_out():
    for bands in (BY.upper, BY.lower):
        assert [low for _code, low, _high in bands[1:]] == [high + 1 for _code, _low, high in bands[:-1]]
        assert bands[-1][2] is None


def test_no_range_is_called_an_illness_and_each_tells_how_sure_it_is():
    found = [*dated.history("pressure_upper"), *dated.history("pressure_lower"), *dated.history("vital_alerts")]

    assert not any("hypert" in one.cs.lower() + one.en.lower() for one in found)
    assert {one.sureness for one in dated.history("vital_alerts")} == {"knowledge", "seed", "proposal"}


@pytest.mark.parametrize(
    ("checked_on", "is_so"),
    [
        (None, False),
        (date(2026, 7, 4), True),
        (date(2024, 7, 10), True),
        (date(2024, 6, 1), False),
        (date(2026, 7, 5), False),
    ],
)
def test_an_inspection_holds_for_its_months(checked_on, is_so):
    assert vitals.is_checked(checked_on, TODAY, BY) is is_so
