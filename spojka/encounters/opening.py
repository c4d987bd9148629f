"""A report's store over the columns: only of services that one may count, narrowed to what one asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from random import choice
from threading import Lock
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import connection

from spojka.access.actor import Actor, ActorKind
from spojka.access.permissions import Permission
from spojka.figures.folder import Folder, Manifest
from spojka.figures.lines import Lines, Marts
from spojka.figures.marts import joined, without
from spojka.figures.store import Store
from spojka.network.models import Service

from . import changes, columns, further, preparing, spread
from .extract import tables
from .models import Encounter
from .scope import Scope

if TYPE_CHECKING:
    from ibis.expr import types as ir

FEW = 5_000  # contacts that are read from the database sooner than columns are looked after
NUMBERS = 32  # bits that a service's clients take; above them the services themselves are numbered
ROOM = 200_000_000  # bytes of lines kept in memory

_LINES: dict[str, Lines] = {}  # by the names of their files
_HOLD = Lock()


@dataclass(frozen=True)
class Part:
    """The columns of one service, and the months of them that a scope has whole, or only some days of."""

    number: int
    folder: Folder
    manifest: Manifest
    whole: Sequence[str]
    edges: Sequence[str]


def are_worth_it(by: Actor, scope: Scope) -> bool:
    """Test whether there are many rows to count."""
    rows = Encounter.objects.allowed(by, Permission.REPORT_VIEW).filter(scope.where())
    return rows[: FEW + 1].count() > FEW


def opened(by: Actor, scope: Scope) -> Store | None:
    """Return a store over the columns of what `by` may count, as of now; None when there are none."""
    services = Service.objects.allowed(by, Permission.REPORT_VIEW).select_related("organisation").order_by("pk")
    services = services.filter(pk=scope.service) if scope.service else services
    standing = [(one, columns.standing(one)) for one in services]
    for one, known in standing if by.kind is not ActorKind.SYSTEM else ():  # a command has time
        if not known:
            preparing.stop_if_far_behind(one)
    parts = [
        _part(number, Folder(one.pk), known or columns.refresh(one, by=by), scope)
        for number, (one, known) in enumerate(standing)
    ]
    parts = [part for part in parts if part.whole or part.edges]
    if not parts:
        return None
    store = Store([str(part.folder.path) for part in parts])
    for name in tables():
        store.tables.later[name] = partial(_rows, store, parts, by, scope, name)
    spread.offer(store, scope.last)
    further.offer(store, by, scope)
    store.marts = _marts(parts, by, scope)
    return store


def _part(number: int, folder: Folder, manifest: Manifest, scope: Scope) -> Part:
    whole, edges = [], []
    for month in sorted(manifest.months):
        first, last = changes.span(month)
        if scope.first <= first and last <= scope.last:
            whole.append(month)
        elif first <= scope.last and scope.first <= last:
            edges.append(month)
    return Part(number, folder, manifest, whole, edges)


def _rows(store: Store, parts: Sequence[Part], by: Actor, scope: Scope, name: str) -> ir.Table:
    groups = []
    for part in parts:
        files = [part.manifest.months[month][name] for month in (*part.whole, *part.edges)]
        client = f"* REPLACE (client_id + {part.number << NUMBERS} AS client_id)"
        groups.append((part.folder.paths(files), client if name in columns.OF_CLIENTS else "*"))
    rows = store.open(f"rows_{name}", groups)
    return _narrowed(rows.filter(rows.day.between(str(scope.first), str(scope.last))), by, scope)


def _marts(parts: Sequence[Part], by: Actor, scope: Scope) -> Marts:
    """Return the lines of whole months, and those of months that the period cuts: their days are counted now."""
    only = _only(by, scope)
    found = []
    for part in parts:
        whole = set(part.whole)
        lines = _lines(part, scope)
        inside = [("month", lambda month, whole=whole: month in whole)] if not part.edges else []
        found.append((lines, lines.chosen([*inside, *only])))
    return Marts(columns.SHAPE, found)


def _lines(part: Part, scope: Scope) -> Lines:
    years = sorted({month[:4] for month in part.whole})
    files = [part.manifest.marts[year] for year in years]
    if len(files) == 1 and not part.edges:
        return _held(part.folder, files[0])
    marts = [columns.read_mart(part.folder, one) for one in files]
    others = {*part.manifest.months} - {*part.whole}
    marts = [without(mart, others) for mart in marts]
    if part.edges:
        marts.append(columns.lines(part.folder, part.manifest, part.edges, scope))
    return Lines(joined([mart for mart in marts if mart]), columns.SHAPE)


def _held(folder: Folder, files: Mapping[str, str]) -> Lines:
    """Return the lines of files that never change, kept in memory as long as there is room."""
    name = str(folder.path / files["keys"])  # with the service: two files of two services may be called the same
    with _HOLD:
        lines = _LINES.get(name)
    if not lines:
        lines = Lines(columns.read_mart(folder, files), columns.SHAPE)
        with _HOLD:
            _LINES[name] = lines
            while sum(one.weight for one in _LINES.values()) > ROOM:
                # of more than there is room for, the oldest would be just the one that is asked for next
                del _LINES[choice(list(_LINES))]  # noqa: S311 - no secret
    return lines


def _only(by: Actor, scope: Scope) -> list[tuple[str, Callable[[str], bool]]]:
    """Return what a report is narrowed to: which values of which columns stay."""
    return [(name, chosen.__contains__) for name, chosen in _chosen(by, scope).items()]


def _chosen(by: Actor, scope: Scope) -> dict[str, set[str]]:
    """Return the teams one may count, and what a report was narrowed to."""
    found = {} if by.teams is None else {"team_id": {"", *_texts(by.teams)}}
    ids = {"event_id": scope.event, "place_id": scope.place, "project_id": scope.project}
    found |= {name: set(_texts([value])) for name, value in ids.items() if value}
    texts = {name: getattr(scope, name) for name in ("setting", "municipality", "orp", "region")}
    return found | {name: {text} for name, text in texts.items() if text}


def _narrowed(rows: ir.Table, by: Actor, scope: Scope) -> ir.Table:
    for name, texts in _chosen(by, scope).items():
        rows = rows.filter(rows[name].fill_null("").isin(sorted(texts)))
    return rows


def _texts(ids: Iterable[UUID]) -> list[str]:
    """Return ids as the database tells them in texts."""
    return [str(id) if connection.features.has_native_uuid_field else id.hex for id in ids]
