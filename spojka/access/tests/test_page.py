"""Pages of long lists: nothing is lost between them, and nobody counts to the end."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db.models import F, Q

from spojka.access import paging
from spojka.access.doors import shown
from spojka.access.owned import Owned, OwnedQuerySet
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


@pytest.fixture
def opened(teren, kontakt, seven):
    """Anna's seven, and five of a client of another service who is open to hers; days and moments repeat."""
    client, strange = make.client(kontakt), make.shift(kontakt)
    make.grant(client, teren, kontakt)
    for row in Encounter.objects.order_by("pk")[:4]:
        Encounter.objects.filter(pk=row.pk).update(day=row.day - timedelta(days=2))
    for number in range(5):
        made = make.encounter(strange, client=client)
        Encounter.objects.filter(pk=made.pk).update(day=made.day - timedelta(days=number % 3))
    make.encounter(strange)  # of somebody else
    return Encounter.objects.filter(Q(pk__in=seven) | Q(client=client))


@pytest.mark.parametrize("order", [ORDER, ("day", "-pk"), ("-people", "day", "pk")])
@pytest.mark.parametrize("size", [1, 3, 5, 50])
@pytest.mark.parametrize("far", [1, 1000])
def test_what_grants_open_has_its_places_among_ones_own(anna, opened, monkeypatch, order, size, far):
    monkeypatch.setattr(paging, "FAR", far)
    whole = list(opened.order_by(*order))
    assert len(Encounter.objects.apart(anna, Permission.ENCOUNTER_VIEW)) == 2

    pages = []
    for number in range(1, -(-12 // size) + 1):
        said = {"by": anna, "to": Permission.ENCOUNTER_VIEW, "order": order}
        pages.append(shown(Encounter, **said, page=number, size=size))

    assert [row for one in pages for row in one.object_list] == whole
    assert [one.has_next() for one in pages] == [*(True for _ in pages[1:]), False]
    assert {one.paginator.told for one in pages} == {12}


def test_a_row_on_two_grounds_stands_once(anna, teren, kontakt):
    client = make.client(teren)
    make.grant(client, teren, kontakt)
    made = make.encounter(make.shift(teren), client=client)

    assert page(anna, 1).object_list == [made]


def test_of_both_parts_no_more_than_needed_is_counted(anna, opened, monkeypatch):
    monkeypatch.setattr(paging, "MOST", 9)

    assert (page(anna, 1).paginator.count, page(anna, 1).paginator.is_cut) == (9, True)


@pytest.mark.parametrize("order", [("client__code", "pk"), (F("day"),), ("client",), ("note",), ("occurred_at",)])
def test_only_what_python_orders_as_the_database_does_is_merged(order):
    assert paging.can_merge(Encounter, order) is (order == ("occurred_at",))


RULED = [
    one
    for one in apps.get_models()
    if issubclass(one, Owned) and type(one.objects.all()).listed is not OwnedQuerySet.listed
]


@pytest.mark.parametrize("model", RULED)
def test_rows_with_rules_of_their_own_are_never_parted(anna, model):
    """What a model asks for beyond the grounds is asked in listed(): a list in parts would pass it by."""
    (whole,) = model.objects.apart(anna, Permission.MEETING_VIEW)

    assert str(whole.query) == str(model.objects.listed(anna, Permission.MEETING_VIEW).query)
