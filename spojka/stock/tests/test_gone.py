"""What is not there any more is told where it is given out."""

import pytest

from spojka.encounters import beside
from tests import make

from .conftest import deliver, draw, give, issue

CODES = ("condom", "water", "filters")


@pytest.fixture
def shift(anna, teren, bag):
    shift = make.shift(teren)
    draw(anna, shift, bag)
    return shift


def test_the_last_piece_makes_it_exhausted(hana, anna, store, bag, shift):
    deliver(hana, store)
    issue(anna, store, bag, {"condom": 5})
    give(shift, "condom", 4)
    assert beside.gone(shift, anna, CODES) == frozenset()

    give(shift, "condom", 1)

    assert beside.gone(shift, anna, CODES) == {"condom"}


def test_what_was_never_there_is_not_exhausted(anna, shift):
    give(shift, "water", 3)

    assert beside.gone(shift, anna, CODES) == frozenset()


def test_a_shift_that_takes_from_nowhere_and_strangers_hear_nothing(hana, anna, bara, cyril, teren, store, bag, shift):
    deliver(hana, bag, quantity=1)
    give(shift, "condom", 1)

    assert beside.gone(make.shift(teren, place=shift.place), anna, CODES) == frozenset()
    assert [beside.gone(shift, one, CODES) for one in (anna, bara, cyril)] == [{"condom"}, frozenset(), frozenset()]
