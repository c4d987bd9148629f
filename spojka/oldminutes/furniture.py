"""What a page repeats: its title, its number. None of it belongs to an item, even in the midst of one."""

import re
from collections import defaultdict
from collections.abc import Iterator

from .lines import Line
from .words.labels import MEETING

PAGE = r"(?:stran(?:a|y)|str\.|stránka|list)\s*(?:č\.\s*)?\d{1,3}(?:\s*(?:z|ze|/|z\s+celkem)\s*\d{1,3})?"
ONLY_PAGE = re.compile(rf"[\W_]*(?:{PAGE}|\d{{1,3}}\s*(?:/|z)\s*\d{{1,3}}|[–—-]\s*\d{{1,3}}\s*[–—-])[\W_]*", re.I)
PAGE_SAID = re.compile(rf"(?:[\t,;|–—-]\s*|^){PAGE}\s*$|^{PAGE}\s*[\t,;|–—-]", re.I)
PAGE_BESIDE = re.compile(rf"{PAGE}|[\t|–-]+\s*\d{{1,3}}(?:\s*/\s*\d+)?\s*$", re.I)
TITLE = re.compile(rf"\b(?:zápis\w*|{MEETING})\b", re.I)
TOP = 3  # lines in which a title stands


def numbers(lines: list[Line]) -> set[int]:
    """Return the numbers of the lines that a page repeats; a title's first time is not one of them."""
    full = [line for line in lines if not line.is_blank]
    found = {line.number for line in full if ONLY_PAGE.fullmatch(_whole(line)) or _is_headed_page(line)}
    found |= {
        line.number
        for before, line, after in _threes(lines)
        if line.words.isdigit() and _is_apart(before, line, after)
    }
    seen: dict[str, list[Line]] = defaultdict(list)
    for line in full:
        seen[_even(line)].append(line)
    top = {_even(line) for line in full[:TOP]}
    for even, each in seen.items():
        marked = [line for line in each if line.is_furniture]
        is_title = len(each) > 1 and len(even) > 7 and not each[0].bullet and (even in top or _is_title(each[0]))
        if marked or (is_title and not each[0].words.endswith(":")):
            titles = [line for line in each if is_title and not line.is_furniture and not _is_headed_page(line)]
            first = titles[0] if titles else None  # the title itself
            found |= {line.number for line in (marked if marked and not is_title else each) if line is not first}
    return found


def _threes(lines: list[Line]) -> Iterator[tuple[Line | None, Line, Line | None]]:
    return zip([None, *lines], lines, [*lines[1:], None], strict=False)


def _is_apart(before: Line | None, line: Line, after: Line | None) -> bool:
    """Test whether a mere number stands alone, as at the edge of a page."""
    sides = (before, after)
    return len(line.words) < 4 and all(side is None or side.is_blank or side.page != line.page for side in sides)


def _is_headed_page(line: Line) -> bool:
    """Test whether a line is a title with the number of a page beside it."""
    beside = PAGE_SAID.search(line.words)
    return bool(beside) and _is_title(line) and not line.bullet


def _whole(line: Line) -> str:
    return f"{line.bullet} {line.words}"


def _is_title(line: Line) -> bool:
    return (
        bool(TITLE.search(line.words))
        and bool(re.match(r"zápis|policejní|pracovní|záznam", line.words, re.I))
        and len(line.words) < 110
    )


def _even(line: Line) -> str:
    """Return a line without its page number and with all digits alike."""
    return re.sub(r"\W+", " ", re.sub(r"\d+", "#", PAGE_BESIDE.sub(" ", line.words))).casefold().strip()
