"""Opening hours: as they are typed, as they are kept, and whether it is open at a moment.

Kept are minutes of the day: `week` has a list of spans for each weekday, Monday first; a day of `exceptions` has its
own list, an empty one is closed. A span that ends after midnight ends above 1440.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.base.terms import holidays

DAY = 24 * 60
MOST_EXCEPTIONS, MOST_DAYS = 60, 62
SPAN = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*[-–]\s*(\d{1,2})(?:[:.](\d{2}))?")
ON = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:\s*[-–]\s*(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}))?\s*:\s*(.*)")
CLOSED = {"zavřeno", "closed", "x", "-", "–"}

Span = Sequence[int]


class BadHours(ValueError):
    """What was typed are no hours; its text says how to write them."""


def spans(text: str) -> list[list[int]]:
    """Return the spans of one day: `9:00–12:00, 13–17`; nothing, or a word for closed, is closed."""
    if not text.strip() or text.strip().casefold() in CLOSED:
        return []
    found = [_span(part) for part in text.split(",")]
    if any(one[1] > other[0] for one, other in pairwise(found)):
        raise BadHours(_("The hours overlap or are in a wrong order."))
    return found


def _span(text: str) -> list[int]:
    hit = SPAN.fullmatch(text.strip())
    if hit is None:
        raise BadHours(_("Write hours as 9:00–12:00, 13:00–17:00."))
    start, end = (int(hour) * 60 + int(minute or 0) for hour, minute in (hit.group(1, 2), hit.group(3, 4)))
    if start >= DAY or end > DAY or any(int(one or 0) > 59 for one in hit.group(2, 4)) or start == end:
        raise BadHours(_("Write hours as 9:00–12:00, 13:00–17:00."))
    return [start, end if end > start else end + DAY]


def exceptions(text: str) -> dict[str, list[list[int]]]:
    """Return the days that differ, one or a span of days on each line: `24. 12. 2026: zavřeno`."""
    found: dict[str, list[list[int]]] = {}
    for line in filter(str.strip, text.splitlines()):
        hit = ON.fullmatch(line.strip())
        try:
            first, last = _days(hit) if hit else (None, None)
        except ValueError:
            first = last = None
        if hit is None or first is None or last is None or not 0 <= (last - first).days < MOST_DAYS:
            raise BadHours(_("Write a day that differs as 24. 12. 2026: closed, or 24. 12. 2026–1. 1. 2027: 9–12."))
        said = spans(hit.group(7))
        found |= {str(first + timedelta(days=one)): said for one in range((last - first).days + 1)}
    if len(found) > MOST_EXCEPTIONS * 2:
        raise BadHours(_("There are too many days that differ."))
    return found


def _days(hit: re.Match[str]) -> tuple[date, date]:
    first = date(int(hit.group(3)), int(hit.group(2)), int(hit.group(1)))
    last = date(int(hit.group(6)), int(hit.group(5)), int(hit.group(4))) if hit.group(4) else first
    return first, last


def on(hours: Mapping[str, Any], day: date) -> list[Span]:
    """Return the spans of a day."""
    differs = hours.get("exceptions", {})
    if str(day) in differs:
        return list(differs[str(day)])
    if hours.get("closed_on_holidays") and day in holidays(day.year):
        return []
    week = hours.get("week") or [[]] * 7
    return list(week[day.weekday()])


def is_open(hours: Mapping[str, Any], at: datetime) -> bool:
    """Say whether it is open, also by a span that began yesterday and runs over midnight."""
    here = timezone.localtime(at)
    minute, day = here.hour * 60 + here.minute, here.date()
    today = any(start <= minute < end for start, end in on(hours, day))
    return today or any(start <= minute + DAY < end for start, end in on(hours, day - timedelta(days=1)))


def is_known(hours: Mapping[str, Any]) -> bool:
    """Say whether any hours were written."""
    return any(hours.get("week") or []) or bool(hours.get("exceptions"))


def words(found: Sequence[Span]) -> str:
    """Write spans as `9:00–12:00, 13:00–17:00`; none as closed."""
    return ", ".join(f"{_clock(start)}–{_clock(end)}" for start, end in found) or _("closed")


def typed(found: Sequence[Span]) -> str:
    """Write spans as they are typed."""
    return words(found) if found else ""


def typed_exceptions(hours: Mapping[str, Any]) -> str:
    """Write the days that differ as they are typed, those of one kind that follow each other in one line."""
    lines: list[tuple[date, date, Any]] = []
    for day, said in sorted((date.fromisoformat(day), said) for day, said in hours.get("exceptions", {}).items()):
        if lines and lines[-1][1] + timedelta(days=1) == day and lines[-1][2] == said:
            lines[-1] = (lines[-1][0], day, said)
        else:
            lines.append((day, day, said))
    return "\n".join(f"{span_of_days(first, last)}: {words(said)}" for first, last, said in lines)


def span_of_days(first: date, last: date) -> str:
    """Write days as they are typed."""
    said = [f"{one.day}. {one.month}. {one.year}" for one in (first, last)]
    return said[0] if first == last else "–".join(said)


def _clock(minute: int) -> str:
    at = minute if minute <= DAY else minute - DAY
    return f"{at // 60}:{at % 60:02d}"
