"""Words of what lies sealed: marks under a key of this Spojka stand in the row, never the words themselves.

A mark tells nothing of what begins it, so beginnings of a few letters have marks of their own: a word is found by
them as it is where words stand in the open.
"""

import hmac
from collections.abc import Collection

from django.db.models import Q

from spojka.base.keys import keys

from .asked import Asked, Match
from .rows import Ground
from .stems import forms_of

PURPOSE = b"spojka words of sealed text"
LETTERS = 12  # of a mark: 48 bits, so that two words hardly ever share one
FEW = 4  # letters of a beginning; shorter words are found as a whole


def blinded(text: str) -> set[str]:
    """Return the marks of all words of a text and of their beginnings; for `said_codes` of a model."""
    begun = {form[:end] for form in forms_of(text) for end in (*range(FEW, len(form)), len(form))}
    newest, *_older = keys(PURPOSE)
    return {_mark(one, newest) for one in begun}


def by_blinded(asked: Asked, ground: Ground, newest: int | None) -> Q | None:
    """Find rows by such marks, also by those of a key that is being changed; for `how` of `rows_source`."""
    match = marked(asked, ground.scopes, newest)
    return Q(words__match=match) if match.is_possible else None


def marked(asked: Asked, scopes: Collection[str] = (), newest: int | None = None) -> Match:
    """Return what asks the index for such marks, under each key that may have made them."""
    known = keys(PURPOSE)
    words = tuple(
        (frozenset[str](), frozenset(_mark(form, key) for form in word for key in known)) for word in asked.words
    )
    return Match(words, scopes=frozenset(scopes), newest=newest)


def _mark(form: str, key: bytes) -> str:
    return f"_b{hmac.digest(key, form.encode(), 'sha256').hex()[:LETTERS]}"
