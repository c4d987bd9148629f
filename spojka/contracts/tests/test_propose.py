"""What a new contract takes over from the client's plan."""

from datetime import date

import pytest

from spojka.base.ids import new_id
from spojka.caseplans.actions import plans
from spojka.caseplans.models import PartKind
from spojka.caseplans.tests.conftest import case, ema, give, jinde, override, party, plan, rada, write
from spojka.cases.models import Participant
from spojka.contracts import proposing
from spojka.contracts.actions import rules
from tests import make

__all__ = ["case", "ema", "give", "jinde", "override", "party", "plan", "rada", "write"]


@pytest.fixture
def agreed(ema, case, plan, write):
    """An agreed plan with a goal, a step of ours and one of somebody else."""
    ours = Participant.objects.get(case=case, centre=case.service_id)
    goal = write(PartKind.GOAL, text="Vlastní pokoj", criterion="Aspoň 1+kk.", term=date(2027, 3, 1), plan_b="x")
    write(PartKind.STEP, of=goal.key, text="Projít inzeráty", participant=ours, term=date(2027, 2, 1))
    write(PartKind.STEP, of=goal.key, text="Sehnat postele", owner="maminka", term=date(2027, 2, 1))
    return plans.agree(by=ema, plan=plan, at=make.NOON)


def test_goals_and_our_own_steps_are_taken_over(ema, rada, agreed, hana, teren, browse):
    said = {"text": "x", "notice": 1, "notice_unit": "days", "valid_from": date(2026, 1, 1)}
    rules.set_rules(by=hana, id=new_id(), service=teren, **said)
    address = f"/podchod/clients/{rada.pk}/contract/"

    offered = browse(ema).get(address)
    assert "má v případu" in offered.content.decode()
    assert offered.context["form"]["goal"].value() is None

    form = browse(ema).get(f"{address}?take=1").context["form"]
    assert form["goal"].value() == "Vlastní pokoj"
    assert form["own_acts"].value() == "Projít inzeráty"


def test_without_an_agreed_plan_the_case_tells_its_regime_alone(ema, rada, case):
    found = proposing.from_plan(rada, ema, make.NOON.date())

    assert (found.regime, found.goal) == ("service", "")


def test_who_may_see_no_cases_is_offered_nothing(anna, rada, agreed):
    assert proposing.from_plan(rada, anna, make.NOON.date()) is None
