"""The past in bulk: the very rows that the actions would have made then, audit included."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache
from random import Random
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.audit.models import Entry
from spojka.base.ids import id_of
from spojka.clients import codes
from spojka.clients.models import Client
from spojka.encounters.content import Content, acts_of, minutes_of
from spojka.encounters.models import (
    Act,
    Breath,
    Correction,
    CrewMember,
    Encounter,
    Handout,
    ServiceRefusal,
    Shift,
    Side,
    TakenBack,
    Topic,
    TopicKind,
    VitalSigns,
)
from spojka.encounters.models.encounter import CorrectionKind
from spojka.events.models import Event, Organiser
from spojka.network.models import Membership, Service
from spojka.places.models import Place

from . import measures, words
from .network import Network
from .rows import Rows
from .still import still

PARTS = (Act, Handout, TakenBack, Topic, Breath, VitalSigns, Correction, ServiceRefusal, Entry)
ORDER = (Place, Organiser, Event, Shift, CrewMember, Client, Encounter, *PARTS)
SOON = timedelta(minutes=10)  # how long after its end a shift is closed


@dataclass(frozen=True, kw_only=True)
class Afterwards:
    """What was done to a record later: another content, or none, and then it does not count any more."""

    at: datetime
    by: Actor
    reason: str
    content: Content | None = None

    @property
    def kind(self) -> CorrectionKind:
        return CorrectionKind.CORRECTED if self.content else CorrectionKind.VOIDED


@dataclass
class Mass:
    """Collects rows; `save` inserts them."""

    network: Network
    rng: Random
    now: datetime
    rows: Rows = field(default_factory=lambda: Rows(*ORDER))
    clients: dict[tuple[UUID, str], str] = field(default_factory=dict)
    places: dict[tuple[UUID, str, str], Place] = field(default_factory=dict)
    organisers: dict[tuple[UUID, str], Organiser] = field(default_factory=dict)
    events: dict[tuple[UUID, str, date], Event] = field(default_factory=dict)
    slips: float = 0  # how many of the records are late, put right or voided
    moments: int = 0  # how many times the clock was put back

    @contextmanager
    def then(self, at: datetime) -> Iterator[datetime]:
        """Let what is done here be done at that moment, or now if it has not come: the audit tells when it was."""
        self.moments += 1
        at = min(at, self.now)
        with still(at, f"deed {self.moments}"):
            yield at

    def save(self) -> None:
        """Insert all that was collected."""
        self.rows.flush()

    def place(self, *, by: Actor, service: Service, at: datetime, name: str, kind: str, municipality: str) -> Place:
        """A place, written down once."""
        key = service.pk, name, municipality
        if key not in self.places:
            said = {"name": name, "kind": kind, "municipality": municipality}
            self.places[key] = place = Place(**service.ownership, **said, id=self.id(at), recorded_at=at)
            self.rows.put(place)
            self.deed(Permission.PLACE_ADD, by, place, at)
        return self.places[key]

    def event(self, *, by: Actor, service: Service, at: datetime, **fields: Any) -> Event:
        """An event with its organiser and venue, written down once."""
        key = service.pk, fields["name"], fields["starts_on"]
        if key not in self.events:
            self.events[key] = event = self._event(by, service, at, fields)
            self.rows.put(event)
            self.deed(Permission.EVENT_ADD, by, event, at)
        return self.events[key]

    def shift(self, *, by: Actor, crew: Iterable[Membership], planned_at: datetime, **fields: Any) -> Shift:
        """A shift that was planned, started as planned and, if it is over, closed soon after its end."""
        owner, team = fields.pop("service"), fields.pop("team", None)
        fields["day"] = timezone.localdate(fields["planned_start"])
        fields["started_at"] = fields["planned_start"]
        shift = Shift(**owner.ownership, team=team, id=self.id(planned_at), recorded_at=planned_at, **fields)
        shift.service = owner  # it is asked for with each contact
        self.rows.put(shift)
        for member in crew:
            self._part(CrewMember, planned_at, **shift.ownership, shift_id=shift.pk, membership_id=member.pk)
        self.deed(Permission.SHIFT_PLAN, by, shift, planned_at)
        self.deed(Permission.SHIFT_START, by, shift, shift.planned_start)
        return shift

    def close(self, shift: Shift, *, by: Actor, ended_at: datetime, note: str) -> None:
        """Close a collected shift."""
        at = ended_at + SOON
        shift.ended_at, shift.closed_at, shift.closed_by, shift.note = ended_at, at, by.id, note
        self.deed(Permission.SHIFT_CLOSE, by, shift, at)

    def record(
        self, content: Content, *, by: Actor, shift: Shift, at: datetime | None = None, then: Afterwards | None = None
    ) -> None:
        """One contact or tally, written down `at`, or when it happened; `then` is what was done to it later."""
        at = at or content.occurred_at
        said, mine = (then and then.content) or content, _owner(shift)
        row = {
            **mine,
            **said.facts,
            "id": self._digits(at),
            "phone_at": content.phone_at,
            "digest": content.digest,
            "shift_id": shift.pk.hex,
            "day": shift.day,
            "client_id": self._client(content, by=by, shift=shift, at=at),
            "is_late": shift.closed_at is not None and at > shift.closed_at,
            "recorded_by": by.id,
            "recorded_at": at,
        }
        self._deed(Permission.ENCOUNTER_RECORD, by, Encounter, row, at)
        if then:
            self._afterwards(row, content, shift, then)
        acts = acts_of(said, self.network.lists(shift.service, shift.day))
        row["words"] = "" if "voided_at" in row else words.of_contact(row, said.carried(acts))
        self.rows.add(Encounter, row)
        self._add_parts(row, said, acts, shift, then.at if then and then.content else at)

    def refuse(self, *, by: Actor, shift: Shift, at: datetime, **fields: Any) -> None:
        """A refusal; the description of the person is gone, as the event is over."""
        mine = {"shift_id": shift.pk, "day": shift.day, "recorded_by": by.id, "occurred_at": at, "phone_at": at}
        row = {**_owner(shift), **mine, **fields, "id": self._digits(at), "recorded_at": at}
        self.rows.add(ServiceRefusal, row | {"words": words.of_row(ServiceRefusal, row)})
        self._deed(Permission.REFUSAL_RECORD, by, ServiceRefusal, row, at)

    def deed(self, verb: Permission, by: Actor, row: Any, at: datetime) -> None:
        """What the audit would have remembered then."""
        self._deed(verb, by, type(row), {"service_id": row.service_id, "id": row.pk}, at)

    def id(self, at: datetime) -> UUID:
        """A UUIDv7 as a phone would have made it `at` that moment."""
        return UUID(self._digits(at))

    def _digits(self, at: datetime) -> str:
        """The digits of such an id, which is all that a row needs."""
        return f"{id_of(_milliseconds(at), self.rng.getrandbits(74)):032x}"

    def _deed(self, verb: Permission, by: Actor, model: type[Model], row: dict[str, Any], at: datetime) -> None:
        self._part(
            Entry,
            at,
            verb=verb.value,
            actor_kind=by.kind.value,
            actor_id=by.id,
            role=by.role,
            organisation_id=by.organisation.pk if by.organisation else None,
            service_id=row["service_id"],
            subject_model=model._meta.label,
            subject_id=row["id"],
        )

    def _event(self, by: Actor, service: Service, at: datetime, fields: dict[str, Any]) -> Event:
        said = dict(fields)
        venue, town = said.pop("venue"), said.pop("municipality")
        said["organiser"] = self._organiser(service, at, said.pop("organiser"), said.pop("contact"))
        said["venue"] = self.place(by=by, service=service, at=at, name=venue, kind="venue", municipality=town)
        return Event(**service.ownership, **said, id=self.id(at), recorded_at=at)

    def _organiser(self, service: Service, at: datetime, name: str, contact: str) -> Organiser | None:
        key = service.pk, name
        if name and key not in self.organisers:
            mine = {**service.ownership, "name": name, "contact": contact, "id": self.id(at), "recorded_at": at}
            self.organisers[key] = Organiser(**mine)
            self.rows.put(self.organisers[key])
        return self.organisers.get(key)

    def _client(self, content: Content, *, by: Actor, shift: Shift, at: datetime) -> str | None:
        if content.side != Side.CODE:
            return None
        code = codes.normalised(content.code)
        if known := self.clients.get((shift.service_id, code)):
            return known
        mine = {**shift.service.ownership, "code": code, "sex": content.sex, "recorded_by": by.id, "recorded_at": at}
        row = mine | {"id": self._digits(at)}
        self.clients[shift.service_id, code] = row["id"]
        self.rows.add(Client, row | {"words": words.of_row(Client, row)})
        self._deed(Permission.CLIENT_ADD, by, Client, row, at)
        return row["id"]

    def _afterwards(self, row: dict[str, Any], was: Content, shift: Shift, then: Afterwards) -> None:
        """Leave the trace of a correction or of voiding; the row has its second version."""
        row["version"] = 2
        if not then.content:
            row["voided_at"] = then.at
        said = {"kind": then.kind.value, "reason": then.reason, "made_by": then.by.id}
        said |= {"before": self._before(was, shift), "encounter_id": row["id"]}
        self._part(Correction, then.at, **_owner(shift), **said)
        verb = Permission.ENCOUNTER_CORRECT if then.content else Permission.ENCOUNTER_VOID
        self._deed(verb, then.by, Encounter, row, then.at)

    def _before(self, was: Content, shift: Shift) -> dict[str, Any]:
        lists = self.network.lists(shift.service, shift.day)
        acts = acts_of(was, lists)
        minutes = minutes_of(acts, was, lists)
        names = ("side", "people", "occurred_at", "sex", "age_band", "user_kind", "reason", "note")
        tied = [was.breath] if was.breath and (was.side != Side.CODE or was.breath.joins) else []
        return {name: getattr(was, name) for name in names} | {
            "code": codes.normalised(was.code) if was.code else "",
            "acts": {code: [quantity, minutes[code]] for code, quantity in acts.items()},
            "materials": dict(was.materials),
            "others": dict(was.others),
            "taken": [[one.code, one.quantity, one.source, one.is_estimated] for one in was.taken],
            "signs": [],
            "breaths": [[f"{one.value:.3f}", one.unit, one.device] for one in tied],
            "topics": sorted([kind, code] for kind, code in _topics(was)),
        }

    def _add_parts(
        self, row: dict[str, Any], content: Content, acts: dict[str, int], shift: Shift, at: datetime
    ) -> None:
        lists = self.network.lists(shift.service, shift.day)
        mine = {**_owner(shift), "encounter_id": row["id"]}
        minutes = minutes_of(acts, content, lists)
        for code, quantity in acts.items():
            self._part(Act, at, **mine, code=code, quantity=quantity, minutes=minutes[code])
        for code, quantity in content.materials.items():
            self._part(Handout, at, **mine, code=code, quantity=quantity, others=content.others.get(code, 0))
        for one in content.taken:
            self._part(TakenBack, at, **mine, **vars(one))
        for kind, code in _topics(content):
            self._part(Topic, at, **mine, kind=kind, code=code)
        for model, tied, said in measures.rows(content, lists, row, lambda tied: self._id_of_value(tied, at)):
            where = {"shift_id": shift.pk, "day": shift.day, "recorded_at": at if tied else shift.start}
            self.rows.add(model, _owner(shift) | said | where)

    def _id_of_value(self, tied: bool, at: datetime) -> Any:
        return self._digits(at) if tied else UUID(int=self.rng.getrandbits(128), version=4)

    def _part(self, model: type[Model], at: datetime, **fields: Any) -> None:
        fields["id"], fields["recorded_at"] = self._digits(at), at
        self.rows.add(model, fields)


@lru_cache(maxsize=64)
def _milliseconds(at: datetime) -> int:
    return int(at.timestamp() * 1000)


@lru_cache(maxsize=64)
def _digits_of(id: UUID) -> str:
    return id.hex


def _owner(shift: Shift) -> dict[str, str | None]:
    """The columns of the owner as rows need them."""
    return {name: id and _digits_of(id) for name, id in shift.ownership.items()}


def _topics(content: Content) -> list[tuple[str, str]]:
    said = [(TopicKind.THEME.value, code) for code in content.themes]
    return said + [(TopicKind.SUBSTANCE.value, code) for code in content.substances]
