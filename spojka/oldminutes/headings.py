"""Headings: the organisation that reports, or a section that is nobody's."""

import re
from dataclasses import dataclass

from .labels import LABEL, NEEDS_NAME
from .lines import Line
from .names import Names
from .people import is_person
from .places import named
from .words.labels import SECTIONS
from .words.names import LEGAL

BEFORE = re.compile(
    r"(?:informace|info|zprávy?|příspěv\w+|sdělení|body|hlášení|aktuality|podněty|report|slovo|za|z|od|ze\s+strany|zástupce|zástupkyně)\s+"
    r"(?:(?:od|z|ze|za|ze\s+strany)\s+)?(?:zástupc\w+\s+)?",
    re.I,
)
SECTION = re.compile(rf"(?:{SECTIONS})", re.I)
WITH_PERSON = re.compile(r"(.+?)\s*(?:[(\[]([^()\[\]]+)[)\]]|\s[–—-]\s(.+)|[–—](.+)|:\s*(.+)|,\s(.+))")
INLINE = re.compile(r"\s*:\s+|\s*:$|\s+[–—-]+\s+|\s*[–—]\s*")
MOST_WORDS = 8


@dataclass(frozen=True)
class Heading:
    """A heading; `rest` are words behind it in the same line, `organisation` is None in a section of nobody."""

    organisation: str | None
    rest: str = ""
    is_found: bool = True  # False: only its looks say that it is one


def of_line(line: Line, following: Line | None, names: Names) -> Heading | None:
    """Return the heading that a line is as a whole."""
    said = line.words.rstrip(" :").strip()
    if not said or line.words.endswith(("?", "!", ",", ";")) or len(said.split()) > MOST_WORDS + 4:
        return None
    if SECTION.fullmatch(said) and (not line.bullet or line.is_numbered or line.words.endswith(":")):
        return Heading(None)
    if LABEL.match(said) and not NEEDS_NAME.match(said):
        return None
    if name := _organisation(said, names):
        return Heading(name)
    looks = _looks(line, following)
    if (
        looks
        and len(said.split()) <= MOST_WORDS
        and said[0].isupper()
        and not named(said)
        and not is_person(said, names)
    ):
        return Heading(said, is_found=False)
    return None


def _organisation(said: str, names: Names) -> str | None:
    said = re.sub(r"\s*\((?:viz|dále)[^)]*\)$", "", said)
    if said.endswith(".") and not re.search(LEGAL + r"$", said):
        return None
    if names.whole(said):
        return said
    plain = BEFORE.match(said)
    if plain and said[0].isupper() and names.whole(said[plain.end() :]):
        return names.present(said[plain.end() :])
    found = WITH_PERSON.fullmatch(said)
    houses = BEFORE.sub("", found[1], count=1) if found else ""
    if found and names.whole(houses):
        person = next(part for part in found.groups()[1:] if part)
        each = re.split(r",\s*|\s+a\s+", person)
        if all(is_person(one, names) for one in each):
            return names.present(houses)
    return None


def _looks(line: Line, following: Line | None) -> bool:
    """Test whether a line looks like a heading: bold, underlined, in capitals, or with a colon before bullets."""
    if (line.bullet and not line.is_numbered) or line.words.endswith("."):
        return False
    below = following is not None and following.is_rule
    before_bullets = line.words.endswith(":") and following is not None and bool(following.bullet)
    return below or before_bullets or line.is_bold or (line.words.isupper() and len(line.words) > 3)


def inline(line: Line, names: Names) -> Heading | None:
    """Return the heading with which a line begins before its first item: `PČR: …`."""
    found = names.at(line.words)
    if not found:
        return None
    divider = INLINE.match(line.words, found[1])
    if not divider:
        beside = re.match(r"\s*\(([^()]+)\)\s*[:–—-]\s*", line.words[found[1] :])
        if not beside or not is_person(beside[1], names):
            return None
        return Heading(line.words[: found[1]], line.words[found[1] + beside.end() :])
    rest = line.words[divider.end() :]
    return Heading(line.words[: found[1]], rest) if rest and not LABEL.match(rest) else None
