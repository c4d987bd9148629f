"""The order of lines, and which wordings stand; the same in each browser (static/meetings/lines.js is its twin)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from .models import WHOLE, LineKind, MinutesLine


@dataclass(frozen=True)
class Standing:
    """One line as it stands: one wording, or more while two have to be joined."""

    heads: list[MinutesLine]

    @property
    def newest(self) -> MinutesLine:
        return self.heads[-1]


def heads(wordings: Iterable[MinutesLine]) -> list[MinutesLine]:
    """Return the wordings of one line that no later one replaces, the oldest first."""
    found = sorted(wordings, key=lambda one: one.number)
    return [one for one in found if not any(two.replaces >= one.number for two in found if two is not one)]


def everything(wordings: Iterable[MinutesLine]) -> list[Standing]:
    """Return all lines in their order, those that were taken away among them."""
    lines: dict[UUID, list[MinutesLine]] = defaultdict(list)
    for one in wordings:
        lines[one.line].append(one)
    after = {line: min(found, key=lambda one: one.number).after for line, found in lines.items()}
    return [Standing(heads(lines[line])) for line in in_order(after)]


def arranged(wordings: Iterable[MinutesLine]) -> list[Standing]:
    """Return the lines that stand, in their order."""
    # taken away is a line of which no wording stands but such ones: words that came meanwhile bring it back
    shown = [Standing([one for one in found.heads if not one.is_out]) for found in everything(wordings)]
    return [one for one in shown if one.heads]


def depths(lines: Iterable[Standing]) -> list[int]:
    """Return how deep each line stands."""
    return levels(one.newest.kind for one in lines)


def levels(kinds: Iterable[str]) -> list[int]:
    """Return how deep such lines stand: an organisation 0, its item 1, the rest 2, the answers to a question 3."""
    found: list[int] = []
    asked = False
    for kind in kinds:
        found.append(3 if kind == LineKind.ANSWER and asked else WHOLE.get(kind, 2))
        asked = kind == LineKind.QUESTION or (asked and kind == LineKind.ANSWER)
    return found


def in_order(after: dict[UUID, UUID | None]) -> list[UUID]:
    """Walk the tree: below each line the one begun last comes first, with all that was begun below it."""
    below: dict[UUID | None, list[UUID]] = defaultdict(list)
    for line, above in after.items():
        below[above if above in after and above != line else None].append(line)
    found: list[UUID] = []
    ahead = sorted(below[None])
    while ahead:
        line = ahead.pop()
        found.append(line)
        ahead += sorted(below[line])
    return found + sorted(after.keys() - set(found))  # such as lead round in a circle: no word is ever hidden
