"""Days, hours, numbers and yeses as Czech teams write them. What can be read in two ways is refused in words."""

import re
from datetime import date, time, timedelta
from decimal import Decimal

from django.utils.translation import gettext as _

from spojka.base.errors import Refusal

from .folding import fold

MONTHS = {
    stem: number
    for number, stems in enumerate(
        [
            "leden ledna", "unor unora", "brezen brezna", "duben dubna", "kveten kvetna", "cerven cervna",
            "cervenec cervence", "srpen srpna", "zari", "rijen rijna", "listopad listopadu", "prosinec prosince",
        ],
        1,
    )
    for stem in stems.split()
}  # fmt: skip
FIRST, LAST = date(2000, 1, 1), date(2100, 1, 1)
SERIAL_ZERO = date(1899, 12, 30)  # what Excel counts days from
SERIALS = range((FIRST - SERIAL_ZERO).days, (LAST - SERIAL_ZERO).days)
WEEKDAY = r"(?:(?:po|ut|st|ct|pa|so|ne|pondeli|utery|streda|ctvrtek|patek|sobota|nedele)\.?,?\s+)?"
DOTTED = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.(?:\s*(\d{4}|\d{2})(?!\d))?")
NAMED = re.compile(r"(\d{1,2})\.?\s*([a-z]{4,9})\s*(\d{4}|\d{2}(?!\d))?")
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})")
SPAN = re.compile(r"\d{1,2}\.?\s*(?:[-–—+&/]|a|az)\s*\d{1,2}\.\s*(?:\d{1,2}\.|[a-z]{4,})")
TAIL = re.compile(r"[\s,]*(?:v |ve |od )?(?:(\d{1,2})[:.](\d{2})(?::\d{2}(?:\.\d+)?)?(?: ?(?:h|hod))?\.?)?$")
CLOCK = re.compile(r"(?:v |ve |od |cca |asi )?(\d{1,2})(?:[:.](\d{2})(?::\d{2}(?:\.\d+)?)?)?\s*(?:h|hod|hodin)?\.?")
NUMBER = re.compile(r"([+-]?)(\d{1,3}(?:[  \u202f]\d{3})+|\d+)(?:([.,])(\d+))?")
UNITS = re.compile(r"(?:x|×|ks|kus|kusy|kusu|krat|osob|osoby|lidi|min|minut|minuty|par|pary|paru)\.?$")
YES = {"ano", "a", "x", "ok", "yes", "y", "true", "1", "✓", "✔", "☑", "+", "jo"}
NO = {"ne", "n", "no", "false", "0", "-", "–", "—", "✗", "✘", "☐"}
NOTHING = {"", "-", "–", "—", "x", "0", "?", "nic", "zadny", "zadne", "neuvedeno", "nevim", "n/a", "na"}


class BadValue(Refusal):
    """What stands in a cell can't be read, or can be read in two ways."""


def day_and_time(said: str, year: int | None = None) -> tuple[date, time | None]:
    """Return the day a cell says, and the hour if it says one. `year` is for days that are written without."""
    plain = re.sub(r"^" + WEEKDAY, "", fold(said, keep=True))
    if SPAN.match(plain):
        raise BadValue(_("“%(said)s” are two days. Make it one row for each day.") % {"said": said})
    if plain.isdigit() and int(plain) in SERIALS:
        return SERIAL_ZERO + timedelta(days=int(plain)), None
    for pattern, read in ((ISO, _iso), (DOTTED, _dotted), (NAMED, _named), (SLASHED, _slashed)):
        if found := pattern.match(plain):
            hour = _rest(said, plain[found.end() :])  # first: of two days the year mostly stands behind the second
            return read(said, found, year), hour
    raise BadValue(_("“%(said)s” is no day. Write it as 3. 5. 2026.") % {"said": said})


def clock(said: str) -> time:
    """Return the hour that a cell says: 20:15, 20.15, 20 h."""
    plain = fold(said, keep=True)
    if re.fullmatch(r"0?\.[0-5]\d", plain):  # half past midnight, or a share of a day
        raise BadValue(_("“%(said)s” can be read in two ways. Write the hour as 0:30.") % {"said": said})
    if found := re.fullmatch(r"0?[.,](\d+)", plain):  # a share of a day, as Excel keeps hours
        return _share(Decimal(f"0.{found[1]}"))
    if re.search(r"\d\s*(?:[-–—]|az|do)\s*\d", plain):
        plain = re.split(r"\s*(?:[-–—]|az|do)\s*", plain)[0]  # of a span the beginning
    found = CLOCK.fullmatch(plain)
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise BadValue(_("“%(said)s” is no hour. Write it as 20:15.") % {"said": said})
    return time(int(found[1]), int(found[2] or 0))


def number(said: str) -> Decimal:
    """Return the number that a cell says: 1 234,5, 12, 3 ks, 2x."""
    plain = fold(said, keep=True)
    plain = UNITS.sub("", plain).strip()
    found = NUMBER.fullmatch(plain)
    if not found or (found[1] == "-"):
        raise BadValue(_("“%(said)s” is no number.") % {"said": said})
    if found[3] == "." and len(found[4]) == 3:
        raise BadValue(
            _("“%(said)s” may be thousands or thousandths. Write it with a comma or without the point.")
            % {"said": said}
        )
    return Decimal(re.sub(r"\D", "", found[2]) + "." + (found[4] or "0"))


def whole(said: str) -> int:
    """Return a whole number; 2,0 is one, 2,5 is not, and 1,000 may be one or a thousand."""
    found = number(said)
    if found >= 1 and re.search(r"\d,000(?!\d)", said):
        raise BadValue(_("“%(said)s” can be read in two ways. Write it without the comma.") % {"said": said})
    if found != found.to_integral_value() or found > 100_000:
        raise BadValue(_("“%(said)s” is not a number of pieces or people.") % {"said": said})
    return int(found)


def minutes(said: str) -> int:
    """Return how many minutes a cell says: 45, 45 min, 1 h 30, 1:30, 1,5 h."""
    plain = fold(said, keep=True)
    if found := re.fullmatch(r"(\d{1,2}):(\d{2})(?::\d{2})?", plain):
        return int(found[1]) * 60 + int(found[2])
    if found := re.fullmatch(
        r"(\d+(?:[.,]\d+)?)\s*(?:h|hod|hodina|hodiny|hodin)\.?\s*(?:a\s*)?(?:(\d{1,2})\s*(?:m|min|minut)?\.?)?", plain
    ):
        if re.fullmatch(r"\d+\.[0-5]\d", found[1]):
            raise BadValue(_("“%(said)s” can be read in two ways. Write it as 1 h 30.") % {"said": said})
        hours = Decimal(found[1].replace(",", ".")) * 60 + int(found[2] or 0)
        if hours == hours.to_integral_value():
            return int(hours)
    if plain in ("pul hodiny", "pulhodina"):
        return 30
    return whole(re.sub(r"(?<=\d)\s*m\.?$", " min", plain))


def is_yes(said: str) -> bool:
    """Test whether a cell says yes."""
    plain = fold(said, keep=True)
    if plain in YES:
        return True
    if plain in NO or plain == "":
        return False
    raise BadValue(_("“%(said)s” is neither yes nor no.") % {"said": said})


def is_day(said: str) -> bool:
    """Test whether a cell holds a day in words, for telling columns apart: a bare number is none."""
    plain = re.sub(r"^" + WEEKDAY, "", fold(said, keep=True))
    named = NAMED.match(plain)
    dotted = SPAN.match(plain) or any(pattern.match(plain) for pattern in (ISO, DOTTED, SLASHED))
    return bool(dotted or (named and named[2] in MONTHS))


def _day(said: str, year: int, month: int, day: int) -> date:
    year += 2000 if year < 100 else 0
    try:
        found = date(year, month, day)
    except ValueError:
        raise BadValue(_("“%(said)s” is not in the calendar.") % {"said": said}) from None
    if not FIRST <= found < LAST:
        raise BadValue(_("“%(said)s”: check the year.") % {"said": said})
    return found


def _year(said: str, written: str | None, year: int | None) -> int:
    if written is None and year is None:
        raise BadValue(_("“%(said)s” has no year. Say in Columns which year it is.") % {"said": said})
    return int(written) if written else int(year or 0)


def _iso(said: str, found: re.Match[str], year: int | None) -> date:
    return _day(said, int(found[1]), int(found[2]), int(found[3]))


def _dotted(said: str, found: re.Match[str], year: int | None) -> date:
    return _day(said, _year(said, found[3], year), int(found[2]), int(found[1]))


def _named(said: str, found: re.Match[str], year: int | None) -> date:
    if found[2] not in MONTHS:
        raise BadValue(_("“%(said)s” is no day. Write it as 3. 5. 2026.") % {"said": said})
    return _day(said, _year(said, found[3], year), MONTHS[found[2]], int(found[1]))


def _slashed(said: str, found: re.Match[str], year: int | None) -> date:
    first, second = int(found[1]), int(found[2])
    if first <= 12 and second <= 12 and first != second:
        raise BadValue(
            _("“%(said)s” may be a day and a month or a month and a day. Write it as 3. 5. 2026.") % {"said": said}
        )
    day, month = (first, second) if first >= second else (second, first)
    return _day(said, int(found[3]), month, day)


def _rest(said: str, rest: str) -> time | None:
    """Return the hour behind a day. Anything else there, above all a second day, can't be left out silently."""
    if DOTTED.search(rest) or ISO.search(rest) or NAMED.search(rest) or SLASHED.search(rest):
        raise BadValue(_("“%(said)s” are two days. Make it one row for each day.") % {"said": said})
    found = TAIL.fullmatch(rest)
    if not found or int(found[1] or 0) > 23 or int(found[2] or 0) > 59:
        raise BadValue(_("“%(said)s” is no day. Write it as 3. 5. 2026.") % {"said": said})
    hour = time(int(found[1]), int(found[2])) if found[1] else None
    return None if hour == time() and ISO.match(said.strip()) else hour  # spreadsheets write days as midnights


def _share(share: Decimal) -> time:
    total = round(share * 24 * 60)
    return time(total // 60 % 24, total % 60)
