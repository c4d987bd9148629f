"""What stands in a new contract before anybody writes: our proposal, and what the client's plan says already."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from spojka.access.actor import Actor
from spojka.access.doors import rows
from spojka.access.permissions import Permission
from spojka.caseplans.models import Plan, PlanState
from spojka.caseplans.reading import Seen, whole
from spojka.cases.models import Case, CaseState, Tie
from spojka.clients.models import Client

from .models import ContractRegime

P = Permission


@dataclass(frozen=True)
class FromPlan:
    """What of the agreed plan of the client's case a contract may take over."""

    case: Case
    regime: str
    goal: str = ""
    own_acts: str = ""


@cache
def proposals() -> dict[str, str]:
    with (Path(__file__).parent / "data/proposals.toml").open("rb") as opened:
        return {name: text.strip() for name, text in tomllib.load(opened).items()}


def from_plan(client: Client, by: Actor, today: date) -> FromPlan | None:
    """Return what the case of the client says, if `by` may see it; without an agreed plan its regime alone."""
    if not by.may(P.CASE_VIEW):
        return None
    ties = rows(Tie, by=by, to=P.CASE_VIEW).filter(client=client).values("party__case_id")
    cases = rows(Case, by=by, to=P.CASE_VIEW).filter(pk__in=ties).exclude(state=CaseState.CLOSED)
    case = cases.order_by("-opened_on", "pk").first()
    if case is None:
        return None
    regime = case.regime if case.regime in ContractRegime.values else ContractRegime.SERVICE
    plan = rows(Plan, by=by, to=P.CASE_VIEW).filter(case=case, state=PlanState.AGREED).first()
    if plan is None:
        return FromPlan(case, regime)
    goals = [one for one in whole(plan, by, today).goals if not one.is_settled]
    ours = [step for goal in goals for step in goal.steps if _is_ours(step, client)]
    return FromPlan(case, regime, _lines(goals), _lines(ours))


def _is_ours(step: Seen, client: Client) -> bool:
    who = step.part.participant
    return not step.is_settled and who is not None and who.centre_id == client.service_id


def _lines(found: list[Seen]) -> str:
    return "\n".join(one.part.title for one in found)
