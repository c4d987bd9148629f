"""A report beside an earlier one: both numbers, what changed, and by what share where the base carries it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from spojka.encounters.scope import Scope
from spojka.figures.metric import Metric
from spojka.ui.words import HARD, number

from . import times
from .cells import Cell, Line, Table
from .rates import NONE, RateCell

BASE = 20  # a share of fewer is more noise than news
MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True)
class Change(Cell):
    """By how much a number differs; not told where one of the two is hidden, for it would tell that one."""

    @property
    def text(self) -> str:
        return _("protected") if self.value is None else signed(self.value, self.metric.unit.places)


@dataclass(frozen=True)
class Share(Cell):
    """The same as a share of the earlier number, which must be large enough to be one."""

    is_hidden: bool = False
    is_rate: bool = False

    @property
    def text(self) -> str:
        if self.is_rate:
            return NONE
        if self.value is None:
            return _("protected") if self.is_hidden else _("from a small number")
        return f"{signed(self.value, 1)}{HARD}%"


@dataclass(frozen=True)
class Against:
    """What the earlier period had, beside this one."""

    scope: Scope
    figures: Table
    time: Table
    tables: Sequence[Table]
    before: Table  # the earlier period alone, in time

    def changes(self, code: str) -> Line:
        """Return the line of one figure: now, before, the difference, the share."""
        return next(line for line in self.figures.lines if line.key == code)


def signed(value: int | Decimal, places: int) -> str:
    """Write a difference with its sign, as print has it."""
    sign = "+" if value > 0 else MINUS if value < 0 else ""
    return sign + number(abs(value), places)


def change(now: Cell, before: Cell) -> Change:
    """Return the difference of two numbers."""
    if now.value is None or before.value is None:
        return Change(now.metric, None)
    return Change(now.metric, now.value - before.value)


def share(now: Cell, before: Cell) -> Share:
    """Return the difference as a share of the earlier number; of a rate the difference says it all."""
    if isinstance(now, RateCell):
        return Share(now.metric, None, is_rate=True)
    if now.value is None or before.value is None:
        return Share(now.metric, None, is_hidden=True)
    if before.value < BASE:
        return Share(now.metric, None)
    return Share(now.metric, round(Decimal(now.value - before.value) * 100 / Decimal(before.value), 1))


def heads() -> list[str]:
    return [_("this period"), _("earlier"), _("difference"), _("change")]


def figures(now: Sequence[Cell], before: Sequence[Cell]) -> Table:
    """Return all figures side by side."""
    lines = [
        Line(one.metric.code, str(one.metric.name), [one, other, change(one, other), share(one, other)])
        for one, other in zip(now, before, strict=True)
    ]
    name = _("Figures beside the earlier period")
    return Table(code="against", name=name, of=_("Figure"), heads=heads(), lines=lines, totals=[], has_rows=False)


def by_lines(now: Table, before: Table) -> Table:
    """Return the first figure of a breakdown side by side, line by line."""
    here, there = ({line.key: line for line in one.lines} for one in (now, before))
    names = {line.key: line.name for line in (*before.lines, *now.lines)}
    order = [*here, *(key for key in there if key not in here)]
    pairs = [(key, names[key], _at(now, here, key), _at(before, there, key)) for key in order]
    return _table(now, [(key, name, one, other) for key, name, one, other in pairs], before)


def by_time(now: Table, before: Table, scope: Scope, earlier: Scope) -> Table:
    """Return the first figure in time: the first day or month beside the first one of the earlier period."""
    cut = now.code
    here, there = ({line.key: line for line in one.lines} for one in (now, before))
    pairs = []
    rows, others = times.spots(scope, cut), times.spots(earlier, cut)
    for place in range(max(len(rows), len(others))):
        key = rows[place] if place < len(rows) else ""
        other = others[place] if place < len(others) else ""
        name = " / ".join(one for one in (times.called(key), times.called(other)) if one)
        pairs.append((key or other, name, _at(now, here, key), _at(before, there, other)))
    told = [pair for pair in pairs if pair[2].value != 0 or pair[3].value != 0]
    return _table(now, told, before)


def _at(table: Table, lines: dict[str, Line], key: str) -> Cell:
    """Return the first cell of a line. Where none stands there was nothing, unless lines were left out."""
    if key in lines:
        return Cell(lines[key].cells[0].metric, lines[key].cells[0].value, lines[key].cells[0].below)
    return Cell(table.totals[0].metric, 0 if table.fills or not key else None)


def _table(now: Table, pairs: Sequence[tuple[str, str, Cell, Cell]], before: Table) -> Table:
    lines = [Line(key, name, [one, other, change(one, other), share(one, other)]) for key, name, one, other in pairs]
    one, other = now.totals[0], before.totals[0]
    name = _("%(what)s by the earlier period: %(by)s") % {"what": _name(one.metric), "by": now.name}
    return Table(
        code=f"against.{now.code}", name=name, of=now.of, heads=heads(), lines=lines,
        totals=[one, other, change(one, other), share(one, other)], has_rows=False,
    )  # fmt: skip


def _name(metric: Metric) -> str:
    return str(metric.name)
