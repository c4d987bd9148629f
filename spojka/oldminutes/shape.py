"""What is read out of old minutes."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date, time
from enum import StrEnum
from typing import Any

from .beware import told


class Kind(StrEnum):
    """What an item is."""

    ITEM = "item"
    STATEMENT = "statement"
    QUESTION = "question"
    ANSWER = "answer"
    TASK = "task"
    EVENT = "event"
    THANKS = "thanks"
    TEXT = "text"


@dataclass(frozen=True)
class Present:
    """Somebody who was there; a list may name only people or only organisations."""

    name: str | None
    organisation: str | None


@dataclass(frozen=True)
class Item:
    """One thing that was said.

    `parent`: id of an earlier item. `organisation`: who speaks, asks or does, else the heading's. `to`: who is asked
    or thanked. `who`: the person who speaks, or is to do what the text says. `lines`: first and last, from 1; a page's
    furniture between them is not of the item. `due`: ISO date or "next" (by the next meeting). `when`: ISO date, with
    the hour if it is said (2014-04-24T15:00).
    """

    id: int
    parent: int | None
    kind: Kind
    organisation: str | None
    to: str | None
    who: str | None
    text: str
    lines: tuple[int, int]
    due: str | None
    when: str | None
    places: tuple[str, ...]


@dataclass(frozen=True)
class Warned:
    """What to beware of (`beware.SAID`), and the number of the line it is about; 0 where it is about all."""

    line: int
    what: str
    values: dict[str, str | int] = field(default_factory=dict)

    @property
    def words(self) -> str:
        return told(self.what, self.line, self.values)


@dataclass(frozen=True)
class Minutes:
    """Minutes taken apart.

    `source`: all lines as extracted. `homes`: where each of them went: the id of its item, "group", "present" and the
    other fields of the head, "heading" (an organisation or a section), "header", or "" when it is blank. `header`:
    what pages repeat, and what belongs nowhere else: a letterhead, a drawn rule.
    """

    group: str | None
    place: str | None
    day: date | None
    hour: time | None
    present: tuple[Present, ...]
    items: tuple[Item, ...]
    next_date: date | None
    next_time: time | None
    writer: str | None
    header: tuple[str, ...]
    warned: tuple[Warned, ...]
    source: tuple[str, ...]
    homes: tuple[str, ...]


def as_json(minutes: Minutes) -> dict[str, Any]:
    """Return what `spojka minutes read` prints, ready for json.dumps."""
    return {
        "group": minutes.group,
        "place": minutes.place,
        "date": minutes.day.isoformat() if minutes.day else None,
        "present": [asdict(one) for one in minutes.present],
        "items": [asdict(one) | {"lines": list(one.lines), "places": list(one.places)} for one in minutes.items],
        "next": {
            "date": minutes.next_date and minutes.next_date.isoformat(),
            "time": minutes.next_time and f"{minutes.next_time:%H:%M}",
        },
        "writer": minutes.writer,
        "header": list(minutes.header),
        "warnings": [one.words for one in minutes.warned],
    }


def as_text(minutes: Minutes) -> Iterator[str]:
    """Yield the lines of an outline for reading: one line an item, deeper by two spaces under its parent."""
    day = f"{minutes.day.day}. {minutes.day.month}. {minutes.day.year}" if minutes.day else None
    yield " · ".join(filter(None, (minutes.group, day, minutes.place)))
    yield from (f"+ {one.name or '?'} ({one.organisation or '?'})" for one in minutes.present)
    depth: dict[int | None, int] = {None: -1}
    for item in minutes.items:
        depth[item.id] = depth[item.parent] + 1
        about = (item.organisation, item.to and f"→ {item.to}", item.who, item.due and f"⏱ {item.due}", item.when)
        told = " · ".join([item.kind, *filter(None, about)])
        yield f"{'  ' * depth[item.id]}[{told}] {item.text}"
    hour = f" {minutes.next_time:%H:%M}" if minutes.next_time else ""
    yield f">> {minutes.next_date or '?'}{hour} · {minutes.writer or '?'}"
    yield from (f"! {one.words}" for one in minutes.warned)
