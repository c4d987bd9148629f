"""The contacts report: which figures and breakdowns it has."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy, pgettext_lazy

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.encounters.extract import extract
from spojka.encounters.metrics import DIMENSIONS
from spojka.encounters.scope import Scope
from spojka.figures import counting
from spojka.figures.counting import Counts
from spojka.figures.protect import Audience
from spojka.figures.registry import find, is_part

from . import compare, times
from .arrange import Arranged
from .cells import Cell, Cross, Table
from .compare import Against
from .nested import above
from .rates import figures_of
from .words import Names

EXCHANGE = (
    "exchanges", "syringes.given", "syringes.back", "syringes.rate", "syringes.found", "clients.syringes",
    "returns", "returns.others", "returns.estimated", "found", "found.estimated", "materials.others",
)  # fmt: skip
TESTS = ("tests", "tests.nonreactive", "tests.reactive", "tests.invalid", "tests.not_read", "tests.referred")
NALOXONE = (
    "naloxone.kits", "naloxone.doses", "naloxone.trained", "naloxone.uses", "naloxone.used", "naloxone.reversed",
    "naloxone.refills",
)  # fmt: skip
MEETINGS = ("groups.sessions", "groups.people", "groups.coded")
UNMET = ("unmet.acts", "unmet.materials", "unmet.offers")
SETS = {
    "exchange": (gettext_lazy("Exchange"), tuple(one for one in EXCHANGE if one != "clients.syringes")),
    "rapid": (gettext_lazy("Testing"), TESTS),
    "naloxone": (gettext_lazy("Naloxone"), NALOXONE),
    "unmet": (gettext_lazy("Unmet demand"), UNMET),
    "meetings": (pgettext_lazy("sessions", "Groups"), MEETINGS),
}
GROUPS = (
    (gettext_lazy("Whom we met"), ("contacts", "clients", "contacts.first", "contacts.coded", "contacts.anonymous",
                                   "tallies.people")),
    (gettext_lazy("What we did"), ("acts", "hours", "hours.shift", "hours.indirect", "contacts.timed",
                                   "contacts.region", "contacts.intervention",
                                   "materials", "themes", "substances", "breaths", "pressures")),
    (gettext_lazy("Exchange"), EXCHANGE),
    (gettext_lazy("Testing"), TESTS),
    (gettext_lazy("Naloxone"), NALOXONE),
    (pgettext_lazy("sessions", "Groups"), MEETINGS),
    (gettext_lazy("What did not go smoothly"), ("refusals", "refusals.ends", "records.late")),
    (gettext_lazy("Unmet demand"), UNMET),
)  # fmt: skip
COLUMNS = (
    "contacts", "clients", "contacts.first", "tallies.people", "acts", "hours", "materials", "themes", "breaths",
    "refusals",
)  # fmt: skip
PAID = dict.fromkeys(("project", "worker"), ("hours.shift", "hours.indirect"))  # further columns of these tables
OVERSEEN = ("worker", "hours.indirect")  # by these two together only for who looks after colleagues' work
BY = (
    "service", "project", "event", "place", "district", "municipality", "orp", "region", "setting", "worker", "sex",
    "age", "hour",
)  # fmt: skip
BESIDE = (
    "contacts.over",
    "clients.contacts",
    "clients.by_syringes",
)  # for protection, for tables
SHOWN = [*figures_of([code for _name, codes in GROUPS for code in codes]), *figures_of(BESIDE)]
LIVE = [one.code for one in SHOWN if one.is_live]  # they go by their items alone
ITEMS = {  # figures that have items, each with those that are a part of it
    one.code: (one.code, *(part.code for part in SHOWN if part.items == one.items and is_part(part.code, one.code)))
    for one in SHOWN
    if one.items and (one.is_live or not one.within or find(one.within).items != one.items)
}
ITEM = next(one for one in DIMENSIONS if one.code == "item")


@dataclass(frozen=True)
class Look:
    """What of the report is wanted."""

    by: str = ""  # time, one of BY, or item; empty: all of them
    of: str = ""  # the one of ITEMS that is crossed with it, or of SETS; empty: figures, as columns
    is_crossed: bool = False  # all of ITEMS are crossed with it

    def dimensions(self, time: str, audience: Audience) -> list[str]:
        """Return by what figures are broken down, time first. Workers are named to their own service alone."""
        wanted = [code for code in BY if code == self.by or not self.by]
        return [time, *(code for code in wanted if code != "worker" or audience is Audience.OWN)]

    @property
    def items(self) -> list[str]:
        found = [code for code in ITEMS if code == self.of or not self.of]
        return found if self.has_live else [code for code in found if code not in LIVE]

    @property
    def has_live(self) -> bool:
        """Say whether what is counted from rows each time is wanted: of many rows it takes its time."""
        return self.by == "item" or self.of in LIVE or self.is_crossed

    @property
    def sets(self) -> list[str]:
        """Return the groups of figures that stand as columns of tables of their own."""
        return [code for code in SETS if code == self.of or (self.is_crossed and not self.of)]


EVERYTHING = Look(is_crossed=True)


@dataclass(frozen=True)
class Report:
    """All that the page, the paper and the tables say."""

    scope: Scope
    audience: Audience
    made_at: datetime
    groups: Sequence[tuple[str, Sequence[Cell]]]
    time: Table
    all_tables: Sequence[Table]
    crosses: Sequence[Cross]
    against: Against | None = None

    @property
    def tables(self) -> list[Table]:
        return [table for table in self.all_tables if table.lines]

    @property
    def figures(self) -> list[Cell]:
        return [cell for _name, cells in self.groups for cell in cells]

    @property
    def is_empty(self) -> bool:
        return not any(cell.value != 0 for cell in self.figures if cell.has_rows)

    @property
    def shown_groups(self) -> Sequence[tuple[str, Sequence[Cell]]]:
        """Return the groups of figures, but for what there was none of: few services have an exchange, or tests."""
        sets = {str(name) for name, _codes in SETS.values()}
        return [(name, cells) for name, cells in self.groups if name not in sets or any(map(_is_told, cells))]


def _is_told(cell: Cell) -> bool:
    """Test whether there was something; a small number is, though it is hidden."""
    return bool(cell.value or cell.below)


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is asked for: which period and rows, for whom, by what, and beside which earlier period."""

    scope: Scope
    audience: Audience
    look: Look = EVERYTHING
    earlier: Scope | None = None


def make(by: Sequence[Actor], wanted: Wanted, at: datetime) -> Report:
    """Count for each actor apart and add up: one actor for a page, one for each service for a command."""
    report = _made(by, wanted, wanted.scope, at)
    if wanted.earlier is None:
        return report
    before = _made(by, wanted, wanted.earlier, at)
    pairs = {one.code: one for one in before.all_tables}
    beside = [compare.by_lines(one, pairs[one.code]) for one in report.all_tables]
    against = Against(
        scope=wanted.earlier,
        figures=compare.figures(report.figures, before.figures),
        time=compare.by_time(report.time, before.time, wanted.scope, wanted.earlier),
        tables=[one for one in beside if one.lines],
        before=before.time,
    )
    return replace(report, against=against)


def _made(by: Sequence[Actor], wanted: Wanted, scope: Scope, at: datetime) -> Report:
    """Count one period. Both are told by the same units of time and hidden by the same rule."""
    time = times.kind(wanted.scope)
    dimensions = wanted.look.dimensions(time, wanted.audience)
    is_own = wanted.audience is Audience.OWN
    counted = dimensions if is_own else [*dimensions, *(up for one in dimensions for up in above(one))]
    is_crossed = bool(wanted.look.of) or wanted.look.is_crossed
    said = {"is_crossed": is_crossed, "has_live": wanted.look.has_live}
    counts = sum((count(actor, scope, counted, **said) for actor in by), Counts())
    arranged = Arranged(counts, Names(by), wanted.audience.below(wanted.scope.last))
    groups = [(str(name), [arranged.totals[code] for code in codes]) for name, codes in GROUPS]
    by_time = arranged.table(time, COLUMNS)
    oversees = all(actor.may(Permission.INDIRECT_OVERSEE) for actor in by)
    tables, crosses = _chosen(arranged, dimensions, wanted.look, oversees)
    return Report(scope, wanted.audience, at, groups, by_time, tables, crosses)


def count(
    by: Actor, scope: Scope, dimensions: Collection[str], *, is_crossed: bool = True, has_live: bool = False
) -> Counts:
    """Count all figures of the report, by these dimensions, and each crossed with the items where it is shown."""
    chosen = [one for one in DIMENSIONS if one.code in dimensions or one is ITEM]
    with extract(by, scope) as store:
        shown = [one for one in SHOWN if has_live or not one.is_live]
        return counting.count(store, shown, chosen, ITEM if is_crossed else None)


def _chosen(
    arranged: Arranged, dimensions: Sequence[str], look: Look, oversees: bool
) -> tuple[list[Table], list[Cross]]:
    """Return the tables and crossed tables of a look; the table of time stands apart."""
    tables: list[Table] = []
    crosses: list[Cross] = []
    if look.by == "item" or not look.by or look.of in LIVE:
        tables = [arranged.table("item", ITEMS[code]) for code in look.items]
    if look.by == "item":
        return tables, crosses
    chosen = dimensions if look.by in ("", "time") else dimensions[1:]
    tables = [*(_of_set(arranged, code, of) for code in chosen for of in look.sets), *tables]
    if not look.of:
        tables = [*(arranged.table(code, _columns(code, oversees)) for code in dimensions[1:]), *tables]
    if look.of or look.is_crossed:
        pairs = [(code, of) for code in chosen for of in look.items if of not in LIVE]
        crosses = [arranged.cross(*pair) for pair in pairs if oversees or pair != OVERSEEN]
    return tables, crosses


def _of_set(arranged: Arranged, dimension: str, of: str) -> Table:
    """Return a breakdown of the figures of a set."""
    name, columns = SETS[of]
    table = arranged.table(dimension, columns)
    return replace(table, code=f"{dimension}.{of}", name=f"{name}: {table.name}")


def _columns(dimension: str, oversees: bool) -> tuple[str, ...]:
    further = PAID.get(dimension, ())
    return COLUMNS + tuple(one for one in further if oversees or (dimension, one) != OVERSEEN)


def columns_of(dimension: str) -> Any:
    """Return the column of the store by which a dimension goes."""
    return next((one.column for one in DIMENSIONS if one.code == dimension), None)
