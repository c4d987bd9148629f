"""Lines that packages add to the block of indicators of a final report; which there are, none of them has to know.

A line tells a figure by its code; whoever adds it has registered that figure, too.
"""

from dataclasses import dataclass

from django.utils.translation import get_language


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of a group: a figure, or an empty one to be filled by hand."""

    code: str
    cs: str
    en: str
    metric: str = ""  # code of a figure or a rate
    by: str = ""  # the dimension of whose values one is told
    value: str = ""
    each: bool = False  # all of its values, each on a line
    less: str = ""  # the figure that is taken off it
    hand_cs: str = ""  # why it has to be filled by hand
    hand_en: str = ""

    @property
    def name(self) -> str:
        return self.cs if get_language() == "cs" else self.en

    @property
    def hand(self) -> str:
        return self.hand_cs if get_language() == "cs" else self.hand_en


_LINES: dict[str, list[Line]] = {}


def register(group: str, *lines: Line) -> None:
    """Add lines to a group."""
    _LINES.setdefault(group, []).extend(lines)


def lines(group: str) -> tuple[Line, ...]:
    """Return what packages added to a group."""
    return tuple(_LINES.get(group, ()))
