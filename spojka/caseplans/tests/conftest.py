from datetime import date

import pytest

from spojka.base.ids import new_id
from spojka.caseplans.actions import plans
from spojka.caseplans.content import Draft
from spojka.caseplans.models import Part, PartKind, Plan
from spojka.caseplans.standing import standing
from spojka.cases.tests.conftest import (
    case,
    ema,
    give,
    jinde,
    let_in,
    look,
    override,
    party,
    petra,
    rada,
    read,
    withhold,
)
from tests import make

__all__ = ["case", "ema", "give", "jinde", "let_in", "look", "override", "party", "petra", "rada", "read", "withhold"]


@pytest.fixture
def plan(ema, case) -> Plan:
    """A version that is being written."""
    return plans.start(by=ema, id=new_id(), case=case, kind="preliminary")


@pytest.fixture
def write(ema, plan):
    """Write a part: write(kind, text=…), or a part anew: write(part, text=…)."""

    def write_(part, by=ema, id=None, is_out=False, plan=plan, of=None, **said):
        id = id or new_id()
        if isinstance(part, str):
            part = Part(kind=part, key=id, of=of)
        columns = {name: said.pop(name) for name in ("term", "review_on", "party", "participant") if name in said}
        deed = {"by": by, "id": id, "service": make.the_service_of(by), "plan": plan, "part": part}
        return plans.write(**deed, draft=Draft(texts={"text": "Bydlet"} | said, **columns), is_out=is_out)

    return write_


@pytest.fixture
def goal(write) -> Part:
    return write(
        PartKind.GOAL, text="Vlastní pokoj", criterion="Aspoň 1+kk.", term=date(2026, 3, 1), plan_b="Babička."
    )


@pytest.fixture
def step(write, goal) -> Part:
    return write(PartKind.STEP, of=goal.key, text="Sehnat postele", owner="maminka", term=date(2026, 2, 1))


@pytest.fixture
def parts():
    """Return the standing wordings of a version by their first line."""
    return lambda plan: {one.title: one for one in standing(Part.objects.filter(plan=plan)).values()}
