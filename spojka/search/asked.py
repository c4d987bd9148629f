"""What somebody typed, taken apart: words to find, and a day or a day of the week."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from django.utils import timezone

from .stems import begins, fold, forms, forms_of_name, split

MOST_LETTERS, MOST_WORDS = 200, 8
WEEKDAYS = (
    "pondeli pondelek pondelka pondelky monday", "utery uterek uterka uterky tuesday",
    "streda stredy stredu stredou wednesday", "ctvrtek ctvrtka ctvrtku ctvrtky thursday",
    "patek patku patky friday", "sobota soboty sobotu sobote sobotou saturday", "nedele nedeli sunday",
)  # fmt: skip
NEAR = {
    "dnes": 0,
    "vcera": -1,
    "predevcirem": -2,
    "zitra": 1,
    "pozitri": 2,
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
}
MONTHS = ("led", "uno", "bre", "dub", "kve", "cerv", "cervenec cervence", "srp", "zar", "rij", "lis", "pro")
A_DAY = re.compile(
    r"(?<![\w.])(\d{1,2})\.\s?(\d{1,2})(?:\.(?:\s?(\d{4}))?)?(?![\w.])|(?<!\w)(\d{4})-(\d{1,2})-(\d{1,2})(?!\w)"
)
A_NAMED_DAY = re.compile(r"(?<![\w.])(\d{1,2})\.\s?([^\W\d_]{4,})(?:\s(\d{4}))?(?!\w)")


@dataclass(frozen=True)
class Match:
    """What an index is asked for: each word in one of its ways, within the owners of `scopes`.

    A way is a beginning of a form, or a code as a whole. `newest` keeps the rows that were written last.
    """

    words: tuple[tuple[frozenset[str], frozenset[str]], ...]  # of each word: beginnings, codes
    scopes: frozenset[str] = frozenset()
    newest: int | None = None

    @property
    def is_possible(self) -> bool:
        """Test whether every word has a way to be found."""
        return bool(self.words) and all(starts or codes for starts, codes in self.words)

    def fts5(self) -> str:
        """Return the query of SQLite. Forms hold letters and digits alone, so nothing in them is an operator."""
        ways = [
            [*(f'"{s}"*' for s in sorted(starts)), *(f'"{c}"' for c in sorted(codes))] for starts, codes in self.words
        ]
        ways += [[f'"{mark}"' for mark in sorted(self.scopes)]] if self.scopes else []
        return " AND ".join(f"({' OR '.join(some)})" for some in ways)

    def tsquery(self) -> str:
        """Return the query of PostgreSQL. Its planner knows the owners by itself, where it is not the index alone."""
        ways = [
            [*(f"'{s}':*" for s in sorted(starts)), *(f"'{c}'" for c in sorted(codes))] for starts, codes in self.words
        ]
        ways += [[f"'{mark}'" for mark in sorted(self.scopes)]] if self.newest and self.scopes else []
        return " & ".join(f"({' | '.join(some)})" for some in ways)


@dataclass(frozen=True)
class Asked:
    """A query: `words` have their forms, `codes` the codes of lists whose names have such a word."""

    text: str = ""
    words: tuple[frozenset[str], ...] = ()
    on: date | None = None
    has_year: bool = False
    weekday: int | None = None  # 0 is Monday
    codes: tuple[frozenset[str], ...] = field(default=())

    @classmethod
    def of(cls, typed: str, today: date | None = None) -> "Asked":
        """Take apart what was typed, however strange: nothing in it is an error."""
        text = re.sub(r"[\x00-\x1f\x7f]+", " ", typed[:MOST_LETTERS]).strip()
        rest, on, has_year = _day(text, today or timezone.localdate())
        words, weekday = [], None
        for word in split(rest):
            if weekday is None and (number := _weekday(fold(word))) is not None:
                weekday = number
            elif on is None and fold(word) in NEAR:
                on, has_year = (today or timezone.localdate()) + timedelta(days=NEAR[fold(word)]), True
            else:
                words.append(forms(word) | {fold(word)})
        asked = tuple(some for some in words if any(len(form) > 1 for form in some))[:MOST_WORDS]
        return cls(text=text, words=asked, on=on, has_year=has_year, weekday=weekday)

    @property
    def is_empty(self) -> bool:
        return not (self.words or self.has_day)

    @property
    def has_day(self) -> bool:
        return self.on is not None or self.weekday is not None

    def naming(self, names: Mapping[str, str]) -> "Asked":
        """Return the same question, which now knows the codes whose names were asked for."""
        known = [(code, forms_of_name(name)) for code, name in names.items()]
        codes = tuple(frozenset(code for code, said in known if begins(word, said)) for word in self.words)
        return replace(self, codes=codes)

    def meets(self, known: Iterable[str]) -> bool:
        """Test a thing that is no row: every word begins one of its known forms."""
        known = list(known)
        return bool(self.words) and all(begins(word, known) for word in self.words)

    def one_by_one(self) -> list["Asked"]:
        """Return a question for each word, for rows that may hold them in different places."""
        codes = self.codes or (frozenset(),) * len(self.words)
        return [replace(self, words=(w,), codes=(c,)) for w, c in zip(self.words, codes, strict=True)]

    def match(self, *, private: str = "", scopes: frozenset[str] = frozenset(), newest: int | None = None) -> Match:
        """Return what to ask an index for; `private` is the mark of private forms, when they may be found."""
        codes = self.codes or (frozenset(),) * len(self.words)
        starts = [word | {f"{private}{form}" for form in word} if private else word for word in self.words]
        return Match(tuple(zip(starts, codes, strict=True)), scopes, newest)


def _day(text: str, today: date) -> tuple[str, date | None, bool]:
    """Return the text without its first day, the day, and whether its year was said."""
    if found := A_DAY.search(text):
        d, m, y, year, month, day = found.groups()
        number = (int(year or y or 0), int(month or m), int(day or d))
    elif (found := A_NAMED_DAY.search(text)) and (month_number := _month(fold(found[2]))):
        number = (int(found[3] or 0), month_number, int(found[1]))
    else:
        return text, None, False
    leap = today.year - today.year % 4 if number[1:] == (2, 29) else today.year  # the 29th of February has no year
    try:
        on = date(number[0] or leap, number[1], number[2])
    except ValueError:
        return text, None, False
    return f"{text[: found.start()]} {text[found.end() :]}", on, bool(number[0])


def _month(word: str) -> int | None:
    found = [number for number, starts in enumerate(MONTHS, 1) if word.startswith(tuple(starts.split()))]
    return found[-1] if found else None


def _weekday(word: str) -> int | None:
    return next((number for number, words in enumerate(WEEKDAYS) if word in words.split()), None)
