"""The kit and the zone, as phones send them."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.encounters.models import CrewMember
from spojka.shifts.models import Checklist, ChecklistLine
from spojka.shifts.reading import Kit, checklists, kit_of, usual_kit
from tests import make


def states(browse, by, shift):
    return browse(by).get(f"/podchod/shifts/{shift.pk}/now/states/").content.decode()


def test_what_is_taken_is_written_once(anna, send, shift):
    typed = {"pieces-lamp": "2", "pieces-tent": "1", "device": "Dräger", "calibrated_on": "2026-03-01"}
    id = str(new_id())

    for _ in range(2):
        assert send("lists/kit_out", id=id, **typed).url.endswith("/now/#done-kit_out")

    found = Checklist.objects.get()
    assert (found.device, str(found.calibrated_on), found.recorded_by) == ("Dräger", "2026-03-01", anna.id)
    assert kit_of(checklists(shift, anna)).out == {"lamp": 2, "tent": 1}


def test_a_calibration_that_is_still_to_come_is_a_slip(send, shift):
    later = str(timezone.localdate() + timedelta(days=1))

    answer = send("lists/kit_out", device="Dräger", calibrated_on=later, **{"pieces-lamp": "2"})

    assert answer.status_code == 422
    assert "calibrated_on" in answer.context["form"].errors
    assert not Checklist.objects.exists()


def test_what_did_not_come_back_is_missing(anna, browse, send, shift):
    send("lists/kit_out", **{"pieces-lamp": "2", "pieces-blanket": "4"})
    send("lists/kit_back", minutes=400, **{"pieces-blanket": "3", "bad-blanket": "1"})

    kit = kit_of(checklists(shift, anna))

    assert kit.missing == {"lamp": 2, "blanket": 1}
    assert "3 vráceno, 3 chybí, 1 poškozeno" in states(browse, anna, shift)


def test_nothing_is_missing_before_anything_came_back(anna, send, shift):
    send("lists/kit_out", **{"pieces-lamp": "2"})

    assert kit_of(checklists(shift, anna)).missing == {}


def test_the_last_word_counts_in_whatever_order_phones_send_it(anna, send, shift):
    send("lists/kit_out", minutes=30, **{"pieces-lamp": "3"})
    send("lists/kit_out", minutes=10, **{"pieces-lamp": "9", "pieces-tent": "1"})

    assert kit_of(checklists(shift, anna)).out == {"lamp": 3, "tent": 1}


def test_no_more_can_be_damaged_than_came_back(send):
    answer = send("lists/kit_back", **{"pieces-lamp": "1", "bad-lamp": "2"})

    assert answer.status_code == 422
    assert "Poškozených je víc" in answer.content.decode()
    assert not Checklist.objects.exists()


def test_a_crew_begins_with_what_was_taken_last_time_in_such_a_place(anna, send, shift):
    other = make.shift(shift.service, planned_start=shift.planned_start + timedelta(days=1), started_at=None,
                       planned_end=shift.planned_end + timedelta(days=1))  # fmt: skip
    send("lists/kit_out", **{"pieces-lamp": "7"})

    assert usual_kit(other, [], anna, Kit()) == {"lamp": 7}


def test_the_zone_is_ticked_by_whom_and_when(anna, browse, send, shift):
    send("lists/zone", **{"is-water": "yes", "is-light": "no", "why-light": "Chybí kabel"})

    page = browse(anna).get(f"/podchod/shifts/{shift.pk}/now/").content.decode()

    assert dict(ChecklistLine.objects.values_list("code", "quantity")) == {"water": 1, "light": 0}
    assert "Chybí kabel · Anna Poledne" in page
    assert "1 tu není" in page


@pytest.mark.parametrize(
    ("typed", "says"),
    [({"is-light": "no"}, "proč tu není"), ({}, "aspoň na jednu věc"), ({"is-light": "maybe"}, "maybe")],
)
def test_a_zone_that_says_too_little_comes_back(send, typed, says):
    answer = send("lists/zone", **typed)

    assert answer.status_code == 422
    assert says in answer.content.decode()


def test_what_was_tapped_in_a_zone_that_comes_back_stays(send):
    page = send("lists/zone", **{"is-water": "yes", "is-light": "no"}).content.decode()

    assert re.search(r'name="is-water" value="yes"[^>]* checked', page)


def test_lists_of_a_street_are_others_than_of_a_stand(anna, browse, lists):
    street = make.shift(make.the_service_of(anna), setting="outreach")

    page = browse(anna).get(f"/podchod/shifts/{street.pk}/now/").content.decode()

    assert "is-partner" in page
    assert "pieces-tent" not in page


def test_strangers_fill_in_nothing(bara, cyril, send):
    for actor in (bara, cyril):
        assert send("lists/kit_out", by=actor, **{"pieces-lamp": "2"}).status_code == 404
    assert not Checklist.objects.exists()


def test_no_other_list_is_known(send):
    assert send("lists/gold", **{"pieces-lamp": "2"}).status_code == 404


def test_roles_are_told_with_the_crew(anna, hana, browse, shift):
    typed = {anna.id: "leader", hana.id: "-"}

    assert browse(hana).post(f"/podchod/shifts/{shift.pk}/crew/", typed).status_code == 302

    crew = dict(CrewMember.objects.filter(shift=shift).values_list("membership__user__name", "role"))
    assert crew == {"Anna Poledne": "leader", "Hana Večerní": ""}
    assert "Anna Poledne (Vedoucí směny)" in browse(anna).get(f"/podchod/shifts/{shift.pk}/").content.decode()


def test_who_is_not_named_leaves_the_crew(anna, hana, browse, shift):
    browse(hana).post(f"/podchod/shifts/{shift.pk}/crew/", {hana.id: "medic"})

    assert [str(one.membership_id) for one in CrewMember.objects.filter(shift=shift)] == [hana.id]


@pytest.mark.parametrize("role", ["gold", "-leader"])
def test_no_role_is_made_up(hana, browse, shift, role):
    answer = browse(hana).post(f"/podchod/shifts/{shift.pk}/crew/", {hana.id: role})

    assert answer.status_code == 422
    assert CrewMember.objects.filter(shift=shift, role="").count() == 1


def test_the_breathalyser_that_is_carried_is_told_with_its_calibration(anna, browse, send, shift):
    send("lists/kit_out", device="Dräger 5820", calibrated_on="2026-03-01", **{"pieces-breathalyser": "1"})

    page = browse(anna).get(f"/podchod/shifts/{shift.pk}/now/").content.decode()

    assert "Dräger 5820, kalibrace 1. 3. 2026" in page.replace("\N{NO-BREAK SPACE}", " ")
