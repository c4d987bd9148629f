"""Balances that nobody ever counted hold when old contacts are erased."""

from datetime import timedelta

import pytest

from spojka.encounters.models import Encounter, Handout
from spojka.stock.models import Count, Taking
from spojka.stock.overview import Overview
from spojka.stock.tidying import tidy
from tests import make

from .conftest import NOON, count, deliver, draw, give, there

LATER = NOON + timedelta(days=4 * 365)


@pytest.fixture
def old(hana, anna, teren, store):
    """A hundred came, thirty went; of water more went than came."""
    deliver(hana, store)
    shift = make.shift(teren)
    draw(anna, shift, store)
    give(shift, "condom", 30)
    give(shift, "water", 5)
    return store


def erase():
    Handout.objects.all().delete()
    Encounter.objects.all().delete()


def test_a_balance_holds_when_contacts_are_erased(hana, teren, old):
    list(tidy(LATER))
    erase()

    assert (there(teren, old), there(teren, old, "water")) == (70, -5)
    deliver(hana, old, quantity=10, at=LATER)
    assert there(teren, old) == 80


def test_is_carried_over_once_and_counts_as_no_stock_taking(hana, teren, old):
    list(tidy(LATER))
    list(tidy(LATER))

    assert Taking.objects.count() == 1
    assert Overview(teren, hana, LATER.date()).last_takings == {}


def test_stands_in_the_ledger_and_is_no_difference_of_anybody(hana, old, browse):
    list(tidy(LATER))
    erase()
    head = browse(hana)

    ledger = head.get("/podchod/stock/items/condom/?month=2028-01").content.decode()

    assert "Převedla Spojka, nikdo nepočítal." in ledger
    assert "Převedla" not in head.get("/podchod/stock/differences/").content.decode()


def test_what_somebody_counted_later_is_left_alone(hana, old):
    count(hana, old, {"condom": 60}, at=LATER - timedelta(days=10))

    list(tidy(LATER))

    carried = Count.objects.exclude(quantity=60)
    assert list(carried.values_list("code", "quantity")) == [("water", -5)]
