"""What of minutes everybody could read: a proposal line by line, which a person checks.

Left out by rule: names of people (those on the list and in the group, in any Czech ending), house numbers behind a
street, e-mails and phone numbers, thanks, and who is to do a task. What rules can't know, facts on single people above
all, is for the person who looks.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.meetings.models import WHOLE, LineKind, Meeting
from spojka.meetings.reading import lines_of, people_of

from .models import Group
from .reading import seats_of

COUNTED = r"(?!\.|:\d| ?%| ?(?:hod|lid|osob|let|dn))"  # then it is a count or a date
NUMBER = rf"\d{{1,4}}(?:/\d{{1,4}})?[a-z]?\b{COUNTED}"
LAND = re.compile(rf"\s*\b(?:č\. ?p\.|čp\.?)\s*{NUMBER}")  # by the land register, without a street too
AMONG = r"Na|Nad|Pod|Před|Za|U|Při|Mezi|V|Ve|K|Ke"  # streets such as Na výsluní: their second word is small
HOUSE = re.compile(rf"(?P<street>\b(?:(?:{AMONG})\s+[^\W\d_]{{3,}}|[^\W\d_]{{4,}}))\s+{NUMBER}")
REACHED = re.compile(r"\S+@\S+|\+?\d{3} ?\d{3} ?\d{3}\b")
SHORTEST = 4  # of a name's part that is looked for; its last letter changes with the case
NEVER = (LineKind.THANKS,)


@dataclass(frozen=True)
class Proposed:
    """One line, and what everybody would read of it; nothing, where it is left out."""

    kind: str
    depth: int
    original: str
    text: str

    @property
    def is_changed(self) -> bool:
        return self.text != self.original


def proposed(meeting: Meeting, group: Group, by: Actor) -> list[Proposed]:
    """Return the lines of minutes with their public wording."""
    names, found = known_names(meeting, group, by), []
    for standing in lines_of(meeting, by):
        line = standing.newest
        original = f"{line.says}: {line.said}" if line.says else line.said
        text = "" if line.kind in NEVER else cleared(original, names)
        found.append(Proposed(line.kind, WHOLE.get(LineKind(line.kind), 2), original, text))
    return found


def known_names(meeting: Meeting, group: Group, by: Actor) -> re.Pattern[str] | None:
    """Return what finds the names of those on the list of a meeting and in its group."""
    people = [one.called for one in people_of(meeting, by)]
    return names_in([*people, *(one.called for one in seats_of(group, by, meeting.starts_at.date()))])


def names_in(people: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds parts of these names in any case of theirs."""
    parts = {
        part for one in people for part in re.findall(r"[^\W\d_]+", one) if len(part) >= SHORTEST and part[0].isupper()
    }
    if not parts:
        return None
    stems = "|".join(sorted((re.escape(part[:-1]) for part in parts), key=len, reverse=True))
    return re.compile(rf"\b(?:{stems})\w{{0,4}}\b")


def cleared(text: str, names: re.Pattern[str] | None) -> str:
    """Return a text without names, house numbers, and ways to reach somebody."""
    text = REACHED.sub(_("(contact)"), text)
    text = HOUSE.sub(lambda match: match["street"] if match["street"][0].isupper() else match[0], LAND.sub("", text))
    if names is None:
        return text
    somebody = _("(name)")
    return re.sub(rf"{re.escape(somebody)}(?: {re.escape(somebody)})+", somebody, names.sub(somebody, text))
