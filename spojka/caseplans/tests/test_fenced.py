"""Behind PostgreSQL's own fence, too, a guest writes into the plan, and it moves with the case."""

import pytest
from django.utils import timezone

from spojka.access.permissions import Kind
from spojka.access.tests.test_fence import fenced, in_front, postgres
from spojka.base.ids import new_id
from spojka.caseplans import minuting, reading, terms
from spojka.caseplans.actions import plans, reviews, standing
from spojka.caseplans.actions.plans import Agreed
from spojka.caseplans.content import Minutes
from spojka.caseplans.models import Assent, Part, Plan, Review, Tick
from spojka.cases.actions import file
from spojka.cases.models import Case
from tests import make

__all__ = ["fenced", "in_front"]


@postgres
def test_a_guest_writes_a_wording_and_cannot_agree(in_front, ema, petra, let_in, goal, write, plan, parts):
    let_in(Kind.COURSE)
    in_front(petra)

    write(goal, by=petra, text="Pokoj s okny")

    assert parts(plan)["Pokoj s okny"].wording == 2
    assert Plan.objects.filter(pk=plan.pk).update(state="agreed", agreed_at=make.NOON) == 0
    in_front(ema)
    plans.agree(by=ema, plan=plan, at=timezone.now())
    in_front(petra)
    with pytest.raises(Agreed):
        write(goal, by=petra, text="x")


@postgres
def test_strangers_see_nothing(in_front, cyril, bara, step, goal):
    for who in (cyril, bara):
        in_front(who)
        for model in (Plan, Part, Tick, Assent):
            assert not model.objects.exists(), model


@postgres
def test_a_guest_ticks_and_answers(in_front, ema, petra, let_in, plan, step):
    let_in(Kind.COURSE)
    plans.agree(by=ema, plan=plan, at=make.NOON)
    in_front(petra)
    mine = {"by": petra, "service": make.the_service_of(petra), "part": step, "at": timezone.now()}

    standing.answer(**mine, id=new_id(), passed=step.term, new_term=None, words="x")
    standing.tick(**mine, id=new_id(), state="done", on=step.term, words="")

    assert not [one for one in reading.whole(plan, petra, step.term).due if one.part.key == step.key]


@postgres
def test_the_plan_moves_with_the_case(in_front, ema, petra, let_in, case, plan, goal, write):
    let_in(Kind.COURSE)
    theirs = make.the_service_of(petra)
    plans.agree(by=ema, plan=plan, at=make.NOON)
    in_front(ema)

    file.hand_over(by=ema, case=case, to=theirs, words="x", at=timezone.now())

    in_front(petra)
    assert Plan.objects.get(pk=plan.pk).service_id == theirs.pk
    second = plans.start(by=petra, id=new_id(), case=Case.objects.get(pk=case.pk), kind="final")
    write(Part.objects.get(plan=second, key=goal.key), by=petra, plan=second, text="Jinak")
    assert terms.due(petra, goal.term)[:1] == []


@postgres
def test_a_guest_writes_minutes_and_throws_nothing_away(in_front, ema, petra, let_in, plan, goal):
    let_in(Kind.COURSE)
    in_front(petra)
    now, service = timezone.now(), make.the_service_of(petra)
    said = {
        "on": timezone.localdate(now),
        "words": "x",
        "levels": {},
        "minutes": Minutes(kind="meeting", others="teta"),
    }
    met = reviews.review(by=petra, id=new_id(), service=service, plan=plan, at=now, **said)

    assert Plan.objects.filter(pk=plan.pk).update(state="voided", voided_at=now) == 0
    in_front(ema)
    assert minuting.told(Review.objects.select_related("case", "plan").get(pk=met.pk), ema).present == ["teta"]
    assert plans.void(by=ema, plan=plan, at=now).is_voided
    assert plans.restore(by=ema, plan=plan).is_draft
