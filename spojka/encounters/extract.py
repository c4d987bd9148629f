"""What one may count, copied into the store of a report. Rights are decided here, once, by `allowed`.

A period is a span of shifts' days; what was voided never comes in. Ids are texts; rows of a part (act, handout …)
take the day, place, worker … of their encounter, and come only if that encounter came. Whatever has a time belongs
to the project whose part of the shift holds that time; a breath value that stands alone has none of its own and goes
by when it arrived.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, NullIf

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.fetching import fetched
from spojka.codelists.catalogue import extras_of
from spojka.figures import dated
from spojka.figures.store import Store
from spojka.work.models import IndirectWork

from . import further, spread, vitals
from .content import SignValues
from .loading import (
    COLUMNS,
    ENCOUNTERS,
    MARKS,
    MOVED,
    WHOLE,
    arrow,
    load_crew,
    load_encounters,
    load_indirect,
    load_of_shift,
    load_part,
    load_shifts,
)
from .models import (
    Act,
    Breath,
    CrewMember,
    Encounter,
    Handout,
    ServiceRefusal,
    Shift,
    ShiftPart,
    TakenBack,
    Topic,
    VitalSigns,
)
from .scope import Scope

if TYPE_CHECKING:
    import pyarrow as pa

UNMET = ("unmet_materials", "unmet_acts", "unmet_offers")
REFUSED = dict(zip(("refusals", *UNMET), ("ground", "wanted", "wanted_act", "instead"), strict=True))
TABLES = (
    "encounters", "acts", "handouts", "returns", "topics", "breaths", "signs", "refusals", *UNMET, "crew", "indirect",
)  # fmt: skip
PARTS = {"acts": Act, "handouts": Handout, "returns": TakenBack, "topics": Topic}
TERRITORY = {
    "municipality": F("place__municipality_code"),
    "district": Coalesce(NullIf("place__district_code", Value("")), "place__municipality_code"),  # the smallest known
    "orp": F("place__orp_code"),
    "region": F("place__region_code"),
}


def tables() -> tuple[str, ...]:
    """Return the names of all tables, those that packages above add among them."""
    return (*TABLES, *further.names())


def extract(by: Actor, scope: Scope, wanted: Collection[str] | None = None, *, listed: bool = False) -> Store:
    """Return a store with what `by` may count. The caller closes it. `listed`: parts bring their ids.

    Many rows come from the columns kept beside the database, brought up to date first; few are read as they are.
    """
    from . import opening  # which reads by this module

    if not listed and opening.are_worth_it(by, scope) and (store := opening.opened(by, scope)):
        return store
    return read(by, scope, wanted, listed=listed)


def read(
    by: Actor,
    scope: Scope,
    wanted: Collection[str] | None = None,
    *,
    listed: bool = False,
    more: Sequence[str] = (),
) -> Store:
    """Return a store with rows read straight from the database. `more` are further columns of what stands alone."""
    store = Store()
    names = set(tables() if wanted is None else wanted)
    _shifts(store, by, scope)
    of_clients = {"encounters", *spread.TABLES} & names
    if {*of_clients, *PARTS, *further.on_contacts()} & names:
        read_now = [name for name in MOVED if of_clients or name in names]
        none = {name: arrow(COLUMNS[name], []) for name in MOVED}
        moved = none | {name: _moved(by, scope, name, listed) for name in read_now}
        _encounters(store, by, scope, _part(by, scope, "acts", listed), moved, more)
        for name in {*MOVED, "topics"} & names:
            load_part(store, name, moved[name] if name in moved else _part(by, scope, name, listed))
    spread.offer(store, scope.last)
    further.offer(store, by, scope)
    if wanted_of := REFUSED.keys() & names:
        _refusals(store, by, scope, wanted_of, more)
    for name, load in ALONE.items():
        if name in names:
            load(store, by, scope, more)
    further.load(store, by, scope, names, more, listed=listed)
    return store


def _shifts(store: Store, by: Actor, scope: Scope) -> None:
    rows = Shift.objects.allowed(by, Permission.REPORT_VIEW).filter(day__range=(scope.first, scope.last))
    parts = ShiftPart.objects.allowed(by, Permission.REPORT_VIEW).filter(shift__day__range=(scope.first, scope.last))
    load_shifts(store, _read(rows, COLUMNS["shifts"], **TERRITORY), _read(parts, COLUMNS["parts"]), scope.project)


def _crew(store: Store, by: Actor, scope: Scope, more: Sequence[str]) -> None:
    """Everybody of the crew of shifts that ended and were closed, with the minutes of the shift."""
    rows = CrewMember.objects.allowed(by, Permission.REPORT_VIEW).exclude(shift__closed_at=None)
    rows = rows.filter(scope.where(day="shift__day"))
    load_crew(store, _read(rows, (*COLUMNS["crew"], *more), day=F("shift__day"), recorded_by=F("membership_id")))


def _indirect(store: Store, by: Actor, scope: Scope, more: Sequence[str]) -> None:
    rows = IndirectWork.objects.allowed(by, Permission.REPORT_VIEW).standing().filter(scope.of_no_shift)
    load_indirect(store, _read(rows, (*COLUMNS["indirect"], *more), recorded_by=F("membership_id")))


def _encounters(
    store: Store, by: Actor, scope: Scope, acts: pa.Table, moved: Mapping[str, pa.Table], more: Sequence[str]
) -> None:
    rows = Encounter.objects.allowed(by, Permission.REPORT_VIEW).standing().filter(scope.where())
    sex = Coalesce(NullIf("sex", Value("")), "client__sex", Value(""))
    computed = {"sex": sex, "is_first": _is_first(), "happened_at": F("occurred_at")}
    load_encounters(store, _read(rows, (*ENCOUNTERS, *more), **computed), acts, moved)


def _is_first() -> Case:
    """1 where the service had never written the client down before, whoever of it did and whenever.

    A worker narrowed to a team learns by this that colleagues know the client already, and nothing else of them:
    else teams would count the same person as first more than once.
    """
    earlier = Q(occurred_at__lt=OuterRef("occurred_at")) | Q(
        occurred_at=OuterRef("occurred_at"), pk__lt=OuterRef("pk")
    )
    known = Encounter.objects.standing().filter(earlier, client=OuterRef("client"), service=OuterRef("service"))
    known = known.filter(occurred_at__lte=OuterRef("occurred_at"))  # said apart, an index of the client begins there
    return Case(When(Q(client=None) | Exists(known), then=0), default=1)


def _part(by: Actor, scope: Scope, name: str, listed: bool) -> pa.Table:
    rows = PARTS[name].objects.allowed(by, Permission.REPORT_VIEW)  # type: ignore[attr-defined]
    rows = rows.filter(scope.where("encounter__"), encounter__voided_at=None)
    return _read(rows, [one for one in COLUMNS[name][not listed :] if one not in MARKS])


def _moved(by: Actor, scope: Scope, name: str, listed: bool) -> pa.Table:
    """Return material that was given out or taken back, with what the list says of its codes."""
    import pyarrow as pa

    found = _part(by, scope, name, listed)
    codes = found["code"].combine_chunks().dictionary_encode()
    known = marks(codes.dictionary.to_pylist())
    for place, mark in enumerate(MARKS):
        said = pa.array([known[code][place] for code in codes.dictionary.to_pylist()], pa.int32())
        found = found.append_column(mark, said.take(codes.indices))
    return found


def marks(codes: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Return of each code of material whether it is for injecting, and whether it is a syringe: 1 or 0."""
    extras = extras_of("material") if codes else {}
    said = {code: extras.get(code, {}) for code in codes}
    return {
        code: (int(one.get("category") == "injecting"), int(bool(one.get("syringe")))) for code, one in said.items()
    }


def _refusals(store: Store, by: Actor, scope: Scope, names: Collection[str], more: Sequence[str]) -> None:
    """Take refusals in by each of their codes: the ground, what was wanted or offered; those that have one."""
    import pyarrow.compute as pc

    rows = ServiceRefusal.objects.allowed(by, Permission.REPORT_VIEW).standing().filter(scope.where())
    plain = [one for one in COLUMNS["refusals"] if one != "code"]
    found = _read(rows, (*plain, *REFUSED.values(), *more), happened_at=F("occurred_at"))
    for name in names:
        some = found.filter(pc.not_equal(found[REFUSED[name]], ""))
        codes = some[REFUSED[name]]
        load_of_shift(store, name, some.drop_columns([*REFUSED.values()]).append_column("code", codes))


def _breaths(store: Store, by: Actor, scope: Scope, more: Sequence[str]) -> None:
    rows = Breath.objects.allowed(by, Permission.REPORT_VIEW).counting().filter(scope.where())
    _measured(store, "breaths", rows, ("value", "factor"), breath_band, more)


def _signs(store: Store, by: Actor, scope: Scope, more: Sequence[str]) -> None:
    rows = VitalSigns.objects.allowed(by, Permission.REPORT_VIEW).counting().filter(scope.where())
    _measured(store, "signs", rows, ("upper", "lower"), pressure_band, more)


def _measured(
    store: Store, name: str, rows: QuerySet, values: Sequence[str], band: Callable[..., str], more: Sequence[str]
) -> None:
    """Take measurements in, each by the band in which its values lay on its day."""
    worker = Coalesce("encounter__recorded_by", Value(""))  # a value that stands alone leads to nobody
    times = Coalesce("encounter__occurred_at", "recorded_at")
    found = _read(rows, (*COLUMNS[name][:-1], *values, *more), recorded_by=worker, happened_at=times)
    said = zip(*(found[one].to_pylist() for one in (*values, "day")), strict=True)
    bands = [band(*one) for one in said]
    load_of_shift(store, name, found.drop_columns([*values]).append_column("code", _strings(bands)))


@lru_cache(maxsize=5000)  # devices show few values
def breath_band(value: str, factor: str, day: str) -> str:
    """Return the band that held a value on a day, as promile told to two decimals, like devices do."""
    promile = (Decimal(value) * Decimal(factor)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return dated.band("breath_bands", promile, date.fromisoformat(day))


@lru_cache(maxsize=5000)
def pressure_band(upper: str | None, lower: str | None, day: str) -> str:
    """Return the range that held a blood pressure on a day, nothing where it was not measured."""
    if upper is None or lower is None:
        return ""
    return vitals.pressure(SignValues(upper=int(upper), lower=int(lower)), vitals.rules(date.fromisoformat(day)))


ALONE: dict[str, Callable[[Store, Actor, Scope, Sequence[str]], None]] = {
    "breaths": _breaths, "signs": _signs, "crew": _crew, "indirect": _indirect,
}  # fmt: skip


def _strings(values: Sequence[str]) -> pa.Array:
    import pyarrow as pa

    return pa.array(values, pa.string())


def _read(rows: QuerySet, columns: Sequence[str], **computed: Any) -> pa.Table:
    """Return rows as an Arrow table: texts and whole numbers made by the database."""
    return fetched(rows.order_by(), {name: computed.get(name, name) for name in columns}, WHOLE.__contains__)
