"""How words are compared: without capitals, diacritics, punctuation and needless spaces."""

import re
import unicodedata
from functools import lru_cache


@lru_cache(maxsize=50_000)
def fold(said: str, keep: bool = False) -> str:
    """Return a word as it is compared; `keep` leaves punctuation in."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", said.casefold()) if not unicodedata.combining(c))
    if not keep:
        plain = re.sub(r"[^\w%‰+]+|_", " ", plain)
    return re.sub(r"\s+", " ", plain).strip()


def squeezed(said: str) -> str:
    """Return just the letters and digits, so that PEN 85 M, pen85m and PÉN-85-m are alike."""
    return re.sub(r"[\W_]+", "", fold(said))


def turned(said: str) -> str:
    """Return the words of a name in the order of letters, so that N. Petr and Petr N are alike."""
    return " ".join(sorted(fold(said).split()))
