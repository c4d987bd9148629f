"""Original and proposal side by side: each row with the lines it came of."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from spojka.meetings.ordering import levels

from .proposal import Original, Row

ABOVE = ("group", "place", "date", "both", "present", "guests", "writer")  # what the head says
PAGE = 40  # rows; a plain form sends nine fields of each, and no form may send more than 400


@dataclass(frozen=True)
class Line:
    """A line of the original. `is_aside`: it is in the head, or what pages repeat; no row is made of it."""

    number: int
    text: str
    is_aside: bool


@dataclass(frozen=True)
class Laid:
    """A row with its lines, how deep it stands, and what to beware of."""

    row: Row
    number: int
    depth: int
    lines: list[Line] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @property
    def ends(self) -> tuple[int, int]:
        """The numbers of the first and the last line."""
        return (self.lines[0].number, self.lines[-1].number) if self.lines else (0, 0)


def laid(original: Original, rows: Sequence[Row], start: int, end: int) -> list[Laid]:
    """Return the rows from `start` to before `end` with their lines: all until the next row begins are theirs.

    What was split shows the same lines on each part.
    """
    firsts = [original.firsts[row.key] for row in rows]
    depths = levels(row.kind for row in rows)
    found = []
    for at in range(start, min(end, len(rows))):
        below = next((first for first in firsts[at + 1 :] if first > firsts[at]), len(original.lines) + 1)
        is_first = at == 0 or firsts[at - 1] != firsts[at]
        lines = lines_of(original, firsts[at], below)
        said = [one.words for one in original.warnings if is_first and firsts[at] <= one.line < below]
        found.append(Laid(rows[at], at + 1, depths[at], lines, said))
    return found


def lines_of(original: Original, start: int, below: int) -> list[Line]:
    """Return the lines from `start` to before `below` that are not blank."""
    found = enumerate(original.lines[start - 1 : below - 1], start)
    return [Line(number, text, _is_aside(original, number)) for number, text in found if original.homes[number - 1]]


def _is_aside(original: Original, number: int) -> bool:
    home = original.homes[number - 1]
    return home in ABOVE or home == "header" or not (home.isdecimal() or home in ("heading", "next"))


def above(original: Original, rows: Sequence[Row]) -> tuple[list[Line], list[str]]:
    """Return the lines above the first row, and what to beware of there or in all."""
    first = original.firsts[rows[0].key] if rows else len(original.lines) + 1
    return lines_of(original, 1, first), [one.words for one in original.warnings if one.line < first]
