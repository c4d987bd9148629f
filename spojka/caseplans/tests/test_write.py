"""A plan is written by everybody who takes part: nobody's words vanish."""

import pytest
from django.core.exceptions import PermissionDenied

from spojka.access.owned import Changed
from spojka.base.ids import new_id
from spojka.caseplans.actions import plans
from spojka.caseplans.actions.plans import Agreed, Clash
from spojka.caseplans.models import Part, PartKind, Plan
from tests import make


def test_the_first_version_is_empty_and_the_service_that_coordinates_begins_it(ema, petra, let_in, case):
    let_in()
    with pytest.raises(PermissionDenied):
        plans.start(by=petra, id=new_id(), case=case, kind="final")

    plan = plans.start(by=ema, id=new_id(), case=case, kind="final")

    assert (plan.number, plan.kind, plan.is_draft) == (1, "final", True)
    assert Part.objects.get(plan=plan).kind == PartKind.HEAD


def test_a_repeated_sending_begins_and_writes_nothing_twice(ema, case, plan, write):
    assert plans.start(by=ema, id=plan.pk, case=case, kind="final") == plan
    id = new_id()
    assert write("goal", id=id) == write("goal", id=id)
    with pytest.raises(Changed):
        write("goal", id=id, text="Bydlet sám")
    assert Plan.objects.count() == 1
    assert Part.objects.filter(kind="goal").count() == 1


def test_a_guest_writes_a_wording_of_their_own_and_the_older_one_stays(petra, let_in, goal, write, parts, plan):
    let_in()

    said = write(goal, by=petra, text="Vlastní pokoj pro děti")

    assert said.service == make.the_service_of(petra)
    assert said.wording == 2
    assert parts(plan)["Vlastní pokoj pro děti"] == said
    assert Part.objects.filter(key=goal.key).count() == 2


def test_strangers_and_the_house_next_door_write_nothing(cyril, bara, petra, goal, write):
    for who in (cyril, bara, petra):
        with pytest.raises(PermissionDenied):
            write(goal, by=who, text="x")


def test_who_began_from_a_wording_that_stands_no_more_hears_of_it(petra, let_in, goal, write):
    let_in()
    write(goal, by=petra, text="Pokoj s okny")

    with pytest.raises(Clash):
        write(goal, text="Pokoj s topením")

    assert [one.title for one in Part.objects.filter(key=goal.key).order_by("wording")] == [
        "Vlastní pokoj",
        "Pokoj s okny",
    ]


def test_steps_and_goals_keep_the_order_in_which_they_came(goal, write, plan):
    first, second = (write("step", of=goal.key, text=text) for text in ("jedna", "dvě"))
    assert (first.place, second.place) == (0, 1)
    assert write(first, text="jedna a půl").place == 0


def test_an_agreed_version_is_never_written_again(ema, goal, write, plan):
    plans.agree(by=ema, plan=plan, at=make.NOON)
    with pytest.raises(Agreed):
        write(goal, text="x")


def test_what_was_written_lies_sealed(goal):
    assert "pokoj" not in Part.objects.get(pk=goal.pk).texts
    assert goal.said["criterion"] == "Aspoň 1+kk."
