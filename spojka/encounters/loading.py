"""Tables as they were read, joined into those that metrics count. No database of Django: tests write the rows by hand.

Every row gets the place, event and setting of its shift, the territory of the place, and the project of its time;
contacts and refusals the hour of the day, by the clock of the place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils import timezone

from spojka.figures import dated
from spojka.figures.store import Store

if TYPE_CHECKING:
    import pyarrow as pa
    from ibis.expr import types as ir

MARKS = ("is_injecting", "is_syringe")  # what the list of material says of a code
WHOLE = {
    "people", "is_late", "is_timed", "is_first", "quantity", "minutes", "ends_service", "others", "is_estimated",
    *MARKS,
}  # fmt: skip

ENCOUNTERS = (
    "id", "day", "service_id", "shift_id", "side", "client_id", "people", "recorded_by", "is_late", "is_timed", "sex",
    "age_band", "is_first", "happened_at",
)  # fmt: skip
COLUMNS = {
    "shifts": (
        "id", "place_id", "event_id", "setting", "municipality", "district", "orp", "region", "started_at", "ended_at",
    ),
    "parts": ("shift_id", "starts_at", "project_id"),
    "acts": ("id", "encounter_id", "code", "quantity", "minutes"),
    "handouts": ("id", "encounter_id", "code", "quantity", "others", *MARKS),
    "returns": ("id", "encounter_id", "code", "quantity", "is_estimated", "source", *MARKS),
    "topics": ("id", "encounter_id", "code", "kind"),
    "refusals": ("id", "day", "service_id", "shift_id", "code", "ends_service", "recorded_by", "happened_at"),
    "breaths": ("id", "day", "service_id", "shift_id", "recorded_by", "happened_at", "code"),
    "signs": ("id", "day", "service_id", "shift_id", "recorded_by", "happened_at", "code"),
    "crew": ("id", "day", "service_id", "shift_id", "recorded_by"),
    "indirect": ("id", "day", "service_id", "recorded_by", "code", "minutes", "project_id"),
}  # fmt: skip
OF_SHIFT = ("place_id", "event_id", "setting", "municipality", "district", "orp", "region")
OF_PERSON = ("recorded_by", "sex", "age_band")
OF_ENCOUNTER = (
    "day", "month", "year", "hour", "service_id", "shift_id", "project_id", *OF_SHIFT, *OF_PERSON, "side",
)  # fmt: skip
MOVED = ("handouts", "returns")  # what an exchange is made of
FIRST, LAST = "", "~"  # before and after every time written as text


def arrow(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> pa.Table:
    """Return rows as an Arrow table: whole numbers where they are, texts elsewhere."""
    import pyarrow as pa

    types = [pa.int32() if name in WHOLE else pa.string() for name in columns]
    values = list(zip(*rows, strict=True)) or [()] * len(columns)
    arrays = [pa.array(column, kind) for column, kind in zip(values, types, strict=True)]
    return pa.Table.from_arrays(arrays, names=list(columns))


def load_shifts(store: Store, shifts: pa.Table, parts: pa.Table, project: UUID | None = None) -> None:
    """Take shifts in, and their parts as spans of time that leave no moment of a shift out.

    Times are texts of one form, which compare as texts. `project`: only its parts come.
    """
    rows = parts.sort_by([("shift_id", "ascending"), ("starts_at", "ascending")]).to_pylist()
    known = {shift: [*parts] for shift, parts in groupby(rows, lambda row: row["shift_id"])}
    spans = [span for shift in shifts.to_pylist() for span in _spans(shift, known.get(shift["id"], []))]
    if project:
        spans = [span for span in spans if span[-2].replace("-", "") == project.hex]
    store.add("shifts", shifts)
    store.add("parts", arrow(("of_part", "since", "until", "project_id", "minutes"), spans))


def _spans(shift: dict[str, Any], parts: list[dict[str, Any]]) -> list[tuple[str, str, str, str, int]]:
    """Return a shift's parts with the minutes of each that lie between its real start and end."""
    starts = [FIRST, *(part["starts_at"] for part in parts[1:]), LAST]
    projects = [part["project_id"] or "" for part in parts] or [""]
    start, end = shift["started_at"], shift["ended_at"]
    return [
        (shift["id"], since, until, project, _minutes(max(since, start), min(until, end)) if start and end else 0)
        for (since, until), project in zip(pairwise(starts), projects, strict=True)
    ]


def _minutes(since: str, until: str) -> int:
    if since >= until:
        return 0
    return round((datetime.fromisoformat(until) - datetime.fromisoformat(since)).total_seconds() / 60)


def load_crew(store: Store, crew: pa.Table) -> None:
    """Take in who worked, once for each part of the shift. One who worked is told from one who wrote by nothing."""
    rows = store.add("crew_read", crew)

    def joined() -> ir.Table:
        parts = store.tables["parts"]
        spent = rows.inner_join(parts, rows.shift_id == parts.of_part).drop("of_part", "since", "until")
        return _of_shift(_placed_at(store, spent))

    store.derive("crew", joined)


def load_indirect(store: Store, table: pa.Table) -> None:
    """Take in work that was in no shift, so at no place and no event."""
    rows = store.add("indirect_read", table)

    def placed() -> ir.Table:
        import ibis

        nowhere = {one: ibis.literal("") for one in OF_SHIFT}
        return _of_shift(_dated(rows.mutate(**nowhere, project_id=rows.project_id.fill_null(""))))

    store.derive("indirect", placed)


def _dashed(key: ir.StringColumn) -> ir.StringColumn:
    """Return an id as an actor's is written: SQLite stores those of rows without dashes."""
    import ibis

    cuts = [key.substr(at, size) for at, size in ((0, 8), (8, 4), (12, 4), (16, 4), (20, 12))]
    return (key.length() == 32).ifelse(ibis.literal("-").join(cuts), key)


def load_encounters(store: Store, encounters: pa.Table, acts: pa.Table, moved: Mapping[str, pa.Table]) -> None:
    """Take encounters and their acts in; `moved` is what was given out and taken back in them.

    Encounters get the place, event and setting of their shift, the minutes of their acts, what the methodology
    of their day calls a contact, whether they were an exchange, and how many syringes were given in them.
    """
    store.add("encounters_read", _with_hour(encounters))
    store.add("acts_read", acts)
    for name in MOVED:
        store.add(f"{name}_read", moved[name])
    store.derive("encounters", lambda: _encounters(store))
    _join(store, "acts")


def _encounters(store: Store) -> ir.Table:
    rows = _placed(store, store.tables["encounters_read"])
    acts = store.tables["acts_read"]
    spent = acts.group_by("encounter_id").aggregate(minutes=lambda one: one.minutes.sum())
    joined = rows.left_join(spent, rows.id == spent.encounter_id).drop("encounter_id")
    moved = _moved(store)
    joined = joined.left_join(moved, joined.id == moved.of_encounter).drop("of_encounter")
    # sums are wider in DuckDB than Ibis knows; of one contact they fit
    whole = {one: joined[one].fill_null(0).cast("int32") for one in ("minutes", "syringes", "is_exchange")}
    limits = {f"{name}_minutes": _on_day(joined.day, name) for name in ("contact", "intervention", "both")}
    return joined.mutate(**whole, **limits)


def _moved(store: Store) -> ir.Table:
    """Return of each encounter how many syringes were given in it, and whether it was an exchange."""
    given, back = (store.tables[f"{name}_read"] for name in MOVED)
    pieces = (given.quantity * given.is_syringe).cast("int64")
    given = given.select("encounter_id", syringes=pieces, injecting=given.is_injecting)
    back = back.filter(back.source != "found")  # brought by nobody who would exchange it
    back = back.select("encounter_id", syringes=(back.quantity * 0).cast("int64"), injecting=back.is_injecting)
    both = given.union(back)
    found = both.group_by(of_encounter=both.encounter_id)
    return found.aggregate(syringes=both.syringes.sum(), is_exchange=both.injecting.max())


def load_part(store: Store, name: str, table: pa.Table) -> None:
    """Take a part in; what is without its encounter stays out."""
    store.add(f"{name}_read", table)
    _join(store, name)


def _join(store: Store, name: str) -> None:
    """Give parts what they take from their encounters: numbers of its different texts are taken, not the texts."""
    import pyarrow as pa
    import pyarrow.compute as pc

    parts, whole = store.added[f"{name}_read"], _whole(store)
    place = pc.index_in(parts["encounter_id"], value_set=whole["id"].combine_chunks())
    found = parts.filter(pc.is_valid(place))
    place = pa.chunked_array(place.chunks, pa.int32()).drop_null().combine_chunks()
    for one in whole.column_names[1:]:
        if one == "client_id" and name != "acts":  # only of acts it is asked how many clients they were for
            continue
        found = found.append_column(one, whole[one].combine_chunks().take(place))
    store.add(name, found)


def _whole(store: Store) -> pa.Table:
    """Return what encounters give to their parts, each different text of a column kept once."""
    if "of_encounters" not in store.added:
        rows = store.tables["encounters"]
        found = store.arrow(
            rows.select("id", *[one for one in (*OF_ENCOUNTER, "client_id", "team_id") if one in rows.columns])
        )
        columns = [found["id"], *(found[one].dictionary_encode() for one in found.column_names[1:])]
        store.added["of_encounters"] = type(found).from_arrays(columns, names=found.column_names).unify_dictionaries()
    return store.added["of_encounters"]


def load_of_shift(store: Store, name: str, table: pa.Table) -> None:
    """Take in what stands beside encounters. What it does not say of worker and person is not stated.

    A measurement that stands alone has no time of its own, so none has an hour.
    """
    rows = store.add(f"{name}_read", _with_hour(table) if "ends_service" in table.column_names else table)
    store.derive(name, lambda: _of_shift(_placed(store, rows)))


def load_beside(store: Store, name: str, table: pa.Table) -> None:
    """Take in what packages above count beside contacts: in a shift, or without one at no place."""
    rows = store.add(f"{name}_read", table)

    def placed() -> ir.Table:
        inside = _of_shift(_placed(store, rows.filter(rows.shift_id.notnull())))
        outside = _nowhere(rows.filter(rows.shift_id.isnull()).drop("happened_at"))
        return inside.union(outside.select(*inside.columns))

    store.derive(name, placed)


def _nowhere(rows: ir.Table) -> ir.Table:
    import ibis

    missing = [one for one in (*OF_SHIFT, "project_id", "shift_id") if one not in rows.columns]
    return _of_shift(_dated(rows.mutate(**{one: ibis.literal("") for one in missing})))


def _of_shift(rows: ir.Table) -> ir.Table:
    import ibis

    worker = {"recorded_by": _dashed(rows.recorded_by)} if "recorded_by" in rows.columns else {}
    missing = {one: ibis.literal("") for one in (*OF_PERSON, "hour") if one not in rows.columns}
    return rows.mutate(**missing, **worker)


def _placed(store: Store, rows: ir.Table) -> ir.Table:
    """Return rows with the project and the place of their time and shift."""
    parts = store.tables["parts"]
    inside = [rows.shift_id == parts.of_part, rows.happened_at >= parts.since, rows.happened_at < parts.until]
    paid = rows.inner_join(parts, inside).drop("of_part", "since", "until", "happened_at", "minutes")
    return _placed_at(store, paid)


def _placed_at(store: Store, rows: ir.Table) -> ir.Table:
    shifts = store.tables["shifts"]
    shifts = shifts.select(*OF_SHIFT, of_shift=shifts.id)
    return _dated(rows.left_join(shifts, rows.shift_id == shifts.of_shift).drop("of_shift"))


def _dated(rows: ir.Table) -> ir.Table:
    return rows.mutate(month=rows.day.substr(0, 7), year=rows.day.substr(0, 4))


def _on_day(day: ir.StringColumn, code: str) -> ir.IntegerColumn:
    import ibis

    known = sorted((v for v in dated.history("contact_minutes") if v.code == code), key=lambda v: v.valid_from)
    later = [(day >= str(value.valid_from), int(value.low)) for value in reversed(known[1:])]
    return ibis.cases(*later, else_=int(known[0].low)) if later else ibis.literal(int(known[0].low))


def _with_hour(rows: pa.Table) -> pa.Table:
    """Return rows with the hour in which they happened: each different hour of the world's clock is asked for once."""
    import pyarrow as pa
    import pyarrow.compute as pc

    hours = pc.utf8_slice_codeunits(rows["happened_at"], 0, 13).combine_chunks().dictionary_encode()
    local = pa.array([_hour(one) for one in hours.dictionary.to_pylist()], pa.string())
    return rows.append_column("hour", local.take(hours.indices))


@lru_cache(maxsize=20_000)
def _hour(at: str) -> str:
    """Return the hour of the day in our time zone; of the autumn night's two hours of one name it is both."""
    moment = datetime.fromisoformat(f"{at}:00").replace(tzinfo=UTC)
    return f"{moment.astimezone(timezone.get_default_timezone()):%H}"
