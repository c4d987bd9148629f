"""The head and the end of minutes: group, day, place, who was there, who wrote, when next."""

import re
from datetime import date

from . import attendance, days, people, title
from .fields import FIELD, Head, parts
from .lines import Line
from .names import Names

ONCE = {"date", "place", "both", "group", "writer"}
ONLY_ABOVE = {"date", "place", "both", "hour", "group"}  # fields of the head alone
TOP = 16  # lines of the head, at most
MOST_BESIDE = 6  # words beside a day that are a place, not a sentence


def read(lines: list[Line], names: Names, skipped: set[int]) -> Head:
    """Find the fields of all lines; `skipped` are numbers of furniture."""
    head, filled = Head(), 0
    full = [line for line in lines if line.number not in skipped]
    for at, line in enumerate(full):
        if line.number in head.roles or line.is_blank:
            continue
        filled += 1
        if attendance.side_by_side(head, line, full[at + 1 :], names):
            continue
        for name, said in parts(line):
            if name not in ONLY_ABOVE or (filled <= TOP and not line.bullet and not _is_told(name, said)):
                _take(head, name, said, full, at, names)
    title.find(head, full, names)
    repeated = [line.words for line in lines if line.number in skipped]
    head.group = head.group or next(filter(None, map(title.group, repeated)), None)
    if head.day is None:
        each = (day.day for said in repeated for day in days.days(said, None))
        head.day = next(filter(None, each), None)
    return head


def _is_told(name: str, said: str) -> bool:
    """Test whether a day stands in a sentence, not in the head: `dne 28. 12. došlo k požáru`."""
    rest = days.DAY.sub("", said).strip()
    if name == "date" and not re.match(r"$|[,;:(–\d-]|(?:ve?|od|do|na|pondělí|úterý|stř|čtv|pát)\b", rest):
        return True
    return name == "date" and len(re.findall(r"[^\W\d_]{2,}", days.DAY.sub("", said))) > MOST_BESIDE


def _take(head: Head, name: str, said: str, full: list[Line], at: int, names: Names) -> None:
    line = full[at]
    if name in ONCE and head.said.get(name):  # a second one would be lost
        name = "other"
    head.roles[line.number] = name
    if name in ("present", "guests", "absent"):
        _take_people(head, name, said, full, at, names)
        return
    after = None if said else _after(full, at)
    if after and name in ONCE | {"next"} and (name != "next" or days.DAY.search(after.words)):
        head.roles[after.number] = name
        said = after.words
    if not said or (name == "next" and (head.said.get(name) or not days.DAY.search(said))):
        head.roles[line.number] = "other"
        return
    head.lines.setdefault(name, line.number)
    if name == "both":
        name = "date"
    head.said[name] = said
    if name == "date":
        head.said.setdefault("place", title.first_case(title.beside_day(said)) or "")


def _take_people(head: Head, name: str, said: str, full: list[Line], at: int, names: Names) -> None:
    pieces = attendance.gathered(said, full, at, head, names)
    found = people.listed(pieces, names) if name != "absent" else []
    head.present += found
    if not found and name != "absent":  # as in the list of signatures: kept as text
        head.roles = {number: "other" if role == name else role for number, role in head.roles.items()}


def _after(full: list[Line], at: int) -> Line | None:
    following = next((line for line in full[at + 1 : at + 3] if not line.is_blank), None)
    return following if following and not FIELD.match(following.words) else None


def ended(head: Head, names: Names, year: int | None) -> None:
    """Read the next meeting and the writer, once the day of this meeting is known, or the only year that is said."""
    said = head.said.get("next", "")
    found = [day for day in days.days(said, head.day or (date(year, 6, 30) if year else None)) if day.day]
    if found:
        head.next_date, head.next_time = found[0].day, found[0].hour
        if head.next_date and head.day and head.next_date <= head.day and not found[0].has_year:
            head.next_date = days.real(head.next_date.year + 1, head.next_date.month, head.next_date.day)
    if said and not head.next_time and found:
        head.next_time = days.clock(days.DAY.sub(" ", said))
    head.writer = _writer(head.said.get("writer", ""), names)


def _writer(said: str, names: Names) -> str | None:
    said = re.sub(r"\s*(?:\bdne\b.*|\bv\s+\w+\s+dne.*|\d{1,2}\.\s*\d{1,2}\..*)$", "", said).strip(" ,;.:")
    if not said:
        return None
    found = people.listed([said], names)
    return next((one.name for one in found if one.name), None) or re.split(r"[,(\t]", said)[0].strip() or None
