"""The title of minutes: which group met, on which day, where."""

import re

from . import days
from .fields import Head
from .lines import Line
from .names import Names
from .sentences import begins
from .words.labels import MEETING, PLACE_CASES, PLACE_NOUNS

TITLE = re.compile(rf"\b(?:zápis\w*|záznam|{MEETING})\b", re.I)
GROUPS = (  # how a group is called in a title, and in the first case
    (r"policejn\w+\s+buň\w+", "Policejní buňka"), (r"pracovn\w+\s+skupin\w+", "Pracovní skupina"),
    (r"kulat\w+\s+stol\w*|kulatý\s+stůl", "Kulatý stůl"), (r"komis\w+", "Komise"), (r"výbor\w*", "Výbor"),
    (r"PB\b", "PB"), (r"PS\b", "PS"), (r"buň(?:ka|ky|ce|ku|kou)", "Buňka"), (r"platform\w+", "Platforma"),
    (r"skupin\w+", "Skupina"), (r"porad(?:a|y|ě|u)\b", "Porada"), (r"setkán\w+", "Setkání"), (r"jednán\w+", "Jednání"),
)  # fmt: skip
GROUP_ENDS = re.compile(
    r"\s*(?:\bze\s+dne\b|\bdne\b|\bkonan\w+|\bkter\w+|\bze?\s+(?=\d)|\bč(?:\.|íslo)|\bv\s+(?:pondělí|úterý|sobotu|neděli|pátek)|\bve?\s+(?:stř|čtv)\w+|[,;(|\t]|[–-]?\s*\d|[–—-]\s*(?:zápis|ze?\b|dne|pondělí|úterý|střed|čtvrtek|pátek)|$)",
    re.I,
)
STRONG = re.compile(rf"(?:zápis|záznam|policejní|pracovní|kulatý|komise|{MEETING})\b", re.I)
LETTERHEAD = 6  # lines that may stand over a title
BELOW = 25  # a field that begins lower is none of the head
TOP = 16  # lines in which a title may stand
HELD = re.compile(
    r"\b(?:(?:kon\w+\s+(?:se\s+)?)|místo\s+)?(?:v|ve|na)\s+(?:prostorách\s+|budově\s+)?(?=[^\W\d_a-z]|zasedací|klub|budov|sídl)"
)


def beside_day(said: str) -> str | None:
    """Return what a line says besides its day and hour: the place."""
    rest = days.DAY.sub(" ", said)
    rest = re.sub(
        r"(?:\b(?:od|v|ve|do|čas)\s+)?(?:\d{1,2}[:.]\d\d|\d{1,2}(?=\s*h))\s*(?:hodin\w*|hod\.?|h\b)?(?:\s*[-–]\s*\d{1,2}[:.]\d\d(?:\s*h\w*\.?)?)?",
        " ",
        rest,
    )
    rest = re.sub(
        r"^[\s,;:–|-]*(?:dne|ve?|na|v\s+prostorách)?\b[\s,;:–|-]*|[\s,;:–|(]+$", "", re.sub(r"\s+", " ", rest)
    )
    return rest if re.search(r"[^\W\d_]{3}", rest) else None


def find(head: Head, full: list[Line], names: Names) -> None:
    """Find the title and what stands with it: all before the first field, or the lines that look like it."""
    fields = [number for number, role in head.roles.items() if role not in ("next", "writer")]
    first = min(fields, default=BELOW)
    top = [line for line in full if not line.is_blank and line.number < first][:TOP]
    titled = next(
        (at for at, line in enumerate(top[:LETTERHEAD]) if STRONG.match(line.words) and not line.bullet), None
    )
    said: list[str] = []
    for at, line in enumerate(top):
        if line.number in head.roles or line.is_rule:
            continue
        is_above = titled is not None and at < titled
        goes_on = bool(said) and line.words[0].islower() and top[at - 1].number == line.number - 1
        if not (is_above or goes_on or _is_title(line, bool(said), first < BELOW, names)):
            break
        tells = not is_above and (
            bool(said and _is_cut(said[-1])) or TITLE.search(line.words) or days.DAY.search(line.words) or goes_on
        )
        head.roles[line.number] = "group" if tells else "header"
        said.append("" if is_above else line.words)
    _named(head, [one for one in said if one])


def _is_title(line: Line, has_begun: bool, is_before: bool, names: Names) -> bool:
    """Test whether a line above the first field, or at the top, is of the title."""
    if line.bullet or len(line.words) > 160 or re.search(r"[^\W\d_]{3}(?<!\bhod)\.$", line.words):
        return False
    if names.whole(line.words.rstrip(":")) or (has_begun and begins(line.words, names)):
        return False
    return is_before or not has_begun or bool(TITLE.search(line.words) or days.DAY.search(line.words))


def _named(head: Head, title: list[str]) -> None:
    text = " ".join(title)
    joint = [" ".join(title[at : at + 2]) if _is_cut(one) else one for at, one in enumerate(title)]
    head.group = head.said.get("group") or next(filter(None, map(group, joint)), None) or group(text)
    found = days.days(text, None)
    head.title_day = next((day.day for day in found if day.day), None)
    head.day = next(
        (day.day for day in days.days(head.said.get("date", ""), head.title_day) if day.day), head.title_day
    )
    told = [*days.days(head.said.get("date", ""), head.title_day), *found]
    head.hour = days.clock(head.said.get("hour", "")) or next((one.hour for one in told if one.hour), None)
    head.place = (head.said.get("place") or _place(title) or "").strip(" ,;.") or None


def _is_cut(title: str) -> bool:
    """Test whether a title names the kind of a group at its end, and its own name in the next line."""
    return any(re.search(rf"\b(?:{words})\s*[–:-]?$", title, re.I) for words, _basic in GROUPS)


def _place(title: list[str]) -> str | None:
    for said in [*title, " ".join(title)]:
        if found := re.search(rf"\bkon\w+\s.*?{HELD.pattern}(?P<where>.+)$", said):
            return first_case(beside_day(found["where"]))
        days_said = days.DAY.search(said)
        if days_said and not TITLE.search(said):
            return beside_day(said)
        if days_said and (where := HELD.search(said, days_said.end())):
            return first_case(beside_day(said[where.end() :]))
    return None


def first_case(place: str | None) -> str | None:
    """Return a place in the first case: of `zasedací místnosti úřadu` the first word that has one to be changed."""
    each = (place or "").split(" ")
    for at, word in enumerate(each[:3]):
        if word.strip(",").lower() in PLACE_CASES:
            each[at] = PLACE_CASES[word.strip(",").lower()] + ("," if word.endswith(",") else "")
            if word[0].isupper():
                each[at] = each[at].capitalize()
            if each[at].rstrip(",") in PLACE_NOUNS:
                break
    return " ".join(each) or None


def group(title: str) -> str | None:
    """Return the group that a title names, in the first case."""
    for words, basic in GROUPS:
        found = re.search(rf"\b(?:{words})", title, re.I)
        if not found:
            continue
        end = GROUP_ENDS.search(title, found.end())
        rest = title[found.end() : end.start() if end else len(title)].strip(" .:–-")
        if found[0].isupper() and len(found[0]) > 3:
            rest = re.sub(r"[^\W\d_]{4,}", lambda word: word[0].capitalize(), rest)
            rest = re.sub(r"\b(?:A|NAD|POD|U|NA|V|PRO)\b", lambda word: word[0].lower(), rest)
        return f"{basic} {rest}".strip()
    return None
