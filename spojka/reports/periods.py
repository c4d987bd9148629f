"""Periods that a coordinator asks for, by one press."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

EARLIEST, LATEST = date(2000, 1, 1), date(2100, 12, 31)  # a year beyond them is a slip


@dataclass(frozen=True)
class Period:
    """A span of days, both included."""

    name: str
    first: date
    last: date


def usual(today: date) -> list[Period]:
    """Return the periods to choose from on a day. A weekend is Friday to Sunday, its Saturday has come."""
    saturday = today - timedelta(days=(today.weekday() + 2) % 7)
    month = today.replace(day=1)
    before = month - timedelta(days=1)
    quarter = month.replace(month=(month.month - 1) // 3 * 3 + 1)
    return [
        Period(_("Last weekend"), saturday - timedelta(days=1), saturday + timedelta(days=1)),
        Period(_("This month"), month, _end(month, 1)),
        Period(_("Last month"), before.replace(day=1), before),
        Period(_("This quarter"), quarter, _end(quarter, 3)),
        Period(_("This year"), today.replace(month=1, day=1), today.replace(month=12, day=31)),
    ]


def _end(first: date, months: int) -> date:
    return (first + timedelta(days=31 * months)).replace(day=1) - timedelta(days=1)


def filled(said: Any, today: date) -> Any:
    """Return what stands in the address with the missing ends of the period added: without both, this month."""
    said = said.copy()
    if not said.get("from") and not said.get("to"):
        month = usual(today)[1]
        said["from"], said["to"] = str(month.first), str(month.last)
    elif not said.get("to"):
        said["to"] = str(today)
    return said
