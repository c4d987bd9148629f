"""What one encounter carries, as plain values; and which acts follow from it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from spojka.codelists.catalogue import Catalogue, Item

from .models import Side, Source


@dataclass(frozen=True, kw_only=True)
class BreathValue:
    """A value as the device showed it; `joins` says whether it may be tied to a client's code."""

    value: Decimal
    unit: str  # code of the list breath_unit
    device: str = ""
    joins: bool = False
    calibrated_on: date | None = None
    since_drink: int | None = None  # so many minutes at least


@dataclass(frozen=True, kw_only=True)
class SignValues:
    """Vital signs as they were measured: mmHg, beats a minute, °C, %. None was not measured, or not asked."""

    upper: int | None = None
    lower: int | None = None
    pulse: int | None = None
    temperature: Decimal | None = None
    saturation: int | None = None
    is_dazed: bool = False  # not fully alert
    has_symptoms: bool | None = None  # asked about when the pressure is very high
    device: str = ""
    checked_on: date | None = None
    joins: bool = False  # may be tied to a client's code


@dataclass(frozen=True, kw_only=True)
class Taken:
    """Used material of one kind that came back or was found."""

    code: str
    quantity: int
    source: str = Source.OWN
    is_estimated: bool = False


@dataclass(frozen=True, kw_only=True)
class Content:
    """All that one contact or tally says. Codes are of the service's lists; minutes are of all acts together."""

    side: Side
    occurred_at: datetime
    phone_at: datetime | None = None
    code: str = ""
    people: int = 1
    sex: str = ""
    age_band: str = ""
    user_kind: str = ""
    reason: str = ""
    note: str = ""
    materials: Mapping[str, int] = field(default_factory=dict)
    others: Mapping[str, int] = field(default_factory=dict)  # of the materials: taken along for others
    taken: tuple[Taken, ...] = ()
    over: str = ""  # why a limit is left aside
    themes: tuple[str, ...] = ()
    strokes: Mapping[str, int] = field(default_factory=dict)  # of a tally: themes, each with how many people
    substances: tuple[str, ...] = ()
    acts: Mapping[str, int] = field(default_factory=dict)  # empty: they follow from the rest
    minutes: int | None = None
    breath: BreathValue | None = None
    signs: SignValues | None = None

    @property
    def facts(self) -> dict[str, object]:
        """The columns of the encounter's own row that a correction may change."""
        names = ("side", "occurred_at", "people", "sex", "age_band", "user_kind", "reason", "note")
        return {name: getattr(self, name) for name in names} | {"is_timed": self.minutes is not None}

    @property
    def digest(self) -> str:
        """Tell what is said from anything else that might be, but for the times: a repeat is sent later."""
        said = vars(self) | {"occurred_at": None, "phone_at": None}
        if self.signs is None:  # so are digests of before there were any
            del said["signs"]
        for later in ("strokes", "others", "taken", "over"):  # a field that came later changes no digest of before
            if not said[later]:
                del said[later]
        text = json.dumps(said, sort_keys=True, default=_plain)
        return hashlib.sha256(text.encode()).hexdigest()[:32]

    def carried(self, acts: Mapping[str, int]) -> list[tuple[str, str]]:
        """Return list and code of all that the encounter is found by, with the acts that it comes to."""
        found = [("act", code) for code in acts]
        found += [("material", code) for code in {*self.materials, *(one.code for one in self.taken)}]
        found += [("theme", code) for code in self.themes]
        return found + [("substance", code) for code in self.substances]


def _plain(value: object) -> object:
    """What is not said is left out, so that a field that comes later changes no digest of before."""
    if not isinstance(value, BreathValue | SignValues | Taken):
        return str(value)
    return {name: said for name, said in vars(value).items() if said is not None}


def acts_of(content: Content, catalogue: Catalogue) -> dict[str, int]:
    """Return the acts: those the worker chose, else those that follow from what was given and talked about.

    A list says `implied_by` of an act: theme, exchange (syringes out or anything back), material (any other), breath,
    pressure, found (what was only collected, piece by piece), or contact (which counts if nothing else does).
    """
    if content.acts:
        return dict(content.acts)
    times = content.people if content.side == Side.TALLY else 1
    other = [code for code in content.materials if not _is_syringe(code, catalogue)]
    has = {"theme": content.themes, "material": other, "breath": content.breath}
    back = any(one.source != Source.FOUND for one in content.taken)
    has |= {"exchange": back or len(other) < len(content.materials)}
    has |= {"found": content.taken and not has["exchange"]}
    has |= {"pressure": content.signs and content.signs.upper}
    implied = [item for item in catalogue.items("act") if has.get(item.extra.get("implied_by", ""))]
    if not implied and content.side != Side.TALLY:
        implied = [item for item in catalogue.items("act") if item.extra.get("implied_by") == "contact"]
    pieces = sum(one.quantity for one in content.taken)
    return {item.code: pieces if item.extra.get("implied_by") == "found" else times for item in implied}


def minutes_of(acts: Mapping[str, int], content: Content, catalogue: Catalogue) -> dict[str, int]:
    """Return the minutes of each act: what the worker measured, split by the usual lengths, else those.

    A tally has no minutes of its own: 37 people took ear plugs while the worker did something else.
    """
    items = {code: catalogue.find("act", code) for code in acts}
    usual = {code: _usual(items[code]) * quantity for code, quantity in acts.items()}
    if content.minutes is None:
        return usual if content.side != Side.TALLY else dict.fromkeys(acts, 0)
    return _split(content.minutes, usual)


def _is_syringe(code: str, catalogue: Catalogue) -> bool:
    item = catalogue.find("material", code)
    return bool(item and item.extra.get("syringe"))


def _usual(item: Item | None) -> int:
    return (item.minutes if item else 0) or 0


def _split(total: int, weights: Mapping[str, int]) -> dict[str, int]:
    """Split whole minutes by weight; what rounding leaves goes to the first ones, so that the sum holds."""
    whole = sum(weights.values())
    if not whole:
        weights, whole = dict.fromkeys(weights, 1), len(weights)
    parts = {code: total * weight // whole for code, weight in weights.items()}
    for code in list(parts)[: total - sum(parts.values())]:
        parts[code] += 1
    return parts
