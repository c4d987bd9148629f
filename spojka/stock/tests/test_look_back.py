"""Looking back: what stock-takings found, page by page, and a month that is over."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import make

from .conftest import count, deliver, draw, give, issue

URL = "/podchod/stock/"


@pytest.fixture
def now():
    return timezone.now()


def test_what_stock_takings_found_is_paged(hana, store, browse, now, monkeypatch):
    monkeypatch.setattr("spojka.stock.views.pages.COUNTS", 2)
    deliver(hana, store, quantity=20, at=now - timedelta(days=9))
    last = None
    for number, n in enumerate((18, 18, 18, 11)):
        last = count(hana, store, {"condom": n}, at=now - timedelta(days=8 - number), last=last).pk

    first, second = (browse(hana).get(f"{URL}differences/?page={n}") for n in (1, 2))

    assert [[n for *_row, n in one.context["found"]] for one in (first, second)] == [[-7], [-2]]
    assert [one.context["agreed"] for one in (first, second)] == [1, 1]
    assert "?page=2" in first.content.decode()


@pytest.mark.parametrize("counted", [None, 25])
def test_an_old_month_says_what_there_was_at_its_ends(counted, hana, anna, teren, store, bag, browse, now):
    deliver(hana, store, quantity=50, at=make.NOON - timedelta(days=40))
    issue(anna, store, bag, {"condom": 10}, at=make.NOON)
    shift = make.shift(teren)
    draw(hana, shift, bag)
    give(shift, "condom", 4, at=make.NOON + timedelta(hours=1))
    if counted:
        count(hana, store, {"condom": counted}, at=make.NOON + timedelta(days=1))
    deliver(hana, store, quantity=7, at=now)

    told = browse(hana).get(f"{URL}items/condom/?month={make.SATURDAY:%Y-%m}").context["ledger"]

    assert (told.before, told.after) == (50, 46 if counted is None else counted + 6)
