"""What was read as it is corrected: a head and rows, each of them a line of minutes to be."""

import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.meetings.content import Words
from spojka.meetings.models import MATTERS, LineKind

from .blocks import is_label
from .shape import Item, Kind, Minutes, Warned

LONGEST, LONGEST_NAME = 4000, 80  # letters, as the page of minutes takes them
THANKS = re.compile(r"\b(?:po)?d[ěí]k", re.I)  # the words themselves say whom they thank
DONE = re.compile(
    r"[,;–-]\s*(?:úkol\s+)?(?:splněn|hotov|vyřízen|vyřešen)[oaýé]?\.?$", re.I
)  # as a table of tasks ends
DASH = re.compile(r"\s+[–—-]\s+")


@dataclass(frozen=True)
class Row:
    """A line of minutes to be. `key`: which row of what was read it came of; `last`: the last line of the original.

    `time`: ISO date by which, or moment when. `places`: between two a semicolon. `state`: of a task or question
    nobody answers below, whether it is "open" or "settled".
    """

    key: int
    last: int
    kind: str
    text: str
    speaker: str = ""
    who: str = ""
    time: str = ""
    places: str = ""
    state: str = "open"

    @property
    def is_matter(self) -> bool:
        return self.kind in MATTERS

    @property
    def is_timed(self) -> bool:
        return self.is_matter or self.kind == LineKind.NOTICE

    @property
    def shown_time(self) -> str:
        """The time as the field of its kind takes it."""
        if self.is_matter:
            return self.time[:10]
        return f"{self.time}T00:00" if self.time and "T" not in self.time else self.time[:16]

    def words(self, after: Any) -> Words:
        """Return the line to be written below the line `after`."""
        said: dict[str, Any] = {"speaker": self.speaker, "who": self.who}
        if self.time and self.is_matter:
            said["due_on"] = date.fromisoformat(self.time[:10])
        elif self.time and self.kind == LineKind.NOTICE:
            said["happens_at"] = timezone.make_aware(datetime.fromisoformat(self.time))
        places = tuple(dict.fromkeys(one.strip() for one in self.places.split(";") if one.strip()))
        return Words(new_id(), self.kind, self.text, after=after, places=places, **said)


@dataclass(frozen=True)
class Head:
    """Of which meeting they are. `present`: a line for each, who – organisation. Times are ISO texts, or nothing."""

    day: str = ""
    hour: str = ""
    place: str = ""
    present: str = ""
    writer: str = ""

    @property
    def people(self) -> list[tuple[str, str]]:
        """Who was there: name, organisation; the organisation alone stands as a name."""
        said = (DASH.split(line.strip(), maxsplit=1) for line in self.present.splitlines() if line.strip())
        return [(one[0], one[1] if len(one) > 1 else "") for one in said]


@dataclass(frozen=True)
class Original:
    """What was brought: its lines, where each went, what to beware of at which line, and the rows as first read.

    `firsts` are the numbers of the lines at which the rows begin.
    """

    lines: list[str]
    homes: list[str]
    warnings: list[Warned]
    firsts: list[int]
    rows: list[Row]
    head: Head

    @classmethod
    def of(cls, said: dict[str, Any]) -> "Original":
        warnings = [Warned(**one) for one in said["warnings"] if isinstance(one, dict)]  # once they were words
        rows = [Row(**one) for one in said["rows"]]
        return cls(**said | {"rows": rows, "head": Head(**said["head"]), "warnings": warnings})


@dataclass(frozen=True)
class Proposal:
    head: Head
    rows: list[Row]

    @classmethod
    def of(cls, said: dict[str, Any]) -> "Proposal":
        return cls(Head(**said["head"]), [Row(**one) for one in said["rows"]])


def proposed(minutes: Minutes, hour: time | None, names: Mapping[str, str]) -> tuple[Original, Proposal]:
    """Return what is to be corrected.

    `hour` is when the group mostly meets, where the minutes say none. `names`: forms of organisations and what they
    mean; the reader calls an organisation as the text does, here it is called as the group wants it.
    """
    meant = {form.casefold(): name for form, name in names.items()}
    found = sorted(_rows(minutes), key=lambda one: one[0])
    hour = minutes.hour or hour
    rows = [_renamed(replace(row, key=key), meant) for key, (_first, row) in enumerate(found)]
    houses = [(one.name, meant.get((one.organisation or "").casefold(), one.organisation)) for one in minutes.present]
    head = Head(
        day=minutes.day.isoformat() if minutes.day else "",
        hour=f"{hour:%H:%M}" if hour else "",
        place=minutes.place or "",
        present="\n".join(" – ".join(filter(None, one)) for one in houses),
        writer=minutes.writer or "",
    )
    firsts = [first for first, _row in found]
    return Original(list(minutes.source), list(minutes.homes), list(minutes.warned), firsts, rows, head), Proposal(
        head, rows
    )


def _renamed(row: Row, meant: Mapping[str, str]) -> Row:
    speaker, who = (meant.get(one.casefold(), one) for one in (row.speaker, row.who))
    text = meant.get(row.text.casefold(), row.text) if row.kind == LineKind.HEADING else row.text
    return replace(row, speaker=speaker, who=who, text=text)


def _rows(minutes: Minutes) -> Iterator[tuple[int, Row]]:
    """Yield rows with their first lines: items, headings, and what the head says of the next meeting."""
    for item in minutes.items:
        for text in _pieces(*_sides(item)):
            yield item.lines[0], _row(item, text)
    for number, (home, line) in enumerate(zip(minutes.homes, minutes.source, strict=True), 1):
        if home == "heading":
            kind = LineKind.TEXT if is_label(line.strip()) else LineKind.HEADING
            yield number, Row(0, number, kind, line.strip(" \t•-–:") or line.strip())
        elif home == "next":
            yield number, Row(0, number, LineKind.NOTICE, line.strip(), time=_next(minutes))


def _next(minutes: Minutes) -> str:
    if minutes.next_date is None:
        return ""
    return f"{minutes.next_date.isoformat()}T{minutes.next_time or time():%H:%M}"


def _sides(item: Item) -> tuple[str, str, str]:
    """Return text, who speaks and whom it is for; what is too long for a name stays in the words."""
    speaker = " – ".join(filter(None, (item.organisation, item.who)))
    if item.kind == Kind.TASK:
        speaker, who = "", speaker
    else:
        who = item.to or ""
    text = item.text
    if item.kind == Kind.THANKS and who:
        text, who = (text if who in text or THANKS.search(text) else f"{who}: {text}"), ""
    long = [one for one in (speaker, who) if len(one) > LONGEST_NAME]
    text = ": ".join([*long, text])
    return text, speaker if speaker not in long else "", who if who not in long else ""


def _pieces(text: str, speaker: str, who: str) -> Iterator[tuple[str, str, str]]:
    yield from ((one, speaker, who) for one in textwrap.wrap(text, LONGEST, break_on_hyphens=False))


def _row(item: Item, said: tuple[str, str, str]) -> Row:
    text, speaker, who = said
    kind = str(LineKind.NOTICE if item.kind == Kind.EVENT else item.kind)
    due = item.due if item.due and item.due != "next" else ""
    when = {LineKind.TASK: due, LineKind.QUESTION: due, LineKind.NOTICE: item.when}.get(LineKind(kind)) or ""
    state = "settled" if kind == LineKind.TASK and DONE.search(text) else "open"
    return Row(0, item.lines[1], kind, text, speaker, who, when, "; ".join(item.places), state)
