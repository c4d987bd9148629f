"""Fields of minutes: `Datum:`, `Přítomni:`, `Zapsala:`; where they are, not yet what they say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time

from . import days
from .lines import Line
from .sentences import DOING
from .shape import Present
from .words.labels import FIELDS

FIELD = re.compile(
    r"(?P<label>"
    + "|".join(f"(?P<{name}>{words})" for name, words in FIELDS.items())
    + r")(?P<divider>\s*[:\t]\s*|\s+[–—-]\s+|\s*$|(?=\s))",
    re.I,
)
INNER = re.compile(
    r"(?:\t|[,;.]\s+|(?<!\sa)\s)(?=(?:"
    + "|".join(FIELDS[name] for name in ("date", "place", "hour", "guests", "absent", "writer", "next", "present"))
    + r")\s*:)",
    re.I,
)
ALONE = {"present", "guests", "absent", "next", "writer", "place", "date"}  # their words may stand in the next line
SOMEBODY = re.compile(r"(?:za\s+)?[^\W\d_a-z]|(?:npor|por|kpt|prap|str|p)\.")
SIGNED = re.compile(r"(?:[\w.]+\.\s*)*(?:[^\W\d_a-z][\w.]+\s*){1,3}(?:[(,].*)?")
MOST_BARE = 400  # letters of a field without a colon


@dataclass
class Head:
    """What was found; `roles` says of a line's number what it is, so that no item takes it."""

    roles: dict[int, str] = field(default_factory=dict)
    group: str | None = None
    place: str | None = None
    day: date | None = None
    title_day: date | None = None
    hour: time | None = None
    present: list[Present] = field(default_factory=list)
    next_date: date | None = None
    next_time: time | None = None
    writer: str | None = None
    said: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)  # where each field stands


def parts(line: Line) -> Iterator[tuple[str, str]]:
    """Yield the fields of a line with their words: of `Datum: 3. 4.   Místo: Maják` there are two."""
    for said in INNER.split(line.words) if FIELD.match(line.words) else []:
        match = FIELD.match(said)
        if not match:
            continue
        name = next(name for name in FIELDS if match[name])
        rest = said[match.end() :].strip()
        divider = match["divider"].strip(" ") or ("" if rest else "end")
        if _is_field(name, divider, rest, match["label"]):
            yield name, rest.strip(" \t")


def _is_field(name: str, divider: str, rest: str, label: str) -> bool:
    if name == "date" and (label.lower() == "dne" or label.lower().endswith(" se")):
        return bool(days.DAY.match(rest))
    if label.lower() == "zápis":
        return divider == ":" and bool(SIGNED.fullmatch(rest))
    if divider == "end":
        return name in ALONE
    if divider:
        return name != "group" or divider == ":"
    if name == "next":
        return bool(days.DAY.search(rest)) and not DOING.match(" " + rest)
    return name in ("present", "absent", "guests", "writer") and bool(SOMEBODY.match(rest)) and len(rest) < MOST_BARE
