"""Short secrets that must be read again, sealed under the key of this Spojka: a stolen database alone tells nothing.

The key follows from SECRET_KEY. Old keys in SECRET_KEY_FALLBACKS still open; what is sealed anew takes the newest.
"""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from .keys import keys

PURPOSE = b"spojka sealed text"
BEGINS = "gAAAA"  # every sealed text; no secret in base 32 or in hexadecimal figures begins so


def seal(text: str, at: datetime | None = None) -> str:
    """Return `text` sealed under the newest key. A seal shows its moment to everybody; `at` says another one."""
    box = _box(keys(PURPOSE))
    sealed = box.encrypt(text.encode()) if at is None else box.encrypt_at_time(text.encode(), int(at.timestamp()))
    return sealed.decode()


def unseal(sealed: str) -> str:
    """Return what was sealed; a text from the time before there were seals comes back as it is."""
    return _box(keys(PURPOSE)).decrypt(sealed.encode()).decode() if is_sealed(sealed) else sealed


@dataclass(frozen=True)
class Resealed:
    """How many rows were sealed anew, and how many stayed as they are because no key opens them."""

    many: int = 0
    lost: int = 0

    def __add__(self, other: "Resealed") -> "Resealed":
        return Resealed(self.many + other.many, self.lost + other.lost)


def anew(texts: Mapping[str, str]) -> dict[str, str] | None:
    """Return the sealed texts of one row under the newest key; None if no key opens one of them."""
    try:
        return {name: seal(unseal(text)) for name, text in texts.items() if text}
    except InvalidToken:
        return None


def is_sealed(text: str) -> bool:
    return text.startswith(BEGINS)


@cache
def _box(made: tuple[bytes, ...]) -> MultiFernet:
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in made])
