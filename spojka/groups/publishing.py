"""What of minutes everybody could read: a proposal line by line, which a person checks.

Left out by rule: names of people (those on the list and in the group, in any Czech ending), house numbers behind a
street, e-mails and phone numbers, thanks, and who is to do a task. What rules can't know, facts on single people above
all, is for the person who looks.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.meetings.models import WHOLE, LineKind, Meeting
from spojka.meetings.reading import lines_of, people_of

from .models import Group
from .reading import public_of, seats_of

COUNTED = r"(?!\.|:\d| ?%| ?(?:hod|lid|osob|let|dn))"  # then it is a count or a date
NUMBER = rf"\d{{1,4}}(?:/\d{{1,4}})?[a-z]?\b{COUNTED}"
LAND = re.compile(rf"\s*\b(?:č\. ?p\.|čp\.?)\s*{NUMBER}")  # by the land register, without a street too
AMONG = r"Na|Nad|Pod|Před|Za|U|Při|Mezi|V|Ve|K|Ke"  # streets such as Na výsluní: their second word is small
HOUSE = re.compile(rf"(?P<street>\b(?:(?:{AMONG})\s+[^\W\d_]{{3,}}|[^\W\d_]{{4,}}))\s+{NUMBER}")
REACHED = re.compile(r"\S+@\S+|(?<!\d)(?:(?:\+|00)\d{3}[ -]?)?\d{3}[ -]?\d{3}[ -]?\d{3}\b")
SHORTEST = 3  # letters of a name's part that is looked for
FLEETING = re.compile(r"(.+)[eě]([bcčdďfghjklmnňpqrřsštťvwxzž])")  # Karel, Karla; Zdeněk, Zdeňka
SMALL = re.compile(  # streets that end in a small letter: Karlovo náměstí 3, ul. 28. října 124
    rf"(\b(?:náměstí|nábřeží|tříd[aěuy]|sad(?:y|ech)|ul\S* \d{{1,2}}\. \w+)) {NUMBER}"
)
VOWELS = "aáeěéiíoóuúůyý"
CHANGING = {"k": "[kcč]", "h": "[hz]", "g": "[gz]", "r": "[rř]", "n": "[nň]", "c": "[cč]"}  # Blanka, Blance
NEVER = (LineKind.THANKS,)


@dataclass(frozen=True)
class Proposed:
    """One line, and what everybody would read of it; nothing, where it is left out."""

    line: str
    kind: str
    depth: int
    original: str
    text: str

    @property
    def is_changed(self) -> bool:
        return self.text != self.original


def proposed(meeting: Meeting, group: Group, by: Actor) -> list[Proposed]:
    """Return the lines of minutes with their public wording: what a person made of it before, else by rule."""
    names, public = known_names(meeting, group, by), public_of(group, by).get(meeting.pk)
    checked = {one["line"]: one["text"] for one in public.lines} if public else {}
    found = []
    for standing in lines_of(meeting, by):
        line = standing.newest
        original = f"{line.says}: {line.said}" if line.says else line.said
        if public and line.at <= public.published_at:  # nobody wrote anything else since
            text = checked.get(str(line.line), "")
        else:
            text = "" if line.kind in NEVER else cleared(original, names)
        found.append(Proposed(str(line.line), line.kind, WHOLE.get(LineKind(line.kind), 2), original, text))
    return found


def known_names(meeting: Meeting, group: Group, by: Actor) -> re.Pattern[str] | None:
    """Return what finds the names of those on the list of a meeting and in its group."""
    people = [name for one in people_of(meeting, by) for name in (one.called, one.sends)]
    seats = seats_of(group, by, timezone.localdate(meeting.starts_at))
    return names_in([*people, *(one.called for one in seats)])


def names_in(people: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds parts of these names in any case of theirs."""
    parts = {
        part for one in people for part in re.findall(r"[^\W\d_]+", one) if len(part) >= SHORTEST and part[0].isupper()
    }
    if not parts:
        return None
    return re.compile(rf"\b(?:{'|'.join(sorted(map(_cases, parts), key=len, reverse=True))})\b")


def _cases(part: str) -> str:
    """Return what finds a part of a name in any case; a short one with its usual endings alone: Eva, no Evropa."""
    ending = r"\w{0,4}" if len(part) > SHORTEST else "(?:[aeěiouy]|ou|em|ovi)?"
    if fleeting := FLEETING.fullmatch(part):
        begin, last = fleeting.groups()
        return f"{begin[:-1]}{CHANGING.get(begin[-1], begin[-1])}[eě]?{CHANGING.get(last, last)}{ending}"
    stem = part[:-1] if part[-1] in VOWELS else part
    return f"{stem[:-1]}{CHANGING.get(stem[-1], stem[-1])}{ending}"


def cleared(text: str, names: re.Pattern[str] | None) -> str:
    """Return a text without names, house numbers, and ways to reach somebody."""
    text = SMALL.sub(r"\1", LAND.sub("", text))
    text = REACHED.sub(_("(contact)"), text)
    text = HOUSE.sub(lambda match: match["street"] if match["street"][0].isupper() else match[0], text)
    if names is None:
        return text
    somebody = _("(name)")
    return re.sub(rf"{re.escape(somebody)}(?: {re.escape(somebody)})+", somebody, names.sub(somebody, text))
