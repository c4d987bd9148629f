"""A table of tasks, `č. | úkol | kdo | termín | stav`, into lines as they are written without one."""

import re
from collections.abc import Iterator
from dataclasses import replace

from .lines import Line, Source
from .words.labels import TABLE

LEAST = 3  # columns
GAPS = (r"\s*\|\s*", r"[ \xa0]*\t[ \xa0]*", r" {3,}")  # what divides columns
ORDER = ("task", "when", "state")


def told(source: Source) -> set[int]:
    """Tell each row of a table of tasks as a task; return the numbers of the lines that only head the columns."""
    heads, columns = set(), list[str]()
    for at, line in enumerate(source.lines):
        cells = _cells(source.raw[at])
        found = [_column(cell) for cell in cells]
        if "task" in found and len(found) >= LEAST and {"who", "when"} & set(found):
            heads.add(line.number)
            columns = found
        elif columns and len(cells) == len(columns) and (row := _row(line, columns, cells)):
            source.lines[at] = row
        elif not line.is_rule:
            columns = []
    return heads


def _cells(raw: str) -> list[str]:
    gap = next((gap for gap in GAPS if len(re.findall(gap, raw.strip())) >= LEAST - 1), None)
    return re.split(gap, raw.strip().strip("|").strip(" ")) if gap else []


def _column(head: str) -> str:
    return next((name for name, words in TABLE.items() if re.fullmatch(words, head.strip(" .:"), re.I)), "")


def _row(line: Line, columns: list[str], cells: list[str]) -> Line | None:
    said = dict(zip(columns, cells, strict=True))
    if not said["task"].strip():
        return None
    return replace(line, words=" ".join(_words(said)), bullet="-", is_whole=True)


def _words(said: dict[str, str]) -> Iterator[str]:
    who = said.get("who", "").strip(" -–—")
    yield f"Úkol {who}:" if who else "Úkol:"
    each = (said.get(name, "").strip(" -–—;.") for name in ORDER)
    yield ", ".join(filter(None, each))
