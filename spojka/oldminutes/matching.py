"""Whether a name in old minutes and somebody who sits in the group are one person."""

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

TITLE = re.compile(r"(?:\w{1,8}\.)+|Ph\.?\s?D\.?|CSc|DiS|MBA|MPA|LL\.?M", re.I)


class Named(Protocol):
    @property
    def called(self) -> str: ...

    @property
    def of_house(self) -> str: ...


T = TypeVar("T", bound=Named)


def found(people: Sequence[T], name: str, house: str) -> T | None:
    """Return the one of them who is meant; a surname alone fits when it fits nobody else. None: nobody, or two."""
    wanted = bare(name)
    if not wanted:
        return None
    fits = [one for one in people if bare(one.called or one.of_house) == wanted]
    fits = fits or [one for one in people if sorted(bare(one.called)) == sorted(wanted)]
    if not fits and len(wanted) == 1:
        fits = [one for one in people if bare(one.called)[-1:] == wanted]
    if len(fits) > 1 and house:
        fits = [one for one in fits if bare(one.of_house) == bare(house)]
    return fits[0] if len(fits) == 1 else None


def bare(name: str) -> list[str]:
    """Return the words of a name without titles, in small letters."""
    words = name.replace(",", " ").split()
    return [word.casefold() for word in words if not TITLE.fullmatch(word)]
