"""The block of indicators of a funder's final report. Our reading of what funders ask for, no official form.

Which lines there are, data/indicators.toml says, and packages that have more of them. What nobody wrote down is an
empty line for a pen, with the words why; nothing is made up.
"""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

from spojka.access.actor import Actor
from spojka.encounters.extract import extract
from spojka.encounters.metrics import DIMENSIONS
from spojka.encounters.scope import Scope
from spojka.figures import counting, indicators, registry
from spojka.figures.counting import Counts
from spojka.figures.indicators import Line
from spojka.figures.metric import Metric, Rate
from spojka.figures.protect import Audience
from spojka.figures.registry import told

from .arrange import Arranged
from .cells import Cell, Table
from .rates import Derived
from .words import Names

FORM = Path(__file__).parent / "data" / "indicators.toml"


@dataclass(frozen=True, kw_only=True)
class Group:
    """What a group of the form has: lines, or columns of figures by items."""

    code: str
    cs: str
    en: str
    lines: Sequence[Line]
    columns: Sequence[str] = ()

    @property
    def name(self) -> str:
        return self.cs if get_language() == "cs" else self.en


@dataclass(frozen=True)
class Told:
    """One line: a number, or None and why it is to be filled by hand."""

    code: str
    name: str
    cell: Cell | None
    hand: str = ""
    is_part: bool = False  # of the breakdown that the line before names


@dataclass(frozen=True, kw_only=True)
class Section:
    """One group as it is told: lines, or a table."""

    code: str
    name: str
    lines: Sequence[Told] = ()
    table: Table | None = None


@dataclass(frozen=True)
class Block:
    """All that the page, the paper and the tables say."""

    scope: Scope
    audience: Audience
    made_at: datetime
    sections: Sequence[Section] = field(default_factory=list)

    @property
    def cells(self) -> list[Cell]:
        lines = [one.cell for section in self.sections for one in section.lines if one.cell]
        tables = [section.table for section in self.sections if section.table]
        return lines + [cell for table in tables for line in table.lines for cell in line.cells]


@cache  # a part of the release
def _form() -> tuple[Group, ...]:
    said = tomllib.loads(FORM.read_text("utf-8"))["groups"]
    return tuple(Group(**one | {"lines": [Line(**line) for line in one["lines"]]}) for one in said)


def groups() -> list[Group]:
    """Return the groups with what packages added to them; one that has nothing is not there."""
    found = [
        Group(code=one.code, cs=one.cs, en=one.en, columns=one.columns,
              lines=[*one.lines, *indicators.lines(one.code)])
        for one in _form()
    ]  # fmt: skip
    return [one for one in found if one.lines or one.columns]


def make(by: Sequence[Actor], scope: Scope, audience: Audience, at: datetime) -> Block:
    """Count for each actor apart and add up, and tell the lines of the form."""
    form = groups()
    codes = [code for group in form for line in group.lines for code in (line.metric, line.less) if code]
    codes += [code for group in form for code in group.columns]
    by_what = {line.by for group in form for line in group.lines if line.by} | {"item"}
    counts = sum((_count(actor, scope, _closed(codes), by_what) for actor in by), Counts())
    arranged = Arranged(counts, Names(by), audience.below(scope.last))
    return Block(scope, audience, at, [_section(arranged, group) for group in form])


def _count(by: Actor, scope: Scope, metrics: Sequence[Metric], by_what: Iterable[str]) -> Counts:
    with extract(by, scope) as store:
        return counting.count(store, metrics, [one for one in DIMENSIONS if one.code in by_what])


def _closed(codes: Iterable[str]) -> list[Metric]:
    """Return figures with all that their protection asks for, in the order in which they are known."""
    wanted, waiting = set(), list(codes)
    while waiting:
        code = waiting.pop()
        one = told(code)
        if code in wanted:
            continue
        wanted.add(code)
        if isinstance(one, Rate):
            waiting += [one.part, one.whole]
        else:
            shares = [other.code for other in registry.splits(one.splits)] if one.splits else []
            waiting += [*one.rest_of, *shares, *filter(None, [one.within])]
    return [one for one in registry.metrics() if one.code in wanted]


def _section(arranged: Arranged, group: Group) -> Section:
    lines = [one for line in group.lines for one in _lines(arranged, line)]
    table = replace(arranged.table("item", group.columns), name=group.name, of=group.name) if group.columns else None
    return Section(code=group.code, name=group.name, lines=lines, table=table)


def _lines(arranged: Arranged, line: Line) -> list[Told]:
    if not line.metric:
        return [Told(line.code, line.name, None, line.hand)]
    if not line.by:
        return [Told(line.code, line.name, _less(arranged, line) if line.less else arranged.totals[line.metric])]
    table = arranged.table(line.by, (line.metric,))
    if line.each:
        parts = [
            Told(f"{line.code}.{one.key}", f"{line.name}: {one.name}", one.cells[0], is_part=True)
            for one in table.lines
        ]
        return parts or [Told(line.code, line.name, Cell(registry.find(line.metric), 0 if table.is_whole else None))]
    return [Told(line.code, line.name, _value(table, line))]


def _value(table: Table, line: Line) -> Cell:
    """Return the number of one value: none at all where it has no line, unless lines were left out."""
    found = next((one.cells[0] for one in table.lines if one.key == line.value), None)
    return found or Cell(registry.find(line.metric), 0 if table.fills else None)


def _less(arranged: Arranged, line: Line) -> Cell:
    """Return a figure without another one; where either is hidden, it would tell that one."""
    whole, part = arranged.totals[line.metric], arranged.totals[line.less]
    values: list[Any] = [whole.value, part.value]
    return Derived(whole.metric, None if None in values else values[0] - values[1])
