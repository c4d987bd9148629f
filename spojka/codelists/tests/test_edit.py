"""Setting an item for one service."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from spojka.access.actor import Actor
from spojka.audit.models import Entry as Deed
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.codelists import actions
from spojka.codelists.catalogue import catalogue, history
from spojka.codelists.models import OwnEntry
from tests import make

from .conftest import DAY


def test_writes_one_row_and_one_deed(lists, hana, teren, values):
    row = actions.edit(by=hana, **values(teren, limit=4, is_on=True))

    assert (row.organisation, row.service, row.limit, row.recorded_by) == (hana.organisation, teren, 4, hana.id)
    assert Deed.objects.get().verb == "codelist.edit"
    assert Deed.objects.get().subject_id == row.pk


def test_sent_twice_is_one_row(lists, hana, teren, values):
    same = values(teren, limit=4)

    assert actions.edit(by=hana, **same) == actions.edit(by=hana, **same)
    assert OwnEntry.objects.count() == 1


@pytest.mark.parametrize("who", ["anna", "bara", "cyril"])
def test_is_for_the_head_of_that_service_alone(lists, who, teren, values, request):
    with pytest.raises(PermissionDenied):
        actions.edit(by=request.getfixturevalue(who), **values(teren, limit=4))

    assert not OwnEntry.objects.exists()


def test_a_head_of_another_service_of_the_house_may_not(lists, teren, kontakt, values):
    with pytest.raises(PermissionDenied):
        actions.edit(by=make.member(kontakt, role="service_head"), **values(teren))


def test_a_manager_of_the_organisation_may_in_all_services_of_theirs(lists, teren, kontakt, values):
    manager = make.member(teren, kontakt, role="organisation_manager")

    for service in (teren, kontakt):
        actions.edit(by=manager, **values(service, limit=3))

    assert OwnEntry.objects.count() == 2


def test_a_day_volunteer_may_not(lists, teren, values):
    with pytest.raises(PermissionDenied):
        actions.edit(by=Actor.day_volunteer(new_id(), teren), **values(teren))


@pytest.mark.parametrize(
    "change",
    [
        {"code": "unheard"},
        {"list": "nothing"},
        {"list": "sex", "code": "woman"},
        {"list": "age_band", "code": "0_14", "position": 3},
        {"minutes": 5},  # material has no minutes
        {"list": "theme", "code": "hearing", "limit": 5},
        {"limit": 5, "is_unlimited": True},
        {"valid_from": DAY.replace(year=2001)},  # before the list began
    ],
)
def test_refuses_what_the_list_does_not_have(lists, hana, teren, values, change):
    with pytest.raises(Refusal) as refused:
        actions.edit(by=hana, **values(teren, **change))

    assert str(refused.value)
    assert not OwnEntry.objects.exists()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"limit": 0}, "9999"),
        ({"limit": 10_000}, "9999"),
        ({"list": "act", "code": "AL", "minutes": 0}, "1440"),
        ({"list": "act", "code": "AL", "minutes": 1441}, "1440"),
        ({"short": "Třináct znaků"}, "12"),
    ],
)
def test_the_database_keeps_the_bounds_too(lists, hana, teren, values, change, sentence):
    with pytest.raises(ValidationError, match=sentence):
        actions.edit(by=hana, **values(teren, **change))


def test_lifts_a_limit(lists, hana, teren, values):
    actions.edit(by=hana, **values(teren, is_unlimited=True))

    assert catalogue(teren, DAY).find("material", "earplugs").limit is None


def test_history_tells_what_was_set_newest_start_first(lists, hana, teren, kontakt, values):
    actions.edit(by=hana, **values(teren, limit=4))
    actions.edit(by=hana, **values(teren, limit=5, valid_from=DAY + timedelta(days=3)))

    assert [row.limit for row in history("material", "earplugs", teren)] == [5, 4]
    assert history("material", "earplugs", kontakt) == ()
