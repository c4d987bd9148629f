"""Which project pays for a shift, from when, and where the shift is."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.encounters.actions import arranging, shifts
from spojka.encounters.models import ShiftPart
from spojka.encounters.paying import NotPaying, parts_of, spans
from tests import make


def plan(by, service, **fields):
    start = make.NOON
    usual = {
        "id": new_id(), "service": service, "team": None, "event": None, "place": make.place(service), "crew": [],
        "setting": "outreach", "planned_start": start, "planned_end": start + timedelta(hours=4),
    }  # fmt: skip
    return shifts.plan(by=by, **usual | fields)


def paid(shift):
    return [part.project for part in parts_of(shift)]


def test_the_only_project_of_the_day_and_territory_pays_by_itself(anna, teren):
    project = make.project(teren, territory=["CZ064"])
    brno = make.place(teren, municipality_code="582786", orp_code="6203", region_code="CZ064")

    assert paid(plan(anna, teren, place=brno)) == [project]
    assert paid(plan(anna, teren)) == []  # elsewhere
    assert paid(plan(anna, teren, place=brno, is_outside=True)) == []


def test_of_several_projects_none_is_guessed(anna, teren):
    first, _second = make.project(teren), make.project(teren)

    assert paid(plan(anna, teren)) == []
    assert paid(plan(anna, teren, project=first)) == [first]


def test_a_project_pays_for_its_service_and_days_alone(anna, teren, kontakt):
    old = make.project(teren, valid_from=make.SATURDAY - timedelta(9), valid_to=make.SATURDAY - timedelta(1))

    with pytest.raises(NotPaying):
        plan(anna, teren, project=old)
    with pytest.raises(PermissionDenied):
        plan(anna, teren, project=make.project(kontakt))


def test_parts_leave_no_moment_out(anna, teren):
    city, state = make.project(teren), make.project(teren)
    shift = plan(anna, teren)
    noon = shift.planned_start + timedelta(hours=1)

    arranging.split(by=anna, shift=shift, parts=[(None, city), (noon, None), (noon + timedelta(hours=2), state)])

    found = spans(shift, parts_of(shift))
    assert [one.project for one in found] == [city, None, state]
    assert [one.length for one in found] == [timedelta(hours=1), timedelta(hours=2), timedelta(hours=1)]


def test_parts_come_one_after_another_inside_the_shift(anna, teren):
    shift = plan(anna, teren)
    late, early = shift.planned_start + timedelta(hours=3), shift.planned_start + timedelta(hours=1)

    for parts in ([(None, None), (late, None), (early, None)], [(None, None), (shift.planned_end, None)]):
        with pytest.raises(arranging.BadPart):
            arranging.split(by=anna, shift=shift, parts=parts)
    assert not ShiftPart.objects.exists()


@pytest.mark.parametrize("who", ["bara", "cyril"])
def test_strangers_split_and_move_nothing(who, anna, teren, request):
    by, shift = request.getfixturevalue(who), plan(anna, teren)

    with pytest.raises(PermissionDenied):
        arranging.split(by=by, shift=shift, parts=[(None, None)])
    with pytest.raises(PermissionDenied):
        arranging.move(by=by, shift=shift, event=None, place=shift.place, setting="outreach")


def test_a_shift_moves_until_it_is_closed(anna, teren):
    shift, place = plan(anna, teren), make.place(teren)
    arranging.move(by=anna, shift=shift, event=None, place=place, setting="drop_in")
    shift.refresh_from_db()

    assert (shift.place, shift.setting) == (place, "drop_in")
    shift.change(closed_at=make.NOON)
    with pytest.raises(Refusal):
        arranging.move(by=anna, shift=shift, event=None, place=place, setting="drop_in")


def test_pages_split_a_closed_shift_and_say_what_is_wrong(anna, teren, lists, browse):
    city, state = make.project(teren), make.project(teren)
    shift = plan(anna, teren)
    shift.change(started_at=shift.planned_start, ended_at=shift.planned_end, closed_at=make.NEXT_CENTURY)
    at = f"/podchod/shifts/{shift.pk}/"

    wrong = browse(anna).post(f"{at}split/", {"project_0": city.pk, "project_1": state.pk})
    done = browse(anna).post(f"{at}split/", {"project_0": city.pk, "at_1": "2026-07-04T15:00", "project_1": state.pk})

    assert (wrong.status_code, done.status_code) == (422, 302)
    assert paid(shift) == [city, state]
    assert state.name in browse(anna).get(at).content.decode()


def test_the_plan_offers_projects(anna, teren, lists, browse):
    project = make.project(teren, valid_to=make.NEXT_CENTURY.date())
    page = browse(anna).get("/podchod/shifts/new/").content.decode()

    assert project.name in page
    assert "mimo projekty" in page
