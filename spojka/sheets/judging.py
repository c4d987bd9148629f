"""One row into a verdict in words: what it says, whether it can be saved, and what makes it this row and no other."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.base.errors import Refusal
from spojka.encounters import limits
from spojka.encounters.content import BreathValue, Content, acts_of
from spojka.encounters.models import Side
from spojka.encounters.overriding import stop_if_alone
from spojka.encounters.parts import check_amounts
from spojka.encounters.times import AHEAD

from . import cells
from .cells import Cells, Unknown
from .knowing import Known
from .plan import CARRIES, Night, Plan
from .table import Row
from .values import BadValue, clock, day_and_time


@dataclass
class Verdict:
    """What we say of one row. `same` is the same for rows with the same content, `like` for rows about the same."""

    number: int
    says: list[str] = field(default_factory=list)  # remarks that hinder nothing
    wrong: list[str] = field(default_factory=list)
    unknown: list[Unknown] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)
    same: str = ""
    like: str = ""
    code: str = ""


class Judge:
    """Reads the rows of one table."""

    def __init__(self, known: Known, plan: Plan, heads: list[str], now: datetime):
        self.known, self.plan, self.now = known, plan, now
        self.columns = plan.columns(heads)
        self.heads = heads

    def judge(self, row: Row, filled_day: str = "") -> Verdict:
        """Return the verdict on a row that holds a record."""
        verdict = Verdict(row.number)
        if row.is_hidden:
            verdict.says.append(_("The row is hidden in the file."))
        said = self._said(row)
        try:
            day, hour = self._when(said, filled_day)
        except BadValue as refusal:
            verdict.wrong.append(str(refusal))
            return verdict
        facts = Cells(said, day, self.known, self.plan, verdict)
        verdict.facts = facts.read()
        try:
            verdict.facts |= self._placed(day, hour, verdict)
            self._stop_if_nowhere(verdict)
        except BadValue as refusal:
            verdict.wrong.append(str(refusal))
            return verdict
        verdict.same, verdict.like = self._identity(said, day, hour, verdict)
        if not verdict.wrong and not verdict.unknown:
            self._check(verdict)
        return verdict

    def filled(self, row: Row, day: str) -> list[str]:
        """Return the cells with what merged and empty ones mean, so that the row can stand by itself."""
        cells = list(row.cells)
        for target in CARRIES & set(self.columns):
            for place in self.columns[target]:
                cells[place] = cells[place] or row.carried.get(place, "") or (day if target == "date" else "")
        return cells

    def _said(self, row: Row) -> dict[str, list[str]]:
        """Return what the row says by what it means; a merged cell holds for all its rows where that makes sense."""
        found: dict[str, list[str]] = {}
        for target, places in self.columns.items():
            cells = [row.cells[place] or (row.carried.get(place, "") if target in CARRIES else "") for place in places]
            if any(cells):
                found[target] = [cell for cell in cells if cell]
        return found

    def _when(self, said: dict[str, list[str]], filled_day: str) -> tuple[date, time | None]:
        written = (said.get("date") or [filled_day])[0]
        if not written:
            raise BadValue(_("The day is missing. If it is that of the row above, say so in Columns."))
        day, hour = day_and_time(written, self.plan.year)
        if "time" in said:
            hour = clock(said["time"][0])
        return day, hour

    def _placed(self, day: date, hour: time | None, verdict: Verdict) -> dict[str, Any]:
        """Return the shift's day and the moment. An hour after midnight belongs where the team said it does."""
        shift_day, happened_on = day, day
        if hour and hour.hour < Night.UNTIL:
            if not self.plan.night:
                raise BadValue(
                    _("%(hour)s is after midnight. Say in Columns to which day it belongs.")
                    % {"hour": f"{hour:%H:%M}"}
                )
            shift_day -= timedelta(days=self.plan.night == Night.CALENDAR)
            happened_on += timedelta(days=self.plan.night == Night.SHIFT)
        at = _moment(happened_on, hour or time.fromisoformat(self.plan.usual_time))
        if at > self.now + AHEAD if hour else happened_on > timezone.localdate(self.now):
            raise BadValue(_("That day has not come yet. Check the year."))
        if self.now - at > timedelta(days=365 * 15):
            verdict.says.append(_("More than 15 years ago. Is the year right?"))
        return {"day": shift_day.isoformat(), "at": min(at, self.now).isoformat(), "timed": hour is not None}

    def _stop_if_nowhere(self, verdict: Verdict) -> None:
        """A contact is in a shift, and that is somewhere. The venue of an event is where it is."""
        facts = verdict.facts
        place = facts["place"] or {"id": "", "name": ""}
        if facts["event"] and not (place["id"] or place["name"]):
            place = {"id": self.known.venue_of(facts["event"]), "name": ""}
        facts["place"] = place
        if not (place["id"] or place["name"]) and not verdict.unknown:
            raise BadValue(_("The place is missing. Say in Columns which place holds for rows without one."))
        if not facts["setting"] and not verdict.unknown:
            raise BadValue(_("The setting is missing. Say in Columns which setting the table is from."))

    def _identity(self, said: dict[str, list[str]], day: date, hour: time | None, verdict: Verdict) -> tuple[str, str]:
        """Return two digests of what the row itself says; what we answered meanwhile must not change them."""
        plain = {
            target: cells.plain(target, texts) for target, texts in said.items() if target not in ("date", "time")
        }
        plain = {target: text for target, text in plain.items() if text}
        when = [day.isoformat(), f"{hour:%H:%M}" if hour else ""]
        where = [plain.get("place") or self.plan.place, plain.get("setting") or self.plan.setting]
        service = str(self.known.service.pk)
        like = [service, *when, *where, plain.get("person", "")]
        is_telling = bool(hour or plain.get("person"))
        return _digest([service, when, where, plain]), _digest(like) if is_telling else ""

    def _check(self, verdict: Verdict) -> None:
        """Hold the row against the same limits as a contact typed at the stand."""
        facts, lists = verdict.facts, self.known.lists(date.fromisoformat(verdict.facts["day"]))
        named = {"sex": "sex", "age_band": "age_band", "user_kind": "user_kind", "reason": "contact_reason"}
        said = [(list_code, [facts[name]]) for name, list_code in named.items() if facts.get(name)]
        said += [(one, list(facts[f"{one}s"])) for one in ("act", "material", "theme", "substance")]
        said.append(("setting", [facts["setting"]] if facts["setting"] else []))
        try:
            for list_code, codes in said:
                lists.check(list_code, codes)
            content = content_of(facts)
            check_amounts(content, lists)
            found = limits.breaches(content, acts_of(content, lists), lists, limits.Usage())
            stop_if_alone(limits.asking(found), content.over)
        except ValidationError as refusal:
            verdict.wrong += refusal.messages
        except Refusal as refusal:
            verdict.wrong.append(str(refusal))


def content_of(facts: dict[str, Any]) -> Content:
    """Return the contact that the facts of a row tell of."""
    breath = facts.get("breath")
    names = ("people", "sex", "age_band", "user_kind", "reason", "note", "minutes")
    return Content(
        **{name: facts[name] for name in names},
        side=Side(facts["side"]),
        occurred_at=datetime.fromisoformat(facts["at"]),
        code=facts["code"],
        materials=facts["materials"],
        acts=facts["acts"],
        themes=tuple(facts["themes"]),
        substances=tuple(facts["substances"]),
        breath=BreathValue(value=Decimal(breath), unit=facts["breath_unit"]) if breath else None,
    )


def id_of(same: str, nth: int) -> UUID:
    """Return the id of the contact of the nth row with this content (UUIDv8, RFC 9562, 5.8)."""
    bits = int.from_bytes(hashlib.sha256(f"{same}:{nth}".encode()).digest()[:16], "big")
    bits = bits & ~(0xF << 76) | 8 << 76
    return UUID(int=bits & ~(3 << 62) | 2 << 62)


def _moment(day: date, hour: time) -> datetime:
    """Return the moment that a clock on the wall showed. In March an hour is missing."""
    wall = datetime.combine(day, hour)
    at = timezone.make_aware(wall)
    if timezone.make_naive(at.astimezone(UTC)) != wall:
        raise BadValue(_("That hour did not exist: the clocks were put forward. Put the time right."))
    return at


def _digest(said: object) -> str:
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:40]
