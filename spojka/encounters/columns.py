"""The rows and figures of each service kept in columns beside the database, brought up to date when asked for.

They are made by the very extraction they stand for (a test compares them over random worlds): month by month, and
again only where something changed. Rows keep no ids and no client but as a number; figures are sums by month and
everything a report may ask for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from django.db.models import Count
from django.utils import timezone

from spojka.access import fence
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.fetching import beside
from spojka.figures import registry
from spojka.figures.folder import Folder, Manifest
from spojka.figures.marts import Mart, Shape, build, joined, without
from spojka.figures.store import Store
from spojka.network.models import Service

from . import changes
from .extract import read, tables
from .loading import OF_PERSON
from .metrics import DIMENSIONS
from .models import Encounter
from .scope import Scope

if TYPE_CHECKING:
    import pyarrow as pa

PORTION = 40_000  # contacts that are read or counted at once: what a report may take of memory
FIRSTS = 4  # rounds in which first contacts settle
DROPPED = ("id", "encounter_id")
FROM_ROWS = ("day", "shift_id")  # so many that lines would be no fewer than rows
SLICES = (*OF_PERSON, "hour")  # each alone
APART = (*FROM_ROWS, "month", "year", "code", *SLICES)
KEYS = ("month", "team_id", *(one.column for one in DIMENSIONS if one.column not in APART))
SHAPE = Shape(keys=KEYS, slices=SLICES)
OF_CLIENTS = ("encounters", "acts")  # tables whose rows say whom they are about


@dataclass
class Work:
    """One bringing up to date."""

    service: Service
    by: Actor
    folder: Folder
    next: Manifest
    clients: pa.Array
    redone: set[str] = field(default_factory=set)
    parts: list[tuple[set[str], Mart]] = field(default_factory=list)  # their lines, of some months each


def refresh(service: Service, *, by: Actor | None = None) -> Manifest:
    """Bring the columns of a service up to date; another process that does the same is waited for."""
    if known := standing(service):
        return known
    folder = Folder(service.pk)
    system = Actor.system("figures", service, frozenset({Permission.REPORT_VIEW}))
    fence.tell(system)  # all rows of the service, also for a reader who is narrowed to a team
    try:
        with folder.held():
            known = folder.manifest()
            found = changes.since(service.pk, known)
            return _made(service, system, folder, known, found) if found else known
    finally:
        fence.tell(by)


def standing(service: Service) -> Manifest | None:
    """Return what is known of a service if nothing changed since, which two looks tell."""
    known = Folder(service.pk).manifest()
    return known if known.definitions and changes.are_none(service.pk, known) else None


def _made(service: Service, system: Actor, folder: Folder, known: Manifest, found: changes.Changes) -> Manifest:
    held = Manifest() if found.is_all else known
    said = replace(found.manifest, at=_now(), months=dict(held.months), marts=dict(held.marts), clients=held.clients)
    work = Work(service, system, folder, said, _known_clients(folder, held))
    waiting = set(found.months)
    for _round in range(FIRSTS):
        _read_months(work, waiting)
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


def _read_months(work: Work, waiting: Iterable[str]) -> None:
    """Read months anew. While the next ones are being read, those that were are counted and written."""
    for _kept in beside(_stores(work, set(waiting)), partial(_keep, work)):
        pass


def _stores(work: Work, waiting: set[str]) -> Iterator[tuple[Sequence[str], Store]]:
    """Yield months that are read together, with their rows."""
    for months in _together(work.service, waiting):
        work.folder.tell(len(work.redone), len(work.redone | waiting))
        first, last = changes.span(months[0])[0], changes.span(months[-1])[1]
        scope = Scope(first=first, last=last, service=work.service.pk)
        yield months, read(work.by, scope, more=("team_id",))


def _keep(work: Work, portion: tuple[Sequence[str], Store]) -> None:
    months, store = portion
    with store:
        rows = {name: kept(store, name) for name in tables()}
    for name in OF_CLIENTS:
        rows[name] = _numbered(work, rows[name])
    keep(work, months, {name: _coded(table) for name, table in rows.items()})


def keep(work: Work, months: Sequence[str], rows: Mapping[str, pa.Table]) -> None:
    """Write the rows of months and count them; a month without any is not there."""
    if again := work.redone & set(months):
        work.parts = [(known, without(part, again) if again & known else part) for known, part in work.parts]
    for month in months:
        work.redone.add(month)
        work.next.months.pop(month, None)
        mine = {name: _of_month(table, month) for name, table in rows.items()} if len(months) > 1 else rows
        if any(map(len, mine.values())):
            work.next.months[month] = {
                name: work.folder.write(f"{month}-{name}", table) for name, table in mine.items()
            }
    if any(map(len, rows.values())):
        work.parts.append((set(months), build(rows, SHAPE, registry.metrics())))


def _coded(table: pa.Table) -> pa.Table:
    """Return rows with texts as numbers, which are written and counted several times as fast."""
    import pyarrow as pa

    columns = [one.dictionary_encode() if pa.types.is_string(one.type) else one for one in table.columns]
    return pa.Table.from_arrays(columns, names=table.column_names).unify_dictionaries().combine_chunks()


def _of_month(table: pa.Table, month: str) -> pa.Table:
    import pyarrow.compute as pc

    return table.filter(pc.equal(table["month"].cast("string"), month))


def _together(service: Service, months: Iterable[str]) -> Iterator[list[str]]:
    """Return months that follow each other, read at once as far as they have no more than so many contacts."""
    days = Encounter.objects.filter(service=service).values_list("day").annotate(met=Count("pk")).order_by()
    met: dict[str, int] = {}
    for day, number in days if len(months := sorted(months)) > 1 else ():
        met[f"{day:%Y-%m}"] = met.get(f"{day:%Y-%m}", 0) + number
    some: list[str] = []
    for month in months:
        follows = some and changes.span(some[-1])[1] + timedelta(days=1) == changes.span(month)[0]
        if some and (not follows or sum(met.get(one, 0) for one in (*some, month)) > PORTION):
            yield some
            some = []
        some.append(month)
    if some:
        yield some


def kept(store: Store, name: str) -> pa.Table:
    """Return the rows of a table as columns have them, but for the clients."""
    if name in store.added:  # joined already
        return store.added[name].drop_columns([one for one in DROPPED if one in store.added[name].column_names])
    table = store.tables[name]
    return store.arrow(table.drop(*[one for one in DROPPED if one in table.columns]))


def _numbered(work: Work, rows: pa.Table) -> pa.Table:
    """Put a number in the place of each client: the same in every month of the service."""
    import pyarrow as pa
    import pyarrow.compute as pc

    column = rows["client_id"].cast("string").combine_chunks()
    work.clients = pa.concat_arrays([work.clients, _unknown(column, work.clients)])
    numbers = pc.index_in(column, value_set=work.clients, skip_nulls=True)
    return rows.set_column(rows.schema.get_field_index("client_id"), "client_id", numbers)


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
    """Put the lines of months that were read anew beside those of the others."""
    for year in sorted({month[:4] for month in work.redone}):
        parts = [without(part, [one for one in months if one[:4] != year]) for months, part in work.parts]
        if before := work.next.marts.pop(year, {}):
            parts.append(without(read_mart(work.folder, before), work.redone))
        if whole := joined([part for part in parts if len(part["keys"])]):
            work.next.marts[year] = {kind: work.folder.write(f"{year}-{kind}", table) for kind, table in whole.items()}


def lines(folder: Folder, manifest: Manifest, months: Sequence[str], scope: Scope | None = None) -> Mart:
    """Count the rows of months, all of them or those of a scope's days."""
    import pyarrow as pa
    import pyarrow.compute as pc

    found = {}
    for name in tables():
        rows = pa.concat_tables(
            [read_file(folder.path / manifest.months[month][name]) for month in sorted(months)],
            promote_options="permissive",
        )
        if scope:
            day = rows["day"].cast("string")
            rows = rows.filter(pc.and_(pc.greater_equal(day, str(scope.first)), pc.less_equal(day, str(scope.last))))
        found[name] = rows.unify_dictionaries()
    return build(found, SHAPE, registry.metrics())


def read_mart(folder: Folder, files: Mapping[str, str]) -> Mart:
    return {kind: read_file(folder.path / file) for kind, file in files.items()}


def read_file(file: Path) -> pa.Table:
    """Return a file's table with texts as numbers: they take the least."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pq.read_schema(file)
    texts = [one.name for one in schema if pa.types.is_string(one.type) or pa.types.is_dictionary(one.type)]
    return pq.ParquetFile(file, read_dictionary=texts).read(use_threads=False)


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
