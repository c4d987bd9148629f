"""Rates of two figures: told with both of them, hidden when either is, never added up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spojka.figures import registry
from spojka.figures.metric import Metric, Rate

from .cells import Cell

NONE = "\N{EN DASH}"  # of nothing there is no rate


@dataclass(frozen=True)
class Derived(Cell):
    """A number made of others: no record is behind it but theirs."""

    @property
    def has_rows(self) -> bool:
        return False


@dataclass(frozen=True)
class RateCell(Derived):
    """One rate, with its two numbers."""

    metric: Any  # a Rate
    part: Cell | None = None
    whole: Cell | None = None

    @property
    def is_hidden(self) -> bool:
        return self.part is None or self.whole is None or None in (self.part.value, self.whole.value)

    @property
    def text(self) -> str:
        return NONE if self.value is None and not self.is_hidden else super().text

    @property
    def told(self) -> str:
        """Return the two numbers of which it is made."""
        made_of = [one for one in (self.part, self.whole) if one]
        return "" if self.value is None else " · ".join(f"{one.metric.name}: {one.text}" for one in made_of)


def cell(rate: Rate, cells: Mapping[str, Cell]) -> RateCell:
    """Return a rate of the cells of its two figures."""
    part, whole = cells[rate.part], cells[rate.whole]
    if part.value is None or not whole.value:
        return RateCell(rate, None, part=part, whole=whole)
    return RateCell(rate, rate.value(part.value, whole.value), part=part, whole=whole)


def in_order(columns: Sequence[str], cells: Sequence[Cell]) -> list[Cell]:
    """Return the cells of a line as its columns want them: figures as they are, rates made of them."""
    known = {one.metric.code: one for one in cells}
    rates = {one.code: one for one in registry.rates()}
    return [cell(rates[code], known) if code in rates else known[code] for code in columns]


def needed(columns: Sequence[str]) -> list[Metric]:
    """Return the figures among columns, and after them those of which the rates are made."""
    made_of = [code for one in registry.rates() if one.code in columns for code in (one.whole, one.part)]
    return [*figures_of(columns), *(registry.find(code) for code in dict.fromkeys(made_of) if code not in columns)]


def figures_of(columns: Sequence[str]) -> list[Metric]:
    """Return the figures among columns."""
    rates = {one.code for one in registry.rates()}
    return [registry.find(code) for code in columns if code not in rates]
