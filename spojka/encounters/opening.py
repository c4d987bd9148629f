"""A report's store over the columns: only of services that one may count, narrowed to what one asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import connection

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.figures.folder import Folder, Manifest
from spojka.figures.marts import CROSSED, Marts
from spojka.figures.store import Store
from spojka.network.models import Service

from . import columns
from .extract import TABLES, Scope
from .models import Encounter

if TYPE_CHECKING:
    from ibis.expr import types as ir

FEW = 5_000  # contacts that are read from the database sooner than columns are looked after
NUMBERS = 32  # bits that a service's clients take; above them the services themselves are numbered


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
    parts = [_part(number, Folder(one.pk), columns.refresh(one, by=by), scope) for number, one in enumerate(services)]
    parts = [part for part in parts if part.whole or part.edges]
    if not parts:
        return None
    store = Store([str(part.folder.path) for part in parts])
    for name in TABLES:
        store.tables.later[name] = partial(_rows, store, parts, by, scope, name)
    _open_marts(store, parts, by, scope)
    return store


def _part(number: int, folder: Folder, manifest: Manifest, scope: Scope) -> Part:
    whole, edges = [], []
    for month in sorted(manifest.months):
        first, last = columns.span(month)
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
        groups.append((part.folder.paths(files), client if name == "encounters" else "*"))
    rows = store.open(f"rows_{name}", groups)
    return _narrowed(rows.filter(rows.day.between(str(scope.first), str(scope.last))), by, scope)


def _open_marts(store: Store, parts: Sequence[Part], by: Actor, scope: Scope) -> None:
    """Bring the lines of whole months in at once; of months that the period cuts, the days are counted now."""
    cut = [columns.lines(part.folder, part.manifest, part.edges, scope) for part in parts if part.edges]
    for kind in ("sums", "sets"):
        sources = [store.add(f"cut_{kind}_{number}", one[kind]) for number, one in enumerate(cut)]
        if any(part.whole for part in parts):
            sources.append(_whole_months(store, parts, kind))
        lines = _narrowed(_together(sources), by, scope)
        crossed = lines.by.endswith(CROSSED)
        store.derive(kind, lines.filter(~crossed))
        store.tables.later[kind + CROSSED] = partial(store.derive, kind + CROSSED, lines.filter(crossed))
    store.marts = Marts(store, columns.SHAPE)


def _whole_months(store: Store, parts: Sequence[Part], kind: str) -> ir.Table:
    groups = []
    for part in parts:
        years = sorted({month[:4] for month in part.whole})
        if years:
            groups.append((part.folder.paths([part.manifest.marts[year][kind] for year in years]), "*"))
    lines = store.open(f"whole_{kind}", groups)
    return lines.filter(lines.month.isin(sorted({month for part in parts for month in part.whole})))


def _together(tables: Sequence[ir.Table]) -> ir.Table:
    import ibis

    names = sorted(tables[0].columns)
    first, *rest = [table.select(*names) for table in tables]
    return ibis.union(first, *rest) if rest else first


def _narrowed(rows: ir.Table, by: Actor, scope: Scope) -> ir.Table:
    """Leave the rows of the teams one may count, and of what a report was narrowed to."""
    found = rows if by.teams is None else rows.filter(rows.team_id.fill_null("").isin(["", *_texts(by.teams)]))
    ids = {"event_id": scope.event, "place_id": scope.place, "project_id": scope.project}
    chosen = {name: _texts([value])[0] for name, value in ids.items() if value}
    chosen |= {name: getattr(scope, name) for name in ("setting", "municipality", "orp", "region")}
    for name, text in chosen.items():
        found = found.filter(found[name] == text) if text else found
    return found


def _texts(ids: Iterable[UUID]) -> list[str]:
    """Return ids as the database tells them in texts."""
    return [str(id) if connection.features.has_native_uuid_field else id.hex for id in ids]
