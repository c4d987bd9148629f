"""Words and names in any case of grammar: what their forms share."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from spojka.search import stems

from .words.names import HEADS, KNOWN, LEGAL, TITLES

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
SHORT = re.compile(r"(?=(?:.*[^\W\d_a-zěščřžýáíéúůďťňó]){2})[^\W\d_]{2,8}")  # two capitals: PČR, ÚMOb, MěÚ
ENDING = re.compile(r"(?<=..)(?:u|em|ovi|e|y|a|ů)$")
NAMED = {
    "NZDM", "klub", "centrum", "středisko", "TP", "SAS", "k-centrum", "kontaktní", "terénní", "nízkoprahové",
    "nízkoprahový", "spolek", "společnost", "azylový", "dům", "komunitní", "poradna", "sdružení",
}  # fmt: skip
SHORTENED = 2  # letters of a word before a point that ends no sentence: sv. Anny
BREAK = re.compile(r"[,:;()!?\t]|\s[–—-]|[–—]\s")

Keys = frozenset[str]


@dataclass(frozen=True)
class Word:
    start: int
    end: int
    text: str

    @cached_property
    def keys(self) -> Keys:
        return keys(self.text)

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


def words(text: str) -> list[Word]:
    return [Word(found.start(), found.end(), found[0]) for found in WORD.finditer(text)]


def unbroken(text: str) -> list[Word]:
    """Return the words up to the first comma, colon, bracket or dash."""
    said = words(text)
    for at in range(1, len(said)):
        gap = text[said[at - 1].end : said[at].start]
        if BREAK.search(gap) or (gap.startswith(".") and len(said[at - 1].text) > SHORTENED):
            return said[:at]
    return said


def keys(word: str) -> Keys:
    """Return what a word shares with its other cases of grammar. An abbreviation is no word: MP is not mp."""
    if SHORT.fullmatch(word):
        plain = ENDING.sub("", word)
        whole = _stems(word.casefold()) if word.isupper() and len(word) > 2 else frozenset()  # MĚSTSKÁ POLICIE
        return frozenset({"=" + plain.upper(), "=" + word.upper()}) | whole
    low = word.casefold()
    other = low[:-2] if low.endswith("um") else low[:-2] + "ce" if low.endswith("ec") else low  # centra; obce
    return _stems(low) if other == low else _stems(low) | _stems(other)


@lru_cache(maxsize=512)
def _known_stems(word: str) -> Keys:
    return stems.forms(word)


def _stems(word: str) -> Keys:
    return _known_stems(word) if word in VOCABULARY else stems.forms(word)


def same(one: tuple[Keys, ...], other: tuple[Keys, ...]) -> bool:
    return len(one) == len(other) and all(mine & theirs for mine, theirs in zip(one, other, strict=True))


VOCABULARY = {word.casefold() for row in KNOWN for form in row for word in form.split()} | set(HEADS)
HEAD_KEYS: dict[str, str] = {}


def head(word: Word) -> str | None:
    """Return the word with which names of organisations begin, in its basic form; or None."""
    if not HEAD_KEYS:
        for one in HEADS:
            for key in keys(one):
                HEAD_KEYS.setdefault(key, one)
    return next((HEAD_KEYS[key] for key in word.keys if key in HEAD_KEYS), None)


def basic(said: str) -> str:
    """Return a name with the words of its kind in the first case: za Charitu Ostrava, Charita Ostrava."""
    out, at = [], 0
    for word in words(said):
        known = head(word)
        out.append(said[at : word.start])
        keep = (
            known is None
            or len(word.text) < len(known) - 1
            or SHORT.fullmatch(word.text)
            or word.text.casefold() == known
        )
        out.append(word.text if keep or known is None else known.capitalize() if word.is_capital else known)
        at = word.end
    return re.sub(r"\s+", " ", "".join([*out, said[at:]])).strip(" ,;:–-")


def form_of(name: str) -> tuple[Keys, ...]:
    return tuple(word.keys for word in words(name))


def kind_of(name: str) -> Iterator[tuple[Keys, ...]]:
    """Yield the words of a name that say what it is, before its own part: NZDM, Charita."""
    said = words(re.sub(LEGAL, " ", name))
    own = next((at for at, word in enumerate(said) if word.is_capital and not head(word)), 0)
    if own:
        yield tuple(word.keys for word in said[:own])
    if len(said) > 1 and head(said[-1]) in NAMED:  # Jekhetane klub
        yield (said[-1].keys,)


def called(name: str) -> Iterator[tuple[Keys, ...]]:
    """Yield all forms of a name: as it stands, without what it is by law, its own part alone, its initials."""
    short = re.search(r"\(([^()]{2,20})\)", name)
    plain = re.sub(LEGAL, " ", re.sub(r"\([^()]*\)", " ", name))
    yield form_of(plain)
    if short:
        yield form_of(short[1])
    said = words(plain)
    own = next((at for at, word in enumerate(said) if word.is_capital and not head(word)), 0)
    if own and any(head(word) in NAMED for word in said[:own]):
        yield tuple(word.keys for word in said[own:])
    if len(said) > 1 and not any(SHORT.fullmatch(word.text) for word in said):
        yield (
            frozenset({"=" + "".join(word.text[0] for word in said if len(word.text) > 1 or word.is_capital).upper()}),
        )


def reach(said: list[Word]) -> int:
    """Return how many words belong to a name that begins with what it is: NZDM Maják, základní škola Kolejní."""
    at = 0
    while at < len(said) and head(said[at]):
        at += 1
    many = at
    while at and many < len(said) and many - at < 3 and _goes_on(said[many]):
        many += 1
    return many if at and many > at else 0


def begin_with(said: list[Word], form: tuple[Keys, ...]) -> bool:
    return len(said) >= len(form) and all(word.keys & key for word, key in zip(said, form, strict=False))


def _goes_on(word: Word) -> bool:
    return word.is_capital and not head(word) and not re.fullmatch(TITLES, word.text + ".")
