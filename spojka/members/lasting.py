"""How long a device stays signed in, by role. The figures and their reasons stand in data/lasting.toml."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "data/lasting.toml"
TOUCH = timedelta(minutes=2)  # how often it is remembered that somebody works: each time it is one write


@dataclass(frozen=True)
class Lasting:
    """Signed in until `idle` passes without a touch, and never longer than `whole`."""

    idle: timedelta
    whole: timedelta


@dataclass(frozen=True)
class TabletRules:
    """When a shared tablet locks itself, and what ends it."""

    lock: timedelta
    after: timedelta
    wrong_pins: int


@cache
def _read() -> dict[str, Any]:
    with FILE.open("rb") as opened:
        return tomllib.load(opened)


@cache
def by_role() -> dict[str, Lasting]:
    """Return what holds for each role of a member."""
    return {
        role: Lasting(timedelta(minutes=row["idle_minutes"]), timedelta(hours=row["whole_hours"]))
        for row in _read()["lasting"]
        for role in row["roles"]
    }


def of(roles: Iterable[str]) -> Lasting:
    """Return the strictest of what holds for `roles`; who has none, or one we don't know, has the strictest of all."""
    table = by_role()
    found = [table[role] for role in roles if role in table] or list(table.values())
    return Lasting(idle=min(one.idle for one in found), whole=min(one.whole for one in found))


def ends_at(roles: Iterable[str], *, since: datetime, touched: datetime) -> datetime:
    """Return when a device signed in `since` and last `touched` then is signed out."""
    lasting = of(roles)
    return min(since + lasting.whole, touched + lasting.idle)


def tablet() -> TabletRules:
    """Return the rules of a shared tablet."""
    row = _read()["tablet"]
    lock, after = timedelta(minutes=row["lock_minutes"]), timedelta(hours=row["after_hours"])
    return TabletRules(lock, after, row["wrong_pins"])
