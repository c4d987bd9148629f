"""The past month in bulk: the very rows that the actions would have made then, audit included."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from django.db.models import Model
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.audit.models import Entry
from spojka.clients import codes
from spojka.clients.models import Client
from spojka.encounters.content import Content, acts_of, minutes_of
from spojka.encounters.models import (
    Act,
    Breath,
    CrewMember,
    Encounter,
    Handout,
    ServiceRefusal,
    Shift,
    Side,
    Topic,
    TopicKind,
)
from spojka.network.models import Membership

from .network import Network

ORDER = (Shift, CrewMember, Client, Encounter, Act, Handout, Topic, Breath, ServiceRefusal, Entry)
SOON = timedelta(minutes=10)  # how long after its end a shift is closed


@dataclass
class Mass:
    """Collects rows; `save` inserts them."""

    network: Network
    rng: Random
    now: datetime
    rows: dict[type[Model], list[Model]] = field(default_factory=lambda: {model: [] for model in ORDER})
    clients: dict[tuple[UUID, str], Client] = field(default_factory=dict)

    def save(self) -> None:
        """Insert all that was collected, what others point to first."""
        for model, rows in self.rows.items():
            model.objects.bulk_create(rows, batch_size=500)
            rows.clear()

    def shift(self, *, by: Actor, crew: Iterable[Membership], planned_at: datetime, **fields) -> Shift:
        """A shift that was planned, started as planned and, if it is over, closed soon after its end."""
        owner, team = fields.pop("service"), fields.pop("team", None)
        fields["day"] = timezone.localdate(fields["planned_start"])
        fields["started_at"] = fields["planned_start"]
        shift = Shift(**owner.ownership, team=team, id=self.id(planned_at), recorded_at=planned_at, **fields)
        self._add(shift)
        for member in crew:
            self._part(CrewMember, planned_at, **shift.ownership, shift=shift, membership=member)
        self.deed(Permission.SHIFT_PLAN, by, shift, planned_at)
        self.deed(Permission.SHIFT_START, by, shift, shift.planned_start)
        return shift

    def close(self, shift: Shift, *, by: Actor, ended_at: datetime, note: str) -> None:
        """Close a collected shift."""
        at = ended_at + SOON
        shift.ended_at, shift.closed_at, shift.closed_by, shift.note = ended_at, at, by.id, note
        self.deed(Permission.SHIFT_CLOSE, by, shift, at)

    def record(self, content: Content, *, by: Actor, shift: Shift) -> Encounter:
        """One contact or tally, written down when it happened."""
        at = content.occurred_at
        encounter = Encounter(
            **shift.ownership,
            **content.facts,
            phone_at=content.phone_at,
            digest=content.digest,
            id=self.id(at),
            shift=shift,
            day=shift.day,
            client=self._client(content, by=by, shift=shift),
            recorded_by=by.id,
            recorded_at=at,
        )
        self._add(encounter)
        self._add_parts(encounter, content)
        self.deed(Permission.ENCOUNTER_RECORD, by, encounter, at)
        return encounter

    def refuse(self, *, by: Actor, shift: Shift, at: datetime, **fields) -> ServiceRefusal:
        """A refusal; the description of the person is gone, as the event is over."""
        said = {"wanted": "", "offered": "", "agreed_by": ""} | fields
        mine = {**shift.ownership, "shift": shift, "day": shift.day, "recorded_by": by.id, "recorded_at": at}
        refusal = ServiceRefusal(**mine, **said, id=self.id(at), occurred_at=at, phone_at=at)
        self._add(refusal)
        self.deed(Permission.REFUSAL_RECORD, by, refusal, at)
        return refusal

    def deed(self, verb: Permission, by: Actor, row: Model, at: datetime) -> None:
        """What the audit would have remembered then."""
        self._part(
            Entry,
            at,
            verb=verb,
            actor_kind=by.kind,
            actor_id=by.id,
            role=by.role,
            organisation_id=by.organisation.pk,
            service_id=row.service_id,
            subject_model=row._meta.label,
            subject_id=row.pk,
        )

    def id(self, at: datetime) -> UUID:
        """A UUIDv7 as a phone would have made it `at` that moment."""
        rand = self.rng.getrandbits(74)
        milliseconds = int(at.timestamp() * 1000)
        return UUID(int=milliseconds << 80 | 7 << 76 | (rand >> 62) << 64 | 2 << 62 | rand & ((1 << 62) - 1))

    def _client(self, content: Content, *, by: Actor, shift: Shift) -> Client | None:
        if content.side != Side.CODE:
            return None
        code, at = codes.normalised(content.code), content.occurred_at
        if known := self.clients.get((shift.service_id, code)):
            return known
        mine = {**shift.ownership, "code": code, "sex": content.sex, "recorded_by": by.id, "recorded_at": at}
        client = self.clients[shift.service_id, code] = Client(**mine, id=self.id(at))
        self._add(client)
        self.deed(Permission.CLIENT_ADD, by, client, at)
        return client

    def _add_parts(self, encounter: Encounter, content: Content) -> None:
        lists = self.network.lists(encounter.shift.service, encounter.day)
        mine, at = {**encounter.ownership, "encounter": encounter}, encounter.recorded_at
        acts = acts_of(content, lists)
        minutes = minutes_of(acts, content, lists)
        for code, quantity in acts.items():
            self._part(Act, at, **mine, code=code, quantity=quantity, minutes=minutes[code])
        for code, quantity in content.materials.items():
            self._part(Handout, at, **mine, code=code, quantity=quantity)
        for code in content.themes:
            self._part(Topic, at, **mine, kind=TopicKind.THEME, code=code)
        for code in content.substances:
            self._part(Topic, at, **mine, kind=TopicKind.SUBSTANCE, code=code)
        if content.breath:
            self._add_breath(encounter, content)

    def _add_breath(self, encounter: Encounter, content: Content) -> None:
        """Nothing leads from a value to a client's code, its id and moment neither: see encounters.actions."""
        breath, shift = content.breath, encounter.shift
        tied = content.side != Side.CODE or breath.joins
        at = encounter.recorded_at if tied else shift.start
        row = Breath(
            **encounter.ownership,
            shift=shift,
            encounter=encounter if tied else None,
            day=encounter.day,
            value=breath.value,
            unit=breath.unit,
            factor=str(self.network.lists(shift.service, shift.day).find("breath_unit", breath.unit).extra["factor"]),
            device=breath.device,
            id=self.id(at) if tied else UUID(int=self.rng.getrandbits(128), version=4),
            recorded_at=at,
        )
        self._add(row)

    def _part(self, model: type[Model], at: datetime, **fields) -> None:
        self._add(model(**fields, id=self.id(at), recorded_at=at))

    def _add(self, row: Model) -> None:
        self.rows[type(row)].append(row)
