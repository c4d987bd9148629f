"""Regions, ORPs, municipalities and city districts by their codes: what was shipped, and what was loaded beside it."""

import csv
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

SHIPPED = Path(__file__).parent / "data/territory.csv"
LEVELS = {
    "region": _("region"),
    "orp": _("administrative district (ORP)"),
    "municipality": _("municipality"),
    "district": _("city district"),
}


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of territory and the one it lies in. Of units that share their name the name alone tells nothing."""

    level: str
    code: str
    name: str
    within: str
    is_shared: bool = False

    @property
    def label(self) -> str:
        """Return the name with what it lies in, as it is offered and typed: 'Kravaře (ORP Kravaře)'."""
        above = up(self)
        if self.level == "region" or above is None:
            return self.name
        if self.level == "orp":
            return f"ORP {self.name} ({above.name})"
        return f"{self.name} (ORP {above.name})" if above.level == "orp" else f"{self.name} ({above.name})"


def loaded() -> Path:
    """Return where the complete list of an installation lies, if somebody loaded it."""
    return Path(settings.DATA_DIR) / "territory.csv"


def units() -> Mapping[tuple[str, str], Unit]:
    """Return all units by level and code; those loaded come before those shipped."""
    return _units(_stamp())


@lru_cache(maxsize=1)
def _units(stamp: int) -> Mapping[tuple[str, str], Unit]:
    found = {(one.level, one.code): one for one in read(SHIPPED.read_text("utf-8").splitlines())}
    if stamp:
        found |= {(one.level, one.code): one for one in read(loaded().read_text("utf-8").splitlines())}
    return found


def read(lines: Iterable[str]) -> Iterator[Unit]:
    """Return the units that a file of ours tells of."""
    for row in csv.reader((line for line in lines if not line.startswith("#")), delimiter=";"):
        yield Unit(*row[:4], is_shared="+" in "".join(row[4:]))


def find(level: str, code: str) -> Unit | None:
    """Return the unit with this code, or nothing."""
    return units().get((level, code))


def name_of(level: str, code: str) -> str:
    """Return what a code is called; a code that nobody knows stands for itself."""
    unit = find(level, code) or (find("municipality", code) if level == "district" else None)
    return unit.name if unit else code


def named(code: str) -> str:
    """Return a code of any level in words, the largest level first."""
    unit = next((one for level in LEVELS if (one := find(level, code))), None)
    return unit.label if unit else code


def up(unit: Unit) -> Unit | None:
    """Return what a unit lies in."""
    levels = list(LEVELS)
    place = levels.index(unit.level)
    return find(levels[place - 1], unit.within) if place else None


def columns(unit: Unit | None) -> dict[str, str]:
    """Return the codes that a place in this unit has; empty ones where nothing is known."""
    found = {f"{level}_code": "" for level in LEVELS}
    while unit:
        found[f"{unit.level}_code"] = unit.code
        unit = up(unit)
    return found


def words(place: Any) -> dict[str, str]:
    """Return the names of the units a place lies in, by level; empty where nothing is known."""
    return {level: name_of(level, getattr(place, f"{level}_code")) for level in LEVELS}


def fold(text: str) -> str:
    """Return a text without diacritics, in small letters."""
    plain = unicodedata.normalize("NFKD", text.strip().casefold())
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())


def matches(text: str, levels: Iterable[str] = LEVELS, most: int = 12) -> list[Unit]:
    """Return units whose name holds what was typed, with or without diacritics; those that begin with it first."""
    typed = fold(text)
    if not typed:
        return []
    ranked = [
        (not name.startswith(typed), len(name), name, level)
        for level in levels
        for name in _names(level)
        if typed in name
    ]
    every = (unit for _far, _long, name, level in sorted(ranked) for unit in _names(level)[name])
    return list(islice(every, most))


def typed(text: str) -> Unit | None:
    """Return the one unit that somebody typed or chose, by label, code or a name that is no other's."""
    text = text.strip()
    labelled = _by_label(_stamp()).get(fold(text), [])
    for level in ("municipality", "district", "orp", "region"):
        coded = find(level, text)
        found = [coded] if coded else [unit for unit in labelled if unit.level == level]
        found = found or [unit for unit in _called(level, text) if not unit.is_shared]
        if len(found) == 1:
            return found[0]
    return None


def _called(level: str, text: str) -> list[Unit]:
    """Return units with this name. Who writes diacritics means them; a district is known by its city's name alone."""
    units = _names(level).get(fold(text), [])
    if level == "orp":  # it has the name of its town
        return []
    if level == "district":
        units = [unit for unit in units if (city := up(unit)) and fold(unit.name).startswith(fold(city.name))]
    return [unit for unit in units if text.casefold() in (unit.name.casefold(), fold(text))]


def _stamp() -> int:
    beside = loaded()
    return beside.stat().st_mtime_ns if beside.exists() else 0


def _names(level: str) -> Mapping[str, list[Unit]]:
    return _by_name(level, _stamp())


@lru_cache(maxsize=8)
def _by_name(level: str, stamp: int) -> Mapping[str, list[Unit]]:
    return _folded((unit.name, unit) for unit in _units(stamp).values() if unit.level == level)


@lru_cache(maxsize=1)
def _by_label(stamp: int) -> Mapping[str, list[Unit]]:
    return _folded((unit.label, unit) for unit in _units(stamp).values())


def _folded(pairs: Iterable[tuple[str, Unit]]) -> Mapping[str, list[Unit]]:
    found: dict[str, list[Unit]] = {}
    for text, unit in sorted(pairs, key=lambda pair: pair[1].label):
        found.setdefault(fold(text), []).append(unit)
    return found
