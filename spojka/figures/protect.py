"""Small numbers of people, hidden so that nobody can work them out from what is printed.

0 is safe: nobody is nobody. A total below the threshold is hidden with all its parts. Among the parts, those below
the threshold are hidden, and more with them until the hidden ones leave several answers open. All hidden cells look
the same: a reader must not learn which of them are small. A part of another figure, and a table crossed by two
dimensions, are shown whole or not at all: in two directions more could be worked out.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from . import dated


class Audience(StrEnum):
    """Who will hold the paper."""

    OWN = "own"
    PARTNER = "partner"
    PUBLIC = "public"

    @property
    def label(self) -> str:
        return str(AUDIENCES[self])

    def below(self, on: date) -> int:
        """Return the number from which a count of people may be shown; 0 shows all."""
        return 0 if self is Audience.OWN else int(dated.value("small_numbers", self.value, on).low)


AUDIENCES = {
    Audience.OWN: _("us only, exact numbers"),
    Audience.PARTNER: _("the organiser or a funder"),
    Audience.PUBLIC: _("the public"),
}


def is_small(value: int, below: int) -> bool:
    """Say whether a count could point at somebody."""
    return 0 < value < below


def parts(values: Sequence[int], total: int, below: int) -> list[int | None] | None:
    """Return the parts of `total` with None for each hidden one; None for all when nothing could stay.

    Who also knows this very rule still finds at least two answers for every hidden cell (a test tries them all).
    """
    if is_small(total, below):
        return None
    hidden = {place for place, value in enumerate(values) if is_small(value, below)}
    if not hidden:
        return list(values)
    for value in sorted({value for value in values if value >= below}):
        if _leaves_open([values[p] for p in hidden], below):
            break
        hidden |= {p for p, other in enumerate(values) if other == value}  # which of two equals it was would tell
    if all(not value or place in hidden for place, value in enumerate(values)):
        return None  # what is left would only say where there was nobody
    return [None if place in hidden else value for place, value in enumerate(values)]


def is_safe(values: Iterable[int], wholes: Iterable[int | None], below: int) -> bool:
    """Say whether the lines of a figure that is a part of another may be shown; they all are, or none.

    Who sees 20 contacts and 18 first ones knows of 2 others: what is left of a whole must be no small number either.
    A whole that is hidden itself hides its part.
    """
    return not any(
        whole is None or is_small(value, below) or is_small(whole - value, below)
        for value, whole in zip(values, wholes, strict=True)
    )


def _leaves_open(hidden: Sequence[int], below: int) -> bool:
    """Say whether the sum of the hidden cells, which everybody can work out, fits several answers.

    A sum that is itself small is no cover, nor is one that only all ones or only the largest small numbers give.
    """
    count, total = len(hidden), sum(hidden)
    largest = count * (below - 1) if max(hidden) < below else 10**9
    return count > 1 and total >= below and count < total < largest
