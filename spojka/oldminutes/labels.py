"""What the words before an item say: its kind, who speaks, who is asked."""

import re
from dataclasses import dataclass, replace

from .names import Names
from .roster import Roster
from .shape import Kind
from .words.labels import BEFORE_LABEL, LABELS, NAMED_ONLY
from .words.names import LEGAL

LABEL = re.compile(
    rf"{BEFORE_LABEL}(?:"
    + "|".join(f"(?P<{kind}>{words})" for kind, words in LABELS)
    + r")(?![\w])(?:\s+č\.\s*\d+|\s+\d+(?=\s*[.:)]))?",
    re.I,
)
DIVIDER = re.compile(r"\s*:\s*|\s+[-–—]+\s*|\s*[–—]\s*")
TO = re.compile(r"(?:,?\s*(?:směrem\s+)?(?:směřuje\s+)?(?:adresovan\w+\s+)?)\b(?:k|ke|na|pro|vůči)\s+", re.I)
OF = re.compile(r"\b(?:od|za|z|ze|ze\s+strany|ze\s+zástupc\w+|zástupc\w+|zástupkyně)\s+", re.I)
AND = re.compile(r"\s*(?:,|;|\ba\b|\bi\b|/|\+|&)\s*")
BESIDE = re.compile(r"\s*(?:\([^)]*\))?\s*(?::\s+|\s[–—-]\s+)")
BEHIND = re.compile(r"[(–—-]\s*([^()–—-]{2,40})\)?\.?$")  # … (ÚMOb)
CLOSING = re.compile(rf"\s*\)?(?:,?\s*{LEGAL})?")
SENTENCE = re.compile(r"[.!?]\s")
NEEDS_NAME = re.compile(rf"(?:{NAMED_ONLY})\b", re.I)
NEAR = 40  # letters: Poděkování pracovnicím PR
LONGEST = 90  # letters between a label and what divides it from the words
STANDS_ALONE = {Kind.THANKS, Kind.QUESTION, Kind.TASK}  # understood without a colon


@dataclass(frozen=True)
class Said:
    """A block understood by its beginning. `kind` is None for words that somebody merely says."""

    kind: Kind | None
    organisation: str | None = None
    to: str | None = None
    who: str | None = None
    text: str = ""


def labelled(text: str, names: Names, roster: Roster) -> Said | None:
    """Return what a label says, or None when the text begins with none."""
    match = LABEL.match(text)
    if not match or not (text[0].isupper() or match.end() < len(text)):
        return None
    kind = Kind(next(kind for kind, said in match.groupdict().items() if said))
    divider = _divider(text, match.end())
    phrase = text[match.end() : divider[0]] if divider else text[match.end() : match.end() + LONGEST]
    about, used = _phrase(phrase, names, roster, kind)
    about = _turned(replace(about, kind=kind), text)
    if NEEDS_NAME.match(text) and not (about.organisation or about.who):
        return None
    if kind == Kind.THANKS and not about.to and not about.organisation and not divider:
        near = next((name for name, start, _end in names.inside(phrase) if start < NEAR), None)
        about = replace(about, to=near)
    rest = phrase[used:].strip(" .")
    if divider and not rest:
        return _spoken(replace(about, text=text[divider[1] :].strip()), names, roster)
    if divider or used or (kind in STANDS_ALONE and text[0].isupper()):
        is_named = bool(about.organisation or about.to or about.who)
        if is_named or kind in STANDS_ALONE or (divider and len(phrase) < LONGEST // 2 and kind != Kind.EVENT):
            return replace(about, text=text)
    return None


def _divider(text: str, start: int) -> tuple[int, int] | None:
    end = SENTENCE.search(text, start)
    found = DIVIDER.search(
        text, start, min(start + LONGEST, end.start() if end and end.start() - start > 12 else len(text))
    )
    return (found.start(), found.end()) if found else None


def _phrase(phrase: str, names: Names, roster: Roster, kind: Kind) -> tuple[Said, int]:
    """Return who speaks and who is asked by the words behind a label, and how many letters say so."""
    sides: dict[str, list[str]] = {"of": [], "to": []}
    who, at, side = None, 0, "of"
    while at < len(phrase):
        if kind == Kind.THANKS and sides["of"]:
            side = "to"  # Poděkování NZDM městské policii
        start, side = _turn(phrase, at, side, bool(sides["to"]))
        if mention := names.at(phrase, start):
            sides[side].append(mention[0])
            at = mention[1]
        elif person := roster.at(phrase, start):
            who, at = person.name, person.end
            if person.organisation and not sides[side]:
                sides[side].append(person.organisation)
        else:
            break
        at += len(CLOSING.match(phrase[at:])[0])  # type: ignore[index]
    of, to = (", ".join(dict.fromkeys(each)) or None for each in sides.values())
    return Said(None, of, to, who), at


def _turn(phrase: str, at: int, side: str, has_to: bool) -> tuple[int, str]:
    """Return where a name would begin, and on whose side the words before it put it."""
    start = at
    if found := TO.match(phrase, at):
        start, side = found.end(), "to"
    elif found := OF.match(phrase, _blank(phrase, at)):
        start, side = found.end(), "of"
    elif found := AND.match(phrase, at):
        start, side = found.end(), "to" if has_to else "of"
    start = _blank(phrase, start)
    return (start + 1 if phrase[start : start + 1] == "(" else start), side


def _blank(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _turned(about: Said, text: str) -> Said:
    """Return it with sides as the kind has them: a task for somebody is theirs, thanks go to those who are named."""
    if about.kind == Kind.TASK and about.to and not about.organisation:
        return replace(about, organisation=about.to, to=None)
    if (
        about.kind == Kind.THANKS
        and about.organisation
        and not about.to
        and not re.match(r"\w+\s+(?:od|ze\s+strany)\b", text)
    ):
        return replace(about, organisation=None, to=about.organisation)
    return about


def _spoken(about: Said, names: Names, roster: Roster) -> Said:
    """Return it with who is named at the start of the words themselves: `Vyjádření: PČR – hlídky …`."""
    text = about.text
    person = roster.at(text, 0)
    if person and (beside := BESIDE.match(text, person.end)):  # Vyjádření PČR – npor. Novák: …
        house = about.organisation or person.organisation
        return replace(about, who=person.name, organisation=house, text=text[beside.end() :])
    if about.organisation or about.to:
        return about
    found = names.at(text)
    if found and (divider := re.match(r"\s*(?::|[-–—]\s|[–—])\s*", text[found[1] :])):
        side = "to" if about.kind == Kind.THANKS else "organisation"
        return replace(about, text=text[found[1] + divider.end() :], **{side: found[0]})  # type: ignore[arg-type]
    if found and about.kind == Kind.THANKS:
        return replace(about, to=found[0])
    if found and about.kind in (Kind.TASK, Kind.STATEMENT, Kind.ANSWER):
        return replace(about, organisation=found[0])
    if person and about.kind != Kind.THANKS:
        return replace(about, who=person.name, organisation=person.organisation)
    behind = BEHIND.search(text) if about.kind == Kind.TASK else None
    if behind and (mention := names.whole(behind[1])):
        return replace(about, organisation=names.named(mention))
    return about


def together(text: str, names: Names, first: str, end: int) -> tuple[str, int]:
    """Return an organisation with those that are named along with it, and where the last mention ends."""
    each = [first]
    while (joint := AND.match(text, end)) and (more := names.at(text, joint.end())):
        each.append(more[0])
        end = more[1]
    return ", ".join(dict.fromkeys(each)), end
