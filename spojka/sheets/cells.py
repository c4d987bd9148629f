"""The cells of one row as facts of a contact, each by the words of the lists of its day."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from spojka.base.errors import Refusal
from spojka.clients import codes
from spojka.encounters.models import Side

from . import people
from .folding import fold
from .knowing import Known
from .plan import Names, Plan
from .values import NOTHING, BadValue, is_yes, minutes, number, whole
from .vocabulary import SAID

MOST, MOST_MINUTES = 5000, 600
NOTE = 2000
TIMES = r"(\d+)\s*(?:x|×|krat|ks)"
LISTED = re.compile(r"[,;+\n/&]|\ba\b(?=\s)")
ONE_OF = {"sex": "sex", "user_kind": "user_kind", "reason": "contact_reason", "setting": "setting"}
OF_LIST = {"acts": "act", "materials": "material", "themes": "theme", "substances": "substance"}


@dataclass(frozen=True)
class Unknown:
    """A word that no list has. `near` is the item it may mean."""

    list: str
    said: str
    near: str = ""


def plain(target: str, texts: list[str]) -> str:
    """Return what cells say in one form, whatever way they were written; empty where they say nothing."""
    kind = target.partition(":")[0]
    readers: dict[str, Callable[[str], object]] = {
        "act": _times, "material": _times, "people": number, "minutes": minutes, "act_minutes": minutes,
        "theme": is_yes, "substance": is_yes, "first": is_yes, "breath": number,
    }  # fmt: skip
    found = []
    for text in texts:
        try:
            said = readers[kind](text) if kind in readers else fold(text, keep=True)
        except BadValue:
            said = fold(text, keep=True)
        if said not in (0, False, ""):
            found.append(str(said.normalize()) if isinstance(said, Decimal) else str(said))
    return "|".join(found)


class Cells:
    """Reads the cells of one row. What is wrong or not known goes to the verdict; the rest is read on."""

    def __init__(self, said: dict[str, list[str]], day: date, known: Known, plan: Plan, verdict: Any):
        self.said, self.day, self.known, self.plan, self.verdict = said, day, known, plan, verdict
        self.minutes: int | None = None

    def read(self) -> dict[str, Any]:
        """Return the facts."""
        facts: dict[str, Any] = {name: self._try(name, read) for name, read in READERS.items()}
        facts |= {name: self._one(name) for name in ONE_OF}
        facts["setting"] = facts["setting"] or self.plan.setting
        facts |= self._try("who", Cells._who) or {"side": Side.ANONYMOUS, "code": "", "people": 1}
        facts["minutes"] = self.minutes if facts["side"] != Side.TALLY else None
        facts["breath_unit"] = self.plan.breath_unit
        return facts

    def _try(self, _name: str, read: Callable[["Cells"], Any]) -> Any:
        try:
            return read(self)
        except Refusal as refusal:
            self.verdict.wrong.append(str(refusal))
            return None

    def _text(self, target: str) -> str:
        said = (self.said.get(target) or [""])[0]
        return "" if fold(said, keep=True) in NOTHING and target != "person" else said

    def _one(self, target: str) -> str:
        """Return the code of one item, from its words."""
        return self._code(ONE_OF[target], said) if (said := self._text(target)) else ""

    def _code(self, list_code: str, said: str) -> str:
        words = self.known.words(list_code, self.day)
        found = words.find(said)
        if not found:
            near = words.near(said)
            self._unknown(Unknown(list_code, said, near.code if near else ""))
        return "" if found == "-" else found

    def _unknown(self, one: Unknown) -> None:
        self.verdict.unknown.append(one)

    def _counts(self, name: str) -> dict[str, int]:
        """Return the items of a list that the row names, in columns of their own and in words."""
        list_code, found = OF_LIST[name], dict[str, int]()
        for target, texts in self.said.items():
            kind, _colon, code = target.partition(":")
            if kind == list_code and (times := sum(map(_times, texts))):
                found[code] = found.get(code, 0) + times
        for text in self.said.get(name, []):
            for times, word in self._items(list_code, text):
                if code := self._code(list_code, word):
                    found[code] = found.get(code, 0) + times
        if any(times > MOST for times in found.values()):
            raise BadValue(_("More than 5,000 of one thing. Check the numbers."))
        return found

    def _ticks(self, name: str) -> list[str]:
        kind = OF_LIST[name]
        own = [
            (target.partition(":")[2], texts) for target, texts in self.said.items() if target.startswith(f"{kind}:")
        ]
        found = [code for code, texts in own if any(map(is_yes, texts))]
        for text in self.said.get(name, []):
            found += [code for _times, word in self._items(kind, text) if (code := self._code(kind, word))]
        return list(dict.fromkeys(found))

    def _items(self, list_code: str, text: str) -> list[tuple[int, str]]:
        """Divide a text into its items. A name that holds a comma or an 'a' is one item."""
        return [(1, text)] if self.known.words(list_code, self.day).find(text) else _listed(text)

    def _acts(self) -> dict[str, int]:
        """Return the acts with their numbers; minutes that stand in a column of an act add up."""
        found, total = self._counts("acts"), 0
        for target, texts in self.said.items():
            kind, _colon, code = target.partition(":")
            if kind == "act_minutes" and (spent := sum(map(minutes, texts))):
                found.setdefault(code, 1)
                total += spent
        whole_time = minutes(said) if (said := self._text("minutes")) else 0
        if max(total, whole_time) > MOST_MINUTES:
            raise BadValue(_("More than ten hours in one contact. Check the minutes."))
        self.minutes = whole_time or total or None
        return found

    def _age_band(self) -> str:
        """Return the band of an age. A year of birth that may mean two bands means none, and that is told."""
        if born := self._text("birth_year"):
            year = whole(born)
            year += (1900 if year > self.day.year % 100 else 2000) if year < 100 else 0
            ages = [self.day.year - year - 1, self.day.year - year]
            if not 0 <= ages[1] <= 110:
                raise BadValue(_("“%(said)s” is no year of birth.") % {"said": born})
            bands = {self._band(max(age, 0)) for age in ages}
            if len(bands) > 1:
                self.verdict.says.append(_("The year of birth gives two age groups, so the age stays empty."))
            return bands.pop() if len(bands) == 1 else ""
        said = self._text("age")
        if not said:
            return ""
        if re.fullmatch(r"\d{1,3}( ?let)?", fold(said)):
            return self._band(int(re.sub(r"\D", "", said)))
        return self._code("age_band", said)

    def _band(self, age: int) -> str:
        for item in self.known.lists(self.day).everything.get("age_band", ()):
            if item.extra["low"] <= age <= min(item.extra.get("high", 110), 110):
                return item.code
        raise BadValue(_("The age %(age)s can't be true.") % {"age": age})

    def _who(self) -> dict[str, Any]:
        said, count = self._text("person"), self._text("people")
        number_of = whole(count) if count else 1
        if number_of > MOST:
            raise BadValue(_("More than 5,000 people. Check the number."))
        code = self._person(said) if said else ""
        if code and number_of > 1:
            raise BadValue(_("A code is one person, and here are %(n)s people.") % {"n": number_of})
        if number_of > 1:
            self.verdict.says.append(_("%(n)s people: counted as people, not as a contact.") % {"n": number_of})
        side = Side.TALLY if number_of > 1 else Side.CODE if code else Side.ANONYMOUS
        return {"side": side, "code": code, "people": number_of}

    def _person(self, said: str) -> str:
        """Return the code of a spelling. Names are not kept where people come without one, unless that was said."""
        if fold(said, keep=True) in NOTHING or fold(said) in ("anonym", "anonymni", "anonymne", "neznamy", "neznama"):
            return ""
        if self.known.service.is_anonymous and people.looks_like_name(said):
            if not self.plan.names:
                raise BadValue(
                    _("“%(said)s” looks like a name. Say in Columns what to do with names.") % {"said": said}
                )
            if self.plan.names == Names.ANONYMOUS:
                return ""
        code = codes.normalised(re.sub(r"[^\w .\-]+", " ", said).replace("_", " "))
        meant = self.known.meanings.get(("person", people.hashed(self.known.service.pk, code)))
        self.verdict.code = code
        return meant or code

    def _place(self) -> dict[str, str]:
        said = self._text("place")
        if not said:
            return {"id": self.plan.place, "name": ""}
        plain_said = fold(said)
        if meant := self.known.meanings.get(("place", plain_said[:SAID])):
            return {"id": meant, "name": ""}
        found = self.known.places.get(plain_said, [])
        if len(found) == 1:
            return {"id": str(found[0].pk), "name": ""}
        if found or not self.plan.makes_places:
            self._unknown(Unknown("place", said))
        return {"id": "", "name": re.sub(r"\s+", " ", said).strip()[:120]}

    def _event(self) -> str:
        said = self._text("event")
        if not said:
            return ""
        found = self.known.events.get(fold(said), [])
        held = [event for event in found if event.starts_on <= self.day <= event.ends_on]
        if not found:
            raise BadValue(
                _("No event is called “%(said)s”. Write it down in Events and check again.") % {"said": said}
            )
        if not held:
            raise BadValue(_("“%(said)s” was not on that day. Put the days of the event right.") % {"said": said})
        return str(held[0].pk)

    def _worker(self) -> str:
        said = self._text("worker")
        if not said:
            return ""
        meant = self.known.meanings.get(("worker", fold(said)[:SAID]), "")
        found = self.known.workers.get(fold(said), [])
        if not meant and len(found) != 1:
            self._unknown(Unknown("worker", said))
            return ""
        return "" if meant == "-" else meant or str(found[0])

    def _note(self) -> str:
        text = " · ".join(self.said.get("note", []))
        if len(text) > NOTE:
            raise BadValue(_("The note is longer than 2,000 characters. Shorten it."))
        return text

    def _breath(self) -> str:
        said = self._text("breath") or ("0" if self.said.get("breath") == ["0"] else "")
        if not said:
            return ""
        value = number(re.sub(r"\s*(‰|promile|mg/l)\s*$", "", said, flags=re.IGNORECASE))
        if not 0 <= value <= 6 or -int(value.as_tuple().exponent) > 3:
            raise BadValue(_("Breath: write 0 to 6, as the device shows it, for instance 0.41."))
        if not self.plan.breath_unit:
            raise BadValue(_("Say in Columns in which unit the breath values are."))
        return str(value)

    def _first(self) -> None:
        if (said := self._text("first")) and is_yes(said) and self.verdict.code in self.known.codes:
            self.verdict.says.append(_("First contact by the table, but the code is known already."))


def _times(said: str) -> int:
    """Return a number of pieces; a tick is one."""
    plain_said = fold(said, keep=True)
    if plain_said in NOTHING - {"x"} or plain_said == "ne":
        return 0
    if plain_said in ("x", "ano", "a", "✓", "✔"):
        return 1
    return whole(said)


def _listed(text: str) -> list[tuple[int, str]]:
    """Return the items of a text such as `VM 2x, IP`, with their numbers."""
    found = []
    for part in LISTED.split(text):
        said = part.strip(" .")
        if fold(said, keep=True) in NOTHING - {"x"} or not said:
            continue
        before = re.match(TIMES + r"?\s+(?=\D)|" + TIMES + r"\s*(?=\D)", said, re.IGNORECASE)
        after = re.search(r"[\s:(]*" + TIMES + r"?\)?$", said, re.IGNORECASE)
        if before:
            found.append((int(before[1] or before[2]), said[before.end() :].strip()))
        elif after and after.start() > 0 and after[1] and re.search(r"[\s:(]|x|×", said[after.start() :].lower()):
            found.append((int(after[1]), said[: after.start()].strip()))
        else:
            found.append((1, said))
    return [(times, word) for times, word in found if times]


READERS: dict[str, Callable[[Cells], Any]] = {
    "acts": Cells._acts,
    "materials": lambda cells: cells._counts("materials"),
    "themes": lambda cells: cells._ticks("themes"),
    "substances": lambda cells: cells._ticks("substances"),
    "age_band": Cells._age_band,
    "place": Cells._place,
    "event": Cells._event,
    "worker": Cells._worker,
    "note": Cells._note,
    "breath": Cells._breath,
    "first": Cells._first,
}
