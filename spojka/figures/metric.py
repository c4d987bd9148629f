from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.codelists.words import SURENESS, SURENESS_ICONS

if TYPE_CHECKING:  # Ibis takes a second to load; a worker that makes no report never needs it
    from ibis.expr import types as ir


class Privacy(StrEnum):
    """Whether a small number could point at somebody."""

    WORK = "work"  # no person behind it
    PEOPLE = "people"  # small numbers are protected when it leaves the organisation


@dataclass(frozen=True, kw_only=True)
class Unit:
    """In what a figure is told. Sums are kept whole: `per` of them make one unit, told to so many `places`."""

    code: str
    name: Any
    per: int = 1
    places: int = 0


CONTACT = Unit(code="contact", name=_("contacts"))
PERSON = Unit(code="person", name=_("people"))
CLIENT = Unit(code="client", name=_("clients"))
ACT = Unit(code="act", name=_("acts"))
HOUR = Unit(code="hour", name=_("hours"), per=60, places=1)
PIECE = Unit(code="piece", name=_("pieces"))
MENTION = Unit(code="mention", name=_("mentions"))
TEST = Unit(code="test", name=_("tests"))
SESSION = Unit(code="session", name=_("sessions"))
KIT = Unit(code="kit", name=_("kits"))
DOSE = Unit(code="dose", name=_("doses"))
USE = Unit(code="use", name=pgettext_lazy("of naloxone", "uses"))
REFUSAL = Unit(code="refusal", name=_("refusals"))
MEASUREMENT = Unit(code="measurement", name=_("measurements"))
RECORD = Unit(code="record", name=_("records"))
GOAL = Unit(code="goal", name=_("goals"))
CONTRACT = Unit(code="contract", name=_("contracts"))
WARNING = Unit(code="warning", name=pgettext_lazy("to a client", "warnings"))
CASE = Unit(code="case", name=_("cases"))
RATING = Unit(code="rating", name=_("ratings"))
POINT = Unit(code="point", name=_("points"))
MEAN = Unit(code="mean", name=_("points on average"), places=1)
PERCENT = Unit(code="percent", name=_("per cent"), places=1)
TIMES = Unit(code="times", name=_("for one"), places=1)


class Told:
    """What figures and rates alike say of how sure they are."""

    sureness: str

    @property
    def is_official(self) -> bool:
        return self.sureness == "official"

    @property
    def sureness_name(self) -> str:
        return str(SURENESS[self.sureness])

    @property
    def sureness_icon(self) -> str:
        return SURENESS_ICONS[self.sureness]


@dataclass(frozen=True, kw_only=True, eq=False)
class Metric(Told):
    """One figure. The rows behind it are `rows`, the number is the sum of what each of them adds."""

    code: str
    name: Any
    definition: Any
    unit: Unit
    table: str  # whose rows it counts
    counts: Any  # what one of the rows is
    privacy: Privacy = Privacy.PEOPLE
    sureness: str = "proposal"  # words of codelists
    source: Any = ""
    where: Callable[[ir.Table], ir.BooleanValue] | None = None  # None: all rows of the table
    amount: Callable[[ir.Table], ir.IntegerValue] | None = None  # None: each row adds one
    distinct: str = ""  # instead: the column whose different values are counted
    within: str = ""  # the figure that this one is a part of: where that one is hidden, so is this
    rest_of: tuple[str, ...] = ()  # figures that, less this one, tell a number of people: a small rest hides this one
    splits: str = ""  # the figure that this one and others of the same word share out, perhaps not all of it
    items: str = ""  # the list from which the rows' `code` comes, if they have one
    is_sealed: bool = False  # no list of the rows behind it: each is told on a page of its own alone
    is_live: bool = False  # counted from the rows of the whole period each time: it adds up of no parts of it

    def rows(self, table: ir.Table) -> ir.Table:
        """Return the rows behind the figure, each with what it `adds` and the `key` it is counted by."""
        rows = table if self.where is None else table.filter(self.where(table))
        adds = 1 if self.amount is None else self.amount(rows).cast("int64")
        return rows.mutate(key=rows[self.distinct or "id"], adds=adds)

    def measure(self, table: ir.Table) -> ir.IntegerScalar:
        """Return the number, whole: Ibis may compute many of them in one pass."""
        where = None if self.where is None else self.where(table)
        if self.distinct:
            return table[self.distinct].nunique(where=where)
        return table.count(where=where) if self.amount is None else self.amount(table).cast("int64").sum(where=where)

    def value(self, whole: int) -> int | Decimal:
        """Return a whole sum in the unit of the figure."""
        if self.unit.per == 1:
            return whole
        step = Decimal(1).scaleb(-self.unit.places)
        return (Decimal(whole) / self.unit.per).quantize(step, ROUND_HALF_UP)


MADE = _("a number made of two others")


@dataclass(frozen=True, kw_only=True, eq=False)
class Rate(Told):
    """How much one figure is of another. It is told with both, never summed, and hidden when either of them is."""

    code: str
    name: Any
    definition: Any
    unit: Unit
    part: str  # codes of figures
    whole: str
    times: int = 1  # 100: per cent
    privacy: Privacy = Privacy.PEOPLE
    sureness: str = "proposal"
    source: Any = ""
    counts: Any = MADE
    within: str = ""
    items: str = ""
    is_sealed: bool = False

    def value(self, part: int | Decimal, whole: int | Decimal) -> Decimal:
        """Return the rate of two numbers, as it is told."""
        step = Decimal(1).scaleb(-self.unit.places)
        return (Decimal(part) * self.times / Decimal(whole)).quantize(step, ROUND_HALF_UP)
