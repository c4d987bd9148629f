"""The rows and figures of each service kept in columns beside the database, brought up to date when asked for.

They are made by the very extraction they stand for (a test compares them over random worlds): month by month, and
again only where something changed. Rows keep no ids and no client but as a number; figures are sums by month and
everything a report may ask for.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from spojka.access import fence
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.figures import registry
from spojka.figures.folder import Folder, Manifest
from spojka.figures.marts import Shape, build
from spojka.figures.store import Store
from spojka.network.models import Service

from . import changes
from .extract import TABLES, Scope, read
from .loading import OF_PERSON
from .metrics import DIMENSIONS

if TYPE_CHECKING:
    import pyarrow as pa

FIRSTS = 4  # rounds in which first contacts settle
DROPPED = ("id", "encounter_id")
FROM_ROWS = ("day", "shift_id")  # so many that lines would be no fewer than rows
APART = (*FROM_ROWS, "month", "year", "code", *OF_PERSON)
KEYS = ("month", "team_id", *(one.column for one in DIMENSIONS if one.column not in APART))
SHAPE = Shape(keys=KEYS, slices=OF_PERSON)


@dataclass
class Work:
    """One bringing up to date."""

    service: Service
    by: Actor
    folder: Folder
    next: Manifest
    clients: pa.Array
    redone: set[str] = field(default_factory=set)


def refresh(service: Service, *, by: Actor | None = None) -> Manifest:
    """Bring the columns of a service up to date; another process that does the same is waited for."""
    folder = Folder(service.pk)
    known = folder.manifest()
    system = Actor.system("figures", service, frozenset({Permission.REPORT_VIEW}))
    fence.tell(system)  # all rows of the service, also for a reader who is narrowed to a team
    try:
        if known.definitions and not changes.since(service.pk, known):
            return known
        with folder.held():
            known = folder.manifest()
            found = changes.since(service.pk, known)
            return _made(service, system, folder, known, found) if found else known
    finally:
        fence.tell(by)


def _made(service: Service, system: Actor, folder: Folder, known: Manifest, found: changes.Changes) -> Manifest:
    held = Manifest() if found.is_all else known
    said = replace(found.manifest, at=_now(), months=dict(held.months), marts=dict(held.marts), clients=held.clients)
    work = Work(service, system, folder, said, _known_clients(folder, held))
    waiting = set(found.months)
    for _round in range(FIRSTS):
        for month in sorted(waiting):
            _read_month(work, month)
        waiting = _unsettled(work)
        if not waiting:
            break
    said.waiting = sorted(waiting)
    if work.redone:
        make_marts(work)
        _keep_clients(work)
    folder.publish(said, known)
    return said


def _now() -> str:
    return timezone.now().isoformat(timespec="seconds")


def _read_month(work: Work, month: str) -> None:
    """Write the rows of a month; without any, it is not there."""
    work.redone.add(month)
    work.next.months.pop(month, None)
    first, last = span(month)
    with read(work.by, Scope(first=first, last=last, service=work.service.pk), more=("team_id",)) as store:
        rows = {name: kept(store, name) for name in TABLES}
    if any(map(len, rows.values())):
        rows["encounters"] = _numbered(work, rows["encounters"])
        work.next.months[month] = {name: work.folder.write(f"{month}-{name}", table) for name, table in rows.items()}


def kept(store: Store, name: str) -> pa.Table:
    """Return the rows of a table as columns have them, but for the clients."""
    table = store.tables[name]
    return store.arrow(table.drop(*[one for one in DROPPED if one in table.columns]))


def _numbered(work: Work, encounters: pa.Table) -> pa.Table:
    """Put a number in the place of each client: the same in every month of the service."""
    import pyarrow as pa
    import pyarrow.compute as pc

    column = encounters["client_id"].combine_chunks()
    work.clients = pa.concat_arrays([work.clients, _unknown(column, work.clients)])
    numbers = pc.index_in(column, value_set=work.clients, skip_nulls=True)
    return encounters.set_column(encounters.schema.get_field_index("client_id"), "client_id", numbers)


def _unknown(column: pa.Array, known: pa.Array) -> pa.Array:
    import pyarrow.compute as pc

    met = column.drop_null().unique()
    return met.filter(pc.invert(pc.is_in(met, value_set=known)))


def _unsettled(work: Work) -> set[str]:
    """Return the months of clients who have no first contact or more than one: a change elsewhere decided anew."""
    files = [one["encounters"] for one in work.next.months.values()]
    if not files:
        return set()
    with Store([str(work.folder.path)]) as store:
        rows = store.open("all", [(work.folder.paths(files), "client_id, is_first, month")])
        rows = rows.filter(rows.client_id.notnull())
        odd = rows.group_by("client_id").having(rows.is_first.sum() != 1).aggregate(n=rows.count())
        return {month for (month,) in store.fetch(rows.semi_join(odd, "client_id").select("month").distinct())}


def make_marts(work: Work) -> None:
    """Count the months that were read anew; lines of the others stay."""
    for year in sorted({month[:4] for month in work.redone}):
        redone = [month for month in work.redone if month[:4] == year]
        counted = lines(work.folder, work.next, [month for month in redone if month in work.next.months])
        before = work.next.marts.pop(year, {})
        kept = {kind: _other_months(work.folder, file, redone) for kind, file in before.items()}
        whole = {kind: _joined([kept.get(kind), counted.get(kind)]) for kind in ("sums", "sets")}
        if whole["sums"] is not None and len(whole["sums"]):
            work.next.marts[year] = {kind: work.folder.write(f"{year}-{kind}", table) for kind, table in whole.items()}


def lines(folder: Folder, manifest: Manifest, months: Sequence[str], scope: Scope | None = None) -> dict[str, Any]:
    """Count the rows of months, all of them or those of a scope's days."""
    if not months:
        return {}
    with Store([str(folder.path)]) as store:
        tables = {}
        for name in TABLES:
            files = [manifest.months[month][name] for month in sorted(months)]
            rows = store.open(f"rows_{name}", [(folder.paths(files), "*")])
            tables[name] = rows.filter(rows.day.between(str(scope.first), str(scope.last))) if scope else rows
        return build(store, tables, SHAPE, registry.metrics())


def _other_months(folder: Folder, file: str, months: Sequence[str]) -> pa.Table:
    import pyarrow.parquet as pq

    return pq.read_table(folder.path / file, filters=[("month", "not in", list(months))])


def _joined(tables: Iterable[Any]) -> Any:
    import pyarrow as pa

    found = [table for table in tables if table is not None]
    return pa.concat_tables(found, promote_options="default") if found else None


def _known_clients(folder: Folder, held: Manifest) -> pa.Array:
    import pyarrow as pa
    import pyarrow.parquet as pq

    if not held.clients:
        return pa.array([], pa.string())
    return pq.read_table(folder.path / held.clients)["client"].combine_chunks()


def _keep_clients(work: Work) -> None:
    """Keep whom the numbers stand for, as long as they are in any row; who was erased is forgotten here too."""
    import pyarrow as pa
    import pyarrow.compute as pc

    files = [one["encounters"] for one in work.next.months.values()]
    used = pa.array([], pa.int32())
    if files:
        with Store([str(work.folder.path)]) as store:
            rows = store.open("all", [(work.folder.paths(files), "client_id")])
            used = store.arrow(rows.distinct())["client_id"].combine_chunks()
    numbers = pa.array(range(len(work.clients)), pa.int32())
    clients = pc.if_else(pc.is_in(numbers, value_set=used), work.clients, pa.scalar(None, pa.string()))
    work.next.clients = work.folder.write("clients", pa.table({"client": clients}))


def span(month: str) -> tuple[date, date]:
    year, number = int(month[:4]), int(month[5:])
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])
