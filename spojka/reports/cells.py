"""One number, a line of them, a table: what arranged counts are made of."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from spojka.figures.metric import Metric
from spojka.ui.words import number


@dataclass(frozen=True)
class Cell:
    """One number, or a sign that it is hidden. `only` narrows the rows behind it."""

    metric: Metric
    value: int | Decimal | None
    below: int = 0  # hidden because it is smaller than this; 0: hidden with others
    only: dict[str, str] = field(default_factory=dict)
    told: ClassVar[str] = ""  # of what it was made, if of other numbers

    @property
    def has_rows(self) -> bool:
        """Whether a list of records leads on from it."""
        return not self.metric.is_sealed

    @property
    def text(self) -> str:
        if self.value is not None:
            return number(self.value, self.metric.unit.places)
        return _("fewer than %(n)s") % {"n": self.below} if self.below else _("protected")

    @property
    def shown(self) -> int | Decimal | str:
        """Return the number, or the words that stand instead of it: they are set smaller."""
        return self.text if self.value is None else self.value

    @property
    def query(self) -> str:
        """Return what the address of the rows behind it says, beside the period and filters."""
        return urlencode({"metric": self.metric.code} | self.only)


@dataclass(frozen=True)
class Line:
    key: str
    name: str
    cells: Sequence[Cell]


@dataclass(frozen=True, kw_only=True)
class Table:
    """One breakdown: figures by the values of a dimension, or of the items of one figure."""

    code: str
    name: str  # of the table
    of: str  # what its lines are
    heads: Sequence[str]
    lines: Sequence[Line]
    totals: Sequence[Cell]
    is_whole: bool = True  # False: lines of which nothing may be shown were left out
    fills: bool = True  # where no line stands, the first figure is nought
    has_rows: bool = True  # numbers lead to the records behind them


@dataclass(frozen=True, kw_only=True)
class Cross:
    """One figure by the values of a dimension and by its items at once: whole, or nothing of it."""

    dimension: str
    metric: Metric
    table: Table
    lines: Sequence[tuple[str, str, Sequence[tuple[str, str, Cell]]]]  # value, its name, (item, its name, cell)
    is_hidden: bool = False
