"""Strokes from paper: the sheet, and its sums typed in later."""

from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.codelists.catalogue import catalogue
from spojka.encounters import counting
from spojka.encounters.actions import encounters, shifts
from spojka.encounters.content import Content
from spojka.encounters.documents import BOXES, tally, tally_data
from spojka.encounters.models import Encounter, Side
from tests import make


@pytest.fixture
def shift(anna, lists):
    return make.shift(make.the_service_of(anna))


@pytest.fixture
def typed_in(anna, browse, shift):
    def post(by=None, **typed):
        at = timezone.localtime(shift.start + timedelta(hours=3)).strftime("%Y-%m-%dT%H:%M")
        usual = {"id": str(new_id()), "people": "40", "at": at}
        return browse(by or anna).post(f"/podchod/shifts/{shift.pk}/tally/", usual | typed)

    return post


SUMS = {"materials-water": "25", "themes-hearing": "12", "themes-law": "1", "acts-breath_test": "0"}


def test_a_sheet_is_one_tally_dated_back_into_the_shift(anna, shift, typed_in):
    id = str(new_id())

    for _ in range(2):
        assert typed_in(id=id, **SUMS).status_code == 302

    found = Encounter.objects.get()
    assert (found.side, found.people, found.occurred_at) == (Side.TALLY, 40, shift.start + timedelta(hours=3))
    assert dict(found.topics.values_list("code", "people")) == {"hearing": 12, "law": 1}
    assert dict(found.handouts.values_list("code", "quantity")) == {"water": 25}


def test_sums_of_the_shift_stay_right(anna, shift, typed_in):
    make.encounter(shift)
    typed_in(**SUMS)
    typed_in(people="5", **{"themes-hearing": "3"})

    found = counting.summary(shift, by=anna)

    assert (found.counts.contacts, found.counts.tallied) == (1, 45)
    assert found.themes == []  # a tally is no contact, so its themes are not among those of contacts
    assert found.strokes == [("hearing", 15), ("law", 1)]
    assert found.materials == [("water", 25)]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"people": ""}, "people"),
        ({"people": "6000"}, "people"),
        ({"at": "2026-07-01T12:00"}, "at"),
        ({"materials-water": "-3"}, "materials"),
        ({"people": "3", "themes-hearing": "4"}, "themes"),
    ],
)
def test_what_cannot_be_comes_back_at_its_field(typed_in, typed, field):
    answer = typed_in(**SUMS | typed)

    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert not Encounter.objects.exists()


def test_a_correction_keeps_how_many_people_each_theme_was_for(anna, shift, typed_in):
    typed_in(**SUMS)
    found = Encounter.objects.get()
    content = Content(side=Side.TALLY, people=41, occurred_at=found.occurred_at, themes=("hearing",))
    said = {"catalogue": catalogue(shift.service, shift.day), "reason": "Jeden navíc.", "at": timezone.now()}

    encounters.correct(by=anna, encounter=found, version=1, content=content, **said)

    assert dict(found.topics.values_list("code", "people")) == {"hearing": 12}


def test_a_digest_of_before_is_as_it_was():
    said = Content(side=Side.ANONYMOUS, occurred_at=make.NOON, materials={"water": 1})

    assert said.digest == "48193b151493c836e41c20170712ef3a"


def test_the_sheet_has_the_services_own_lists_and_nobodys_name(anna, browse, shift):
    lists = catalogue(shift.service, shift.day)

    data = tally_data(shift, lists, "Podchod")

    named = [line for part in data["parts"] for line in part["lines"]]
    assert {item.name for item in (*lists.items("material"), *lists.items("theme"))} <= set(named)
    assert data["boxes"] == BOXES
    assert anna.user.name not in str(data)
    assert tally(shift, lists, organisation="Podchod").startswith(b"%PDF")
    assert browse(anna).get(f"/podchod/shifts/{shift.pk}/tally/sheet/")["Content-Type"] == "application/pdf"


def test_strangers_type_nothing_in_and_print_nothing(bara, cyril, browse, shift, typed_in):
    for actor in (bara, cyril):
        assert typed_in(by=actor, **SUMS).status_code == 404
        assert browse(actor).get(f"/podchod/shifts/{shift.pk}/tally/sheet/").status_code == 404
    assert not Encounter.objects.exists()


@pytest.fixture
def planned(anna, lists):
    now = timezone.now()
    times = {"planned_start": now - timedelta(hours=2), "planned_end": now + timedelta(hours=5), "started_at": None}
    return make.shift(make.the_service_of(anna), day=timezone.localdate(now), **times)


def test_a_phone_began_a_shift_before_there_was_signal(anna, browse, planned):
    now = timezone.now()
    ahead = timedelta(days=1)  # its clock is wrong
    typed = {"phone_at": (now - timedelta(hours=1) + ahead).isoformat(), "sent_at": (now + ahead).isoformat()}

    for _ in range(2):
        browse(anna).post(f"/podchod/shifts/{planned.pk}/start/", typed)

    planned.refresh_from_db()
    assert abs(planned.started_at - (now - timedelta(hours=1))) < timedelta(minutes=1)


def test_a_start_far_from_the_plan_is_asked_about(anna, planned):
    with pytest.raises(shifts.BadSpan):
        shifts.start(by=anna, shift=planned, at=timezone.now(), occurred_at=timezone.now() - timedelta(days=2))


def test_pages_of_a_planned_shift_open_but_take_nothing(anna, browse, planned):
    page = browse(anna).get(f"/podchod/shifts/{planned.pk}/encounters/new/")
    answer = browse(anna).post(f"/podchod/shifts/{planned.pk}/encounters/new/", {"id": str(new_id())})

    assert f"/podchod/shifts/{planned.pk}/start/" in page.content.decode()
    assert answer.status_code == 422
    assert not Encounter.objects.exists()
