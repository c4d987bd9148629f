"""Terms, days and hours as people say them in Czech minutes: 'do příští buňky', '24. 4. v 15:00', 'do konce měsíce'.

Rules of our own: of twenty usual phrases the library `dateparser` 1.2 (BSD) read ten as they are meant, none of the
terms by the next meeting or to an end of a month, and it took a flat of '3+1 v domě' for a day in January. What no
rule knows is no term; nothing is guessed.
"""

import calendar
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, time, timedelta
from re import Match

from .terms import Unit, last_day

DAY, WEEK = timedelta(days=1), timedelta(days=7)
MOST = 400  # days, weeks or months of a term
PAST = timedelta(days=60)  # a day without its year may lie so far behind; one that lies farther is yet to come


@dataclass(frozen=True)
class Spoken:
    """What some words say of time, and which they are: `text[start:end]`.

    `on` None is by the next meeting; `at` None is the whole day; `is_term` tells that it is to be done by then.
    """

    on: date | None
    at: time | None
    is_term: bool
    start: int
    end: int


def term(text: str, today: date) -> Spoken | None:
    """Return by when something is to be done: a term before a mere day. `today` is the day when it was said."""
    found = everything(text, today)
    return next((one for one in found if one.is_term), found[0] if found else None)


def moment(text: str, today: date) -> Spoken | None:
    """Return when something happens: a day with its hour before one without, and never a term alone."""
    found = [one for one in everything(text, today) if one.on and not one.is_term]
    return next((one for one in found if one.at), found[0] if found else None)


def everything(text: str, today: date) -> list[Spoken]:
    """Return all that a text says of time, in its order; of words that two rules know the longer ones."""
    return [one for one, _read in _found(text, today)]


def counted(text: str, today: date) -> list[Spoken]:
    """Return the terms that are counted from the day when they were said: 'do pátku', 'do konce měsíce'."""
    return [one for one, read in _found(text, today) if one.is_term and read in (_weekday, _counted, _end_of)]


def _found(text: str, today: date) -> list[tuple[Spoken, "Read"]]:
    plain = _plain(text)
    found: list[tuple[Spoken, Read]] = []
    for pattern, read in RULES:
        for match in pattern.finditer(plain):
            if any(one.start < match.end() and match.start() < one.end for one, _read in found):
                continue
            with suppress(ValueError):  # such as the 31st of February
                found.append((_spoken(plain, match, read(match, today)), read))
    return sorted(found, key=lambda one: one[0].start)


def _spoken(plain: str, match: Match[str], on: date | None) -> Spoken:
    lead = LEAD.search(plain[: match.start()])
    start = lead.start() if lead else match.start()
    is_until = bool(lead and lead["until"]) and not SINCE.search(plain[:start])
    after = HOUR.match(plain, match.end()) if on else None
    hour = after or (ANYWHERE.search(plain) if on else None)
    is_term = on is None or is_until or bool(match.groupdict().get("term"))
    return Spoken(on, _time(hour), is_term, start, after.end() if after else match.end())


def _time(hour: Match[str] | None) -> time | None:
    said = [int(number) for number in hour.groups() if number] if hour else []
    h, m = (*said, 0)[:2] if said else (99, 0)
    return time(h, m) if h < 24 and m < 60 else None


def _dated(match: Match[str], today: date) -> date:
    day, month, year = match["d"], match["m"], match["y"]
    number = int(month) if month.isdigit() else next(n for n, names in MONTHS.items() if month in names)
    return _day(int(day), number, year, today)


def _iso(match: Match[str], today: date) -> date:
    return _day(int(match["d"]), int(match["m"]), match["y"], today)


def _day(day: int, month: int, year: str | None, today: date) -> date:
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    years = (today.year - 1, today.year, today.year + 1)
    found = (date(year, month, day) for year in years if day <= calendar.monthrange(year, month)[1])
    on = next((one for one in found if one >= today - PAST), None)
    if on is None:  # the 31st of February, or the 29th of a year that is far
        raise ValueError(day)
    return on


def _weekday(match: Match[str], today: date) -> date:
    number = next(n for n, names in enumerate(WEEKDAYS) if match["day"] in names)
    if match["next"]:
        return _monday(today) + WEEK + number * DAY
    return today + DAY * ((number - today.weekday() - 1) % 7 + 1)


def _near(match: Match[str], today: date) -> date:
    return today + DAY * NEAR[match["near"]]


def _counted(match: Match[str], today: date) -> date:
    said = match["n"] or "1"
    many = int(said) if said.isdigit() else NUMBERS[said]
    unit = match["unit"]
    if many > MOST:
        raise ValueError(many)
    if unit.startswith(("mes", "rok")):
        return last_day(today, many * (1 if unit.startswith("mes") else 12), Unit.MONTHS)
    if match["working"]:
        return last_day(today, many, Unit.WORKING)
    return last_day(today, many * (7 if unit.startswith("ty") else 1), Unit.DAYS)


def _end_of(match: Match[str], today: date) -> date:
    what, half = match["what"], match["part"].startswith(("pol", "pul"))
    if what.startswith("tyd"):
        friday = _monday(today) + 4 * DAY + (WEEK if match["next"] else 0 * DAY)
        return max(friday, today)
    if what == "roku":
        year = int(match["y"] or today.year + bool(match["next"]))
        return date(year, 6, 30) if half else date(year, 12, 31)
    if what.startswith("mesic"):
        start = today.replace(day=1)
        if match["next"]:
            start = _after(start)
    else:
        month = next(n for n, names in MONTHS.items() if what in names)
        start = date(int(match["y"] or today.year + (month < today.month)), month, 1)
    return start.replace(day=15) if half else _after(start) - DAY


def _next_week(_match: Match[str], today: date) -> date:
    return _monday(today) + WEEK + 4 * DAY


def _next_meeting(_match: Match[str], _today: date) -> None:
    return None


def _after(first: date) -> date:
    """Return the first day of the month after one that begins on `first`."""
    return first + DAY * calendar.monthrange(first.year, first.month)[1]


def _monday(today: date) -> date:
    return today - today.weekday() * DAY


def _plain(text: str) -> str:
    """Return small letters without diacritics, each in its place: what is found in it is found in the text."""
    return text.translate(FOLDED).lower()


FOLDED = str.maketrans("áčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ\xa0", "acdeeinorstuuyzACDEEINORSTUUYZ ")
MONTHS = {
    1: ("ledna",), 2: ("unora",), 3: ("brezna",), 4: ("dubna",), 5: ("kvetna",), 6: ("cervna",), 7: ("cervence",),
    8: ("srpna",), 9: ("zari",), 10: ("rijna",), 11: ("listopadu",), 12: ("prosince",),
}  # fmt: skip
WEEKDAYS = (
    ("pondeli", "pondelka", "pondelku"), ("utery", "uterka"), ("streda", "stredu", "stredy"),
    ("ctvrtek", "ctvrtka", "ctvrtku"), ("patek", "patku"), ("sobota", "sobotu", "soboty"), ("nedele", "nedeli"),
)  # fmt: skip
NEAR = {"zitra": 1, "zitrka": 1, "pozitri": 2, "pozitrku": 2}
NUMBERS = {
    "jednoho": 1, "jeden": 1, "dvou": 2, "dva": 2, "tri": 3, "ctyr": 4, "ctyri": 4, "peti": 5, "pet": 5, "sesti": 6,
    "sest": 6, "deseti": 10, "deset": 10, "ctrnacti": 14, "ctrnact": 14, "triceti": 30, "tricet": 30,
}  # fmt: skip
_MONTH = "|".join(name for names in MONTHS.values() for name in names)
_WEEKDAY = "|".join(name for names in WEEKDAYS for name in names)
_NEXT = r"(?:pristi|dalsi|nasledujici)(?:ho|m|ch)?"
_MET = r"(?:bunk|setkan|schuz|jednan|porad|zasedan|komis|skupin|stol|kol[ae]\b)\w*"
_HOUR = r"(\d{1,2})(?:[:.](\d{2}))?"
_UNIT = r"\s?(?:hod(?:in(?:y|ach|u)?)?\b\.?|h\b)"

LEAD = re.compile(
    rf"(?<!\w)(?P<until>(?:(?:do|nejpozdeji|termin:?|t:)\s+)*)(?:ve?\s+)?(?:(?:{_WEEKDAY}),?\s+)?(?:dne\s+)?$"
)
SINCE = re.compile(r"\bod(?:\s+\w+|\s+\d[^;]{0,20})\s+$")  # 'od pondeli do patku' is how long, no term
HOUR = re.compile(
    rf",?\s*(?:(?:ve?|ode?|o|kolem)\s+)?{_HOUR}(?:{_UNIT}|(?<=[:.]\d\d)(?![\d.])|(?=\s*[-–]\s*\d{{1,2}}\s?h))"
    rf"|,?\s+(?:ve?|ode?|o|kolem)\s+(\d{{1,2}})(?![\d.:])"
)
ANYWHERE = re.compile(rf"\b(?:ve?|ode?)\s+{_HOUR}(?:{_UNIT}|(?<=:\d\d)\b)|\b(\d{{1,2}}):(\d{{2}})\b")
Read = Callable[[Match[str], date], date | None]
RULES: list[tuple[re.Pattern[str], Read]] = [
    (re.compile(rf"\b(?:do|na|pri)\s+{_NEXT}\s+(?:\w+\s+)?{_MET}|\bdo\s+priste\b"), _next_meeting),
    (re.compile(r"(?<![\w.-])(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?![\w-])"), _iso),
    (re.compile(r"(?<![\w.,:])(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.(?:\s?(?P<y>\d{4}|(?<=\.)\d{2}(?=$|[\s,;)])))?(?!\d)"),
     _dated),
    (re.compile(rf"(?<![\w.])(?P<d>\d{{1,2}})\.\s?(?P<m>{_MONTH})\b(?:\s+(?P<y>\d{{4}}))?"), _dated),
    (re.compile(rf"\b(?P<term>do)\s+(?P<part>konce|poloviny|pulky)\s+(?P<next>{_NEXT}\s+)?"
                rf"(?P<what>tydne|mesice|roku|{_MONTH})\b(?:\s+(?P<y>\d{{4}})\b)?"), _end_of),
    (re.compile(rf"\b(?P<term>do|za|behem)\s+(?:(?P<n>\d{{1,3}}|{'|'.join(NUMBERS)})\s+)?(?P<working>prac\w*\.?\s+)?"
                r"(?P<unit>dn[uiye]|tyden|tydn[euy]|mesic[eiu]?|roka)\b"), _counted),
    (re.compile(rf"\b(?:{_NEXT})\s+tyd\w+"), _next_week),
    (re.compile(rf"(?<!kazde )(?<!kazdy )(?<!kazdou )(?<!\d\. )\b(?P<next>{_NEXT}\s+)?"
                rf"(?P<day>{_WEEKDAY})\b(?! v mesici)"), _weekday),
    (re.compile(rf"\b(?P<near>{'|'.join(NEAR)})\b"), _near),
]  # fmt: skip
