"""Who was there: lists in one line or in many, in columns, in brackets, by organisations."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .forms import SHORT, head, words
from .names import Names
from .shape import Present
from .words.names import COLUMNS, DEGREES, FIRST_NAMES, LEGAL, NO_PEOPLE, POSTS, TITLES

KEPT = "\x00"  # stands for a comma that divides nothing: Jan Novák, DiS.
NAME = r"[^\W\d_a-zěščřžýáíéúůďťňó](?:[^\W\d_]+|\.)"
PERSON = re.compile(rf"(?:(?:{TITLES})\s*)*(?:{NAME}\s*){{1,4}}(?:{KEPT}?\s*\w[\w.]*)?\.?")
TITLED = re.compile(rf"(?:{TITLES})\s*", re.I)
POST = re.compile(rf"^(?:{POSTS})\b", re.I)
COLUMN = re.compile(rf"(?:{COLUMNS})(?:\s*[/,]\s*(?:{COLUMNS}))*", re.I)
NOISE = re.compile(
    r"[\w.+-]+@[\w.-]+|(?:tel\.?:?\s*)?(?:\+420\s?)?\d{3}\s?\d{3}\s?\d{3}|\bv\.\s?r\.|\.{3,}|_{2,}|\b\d+\s+(?:zástupc\w+|člen\w+|osob\w*|lid\w*)|\b(?:podpis|omluven\w*)$|\b(?:později|pozdě)\s+(?:přiš|doraz|dojel)\w*(?:\s+(?:i|také|ještě)\b)?|^\d{1,2}[.)]?$"
)
ABSENT = re.compile(r"[.;]\s+(?:ne)?(?:omluven|chyběl|nepřítom)\w*\s.*$", re.I)  # a sentence behind the list
FOR = re.compile(r"^(?:za|z|ze)\s+", re.I)
BY_HOUSE = re.compile(r"(?:^|[,;]\s*|\sa\s+)(?=za\s+\w)", re.I)
AFTER_NAME = re.compile(r"(.+?)\s+(?:za|z|ze|od)\s+(.+)")
BETWEEN = re.compile(r"\s*[:=]\s*|\s+[-–—]+\s*|\s*[–—]\s+|\s*[–—]\s*(?=[^\W\d_])")
BELONGS = re.compile(
    r"(?:OOP?|odbor|oddělení|odd\.|obvodní|okrsek|pobočka|středisko|projekt)\b", re.I
)  # a part of a house
GIVEN_UP = re.compile(r"^(?:dle|viz|podle)\b.{0,60}$", re.I)


@dataclass(frozen=True)
class Part:
    """A piece of a list: a name, an organisation, or both."""

    name: str | None
    house: str | None


def listed(pieces: Iterable[str], names: Names) -> list[Present]:
    """Return the people and organisations of a list; each piece is one line of it, or a run of lines joined."""
    found: list[Present] = []
    house: str | None = None
    for piece in pieces:
        if GIVEN_UP.match(piece) or COLUMN.fullmatch(re.sub(r"[\t;,|]+", ",", piece).strip(" ,").replace(",", "/")):
            continue
        for chunk in _chunks(ABSENT.sub("", piece)):
            parts = _of_columns(chunk, names) or [part for said in _split(chunk) for part in _parts(said, names)]
            if parts and all(part.name and not part.house for part in parts) and house and piece[:1].islower():
                parts = [Part(part.name, house) for part in parts]
            found += _paired(parts)
    return list(dict.fromkeys(found))


def _chunks(piece: str) -> list[str]:
    """Divide a piece where another organisation begins: by semicolons, and before `za`."""
    piece = re.sub(DEGREES, lambda degree: degree[0].replace(",", KEPT), piece)
    piece = re.sub(rf",(\s*{LEGAL})", KEPT + r"\1", piece)
    chunks = piece.split(";")
    if len(re.findall(r"\bza\s+[^\W\d_a-z]", piece)) > 1 or re.match(r"za\s", piece, re.I):
        chunks = [part for chunk in chunks for part in BY_HOUSE.split(chunk)]
    return [chunk for chunk in chunks if chunk.strip(" ,")]


def _of_columns(chunk: str, names: Names) -> list[Part]:
    """Read two columns, the name and all that stands beside it: a comma there begins no one else."""
    columns = chunk.split("\t")
    if len(columns) != 2 or not is_person(columns[0], names) or POST.match(columns[1]) or "," not in columns[1]:
        return []
    house = _house(columns[1], names)
    return [Part(_clean(columns[0]), house)] if house and not is_person(columns[1], names) else []


def _split(chunk: str, by_and: bool = True) -> list[str]:
    """Divide by commas, columns and `a`, but not inside brackets."""
    out, depth, start = [], 0, 0
    for at, sign in enumerate(chunk):
        depth += (sign in "([") - (sign in ")]")
        is_and = (
            by_and and depth == 0 and chunk.startswith(" a ", at) and re.match(rf" a (?:{TITLES}|{NAME})", chunk[at:])
        )
        if (depth <= 0 and sign in ",\t|") or (is_and and _ends_a_name(chunk[start:at])):
            out.append(chunk[start:at])
            start = at + (3 if is_and else 1)
    cleaned = (re.sub(r"\s+a$", "", NOISE.sub("", part).strip(" \t,•-–:")) for part in [*out, chunk[start:]])
    return [said for said in cleaned if re.search(r"\w", said)]


def _ends_a_name(said: str) -> bool:
    return bool(re.search(rf"{NAME}$|\)$", said.strip()))


def _parts(said: str, names: Names) -> list[Part]:
    """Return what one piece says: a name with its organisation, an organisation with its names, or one of them."""
    led = re.match(r"((?:[^(:]|\([^()]*\))+?)\s*(?::\s*|\)\s*[–—-]\s+)(?=\S)", said)
    led = led or re.match(r"([^(:]+?\([^()]*\))\s*[–—-]\s+(?=\S)", said)
    if led and not is_person(re.sub(r"\s*\([^()]*\)", "", led[1]), names):
        return [
            Part(part.name, _house(led[1], names)) if part.name else part for part in _parts(said[led.end() :], names)
        ]
    if brackets := re.fullmatch(r"([^(\[]+?)\s*[(\[]([^()\[\]]*)[)\]]?\s*(.*)", said):
        return _with_brackets(brackets[1], brackets[2], brackets[3], names)
    said = said.strip("()[] ")
    divided = BETWEEN.split(said, maxsplit=1)
    if len(divided) == 2 and all(divided):
        return _both(divided[0], divided[1], names)
    if (told := AFTER_NAME.fullmatch(said)) and is_person(told[1], names):
        return [Part(_clean(told[1]), _house(told[2], names))]
    if FOR.match(said):
        return _of_house(FOR.sub("", said), names)
    if is_person(said, names):
        return [Part(_clean(said), None)]
    if POST.match(said) and not any(True for _found in names.inside(said)):
        return []
    return _run_together(said, names)


def _with_brackets(before: str, inside: str, after: str, names: Names) -> list[Part]:
    people = [name for name in _split(inside) if is_person(name, names)]
    if people and not is_person(before, names):
        return [Part(_clean(name), _house(before, names)) for name in people]
    if is_person(before, names) or not is_house(before, names):
        houses = [part for part in _split(inside, by_and=False) if not POST.match(part)] or [""]
        house = next((part for part in houses if is_house(part, names)), houses[0])
        return [Part(_clean(before), _house(house, names) or _house(after, names))]
    return [Part(None, _house(f"{before} ({inside})", names))]


def _both(one: str, other: str, names: Names) -> list[Part]:
    one, other = FOR.sub("", one), FOR.sub("", other)
    if is_person(one, names) and not is_person(other, names):
        return [Part(_clean(one), None if POST.match(other) and not is_house(other, names) else _house(other, names))]
    if is_person(other, names):
        return [Part(_clean(other), _house(one, names))]
    return [Part(None, _house(f"{one} – {other}", names))]


def _of_house(said: str, names: Names) -> list[Part]:
    """Read `PČR Jan Novák`, which followed `za`."""
    for word in words(said)[1:]:
        rest = said[word.start :]
        if (TITLED.match(rest) or word.text.lower() in FIRST_NAMES) and is_person(rest, names):
            return [Part(_clean(rest), _house(said[: word.start], names))]
    found = names.at(said)
    if found and is_person(said[found[1] :].strip(" ,:–-"), names):
        return [Part(_clean(said[found[1] :]), _house(said[: found[1]], names))]
    return [Part(None, _house(said, names))]


def _run_together(said: str, names: Names) -> list[Part]:
    """Read `Jan Novák PČR` and `PČR Jan Novák`, from columns that lost their gaps."""
    for _name, start, end in names.inside(said):
        before, after = said[:start].strip(), said[end:].strip()
        if before and is_person(before, names) and len(words(before)) > 1:
            return [Part(_clean(before), _house(said[start:], names))]
        if not before and after and is_person(after, names) and (TITLED.match(after) or _has_first_name(after)):
            return [Part(_clean(after), _house(said[:end], names))]
        break
    return [Part(None, _house(said, names))]


def is_person(said: str, names: Names) -> bool:
    """Test whether this is the name of somebody, not of an organisation."""
    plain = TITLED.sub("", said.strip()).strip()
    if not PERSON.fullmatch(plain.rstrip(".")) or POST.match(plain):
        return False
    each = words(re.sub(KEPT + ".*", "", plain))
    if not each or any(
        len(word.text) > 1 and (SHORT.fullmatch(word.text) or word.text.lower() in NO_PEOPLE) for word in each
    ):
        return (
            bool(each)
            and said != plain
            and all(word.text.isalpha() and word.text.lower() not in NO_PEOPLE for word in each)
        )
    if said.strip() != plain or _has_first_name(plain):
        return True
    return (
        names.whole(plain) is None and not any(head(word) for word in each) and all(word.is_capital for word in each)
    )


def is_house(said: str, names: Names) -> bool:
    return names.whole(said) is not None or any(True for _found in names.inside(said)) or bool(re.search(LEGAL, said))


def _has_first_name(said: str) -> bool:
    return any(word.text.lower() in FIRST_NAMES for word in words(said)) and len(words(said)) > 1


def _clean(said: str) -> str:
    said = re.sub(rf"\s*[,–-]\s*(?:{POSTS})\b.*$", "", said.replace(KEPT, ","), flags=re.I)
    return re.sub(r"\s+", " ", said).strip(" ,;:–-")


def _house(said: str, names: Names) -> str | None:
    said = FOR.sub("", re.sub(r"\s+", " ", said.replace(KEPT, ",")).strip(" ,;:–-"))
    said = said if re.search(LEGAL + "$", said) else said.rstrip(".")
    if POST.match(said) and POST.sub("", said).strip(" ,;:–-"):
        said = POST.sub("", said).strip(" ,;:–-")
    return names.present(said) if said else None


def _paired(parts: list[Part]) -> list[Present]:
    """Give people named alone the organisation that stands beside them."""
    out: list[Present] = []
    leads = bool(parts) and parts[0].name is None  # PČR, Novák, Kos
    house: str | None = None
    for part in parts:
        if part.name and not part.house:
            out.append(Present(part.name, house))
            continue
        if not leads:
            out, had = _filled(out, part.house)
            if had and not part.name:
                continue
        if part.name:
            house = part.house if _names_more(parts, part) else None
            out.append(Present(part.name, part.house))
        elif out and out[-1].name and out[-1].organisation and BELONGS.match(part.house or ""):
            out[-1] = Present(out[-1].name, f"{out[-1].organisation}, {part.house}")
        else:
            house = part.house if leads else None
            out.append(Present(None, part.house))
    return _without_led(out)


def _filled(out: list[Present], house: str | None) -> tuple[list[Present], bool]:
    """Return the list with an organisation for those at its end who have none, and whether there were any."""
    at = len(out)
    while at and out[at - 1].name and not out[at - 1].organisation:
        at -= 1
    return [*out[:at], *(Present(one.name, house) for one in out[at:])], at < len(out)


def _names_more(parts: list[Part], part: Part) -> bool:
    """Test whether the names after `PČR – Novák` are of PČR: so when nobody else names a house of his own after."""
    return all(other.name is None or other.house is None or other is part for other in parts)


def _without_led(out: list[Present]) -> list[Present]:
    """Leave out organisations whose people follow them."""
    led = {one.organisation for one in out if one.name}
    return [one for one in out if one.name or one.organisation not in led]
