"""Thresholds that may change, each with its dates, source and sureness, read from data/*.toml."""

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from django.utils.translation import get_language

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, kw_only=True)
class Value:
    """One band or threshold, valid from a day to a day, both included."""

    code: str
    cs: str
    en: str
    low: Decimal
    high: Decimal | None
    source: str
    sureness: str
    valid_from: date
    valid_to: date | None

    @property
    def name(self) -> str:
        return self.cs if get_language() == "cs" else self.en

    def is_valid(self, on: date) -> bool:
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    def holds(self, amount: Decimal) -> bool:
        return self.low <= amount and (self.high is None or amount <= self.high)


@cache  # the files are a part of the release: they can't change under a running process
def history(name: str, folder: Path = DATA) -> tuple[Value, ...]:
    """Return all values of one file, whenever they were valid. Another package has its files in its own folder."""
    head = tomllib.loads((folder / f"{name}.toml").read_text("utf-8"), parse_float=Decimal)
    found = []
    for item in head["items"]:
        fields = {"valid_to": None} | {k: head[k] for k in ("source", "sureness", "valid_from") if k in head} | item
        low, high = Decimal(fields.pop("low")), fields.pop("high", None)
        found.append(Value(**fields, low=low, high=None if high is None else Decimal(high)))
    return tuple(found)


def values(name: str, on: date, folder: Path = DATA) -> tuple[Value, ...]:
    """Return the values of one file that are valid on a day, in order."""
    return tuple(value for value in history(name, folder) if value.is_valid(on))


def value(name: str, code: str, on: date, folder: Path = DATA) -> Value:
    """Return one value as it is on a day; before the first one is known, the first one."""
    known = [value for value in history(name, folder) if value.code == code]
    return next((value for value in known if value.is_valid(on)), known[0])


def band(name: str, amount: Decimal, on: date) -> str:
    """Return the code of the band that holds an amount on a day, empty when none does."""
    return next((value.code for value in values(name, on) if value.holds(amount)), "")
