"""People of the list of presence, found again in sentences in any case of grammar."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from .forms import Keys, keys, words
from .shape import Present
from .words.names import DEGREES, FIRST_NAMES, TITLES

TITLED = re.compile(rf"(?:{TITLES}\s*)+")
INITIALS = re.compile(r"(?:[^\W\d_a-z]\.\s*)*")
SURNAME = re.compile(r"(?:ov[ái]|ovou|ové|ého|ému|ým|ém|ovi|em|a|u|i|y|e)$")


@dataclass(frozen=True)
class Mention:
    name: str
    organisation: str | None
    end: int
    is_subject: bool = False  # in the first case


class Roster:
    """Who can be meant by a name."""

    def __init__(self, present: Iterable[Present] = ()):
        self.known: list[tuple[Present, list[Keys]]] = []
        for one in present:
            if one.name:
                plain = re.sub(DEGREES, "", TITLED.sub("", one.name))
                if one.organisation:  # of `PČR, OO Přívoz` it is PČR that speaks
                    one = replace(one, organisation=one.organisation.split(", ")[0])
                self.known.append((one, [_own(word.text) for word in words(plain) if len(word.text) > 1]))

    def at(self, text: str, start: int = 0) -> Mention | None:
        """Return the person whose name begins at `start`; somebody not in the list only when a title says so."""
        titled = TITLED.match(text, start)
        begin = INITIALS.match(text, titled.end() if titled else start).end()  # type: ignore[union-attr]
        said = [word for word in words(text[begin : begin + 50])[:3] if word.is_capital]
        if not said or text[begin : begin + said[0].start].strip():
            return None
        for many in (2, 1):
            wanted = [_own(word.text) for word in said[:many]]
            if all(word.text.casefold() in FIRST_NAMES for word in said[:many]):
                continue
            fits = [one for one, parts in self.known if len(wanted) == many and _covers(parts, wanted)]
            if len(fits) == 1:
                written = set(re.findall(r"\w+", fits[0].name or ""))
                is_subject = all(word.text in written for word in said[:many])
                return Mention(fits[0].name or "", fits[0].organisation, begin + said[many - 1].end, is_subject)
        if titled:
            end = begin + said[0].end
            return Mention(text[start:end].strip(), None, end)
        return None


def _covers(parts: list[Keys], wanted: list[Keys]) -> bool:
    return all(any(part & want for part in parts) for want in wanted)


def _own(name: str) -> Keys:
    """Return what the cases of a name share: Novák, Nováka, Novákovi; Malá, Malé, Malou."""
    low = name.casefold()
    shorter = SURNAME.sub("", low)
    return keys(low) | {"~" + low} | ({"~" + shorter} if len(shorter) > 2 else set())
