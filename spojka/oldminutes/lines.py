"""Lines of a text as it was extracted, and what their looks say: bullet, depth, page."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from .words.labels import MONTH

BULLET = re.compile(
    r"(?:[•●▪■◦○·∙*➢➤►▶✓✔‣⁃>»›→\uf0b7\uf0a7]|[-–—](?=\s|[^\W\d_])|o(?=\s))+\s*"
    r"|(?P<number>(?:[aA]d\s+)?\(?\d{1,2}(?:\.\d{1,2})*[.)]|\(?[a-z]\)|[IVX]{1,4}[.)])(?:\s+|(?=[^\W\d_]))(?!\s*\d{1,2}\.|"
    + MONTH
    + ")",
)
DEEPER = re.compile(r"(?P<of>\d{1,2}(?:\.\d{1,2})*)\.(?P<at>[1-9]\d?)\s+(?=[^\W\d_a-z])")  # 2.10 without a stop behind
TAB = 4  # columns
NOTHING = re.compile(r"[\W_]+")  # a rule drawn of dashes


@dataclass(frozen=True)
class Line:
    """One line. `number` counts from 1; `depth` in columns; `bullet` is the sign or number before the words."""

    number: int
    words: str
    bullet: str = ""
    depth: int = 0
    page: int = 1
    is_bold: bool = False
    is_furniture: bool = False
    is_whole: bool = False  # a paragraph of a word processor: it is no piece of a broken one

    @property
    def full(self) -> str:
        """The words with the sign or number before them."""
        return f"{self.bullet} {self.words}" if self.is_numbered else self.words

    @property
    def is_blank(self) -> bool:
        return not self.words and not self.bullet

    @property
    def is_rule(self) -> bool:
        return not self.is_blank and not any(letter.isalnum() for letter in self.words + self.bullet)

    @property
    def is_numbered(self) -> bool:
        return any(letter.isalnum() for letter in self.bullet) and self.bullet != "o"


@dataclass
class Source:
    """A file as lines. `raw` are the lines as they stood, for the one who compares."""

    lines: list[Line] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    counted: set[str] = field(default_factory=set)  # numbers of two levels that stood before lines

    def add(self, said: str, **looks: int | bool) -> None:
        """Take in one line with all its looks."""
        self.raw.append(said.rstrip())
        spread = said.replace("\xa0", " ").replace("\f", "").expandtabs(TAB)
        depth = len(spread) - len(spread.lstrip())
        words = tidy(said)
        bullet = BULLET.match(words) or self._counted(words)
        sign = bullet[0].strip() if bullet and bullet.end() < len(words) else ""
        if sign:
            words = words[bullet.end() :].strip() if bullet else words
        looks.setdefault("depth", depth)
        marked = looks.pop("is_listed", False)
        self.lines.append(Line(len(self.raw), words, sign or ("•" if marked and words else ""), **looks))  # type: ignore[arg-type]

    def _counted(self, words: str) -> re.Match[str] | None:
        """Return `2.3` before words when 2.2 stood before others; an hour or a day follows none."""
        found = DEEPER.match(words)
        if not found or (found["at"] != "1" and f"{found['of']}.{int(found['at']) - 1}" not in self.counted):
            return None
        self.counted.add(f"{found['of']}.{found['at']}")
        return found


def tidy(said: str) -> str:
    """Return a line without what only paper needs: hard spaces, soft hyphens, ligatures; gaps of columns are tabs."""
    said = said.replace("\xa0", " ").replace("\u200b", "").replace("\ufeff", "").replace("\f", "")
    for sign, letters in (("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬀ", "ff"), ("ﬃ", "ffi"), ("ﬄ", "ffl")):
        said = said.replace(sign, letters)
    said = "".join(sign for sign in said if sign >= " " or sign == "\t").strip()
    return re.sub(r" *\t[ \t]*| {3,}", "\t", said)


def of_text(text: str) -> Source:
    """Return the lines of a plain text; a form feed begins a page."""
    source, page = Source(), 1
    for said in re.split(r"\r\n|\n|\r", text):
        page += said.count("\f")
        source.add(said, page=page)
    return source


def joined(pieces: Iterable[str]) -> str:
    """Join pieces of a broken text: a word that was divided becomes one again."""
    text = ""
    for piece in pieces:
        if text.endswith("\xad") or (re.search(r"[^\W\d_]{2}-$", text) and piece[:1].islower()):
            text = text[:-1] + piece
        else:
            text = f"{text} {piece}" if text else piece
    return re.sub(r"\s+", " ", text.replace("\xad", "")).strip()
