"""Where a list of people ends, and which of its lines go on."""

import re
from dataclasses import replace

from . import people
from .fields import Head, parts
from .lines import Line, joined
from .names import Names
from .roster import TITLED
from .sentences import begins
from .shape import Present

SENTENCE = re.compile(r"[.!?]\s+\w+\s\w+\s\w+|\?$")
RUN = 55  # letters of the first line of a list that a page broke
MOST_WORDS = 22
DASHES = ("-", "–", "—")
LONGEST = 3_000  # letters of a list in one run
SHORT = 6  # words
NOBODY = re.compile(
    r"(?:vyjádření|dotaz\w*|úkol\w*|poděkování|odpověď|program|zápis|kontrola|různé|průběh|závěr|diskus\w+)\b", re.I
)
SIGNATURE = re.compile(r"[\W\d]*(?:\w+\W+){0,2}podpis\w*\W*", re.I)


def side_by_side(head: Head, line: Line, below: list[Line], names: Names) -> bool:
    """Read lists that stand beside each other under labels in one line: who was there, who was excused."""
    found = [name for name, said in parts(line) if name in ("present", "guests", "absent") and not said]
    if len(found) < 2:
        return False
    each: list[list[str]] = [[] for _name in found]
    head.roles[line.number] = "present"
    for one in below:
        if one.is_blank or one.is_rule or any(True for _field in parts(one)):
            break
        head.roles[one.number] = "present"
        for column, said in zip(each, one.words.split("\t"), strict=False):
            column.append(said)
    head.present += [
        one for name, said in zip(found, each, strict=True) if name != "absent" for one in people.listed(said, names)
    ]
    return True


def gathered(said: str, full: list[Line], at: int, head: Head, names: Names) -> list[str]:
    """Return the pieces of a list of people that begins in a line, and claim its lines."""
    name = head.roles[full[at].number]
    pieces = [said] if said else []
    was_blank = False
    for line in full[at + 1 :]:
        if line.is_blank:
            was_blank = bool(pieces)
            continue
        if line.is_rule or (pieces and len(pieces[-1]) > LONGEST):
            break
        goes_on = bool(pieces) and not was_blank and not line.bullet and not line.is_whole
        if pieces and line.bullet in DASHES and _is_run(pieces, said) and not was_blank and not _is_open(pieces[-1]):
            line, goes_on = replace(line, words=f"{line.bullet} {line.words}", bullet=""), True  # Pomocná ruka\n– Malá
        is_open = goes_on and (_is_open(pieces[-1]) or (_is_run(pieces, said) and not _begins(line, names)))
        if not is_open and not _is_entry(line, was_blank, pieces, names):
            break
        head.roles[line.number] = name
        if is_open:
            pieces[-1] = joined([pieces[-1], line.words]) if "\t" not in line.words else pieces[-1] + "\t" + line.words
        else:
            pieces.append(line.words)
        was_blank = False
    return pieces


def _is_run(pieces: list[str], said: str) -> bool:
    """Test whether a list is one run of words that a page breaks, not a line for each."""
    return bool(said) and len(pieces) == 1 and "," in pieces[0] and len(pieces[0]) > RUN


def _begins(line: Line, names: Names) -> bool:
    is_field = any(True for _field in parts(line))
    return is_field or names.whole(line.words.rstrip(":")) is not None or begins(line.words, names)


def _is_open(piece: str) -> bool:
    """Test whether a list goes on in the next line."""
    return bool(re.search(r"(?:[,;(]|\ba|\bza|[–-])$", piece)) or piece.count("(") > piece.count(")")


def _is_entry(line: Line, was_blank: bool, pieces: list[str], names: Names) -> bool:
    said = line.words
    if any(True for _field in parts(line)) or len(said.split()) > MOST_WORDS or NOBODY.match(said):
        return False
    if was_blank and line.is_numbered:
        return False
    if SENTENCE.search(TITLED.sub("", said)):
        return False
    found = people.listed([said], names)
    named = [one for one in found if one.name]
    if names.whole(said.rstrip(":")):
        return not was_blank and not said.endswith(":") and (not pieces or _only_houses(pieces, names))
    if was_blank:
        is_told = bool(named) and all(one.organisation for one in named)
        return is_told and not begins(said, names) and len(said.split()) <= MOST_WORDS // 2
    if "\t" in said or SIGNATURE.fullmatch(said) or (named and _is_list(said, found)):
        return True
    is_short = bool(found) and len(said.split()) <= SHORT and said[0].isupper() and not said.endswith((".", ":"))
    return is_short and bool(line.bullet or line.is_whole or not pieces)


def _is_list(said: str, found: list[Present]) -> bool:
    """Test whether words are a list of people, not a sentence: most of them are taken by what was found."""
    taken = sum(len((one.name or "").split()) + len((one.organisation or "").split()) for one in found)
    return taken * 2 >= len(re.findall(r"\w+", said)) and not re.search(r"\b(?:se|na ulici|je|byl\w*)\b", said)


def _only_houses(pieces: list[str], names: Names) -> bool:
    return all(one.name is None for one in people.listed(pieces, names))
