"""Who sees what of a case: grants of the case and of each party, each standing on a ground of the client."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q

from spojka.access.actor import Actor
from spojka.access.models import Basis, Grant
from spojka.access.owned import Openings
from spojka.access.permissions import Kind, Level
from spojka.base.sorting import czech
from spojka.clients.models import Client
from spojka.inquiries.content import Ground, grounds_of
from spojka.network.models import Service

from .models import Case, Participant, Party, Tie

READING_ON = timedelta(days=30)  # after closing, so that the evaluation is read
EVERYTHING = int(Kind.ANYTHING | Kind.WORK)


@dataclass(frozen=True)
class Side:
    """One whom grounds of the clients name, with what they open of which party."""

    grantee: UUID
    name: str
    ground: Ground  # any of them: who they are
    by_party: dict[UUID, list[Ground]] = field(default_factory=dict)

    def of(self, party: Party) -> list[Ground]:
        return self.by_party.get(party.pk, [])

    def kinds_of(self, party: Party) -> Kind:
        """Return what may be told of a party, by all grounds together."""
        found = Kind(0)
        for one in self.of(party):
            found |= one.what
        return found


def client_of(party: Party, service: UUID) -> Client | None:
    """Return which client of a service a party is."""
    tie = Tie.objects.filter(party=party, service=service).select_related("client__service").first()
    return tie.client if tie else None


def sides(case: Case, at: datetime) -> list[Side]:
    """Return whom the clients of the coordinating service let know of them, but for itself."""
    found: dict[UUID, Side] = {}
    for party in Party.objects.present().filter(case=case).order_by("joined_on", "pk"):
        client = client_of(party, case.service_id)
        for ground in grounds_of(client, at) if client else ():
            grantee = ground.grant.grantee_id
            if grantee != case.service_id:
                side = found.setdefault(grantee, Side(grantee, str(ground), ground))
                side.by_party.setdefault(party.pk, []).append(ground)
    return sorted(found.values(), key=lambda one: (czech(one.name), one.grantee))


def open_to_host(service: Service | UUID, subjects: Iterable[UUID], at: datetime, kinds: int = EVERYTHING) -> None:
    """Let the coordinating service see what others write into the case."""
    holder = service.pk if isinstance(service, Service) else service
    for subject in subjects:
        _grant(subject, holder, holder, kinds, at)


def open_to(case: Case, grantee: UUID, party: Party, ground: Ground, stands_on: Grant, at: datetime) -> None:
    """Let one who is named by a ground see of a party what the ground opens, as long as it does; and the case."""
    lasts = {"stands_on": stands_on, "ends_at": stands_on.ends_at}
    for subject, kinds in ((party.pk, int(ground.what | Kind.WORK)), (case.pk, int(Kind.WORK))):
        _grant(subject, grantee, case.service_id, kinds, at, **lasts)


def opened(case: Case, grantee: UUID, at: datetime) -> Any:
    """Return the grants of a case and its parties that are open to one."""
    return Grant.objects.current(at).filter(_of(case), grantee_id=grantee, basis=Basis.PARTICIPATION)


def close_to(case: Case, grantee: UUID, at: datetime) -> None:
    """Let one see nothing of the case any more."""
    opened(case, grantee, at).end(at)


def close_by(party: Party, client: Client, at: datetime) -> None:
    """Let nobody see a party, nor the case for its sake, by grounds of a client who it is not."""
    theirs = Grant.objects.filter(basis=Basis.PARTICIPATION, stands_on__subject_id=client.pk)
    theirs.filter(Q(subject_id=party.pk) | Q(subject_id=party.case_id)).end(at)


def close_after_reading(case: Case, at: datetime) -> None:
    """Let guests see the closed case for a month at most."""
    last = at + READING_ON
    guests = Grant.objects.filter(_of(case), basis=Basis.PARTICIPATION).exclude(grantee_id=case.service_id)
    guests.filter(Q(ends_at=None) | Q(ends_at__gt=last)).update(ends_at=last)


def taking_part(case: Case, service: Service, at: datetime) -> Participant | None:
    """Return as whom a service takes part, if it sees the case now."""
    present = Participant.objects.present().filter(case=case).exclude(grantee_id=None).order_by("joined_on", "pk")
    for one in present:
        names = {service.pk, service.organisation_id}
        is_theirs = one.grantee_id in names or (one.worker is not None and _works_in(one, service))
        if is_theirs and opened(case, one.grantee_id, at).exists():
            return one
    return None


def _works_in(one: Participant, service: Service) -> bool:
    return bool(one.worker and one.worker.services.filter(pk=service.pk).exists())


def openings(case: Case, by: Actor) -> Openings:
    """Return what is open to `by` of a case and its people now, for one page."""
    return Openings.among(by, _of(case))


def _of(case: Case) -> Q:
    return Q(subject_id=case.pk) | Q(subject_id__in=Party.objects.filter(case=case).values("pk"))


def _grant(subject: UUID, grantee: UUID, holder: UUID, kinds: int, at: datetime, **more: Any) -> Grant:
    about = {"subject_id": subject, "grantee_id": grantee, "holder_id": holder, "kinds": kinds}
    return Grant(**about, **more, level=Level.CONTRIBUTE, basis=Basis.PARTICIPATION, starts_at=at).add()
