"""Days, hours and terms that stand in Czech sentences.

dateparser was measured first: of `středa 16. dubna ve 13 hod.` it makes midnight of another year, of `31. 4. 2014`
today, of `do konce dubna` a day in its midst, and it can't say that a weekday disagrees, which is what we warn of.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from spojka.base import spoken

from .words.labels import MEETING, MONTH, MONTHS, SPELT, WEEKDAY, WEEKDAYS

NEAR = 40  # letters before a day that may say by when
MANY = 6  # months
WORDS = "|".join(sorted((word.replace(" ", r"\s+") for word in SPELT), key=len, reverse=True))
YEAR = r"(?:\s*(?P<y>\d{4})(?!\d)|\s*(?P<yy>\d{2})(?![\d:.]|\s*(?:h\b|hod|min)))?"
DAY = re.compile(
    rf"(?:\b(?P<before>{WEEKDAY})\.?,?\s+(?:dne\s+)?)?"
    rf"(?<![\d.,/])(?:(?P<from>\d{{1,2}})\.\s*(?:[-–—]|a|až)\s*)?"
    rf"(?:(?:(?P<d>\d{{1,2}})\.\s*|\b(?P<spelt>{WORDS})\s+(?={MONTH}))(?:(?P<m>\d{{1,2}})\.|(?P<roman>[IVX]{{1,4}})\.|(?P<word>{MONTH})\b){YEAR}(?!\d)"
    rf"|(?P<iso>\d{{4}}-\d{{1,2}}-\d{{1,2}})|(?P<slash>\d{{1,2}}/\d{{1,2}}/\d{{4}})"
    rf"|(?P<bare>\d{{1,2}}\.\d{{1,2}}\s\d{{4}}|\d{{1,2}}\.\d{{1,2}}\.?(?=\s+(?:v|ve|od)\s+\d{{1,2}}[:.]\d\d)))"
    rf"(?:\s*\(?,?\s*(?P<after>{WEEKDAY})\b\)?)?",
    re.I,
)
CLOCK = re.compile(
    r"(?<![\d.])(?P<h>[01]?\d|2[0-4])(?:[:.](?P<min>[0-5]\d)(?![\d.]\d)(?:\s*(?:h|hod)\b)?|\s*(?:h|hod|hodin\w*)\b)"
    r"|(?P<noon>\bv\s+poledne\b)",
    re.I,
)
SPAN = re.compile(r"(?P<h>[01]?\d|2[0-3])\s*(?:[-–—]|až|do)\s*(?:[01]?\d|2[0-4])(?:[:.]\d\d)?\s*(?:h|hod)", re.I)
ROMAN = {
    name: at for at, name in enumerate(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], 1)
}
NEXT = re.compile(
    rf"\b(?:do|na|k|ke|pro|při|v)\s+(?:té\s+)?(?:příšt\w+|další\w*|nejbližší\w*|následující\w*)\s+"
    rf"(?:(?:policejn|pravideln|pracovn|společn)\w+\s+)*(?:{MEETING})"
    rf"|\b(?:do|na)\s+příště\b|\b(?:termín|t)\s*:\s*(?:příšt\w+|další)\s+(?:{MEETING})|\bv\s+příštím\s+zápise\b",
    re.I,
)
BY = re.compile(r"\b(?:do|nejpozději(?:\s+do)?|termín(?:\s+splnění)?|t)\s*:?\s*(?:dne\s+)?$", re.I)
SINCE = re.compile(r"\bod\s+\d[^;]{0,20}$", re.I)
A_MONTH = re.compile(rf"\bkonce\s+(?:{MONTH})$", re.I)


@dataclass(frozen=True)
class Day:
    """A day that a text says. `day` is None when it does not exist; `weekday` is the one said, Monday 0."""

    start: int
    end: int
    said: str
    day: date | None
    hour: time | None
    weekday: int | None
    has_year: bool

    @property
    def disagrees(self) -> bool:
        return self.day is not None and self.weekday is not None and self.weekday != self.day.weekday()


def days(text: str, base: date | None) -> list[Day]:
    """Return the days a text says, in order. `base` is the day of the meeting; without it, years must be said."""
    return [day for match in DAY.finditer(text) if (day := _day(match, text, base))]


def _day(match: re.Match[str], text: str, base: date | None) -> Day | None:
    numbers = _numbers(match)
    if numbers is None:
        return None
    number, month, year = numbers
    weekday = next((WEEKDAYS[key.lower()[:2]] for key in (match["before"], match["after"]) if key), None)
    following = DAY.search(text, match.end())
    hour = clock(text[match.end() : following.start() if following else len(text)])
    day = _dated(number, month, year, base)
    return Day(match.start(), match.end(), match[0].strip(), day, hour, weekday, year is not None)


def _numbers(match: re.Match[str]) -> tuple[int, int, int | None] | None:
    """Return day, month and year as said, or None when it was no day at all."""
    if match["iso"]:
        year, month, number = map(int, match["iso"].split("-"))
        return number, month, year
    if match["slash"] or match["bare"]:
        number, month, *rest = map(int, re.findall(r"\d+", match["slash"] or match["bare"]))
        return number, month, rest[0] if rest else None
    if match["word"]:
        month = MONTHS[match["word"].lower()]
    else:
        month = int(match["m"]) if match["m"] else ROMAN.get(match["roman"].upper(), 0)
    spelt = match["spelt"] and SPELT[re.sub(r"\s+", " ", match["spelt"].lower())]
    number = spelt or int(match["from"] or match["d"])
    said = int(match["y"]) if match["y"] else 2000 + int(match["yy"]) if match["yy"] else None
    return (number, month, said) if (1 <= number <= 31 and 1 <= month <= 12) or said else None


def _dated(number: int, month: int, year: int | None, base: date | None) -> date | None:
    if year is not None:
        return real(year, month, number)
    if base is None:
        return None
    near = [day for shift in (-1, 0, 1) if (day := real(base.year + shift, month, number))]
    return min(near, key=lambda day: abs((day - base).days), default=None)


def real(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def clock(text: str) -> time | None:
    """Return the first hour that a text says: 15:00, 15.00, 15 hod.; of a span its beginning."""
    spans = SPAN.search(text)
    match = CLOCK.search(text)
    if spans and (not match or spans.start() <= match.start()):
        return time(int(spans["h"]))
    if not match:
        return None
    if match["noon"]:
        return time(12)
    return time(int(match["h"]) % 24, int(match["min"] or 0))


def due(text: str, base: date | None) -> str | None:
    """Return by when a text wants something: an ISO date, or "next" for the next meeting."""
    if NEXT.search(text):
        return "next"
    for day in days(text, base):
        before = text[max(0, day.start - NEAR) : day.start]
        if day.day and BY.search(before) and not SINCE.search(before[:-3]) and (not base or day.day >= base):
            return day.day.isoformat()
    found = _counted(text, base) if base else None
    return found.isoformat() if found else None


def _counted(text: str, base: date) -> date | None:
    """Return the term that a text counts from the meeting. An end of a month that has passed is no term: it was."""
    for one in spoken.counted(text, base):
        said = text[one.start : one.end]
        is_past = one.on and one.on.year > base.year and one.on.month + MANY >= base.month and A_MONTH.search(said)
        if not is_past and re.search(r"\bdo\b", said, re.I):
            return one.on
    return None


def moments(text: str, base: date | None) -> Iterator[tuple[Day, str]]:
    """Yield the days of a text that are not before the meeting, each as an ISO date, with its hour if it is said."""
    for day in days(text, base):
        if day.day and (base is None or day.day >= base):
            hour = f"T{day.hour:%H:%M}" if day.hour else ""
            yield day, day.day.isoformat() + hour
