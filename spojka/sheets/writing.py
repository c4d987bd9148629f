"""Lines into contacts: shifts found or made, clients recognised, all rows inserted in few statements and audited."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Model
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.audit import log
from spojka.base.ids import new_id
from spojka.clients import leading
from spojka.clients.models import Client
from spojka.encounters import paying
from spojka.encounters.content import Content
from spojka.encounters.models import Encounter, Shift, ShiftPart
from spojka.encounters.parts import carry, parts_of
from spojka.network.models import Project
from spojka.places import actions as places
from spojka.places.models import Place, PlaceKind

from .judging import content_of, id_of
from .knowing import Known
from .models import Line, LineState, Origin, Sheet

MINUTE = timedelta(minutes=1)
KINDS = {"event_zone": PlaceKind.VENUE, "drop_in": PlaceKind.PREMISES, "counselling": PlaceKind.PREMISES}
Key = tuple[str, str, str, str]  # day, place, event, setting of a shift


def write(sheet: Sheet, lines: Sequence[Line], *, by: Actor, known: Known, at: datetime) -> None:
    """Save the contacts of the lines. Those that were saved meanwhile are left as they are."""
    there = set(
        Encounter.objects.filter(pk__in=[line.encounter_id for line in lines])
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    fresh = [line for line in lines if line.encounter_id not in there]
    _give_places(sheet, fresh, by)
    contents = {line.pk: content_of(line.facts) for line in fresh}
    shifts = _shifts(sheet, fresh, contents, by, at)
    clients = _clients(sheet, fresh, contents, by)
    rows: dict[type[Model], list[Model]] = {Encounter: []}
    for line in fresh:
        shift, content = shifts[_key(line)], contents[line.pk]
        encounter = _encounter(sheet, line, shift, content, clients, by, at)
        rows[Encounter].append(carry(encounter, content, known.lists(shift.day)))
        for model, made in parts_of(encounter, shift, content, known.lists(shift.day)).items():
            rows.setdefault(model, []).extend(made)
        origin = Origin(
            **sheet.ownership, encounter=encounter, sheet=sheet, number=line.number, like=line.facts["like"]
        )
        rows.setdefault(Origin, []).append(origin)
    for model, made in rows.items():
        model.add_all(made)  # type: ignore[attr-defined]
    log.deeds(verb=Permission.ENCOUNTER_IMPORT, by=by, rows=rows[Encounter])
    mine = Line.objects.filter(sheet=sheet, number__in=[line.number for line in lines])
    mine.filter(encounter_id__in=there).update(state=LineState.THERE)
    mine.exclude(encounter_id__in=there).update(state=LineState.SAVED)


def _key(line: Line) -> Key:
    return line.facts["day"], line.facts["place"]["id"], line.facts["event"], line.facts["setting"]


def _give_places(sheet: Sheet, lines: Sequence[Line], by: Actor) -> None:
    """Write down the places that are new, each once."""
    made: dict[str, str] = {}
    for line in lines:
        name = line.facts["place"]["name"]
        if line.facts["place"]["id"]:
            continue
        if name not in made:
            kind = KINDS.get(line.facts["setting"], PlaceKind.LOCALITY)
            made[name] = str(places.add(by=by, id=new_id(), service=sheet.service, name=name, kind=kind).pk)
        line.facts["place"]["id"] = made[name]


def _shifts(
    sheet: Sheet, lines: Sequence[Line], contents: dict[UUID, Content], by: Actor, at: datetime
) -> dict[Key, Shift]:
    """Return the shift of each day, place, event and setting: the team's own if it fits, else one made for it."""
    held: dict[Key, list[datetime]] = {}
    for line in lines:
        held.setdefault(_key(line), []).append(contents[line.pk].occurred_at)
    keys = sorted(held)
    days = Shift.objects.filter(service=sheet.service, team=sheet.team, day__in=sorted({key[0] for key in keys}))
    known = list(days.exclude(started_at=None).order_by("planned_start", "pk"))
    found = {
        key: _own_shift(sheet, key, held[key], known) or _made_shift(sheet, key, held[key], known) for key in keys
    }
    new = {key: _new_shift(sheet, key, held[key], by, at) for key, shift in found.items() if not shift}
    _add_shifts(sheet, list(new.values()), by)
    return {key: shift for key, shift in found.items() if shift} | new


def _own_shift(sheet: Sheet, key: Key, moments: Sequence[datetime], known: Sequence[Shift]) -> Shift | None:
    """Return a shift of the team's own that holds all the moments."""
    made = _shift_id(sheet, key)
    own = (shift for shift in known if shift.pk != made and _key_of(shift) == key)
    return next((shift for shift in own if all(shift.holds(moment) for moment in moments)), None)


def _key_of(shift: Shift) -> Key:
    return shift.day.isoformat(), str(shift.place_id), str(shift.event_id or ""), shift.setting


def _shift_id(sheet: Sheet, key: Key) -> UUID:
    return id_of("|".join([str(sheet.service_id), str(sheet.team_id), *key]), 0)


def _made_shift(sheet: Sheet, key: Key, moments: Sequence[datetime], shifts: Sequence[Shift]) -> Shift | None:
    """Return the closed shift that was made for brought rows before, made long enough for these too."""
    known = next((shift for shift in shifts if shift.pk == _shift_id(sheet, key)), None)
    if not known:
        return None
    first, last = min(known.start, *moments), max(known.end, *moments)
    if (first, last) == (known.start, known.end):
        return known
    return known.change(planned_start=first, started_at=first, planned_end=last, ended_at=last)


def _new_shift(sheet: Sheet, key: Key, moments: Sequence[datetime], by: Actor, at: datetime) -> Shift:
    """Return a closed shift for brought rows, long enough for all of them, not saved yet."""
    day, place, event, setting = key
    first, last = min(moments), max(max(moments), min(moments) + MINUTE)
    said = {"id": _shift_id(sheet, key), "day": date.fromisoformat(day), "place_id": UUID(place), "setting": setting}
    times = {"planned_start": first, "started_at": first, "planned_end": last, "ended_at": last}
    note = _("Brought in from a table. Its hours are those of the first and the last contact.")
    done = {"closed_at": at, "closed_by": by.id, "note": note, "event_id": event or None}
    return Shift(**sheet.ownership, **said, **times, **done)


def _add_shifts(sheet: Sheet, new: Sequence[Shift], by: Actor) -> None:
    """Save shifts. As of every shift, the only project that may pay for it does."""
    Shift.add_all(new)
    projects = list(Project.objects.filter(services=sheet.service).order_by("pk"))
    known = Place.objects.in_bulk({shift.place_id for shift in new})
    parts = []
    for shift in new:
        if project := paying.only(projects, shift.day, known[shift.place_id]):
            parts.append(ShiftPart(**shift.ownership, shift=shift, starts_at=shift.start, project=project))
    ShiftPart.add_all(parts)
    log.deeds(verb=Permission.ENCOUNTER_IMPORT, by=by, rows=new)


def _clients(sheet: Sheet, lines: Sequence[Line], contents: dict[UUID, Content], by: Actor) -> dict[str, Client]:
    """Return the clients by code, whom each leads to now; somebody new is written down. A code is of no team."""
    wanted = {contents[line.pk].code: contents[line.pk].sex for line in lines if contents[line.pk].code}
    found = leading.clients_of(sheet.service, wanted)
    new = [
        Client(**sheet.service.ownership, code=code, sex=sex, recorded_by=by.id)
        for code, sex in wanted.items()
        if code not in found
    ]
    Client.add_all(new)
    log.deeds(verb=Permission.CLIENT_ADD, by=by, rows=new)
    return found | {client.code: client for client in new}


def _encounter(
    sheet: Sheet, line: Line, shift: Shift, content: Content, clients: dict[str, Client], by: Actor, at: datetime
) -> Encounter:
    """Return the contact, not saved yet. It is late only in a shift that the team itself had closed."""
    is_own = shift.pk != _shift_id(sheet, _key(line))
    return Encounter(
        **sheet.ownership,
        **content.facts,
        id=line.encounter_id,
        shift=shift,
        day=shift.day,
        client=clients.get(content.code),
        digest=content.digest,
        is_late=is_own and shift.closed_at is not None and at > shift.closed_at,
        recorded_by=line.facts["worker"] or by.id,
    )
