"""The way from a file to minutes."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from . import blocks, days, furniture, head, nesting, tables
from .blocks import Body
from .fields import Head
from .lines import Source
from .names import Names
from .roster import Roster
from .shape import Minutes, Warned
from .sources.opening import opened


def read(data: bytes, name: str, names: Mapping[str, str] | None = None) -> Minutes:
    """Take old minutes apart. `name` is the file's; `names`: forms of organisations a house knows, and what they mean.

    Lines count from 1 in the text as extracted: a TXT as an editor shows it, a paragraph of a DOCX or a row of its
    table is one line, a PDF in the order of its words. Raises BadFile.
    """
    return taken_apart(opened(data, name), names)


def taken_apart(source: Source, names: Mapping[str, str] | None = None) -> Minutes:
    """Take lines apart."""
    known = Names(names)
    skipped = tables.told(source) | furniture.numbers(source.lines)
    top = head.read(source.lines, known, skipped)
    for one in top.present:
        if one.organisation:
            known.learn(one.organisation.split(", ")[0])
    roster = Roster(top.present)
    body = blocks.divide(source.lines, top, skipped, known, roster)
    years = set(re.findall(r"\b20\d\d\b", " ".join(source.raw)))
    head.ended(top, known, int(years.pop()) if len(years) == 1 else None)
    items = nesting.items(body, top.day, known, roster)
    homes = _homes(source, top, body)
    return Minutes(
        group=top.group,
        place=top.place,
        day=top.day,
        hour=top.hour,
        present=tuple(top.present),
        items=items,
        next_date=top.next_date,
        next_time=top.next_time,
        writer=top.writer,
        header=tuple(raw.strip() for raw, home in zip(source.raw, homes, strict=True) if home == "header"),
        warned=tuple(_warnings(source, top, body, skipped)),
        source=tuple(source.raw),
        homes=tuple(homes),
    )


def _homes(source: Source, top: Head, body: Body) -> list[str]:
    """Return where each line went: its item, a field of the head, a heading, or the header; "" for blank ones."""
    homes = ["" if line.is_blank else "header" for line in source.lines]
    for number, role in top.roles.items():
        homes[number - 1] = role
    for number in body.headings:
        homes[number - 1] = "heading"
    for at, block in enumerate(body.blocks, 1):
        for line in block.lines:
            homes[line.number - 1] = str(at)
    return homes


def _warnings(source: Source, top: Head, body: Body, skipped: set[int]) -> Iterator[Warned]:
    """Yield what to beware of."""
    if top.day is None:
        yield Warned(0, "undated")
    if top.day and top.title_day and top.title_day != top.day:
        line = top.lines.get("date", top.lines.get("both", 1))
        yield Warned(line, "titled", {"day": shown(top.day), "other": shown(top.title_day)})
    if top.next_date and top.day and top.next_date <= top.day:
        yield Warned(top.lines.get("next", 1), "next", {"day": shown(top.next_date)})
    for number, text in _texts(source, body):
        for day in days.days(text, top.day):
            if day.day is None and (day.has_year or top.day):
                yield Warned(number, "unreal", {"said": day.said})
            elif day.disagrees and day.day and day.weekday is not None:
                weekdays = {"said": day.weekday, "real": day.day.weekday()}
                yield Warned(number, "weekday", {"day": shown(day.day), **weekdays})
    yield from _repeated(source, top, skipped)


def shown(day: date) -> str:
    return f"{day.day}. {day.month}. {day.year}"


def _texts(source: Source, body: Body) -> Iterator[tuple[int, str]]:
    """Yield all text with the number of its first line: joined where it was broken."""
    starts = {block.first.number: block.text for block in body.blocks}
    taken = {line.number for block in body.blocks for line in block.lines}
    for line in source.lines:
        if line.number in starts:
            yield line.number, starts[line.number]
        elif line.number not in taken and not line.is_blank:
            yield line.number, line.words


def _repeated(source: Source, top: Head, skipped: set[int]) -> Iterator[Warned]:
    """Yield warnings of a repeated title that says another day than the meeting's."""
    seen = set()
    for line in source.lines:
        if line.number not in skipped or not top.day or not re.search(r"\d", line.words):
            continue
        for day in days.days(line.words, top.day):
            if day.day and day.day != top.day and day.day not in seen and day.day != top.title_day:
                seen.add(day.day)
                yield Warned(line.number, "repeated", {"day": shown(day.day), "other": shown(top.day)})
