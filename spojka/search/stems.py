"""Czech words without endings and diacritics: `stříkaček`, `strikacka` and `Stříkačky` are one form."""

import re
import threading
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import snowballstemmer

LONGEST = 40  # letters of a word; a longer one is no word
_own = threading.local()  # a compiled stemmer must not be used by two threads at once


def fold(text: str) -> str:
    """Return small letters without diacritics."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def split(text: str) -> list[str]:
    """Return the words of a text, small, with their diacritics."""
    return [word[:LONGEST] for word in re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text.casefold()))]


def forms(word: str) -> frozenset[str]:
    """Return the forms of one word of split(): some endings are known only with diacritics, so both are tried."""
    stem = _stemmer().stemWord
    tried = (fold(stem(word)), stem(fold(word)))
    return frozenset(one for form in tried if (one := "".join(filter(str.isalnum, form))))


def forms_of(text: str) -> set[str]:
    """Return all forms of a text."""
    return set().union(*map(forms, split(text)))


@lru_cache(maxsize=4096)  # names of lists and pages only; what was written of people is not kept in memory
def forms_of_name(name: str) -> frozenset[str]:
    """Return all forms of a name that is no secret."""
    return frozenset(forms_of(name))


def begins(asked: Iterable[str], known: Iterable[str]) -> bool:
    """Test whether one of the known forms begins with one of those asked for."""
    starts = tuple(asked)
    return any(form.startswith(starts) for form in known)


def _stemmer() -> "snowballstemmer.stemmer":
    if not hasattr(_own, "stemmer"):
        _own.stemmer = snowballstemmer.stemmer("czech")
    return _own.stemmer
