"""How far a project is: what was promised, what is done, how much of the time has passed."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from spojka.access.actor import Actor
from spojka.encounters.extract import extract
from spojka.encounters.scope import Scope
from spojka.figures import counting, registry
from spojka.figures.metric import Metric
from spojka.network.models import Project


@dataclass(frozen=True)
class Line:
    """One promise and what is done of it; both in the figure's own unit."""

    metric: Metric
    promised: int
    done: int | Decimal

    @property
    def percent(self) -> int:
        """Return the share that is done, in whole per cent: more would promise a precision that isn't there."""
        return int(self.done * 100 // self.promised)


def time_passed(project: Project, today: date) -> int:
    """Return how much of the project's time has passed, in whole per cent."""
    whole = (project.valid_to - project.valid_from).days + 1
    passed = (min(today, project.valid_to) - project.valid_from).days + 1
    return max(passed, 0) * 100 // whole


def lines(project: Project, by: Actor) -> list[Line]:
    """Return what was promised with what is done so far, as far as `by` may count."""
    known = {metric.code for metric in registry.metrics()}
    metrics = [registry.find(code) for code in project.promised if code in known]
    if not metrics:
        return []
    scope = Scope(first=project.valid_from, last=project.valid_to, project=project.pk)
    tables = {metric.table for metric in metrics} | {"encounters"}
    with extract(by, scope, tables | _needed(tables)) as store:
        totals = counting.count(store, metrics, ()).totals
    return [Line(one, project.promised[one.code], one.value(totals.get(one.code, 0))) for one in metrics]


def _needed(tables: set[str]) -> set[Any]:
    """Return the tables that come with others: parts of encounters are read together with these."""
    return {"acts"} if "encounters" in tables else set()
