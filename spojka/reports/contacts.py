"""The contacts report: which figures and breakdowns it has."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy

from spojka.access.actor import Actor
from spojka.encounters.extract import Scope, extract
from spojka.encounters.metrics import DIMENSIONS
from spojka.figures import counting, registry
from spojka.figures.counting import Counts
from spojka.figures.protect import Audience

from .arrange import Arranged, Cell, Cross, Table
from .words import Names

GROUPS = (
    (gettext_lazy("Whom we met"), ("contacts", "clients", "contacts.first", "contacts.coded", "contacts.anonymous",
                                   "tallies.people")),
    (gettext_lazy("What we did"), ("acts", "hours", "contacts.timed", "contacts.region", "contacts.intervention",
                                   "materials", "themes", "substances", "breaths")),
    (gettext_lazy("What did not go smoothly"), ("refusals", "refusals.ends", "records.late")),
)  # fmt: skip
COLUMNS = (
    "contacts", "clients", "contacts.first", "tallies.people", "acts", "hours", "materials", "themes", "breaths",
    "refusals",
)  # fmt: skip
BY = ("service", "event", "place", "setting", "worker", "sex", "age")
ITEMS = {"acts": ("acts", "hours")} | {
    code: (code,) for code in ("materials", "themes", "substances", "breaths", "refusals")
}
ITEM = next(one for one in DIMENSIONS if one.code == "item")
DAYS, MONTHS = 62, 5 * 366  # longer periods are shown by months, and by years


@dataclass(frozen=True)
class Look:
    """What of the report is wanted."""

    by: str = ""  # time, one of BY, or item; empty: all of them
    of: str = ""  # the one of ITEMS that is crossed with it; empty: figures, as columns
    is_crossed: bool = False  # all of ITEMS are crossed with it

    def dimensions(self, time: str, audience: Audience) -> list[str]:
        """Return by what figures are broken down, time first. Workers are named to their own service alone."""
        wanted = [code for code in BY if code == self.by or not self.by]
        return [time, *(code for code in wanted if code != "worker" or audience is Audience.OWN)]

    @property
    def items(self) -> list[str]:
        return [code for code in ITEMS if code == self.of or not self.of]


EVERYTHING = Look(is_crossed=True)


@dataclass(frozen=True)
class Report:
    """All that the page, the paper and the tables say."""

    scope: Scope
    audience: Audience
    made_at: datetime
    groups: Sequence[tuple[str, Sequence[Cell]]]
    time: Table
    tables: Sequence[Table]
    crosses: Sequence[Cross]

    @property
    def figures(self) -> list[Cell]:
        return [cell for _name, cells in self.groups for cell in cells]

    @property
    def is_empty(self) -> bool:
        return not any(cell.value != 0 for cell in self.figures)


def make(by: Sequence[Actor], scope: Scope, audience: Audience, at: datetime, look: Look = EVERYTHING) -> Report:
    """Count for each actor apart and add up: one actor for a page, one for each service for a command."""
    time = _time(scope)
    wanted = look.dimensions(time, audience)
    counts = sum((_counts(actor, scope, wanted) for actor in by), Counts())
    arranged = Arranged(counts, Names(by), audience.below(scope.last))
    groups = [(str(name), [arranged.totals[code] for code in codes]) for name, codes in GROUPS]
    by_time = arranged.table(time, COLUMNS)
    tables, crosses = _chosen(arranged, wanted, look)
    return Report(scope, audience, at, groups, by_time, tables, crosses)


def _counts(by: Actor, scope: Scope, wanted: Sequence[str]) -> Counts:
    metrics = [registry.find(code) for _name, codes in GROUPS for code in codes]
    dimensions = [one for one in DIMENSIONS if one.code in wanted or one is ITEM]
    with extract(by, scope) as store:
        return counting.count(store, metrics, dimensions, ITEM)


def _chosen(arranged: Arranged, dimensions: Sequence[str], look: Look) -> tuple[list[Table], list[Cross]]:
    """Return the tables and crossed tables of a look; the table of time stands apart."""
    tables: list[Table] = []
    crosses: list[Cross] = []
    if look.by == "item" or not look.by:
        tables = [arranged.table("item", ITEMS[code]) for code in look.items]
    if look.by != "item" and not look.of:
        tables = [*(arranged.table(code, COLUMNS) for code in dimensions[1:]), *tables]
    if look.by != "item" and (look.of or look.is_crossed):
        chosen = dimensions if look.by in ("", "time") else dimensions[1:]
        crosses = [arranged.cross(code, of) for code in chosen for of in look.items]
    return [table for table in tables if table.lines], crosses


def _time(scope: Scope) -> str:
    days = (scope.last - scope.first).days
    return "day" if days < DAYS else "month" if days <= MONTHS else "year"


def columns_of(dimension: str) -> Any:
    """Return the column of the store by which a dimension goes."""
    return next((one.column for one in DIMENSIONS if one.code == dimension), None)
