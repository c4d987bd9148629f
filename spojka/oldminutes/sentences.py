"""What a block without a label is, told by its words: who does, asks, thanks or invites."""

import re
from dataclasses import replace
from datetime import date

from . import days
from .labels import BESIDE, LABEL, Said, labelled, together
from .names import Names
from .roster import Roster
from .shape import Kind
from .words.labels import ASKED_FOR, ASKS, DO, DOES, HAPPENS, LABELS, SAYS, THANKS

DIVIDER = re.compile(r"\s*:\s*|\s+[-–—]+\s+|\s*[–—]\s*")
AFTER = re.compile(r"\s*[(–—-]?\s*(" + "|".join(words for _kind, words in LABELS) + r")\)?\s*(?::|–|—|-)\s*", re.I)
VERB = r"^(?:\s*(?:se|si|také|dále|opět|rovněž|společně|ještě|proto|jako|spolu)\b|\s*\([^)]*\))*\s*"
DOING = re.compile(VERB + rf"(?:(?:\w+\s+){{0,5}}?)(?:{DOES})\b", re.I)
THANKING = re.compile(VERB + rf"(?:{THANKS})\b", re.I)
ASKING = re.compile(VERB + rf"(?:{ASKS})\b", re.I)
SPEAKS = re.compile(rf"(?:\s+(?:z|ze|za)\s+[^.]{{2,30}}?|\s*\([^)]*\))?\s+(?:{SAYS})\b|\s*:", re.I)
SAYING = re.compile(VERB + rf"(?:{SAYS})\b", re.I)
HAPPENING = re.compile(rf"\b(?:{HAPPENS})\b", re.I)
HOSTS = r"\b(?:pořádá|pořádají|uspořádá|zve|zvou|připravuje|chystá|plánuje)\b"
HOSTING, INVITING = re.compile(HOSTS, re.I), re.compile(VERB + HOSTS, re.I)
WILL = re.compile(r"\bbud(?:e|ou)\b", re.I)
NEAR = 8  # letters: `Dne 14. 1. v 17:30 promítání` announces by its beginning
WILL_BE = re.compile(r"\bbud(?:e|ou)\s+(?:\w+\s+)?\w+(?:[nt][aoyi]?|n[íý])\b", re.I)
WOULD_ACT = re.compile(rf"\b(?:{DOES})\b", re.I)
ORDER = re.compile(rf"(?:je\s+(?:třeba|nutné|potřeba)\s+)?(?:{DO})\b", re.I)
THANKS_FIRST = re.compile(rf"(?:{THANKS}|poděkování|velké\s+díky|díky)\b", re.I)
FOR = re.compile(r"(?:za|k\s+tomu|zástupce|zástupkyně)\s+", re.I)
FIRST_BY = re.compile(r"do\s+(?:příšt|další|\d)", re.I)
STOP = re.compile(r"(?<=[^\W\d_]{3})[.!?]\s+(?=[^\W\d_a-z])|(?<=\d)\.\s+(?=[^\W\d_a-z][^\W\d_]{3})")
RESPONSIBLE = re.compile(rf"(?:^|[\s(,;.–-])(?:{ASKED_FOR})\s*:\s*", re.I)


def sentences(text: str) -> list[str]:
    return [one for one in STOP.split(text) if one.strip()]


def read(text: str, base: date | None, names: Names, roster: Roster) -> Said:
    """Return what a block without a label says. `kind` None: somebody named merely says it, or nobody is named."""
    found = names.at(text, _start(text, names))
    if not found:
        return _nameless(text, base, names, roster)
    name, end = together(text, names, *found)
    rest = text[end:]
    if label := AFTER.match(rest):
        kind = next(kind for kind, words in LABELS if re.fullmatch(words, label[1], re.I))
        return Said(kind, name, text=rest[label.end() :])
    if divider := DIVIDER.match(rest):
        if inner := labelled(text[end + divider.end() :], names, roster):  # PR: Poděkování MP
            return replace(inner, organisation=inner.organisation or name)
        return replace(_said(text[end + divider.end() :], base), organisation=name)
    return replace(_subject(text, rest, base, names), organisation=name)


def _start(text: str, names: Names) -> int:
    """Return where a name may begin: behind `za` in `Za MP: …`."""
    found = FOR.match(text)
    mention = names.at(text, found.end()) if found else None
    return found.end() if found and mention and DIVIDER.match(text, mention[1]) else 0


def _said(text: str, base: date | None) -> Said:
    """Return what stands behind `PČR:`; only what can't be a mere word is more than that."""
    kind = Kind.QUESTION if _is_question(text) else None
    if ORDER.match(text) and days.due(text, base):
        kind = Kind.TASK
    elif _happens(text, base):
        kind = Kind.EVENT
    return Said(kind, text=text)


def _subject(text: str, rest: str, base: date | None, names: Names) -> Said:
    if found := THANKING.match(rest):
        return Said(Kind.THANKS, to=_next(rest, found.end(), names), text=text)
    if found := ASKING.match(rest):
        return Said(Kind.QUESTION, to=_next(rest, found.end(), names), text=text)
    first = sentences(rest)[0] if sentences(rest) else rest
    if _happens(rest, base) and not _promises(first):
        return Said(Kind.EVENT, text=text)
    if DOING.match(first) and not SAYING.match(first):
        return Said(Kind.TASK, text=text)
    return Said(Kind.QUESTION if _is_question(text) else None, text=text)


def _promises(first: str) -> bool:
    found = DOING.match(first)
    return (
        found is not None
        and not (WILL.search(found[0]) and HAPPENING.search(first))
        and not HAPPENING.search(found[0])
    )


def _nameless(text: str, base: date | None, names: Names, roster: Roster) -> Said:
    if THANKS_FIRST.match(text):
        return Said(Kind.THANKS, to=_next(text, 0, names) or _house_of(text, roster), text=text)
    if _is_question(text):
        return Said(Kind.QUESTION, text=text)
    if said := _of_person(text, base, names, roster):
        return said
    if _happens(text, base):
        return Said(Kind.EVENT, _host(text, names), text=text)
    if (ORDER.match(text) or FIRST_BY.match(text)) and len(sentences(text)) == 1:
        doer = next((name for name, _start, _end in names.inside(text)), None)
        if days.due(text, base) or (doer and ORDER.match(text)):
            return Said(Kind.TASK, doer, text=text)
    return Said(None, text=text)


def _of_person(text: str, base: date | None, names: Names, roster: Roster) -> Said | None:
    """Return what somebody says or does with whose name the text begins."""
    person = roster.at(text)
    if person is None:
        return None
    if divider := BESIDE.match(text, person.end):
        return Said(None, person.organisation, who=person.name, text=text[divider.end() :])
    said = _subject(text, text[person.end :], base, names)
    if not said.kind and not SPEAKS.match(text[person.end :]):
        return None
    return replace(said, organisation=person.organisation, who=person.name)


def _happens(text: str, base: date | None) -> bool:
    """Test whether the text announces something: a verb of events, and a day that is not over."""
    if len(sentences(text)) > 3 or days.due(text, base):
        return False
    if HAPPENING.search(text) and any(day.day is None for day in days.days(text, base)):
        return True  # 30. února: announced for a day that does not exist
    each = list(days.moments(text, base))
    if not each:
        return False
    is_note = "T" in each[0][1] and (each[0][0].start < NEAR or len(sentences(text)) == 1)
    return is_note or bool(HAPPENING.search(text) or (WILL_BE.search(text) and "T" in each[0][1]))


def _host(text: str, names: Names) -> str | None:
    """Return who holds an event: the first named behind the verb or before it."""
    found = HOSTING.search(text)
    if not found:
        return None
    return _next(text, found.end(), names, 12) or next(
        (name for name, _start, _end in names.inside(text[: found.start()])), None
    )


def _next(text: str, start: int, names: Names, reach: int = 60) -> str | None:
    """Return the first organisation that a text names near behind a place in it."""
    near = text[start : start + reach + 60]
    found = next(((name, end) for name, at, end in names.inside(near) if at <= reach), None)
    return together(near, names, *found)[0] if found else None


def _house_of(text: str, roster: Roster) -> str | None:
    """Return the organisation of the first person that a text names."""
    named = (roster.at(text, word.start()) for word in re.finditer(r"[^\W_]+", text))
    return next((person.organisation for person in named if person), None)


def _is_question(text: str) -> bool:
    return text.rstrip().endswith("?") and len(sentences(text)) == 1


def doer(text: str, base: date | None, names: Names, roster: Roster) -> tuple[str | None, str | None]:
    """Return the person and the organisation that a text names as those who will do something."""
    if found := RESPONSIBLE.search(text):
        if person := roster.at(text, found.end()):
            return person.name, person.organisation
        if mention := names.at(text, found.end()):
            return None, mention[0]
    for sentence in sentences(text):
        by = days.due(sentence, base)
        if by or WOULD_ACT.search(sentence):
            told = _doer_in(sentence, bool(by), names, roster)
            if told:
                return told
    return None, None


def _doer_in(sentence: str, is_due: bool, names: Names, roster: Roster) -> tuple[str | None, str | None] | None:
    for word in re.finditer(r"[^\W_]+", sentence):
        person = roster.at(sentence, word.start())
        if person and person.is_subject and (is_due or DOING.match(sentence[person.end :])):
            return person.name, person.organisation
    return next(((None, name) for name, _at, end in names.inside(sentence) if DOING.match(sentence[end:])), None)


def begins(text: str, names: Names, roster: Roster | None = None) -> bool:
    """Test whether a line that is no bullet begins a thing of its own: a label, or somebody who does or says."""
    if LABEL.match(text) and text[:1].isupper():
        return True
    found = names.at(text, _start(text, names))
    if not found:
        person = roster.at(text) if roster else None
        if person and (DOING.match(text[person.end :]) or BESIDE.match(text, person.end)):
            return True
        return bool(THANKS_FIRST.match(text)) and text[:1].isupper()
    rest = text[together(text, names, *found)[1] :]
    acts = bool(days.NEXT.search(rest)) or any(
        pattern.match(rest) for pattern in (DOING, THANKING, ASKING, SAYING, INVITING)
    )
    return acts or bool(AFTER.match(rest) or re.match(r"\s*:\s|\s+[–—-]\s", rest))
