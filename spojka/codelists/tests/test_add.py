"""Adding an item of one's own."""

import pytest
from django.core.exceptions import PermissionDenied

from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.codelists import actions
from spojka.codelists.catalogue import catalogue
from spojka.codelists.models import OwnEntry
from tests import make

from .conftest import DAY

SWEET = {"unit": "piece", "category": "food", "direction": ["out"]}


def fields(service, **changes):
    usual = {
        "id": new_id(),
        "service": service,
        "list": "material",
        "name_cs": "Lízátko",
        "name_en": "Lollipop",
        "short": "Lízátko",
        "valid_from": DAY,
        "extra": SWEET,
    }
    return usual | changes


def test_the_service_offers_it_after_the_shipped_ones(lists, hana, teren, kontakt):
    row = actions.add(by=hana, **fields(teren, limit=3))

    item = catalogue(teren, DAY).items("material")[-1]
    assert (item.code, item.name, item.limit, item.is_own) == (row.code, "Lízátko", 3, True)
    assert row.code == "own_lizatko"
    assert catalogue(kontakt, DAY).find("material", row.code) is None


def test_the_same_name_gets_the_same_code_in_every_service(lists, hana, teren, kontakt):
    head = make.member(kontakt, role="service_head")

    assert actions.add(by=hana, **fields(teren)).code == actions.add(by=head, **fields(kontakt)).code


def test_names_that_begin_alike_get_codes_of_their_own(lists, hana, teren):
    added = [
        actions.add(by=hana, **fields(teren, name_cs=f"Velmi dlouhý název věci {n}", short=str(n))) for n in range(3)
    ]

    assert len({row.code for row in added}) == 3
    assert all(len(row.code) <= 20 for row in added)


def test_long_names_that_begin_alike_differ_between_services_too(lists, hana, teren, kontakt):
    head = make.member(kontakt, role="service_head")
    mine = actions.add(by=hana, **fields(teren, name_cs="Velmi dlouhý název první"))
    theirs = actions.add(by=head, **fields(kontakt, name_cs="Velmi dlouhý název druhý"))

    assert mine.code != theirs.code


def test_a_name_of_signs_alone_still_gets_a_code(lists, hana, teren):
    codes = {actions.add(by=hana, **fields(teren, name_cs=name)).code for name in ("🍭", "مصاصة")}

    assert len(codes) == 2


def test_refuses_a_name_the_list_has(lists, hana, teren):
    with pytest.raises(Refusal):
        actions.add(by=hana, **fields(teren, name_cs="špunty do uší"))


def test_sent_twice_is_one_item(lists, hana, teren):
    same = fields(teren)

    assert actions.add(by=hana, **same) == actions.add(by=hana, **same)
    assert OwnEntry.objects.count() == 1


@pytest.mark.parametrize(
    "change",
    [{"list": "sex", "extra": {}}, {"extra": {}}, {"extra": SWEET | {"unit": "barrel"}}, {"minutes": 5}],
)
def test_refuses_what_the_list_can_not_hold(lists, hana, teren, change):
    with pytest.raises(Refusal):
        actions.add(by=hana, **fields(teren, **change))


def test_can_be_renamed_on_the_tile_and_switched_off_and_keeps_its_name(lists, hana, teren, values):
    code = actions.add(by=hana, **fields(teren, limit=3)).code

    actions.edit(by=hana, **values(teren, code=code, is_on=False, limit=2))
    item = catalogue(teren, DAY).find("material", code)

    assert (item.is_on, item.limit, item.name, item.short) == (False, 2, "Lízátko", "Lízátko")
    assert item.extra == SWEET


@pytest.mark.parametrize("who", ["anna", "bara", "cyril"])
def test_is_for_the_head_of_that_service_alone(lists, who, teren, request):
    with pytest.raises(PermissionDenied):
        actions.add(by=request.getfixturevalue(who), **fields(teren))

    assert not OwnEntry.objects.exists()
