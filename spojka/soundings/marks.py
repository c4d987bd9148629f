"""The mark of a sounding: a hash of the facts under a key that follows from SECRET_KEY, salted by the sounding itself.

So one person has another mark in each sounding, and who has the database alone can neither compare two nor try names.
Facts are compared as they are typed anew on the other side; nowhere do they lie together.
"""

import base64
import hmac
from collections.abc import Iterable, Sequence
from hashlib import sha256
from uuid import UUID

from spojka.base.keys import keys
from spojka.identities.models import MarkKind
from spojka.identities.sealing import Person, normalised

from .models import Sounding

PURPOSE = b"spojka marks of soundings"


def mark(person: Person, sounding: UUID) -> str:
    """Return the mark of a new sounding, by the newest key."""
    return _mark(keys(PURPOSE)[0], person, sounding)


def fitting(person: Person, soundings: Iterable[Sounding]) -> Sequence[Sounding]:
    """Return the soundings about that person. All are compared by every key, so it lasts as long whoever is there."""
    compared = [
        (one, [hmac.compare_digest(one.mark, _mark(key, person, one.pk)) for key in keys(PURPOSE)])
        for one in soundings
    ]
    return [one for one, fits in compared if any(fits)]


def _mark(key: bytes, person: Person, sounding: UUID) -> str:
    born = person.born.isoformat() if person.born else ""
    parts = (normalised(MarkKind.SURNAME, person.surname), normalised(MarkKind.FIRST, person.first), born)
    digest = hmac.new(key, "\n".join((str(sounding), *parts)).encode(), sha256).digest()
    return base64.urlsafe_b64encode(digest).decode()
