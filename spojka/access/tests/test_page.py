"""Pages of long lists: nothing is lost between them, and nobody counts to the end."""

import pytest

from spojka.access import paging
from spojka.access.doors import shown
from spojka.access.permissions import Permission
from spojka.encounters.models import Encounter
from tests import make

ORDER = ("-day", "-occurred_at", "-pk")


@pytest.fixture
def seven(teren):
    shift = make.shift(teren)
    return {make.encounter(shift).pk for _number in range(7)}


def page(actor, asked, size=3):
    return shown(Encounter, by=actor, to=Permission.ENCOUNTER_VIEW, order=ORDER, page=asked, size=size)


def test_the_pages_together_are_the_whole(anna, seven):
    pages = [page(anna, number) for number in (1, 2, 3)]

    assert [len(one.object_list) for one in pages] == [3, 3, 1]
    assert {row.pk for one in pages for row in one.object_list} == seven
    assert [(one.has_previous(), one.has_next()) for one in pages] == [(False, True), (True, True), (True, False)]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 50])
def test_a_far_page_holds_what_it_would_if_it_were_near(anna, seven, monkeypatch, size):
    near = [page(anna, number, size) for number in range(1, 10)]
    monkeypatch.setattr(paging, "FAR", 1)
    far = [page(anna, number, size) for number in range(1, 10)]

    assert [one.object_list for one in far] == [one.object_list for one in near]
    assert [(one.number, one.has_next()) for one in far] == [(one.number, one.has_next()) for one in near]


@pytest.mark.parametrize(
    ("asked", "number"), [("4", 3), ("999999999", 3), ("0", 1), ("-1", 1), ("x", 1), ("9" * 20, 1)]
)
def test_a_page_that_is_not_there_is_the_nearest(anna, seven, asked, number):
    assert page(anna, asked).number == number


def test_no_more_than_needed_is_counted(anna, seven, monkeypatch):
    monkeypatch.setattr(paging, "MOST", 5)

    found = page(anna, 1).paginator

    assert (found.count, found.is_cut, found.told, found.pages_known) == (5, True, None, None)


def test_few_are_counted_all(anna, seven):
    found = page(anna, 1).paginator

    assert (found.count, found.is_cut, found.told, found.pages_known) == (7, False, 7, 3)


def test_an_empty_list_is_one_page(anna):
    assert (page(anna, 5).number, page(anna, 5).object_list) == (1, [])
