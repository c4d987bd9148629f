"""What one may count, copied into the store of a report. Rights are decided here, once, by `allowed`.

A period is a span of shifts' days; what was voided never comes in. Ids are texts; rows of a part (act, handout …)
take the day, place, worker … of their encounter, and come only if that encounter came.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Coalesce, NullIf

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.figures import dated
from spojka.figures.store import Store

from .models import Act, Breath, Encounter, Handout, ServiceRefusal, Shift, Topic

if TYPE_CHECKING:
    import pyarrow as pa
    from ibis.expr import types as ir

TABLES = ("encounters", "acts", "handouts", "topics", "breaths", "refusals")
PARTS = {"acts": Act, "handouts": Handout, "topics": Topic}
PORTION = 20_000
WHOLE = {"people", "is_late", "is_timed", "is_first", "quantity", "minutes", "ends_service"}

ENCOUNTERS = (
    "id", "day", "service_id", "shift_id", "side", "client_id", "people", "recorded_by", "is_late", "is_timed", "sex",
    "age_band", "is_first",
)  # fmt: skip
COLUMNS = {
    "shifts": ("id", "place_id", "event_id", "setting"),
    "acts": ("id", "encounter_id", "code", "quantity", "minutes"),
    "handouts": ("id", "encounter_id", "code", "quantity"),
    "topics": ("id", "encounter_id", "code", "kind"),
    "refusals": ("id", "day", "service_id", "shift_id", "code", "ends_service", "recorded_by"),
    "breaths": ("id", "day", "service_id", "shift_id", "recorded_by", "code"),
}
OF_SHIFT = ("place_id", "event_id", "setting")
OF_PERSON = ("recorded_by", "sex", "age_band")
OF_ENCOUNTER = ("day", "month", "year", "service_id", *OF_SHIFT, *OF_PERSON, "side")


@dataclass(frozen=True, kw_only=True)
class Scope:
    """Which shifts a report is about. The days are the shifts' own."""

    first: date
    last: date
    service: UUID | None = None
    event: UUID | None = None
    place: UUID | None = None
    setting: str = ""

    def where(self, path: str = "") -> Q:
        """Return the condition on rows that have a day, a service and a shift, or lead to them by `path`."""
        found = Q(**{f"{path}day__range": (self.first, self.last)})
        chosen = {
            "service_id": self.service,
            "shift__event_id": self.event,
            "shift__place_id": self.place,
            "shift__setting": self.setting,
        }
        return found & Q(**{path + name: value for name, value in chosen.items() if value})


def extract(by: Actor, scope: Scope, tables: Collection[str] = TABLES, *, listed: bool = False) -> Store:
    """Return a store with what `by` may count. The caller closes it. `listed`: parts bring their ids."""
    store = Store()
    _shifts(store, by, scope)
    if {"encounters", *PARTS} & set(tables):
        _encounters(store, by, scope, _part(by, scope, "acts", listed))
    for name in ("handouts", "topics"):
        if name in tables:
            load_part(store, name, _part(by, scope, name, listed))
    if "refusals" in tables:
        _refusals(store, by, scope)
    if "breaths" in tables:
        _breaths(store, by, scope)
    return store


def _shifts(store: Store, by: Actor, scope: Scope) -> None:
    rows = Shift.objects.allowed(by, Permission.REPORT_VIEW).filter(day__range=(scope.first, scope.last))
    store.add("shifts", _read(rows, COLUMNS["shifts"]))


def _encounters(store: Store, by: Actor, scope: Scope, acts: pa.Table) -> None:
    rows = Encounter.objects.allowed(by, Permission.REPORT_VIEW).standing().filter(scope.where())
    sex = Coalesce(NullIf("sex", Value("")), "client__sex", Value(""))
    load_encounters(store, _read(rows, ENCOUNTERS, sex=sex, is_first=_is_first()), acts)


def _is_first() -> Case:
    """1 where the service had never written the client down before, whoever of it did and whenever.

    A worker narrowed to a team learns by this that colleagues know the client already, and nothing else of them:
    else teams would count the same person as first more than once.
    """
    earlier = Q(occurred_at__lt=OuterRef("occurred_at")) | Q(
        occurred_at=OuterRef("occurred_at"), pk__lt=OuterRef("pk")
    )
    known = Encounter.objects.standing().filter(earlier, client=OuterRef("client"), service=OuterRef("service"))
    return Case(When(Q(client=None) | Exists(known), then=0), default=1)


def _part(by: Actor, scope: Scope, name: str, listed: bool) -> pa.Table:
    rows = PARTS[name].objects.allowed(by, Permission.REPORT_VIEW)  # type: ignore[attr-defined]
    rows = rows.filter(scope.where("encounter__"), encounter__voided_at=None)
    return _read(rows, COLUMNS[name] if listed else COLUMNS[name][1:])


def _refusals(store: Store, by: Actor, scope: Scope) -> None:
    rows = ServiceRefusal.objects.allowed(by, Permission.REPORT_VIEW).standing().filter(scope.where())
    load_of_shift(store, "refusals", _read(rows, COLUMNS["refusals"], code="ground"))


def _breaths(store: Store, by: Actor, scope: Scope) -> None:
    rows = Breath.objects.allowed(by, Permission.REPORT_VIEW).standing().filter(scope.where())
    rows = rows.filter(Q(encounter=None) | Q(encounter__voided_at=None))
    worker = Coalesce("encounter__recorded_by", Value(""))  # a value that stands alone leads to nobody
    read = _read(rows, (*COLUMNS["breaths"][:-1], "value", "factor"), recorded_by=worker)
    values = zip(*(read[name].to_pylist() for name in ("value", "factor", "day")), strict=True)
    bands = [breath_band(*one) for one in values]
    load_of_shift(store, "breaths", read.drop_columns(["value", "factor"]).append_column("code", _strings(bands)))


@lru_cache(maxsize=5000)  # devices show few values
def breath_band(value: str, factor: str, day: str) -> str:
    """Return the band that held a value on a day, as promile told to two decimals, like devices do."""
    promile = (Decimal(value) * Decimal(factor)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return dated.band("breath_bands", promile, date.fromisoformat(day))


def _strings(values: Sequence[str]) -> pa.Array:
    import pyarrow as pa

    return pa.array(values, pa.string())


# from here on without Django's database: tests begin with tables written by hand


def arrow(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> pa.Table:
    """Return rows as an Arrow table: whole numbers where they are, texts elsewhere."""
    import pyarrow as pa

    types = [pa.int32() if name in WHOLE else pa.string() for name in columns]
    values = list(zip(*rows, strict=True)) or [()] * len(columns)
    arrays = [pa.array(column, kind) for column, kind in zip(values, types, strict=True)]
    return pa.Table.from_arrays(arrays, names=list(columns))


def load_encounters(store: Store, encounters: pa.Table, acts: pa.Table) -> None:
    """Take encounters and their acts in.

    Encounters get the place, event and setting of their shift, the minutes of their acts, and what the methodology
    of their day calls a contact.
    """
    rows = _placed(store, store.add("encounters_read", encounters))
    spent = store.add("acts_read", acts).group_by("encounter_id").aggregate(minutes=lambda one: one.minutes.sum())
    joined = rows.left_join(spent, rows.id == spent.encounter_id).drop("encounter_id")
    joined = joined.mutate(minutes=joined.minutes.fill_null(0).cast("int64"))
    limits = {f"{name}_minutes": _on_day(joined.day, name) for name in ("contact", "intervention")}
    store.derive("encounters", joined.mutate(**limits))
    _join(store, "acts")


def load_part(store: Store, name: str, table: pa.Table) -> None:
    """Take handouts or topics in; those without their encounter stay out."""
    store.add(f"{name}_read", table)
    _join(store, name)


def _join(store: Store, name: str) -> None:
    rows, whole = store.tables[f"{name}_read"], store.tables["encounters"]
    whole = whole.select(*OF_ENCOUNTER, whole=whole.id)
    store.derive(name, rows.inner_join(whole, rows.encounter_id == whole.whole).drop("whole"))


def load_of_shift(store: Store, name: str, table: pa.Table) -> None:
    """Take in what stands beside encounters. What it does not say of worker and person is not stated."""
    import ibis

    placed = _placed(store, store.add(f"{name}_read", table))
    store.derive(name, placed.mutate(**{one: ibis.literal("") for one in OF_PERSON if one not in placed.columns}))


def _placed(store: Store, rows: ir.Table) -> ir.Table:
    shifts = store.tables["shifts"]
    shifts = shifts.select(*OF_SHIFT, of_shift=shifts.id)
    placed = rows.left_join(shifts, rows.shift_id == shifts.of_shift).drop("of_shift")
    return placed.mutate(month=placed.day.substr(0, 7), year=placed.day.substr(0, 4))


def _on_day(day: ir.StringColumn, code: str) -> ir.IntegerColumn:
    import ibis

    known = sorted((v for v in dated.history("contact_minutes") if v.code == code), key=lambda v: v.valid_from)
    later = [(day >= str(value.valid_from), int(value.low)) for value in reversed(known[1:])]
    return ibis.cases(*later, else_=int(known[0].low)) if later else ibis.literal(int(known[0].low))


def _read(rows: QuerySet, columns: Sequence[str], **computed: Any) -> pa.Table:
    """Return rows as an Arrow table: texts and whole numbers made by the database, taken in portions.

    Django's own conversion would take half the time, and all rows at once as tuples the most memory.
    """
    import pyarrow as pa

    def cast(name: str) -> Cast:
        return Cast(computed.get(name, name), IntegerField() if name in WHOLE else TextField())

    named = {f"as_{name}": cast(name) for name in columns}
    query = rows.annotate(**named).order_by().values_list(*named).query
    portions = [arrow(columns, [])]
    try:
        sql, params = query.get_compiler(using=rows.db).as_sql()
    except EmptyResultSet:  # nothing is allowed
        return portions[0]
    with connections[rows.db].cursor() as cursor:
        cursor.execute(sql, params)
        while portion := cursor.fetchmany(PORTION):
            portions.append(arrow(columns, portion))
    return pa.concat_tables(portions)
