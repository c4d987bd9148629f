"""The part of a text in which it says what was asked for."""

import re
from collections.abc import Iterable

from .stems import begins, fold, forms

BEFORE, AROUND = 50, 160  # letters


def pieces(text: str, asked: Iterable[Iterable[str]]) -> list[tuple[str, bool]]:
    """Return a short part of `text` in pieces, each with whether it is one of the words asked for."""
    starts = [start for word in asked for start in word]
    found = [one.span() for one in re.finditer(r"[^\W_]+", text) if starts and _is_asked(one[0], starts)]
    first = max(0, found[0][0] - BEFORE) if found else 0
    last = first + AROUND
    said, at = [("…", False)] if first else [], first
    for start, end in found:
        if at <= start and end <= last:
            said += [(text[at:start], False), (text[start:end], True)]
            at = end
    said += [(text[at:last], False), ("…" if last < len(text) else "", False)]
    return [(piece, is_word) for piece, is_word in said if piece]


def _is_asked(word: str, starts: list[str]) -> bool:
    return begins(starts, forms(word.casefold()) | {fold(word)})
