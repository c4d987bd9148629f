"""Which acts follow from a contact, and how minutes are split."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spojka.codelists.catalogue import catalogue
from spojka.encounters.content import BreathValue, Content, _split, acts_of, minutes_of
from tests import make


@pytest.fixture
def shelf(teren, lists):
    return catalogue(teren, date(2026, 7, 4))


def content(**fields) -> Content:
    return Content(**{"side": "anonymous", "occurred_at": make.NOON} | fields)


@pytest.mark.parametrize(
    ("fields", "acts"),
    [
        ({}, {"KP"}),
        ({"materials": {"water": 1}}, {"HR"}),
        ({"themes": ("law",)}, {"IS"}),
        ({"breath": BreathValue(value=0, unit="promile")}, {"AL"}),
        ({"materials": {"water": 1}, "themes": ("law",)}, {"HR", "IS"}),
        ({"materials": {"water": 1}, "acts": {"BT": 1}}, {"BT"}),
        ({"side": "tally", "people": 4}, set()),
    ],
)
def test_acts_follow_from_the_rest_unless_chosen(shelf, fields, acts):
    assert set(acts_of(content(**fields), shelf)) == acts


def test_minutes_are_the_usual_ones_or_those_measured(shelf):
    said = content(acts={"IS": 2, "AL": 1})

    assert minutes_of(said.acts, said, shelf) == {"IS": 20, "AL": 5}
    assert minutes_of(said.acts, content(acts=said.acts, minutes=30), shelf) == {"IS": 24, "AL": 6}


@settings(deadline=None)
@given(st.integers(0, 600), st.dictionaries(st.text(max_size=3), st.integers(0, 200), min_size=1, max_size=6))
def test_split_minutes_add_up(total, weights):
    parts = _split(total, weights)

    assert sum(parts.values()) == total
    assert set(parts) == set(weights)
    assert all(part >= 0 for part in parts.values())
