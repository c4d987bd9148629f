"""An identity sealed and opened, and its marks. All keys follow from SECRET_KEY, which is never in the database."""

import base64
import hmac
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from uuid import UUID

from cryptography.fernet import InvalidToken

from spojka.base import sealed
from spojka.base.keys import keys

from .models import MarkKind

PURPOSE = b"spojka marks of identities"
START = 3  # letters
# letters that don't come apart into a sign and a letter, as one types them here
STROKES = str.maketrans({"đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe"})


class Swapped(ValueError):
    """A sealed text that belongs to another client."""


@dataclass(frozen=True, kw_only=True)
class Person:
    """Who somebody is. `born` is a day, the phone is as it was typed; all may be empty but the surname."""

    surname: str
    first: str = ""
    born: date | None = None
    phone: str = ""

    def __str__(self) -> str:
        return f"{self.first} {self.surname}".strip()


def seal(person: Person, client: UUID) -> str:
    """Seal an identity together with whose it is."""
    said = asdict(person) | {"born": person.born.isoformat() if person.born else "", "client": str(client)}
    return sealed.seal(json.dumps(said))


def unseal(text: str, client: UUID) -> Person:
    """Open an identity. Raises Swapped for one that was sealed for another client."""
    said = json.loads(sealed.unseal(text))
    if said.pop("client") != str(client):
        raise Swapped
    born = date.fromisoformat(said.pop("born")) if said["born"] else None
    return Person(**{name: said[name] for name in ("surname", "first", "phone")}, born=born)


def opened(text: str, client: UUID) -> Person | None:
    """Open an identity; None if it was sealed by a key that is here no more."""
    try:
        return unseal(text, client)
    except InvalidToken:
        return None


def marks(person: Person, service: UUID) -> set[tuple[str, str]]:
    """Return kind and mark of each part, by the newest key."""
    return {(kind, _mark(keys(PURPOSE)[0], service, kind, text)) for kind, text in _parts(person)}


def asked(kind: MarkKind, text: str, service: UUID) -> set[str]:
    """Return the marks of what somebody typed, by each key that still opens."""
    said = normalised(kind, text)
    return {_mark(key, service, kind, said) for key in keys(PURPOSE)} if said else set()


def normalised(kind: MarkKind, text: str) -> str:
    """Return the form that is hashed: small letters without diacritics, signs and spaces; figures of a phone."""
    if kind is MarkKind.PHONE:
        return re.sub(r"^(00420|420)(?=\d{9}$)", "", re.sub(r"\D", "", text))
    if kind is MarkKind.BORN:
        return text
    plain = unicodedata.normalize("NFKD", text.casefold().translate(STROKES))
    letters = "".join(sign for sign in plain if sign.isalnum())
    return letters[:START] if kind is MarkKind.START else letters


def _parts(person: Person) -> Iterator[tuple[MarkKind, str]]:
    born = person.born.isoformat() if person.born else ""
    said = {MarkKind.SURNAME: person.surname, MarkKind.START: person.surname, MarkKind.FIRST: person.first}
    for kind, text in (said | {MarkKind.BORN: born, MarkKind.PHONE: person.phone}).items():
        if found := normalised(kind, text):
            yield kind, found


def _mark(key: bytes, service: UUID, kind: str, text: str) -> str:
    digest = hmac.new(key, f"{service}\n{kind}\n{text}".encode(), sha256).digest()
    return base64.urlsafe_b64encode(digest[:16]).decode()
