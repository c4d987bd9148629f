"""The way to the counter: the running shift, or one that is begun now."""

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.encounters.models import CrewMember, Shift
from tests import make


def test_one_running_shift_is_the_counter(bara, room, browse):
    answer = browse(bara).get("/podchod/counter/")

    assert (answer.status_code, answer["Location"]) == (302, f"/podchod/counter/{room.pk}/")


def test_the_counter_leads_to_what_else_belongs_to_the_shift(bara, room, browse):
    page = browse(bara).get(f"/podchod/counter/{room.pk}/").content.decode()

    assert f'href="/podchod/shifts/{room.pk}/rapid-tests/" target="_blank"' in page
    assert f'href="/podchod/shifts/{room.pk}/food/new/" target="_blank"' in page
    assert f'<a class="btn" href="/podchod/counter/{room.pk}/"' not in page


def test_of_several_one_is_chosen(bara, room, browse):
    make.shift(room.service, setting="drop_in", place=room.place)

    page = browse(bara).get("/podchod/counter/").content.decode()

    assert page.count('class="main" href="/podchod/counter/') == 2


def test_without_a_shift_the_page_says_so_and_begins_one(bara, kontakt, lists, browse):
    place = make.place(kontakt)
    make.shift(kontakt, setting="drop_in", place=place, closed_at=make.NOON, ended_at=make.NOON.replace(hour=23))
    browser = browse(bara)

    page = browser.get("/podchod/counter/").content.decode()
    same = {"id": new_id(), "service": str(kontakt.pk)}
    answers = [browser.post("/podchod/counter/open/", same) for _n in range(2)]

    assert "Žádná směna kontaktní místnosti neběží" in page
    begun = Shift.objects.get(closed_at=None)
    assert {answer["Location"] for answer in answers} == {f"/podchod/counter/{begun.pk}/"}
    assert (begun.place, begun.setting, begun.day) == (place, "drop_in", timezone.localdate())
    assert str(CrewMember.objects.get(shift=begun).membership_id) == bara.id


def test_a_service_that_never_had_a_counter_plans_its_first_shift(bara, kontakt, lists, browse):
    answer = browse(bara).post("/podchod/counter/open/", {"id": new_id(), "service": str(kontakt.pk)})

    assert answer["Location"] == f"/podchod/shifts/new/?service={kontakt.pk}"


def test_nobody_opens_a_counter_elsewhere(bara, cyril, anna, kontakt, lists, browse):
    for stranger in (anna, cyril):
        answer = browse(stranger).post("/podchod/counter/open/", {"id": new_id(), "service": str(kontakt.pk)})
        assert answer.status_code == 404

    assert not Shift.objects.exists()


def test_a_closed_shift_has_no_counter(bara, room, browse):
    room.change(ended_at=timezone.now(), closed_at=timezone.now())

    assert browse(bara).get(f"/podchod/counter/{room.pk}/")["Location"] == f"/podchod/shifts/{room.pk}/"


def test_the_menu_and_the_page_of_a_shift_lead_to_it(bara, room, browse):
    page = browse(bara).get(f"/podchod/shifts/{room.pk}/").content.decode()

    assert page.count(f"/podchod/counter/{room.pk}/") >= 2
