"""Tables that packages above add to reports: what they count lies in rows of their own.

A table hangs on contacts, and takes from them the day, place, worker and person; or it stands in shifts, and takes
their place and project; its rows without a shift were at no place. Whoever registers one marks its changes
(figures.marking), and the columns beside the database keep it as they keep the others.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.db.models import F, Q

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.fetching import fetched
from spojka.figures.store import Store

from .loading import WHOLE, load_beside, load_part

if TYPE_CHECKING:
    import pyarrow as pa
    from ibis.expr import types as ir

    from .scope import Scope


@dataclass(frozen=True, kw_only=True)
class Further:
    """One table. `columns` are those of its figures, by what the database computes of a row."""

    name: str
    model: Any
    file: str  # that says what is counted: when it changes, nothing counted before holds
    columns: Mapping[str, Any] = field(default_factory=dict)
    whole: Sequence[str] = ()  # those of them that are numbers
    on_contact: bool = False
    to_shift: str = ""  # the path from a row to what has a day and a shift; empty: it has them itself
    own: Mapping[str, Any] = field(default_factory=dict)  # its worker and its moment, where they are called otherwise

    @property
    def named(self) -> dict[str, Any]:
        """Return all columns that are read of its rows."""
        if self.on_contact:
            return {"id": F("id"), "encounter_id": F("encounter_id"), **self.columns}
        usual = {one: F(one) for one in ("id", "day", "service_id", "recorded_by")}
        of_shift = {"shift_id": F(f"{self.to_shift}shift_id"), "happened_at": F(f"{self.to_shift}occurred_at")}
        return {**usual, **of_shift, **self.own, **self.columns}

    def where(self, scope: Scope) -> Q:
        """Return the condition on rows of a scope."""
        if self.on_contact:
            return scope.where("encounter__")
        if not self.to_shift:
            return scope.where()
        if scope.asks_for_shifts:
            return scope.where(self.to_shift)
        alone = Q(**{self.to_shift.removesuffix("__"): None}, day__range=(scope.first, scope.last))
        own = Q(service_id=scope.service) if scope.service else Q()
        return scope.where(self.to_shift) | (alone & own)


@dataclass(frozen=True, kw_only=True)
class Live:
    """A table that is made anew for each report, of rows of the whole period and of before. It is kept nowhere."""

    name: str
    load: Callable[[Actor, Scope], pa.Table]


_TABLES: dict[str, Further] = {}
_LIVE: dict[str, Live] = {}


def load(store: Store, by: Actor, scope: Scope, names: Collection[str], more: Sequence[str], *, listed: bool) -> None:
    """Take in those of the tables that are asked for; `more` are further columns of what hangs on no contact."""
    for one in tables():
        if one.name not in names:
            continue
        rows = one.model.objects.allowed(by, Permission.REPORT_VIEW).standing().filter(one.where(scope))
        named = {name: said for name, said in one.named.items() if listed or name != "id" or not one.on_contact}
        named |= {} if one.on_contact else {name: F(name) for name in more}
        found = fetched(rows.order_by(), named, {*WHOLE, *one.whole}.__contains__)
        (load_part if one.on_contact else load_beside)(store, one.name, found)


def offer(store: Store, by: Actor, scope: Scope) -> None:
    """Let a report ask for live tables: they are read when it does."""
    for one in _LIVE.values():
        store.tables.later[one.name] = partial(_made, store, one, by, scope)


def _made(store: Store, one: Live, by: Actor, scope: Scope) -> ir.Table:
    return store.add(one.name, one.load(by, scope))


def register_live(*tables: Live) -> None:
    """Make live tables known. A second one of a name is a fault of ours."""
    for one in tables:
        if one.name in _LIVE or one.name in _TABLES:
            raise ValueError(f"Two tables are called {one.name}")
        _LIVE[one.name] = one


def register(*tables: Further) -> None:
    """Make tables known; their figures are registered beside them. A second one of a name is a fault of ours."""
    for one in tables:
        if one.name in _TABLES:
            raise ValueError(f"Two tables are called {one.name}")
        _TABLES[one.name] = one


def tables() -> tuple[Further, ...]:
    """Return all tables in the order in which they were registered."""
    return tuple(_TABLES.values())


def names() -> tuple[str, ...]:
    return tuple(_TABLES)


def on_contacts() -> set[str]:
    """Return the names of those that hang on contacts."""
    return {one.name for one in tables() if one.on_contact}


def files() -> list[Path]:
    """Return the files that say what is counted."""
    return sorted({Path(one.file) for one in tables()})


def models() -> list[Any]:
    """Return whose days are to be counted when nothing counted before holds."""
    return [one.model for one in tables() if not one.on_contact]
