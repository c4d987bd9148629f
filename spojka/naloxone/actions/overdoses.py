from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.owned import Repeated
from spojka.access.permissions import Permission
from spojka.base.days import start_of
from spojka.base.errors import Refusal
from spojka.clients import leading
from spojka.clients.models import Client
from spojka.encounters.models import Shift
from spojka.network.models import Service

from ..apart import apart
from ..models import Overdose, OverdoseTie


class NotYet(Refusal):
    """The day has not come."""


class NotOurs(Refusal):
    """The client is one of another service."""


@action(Permission.OVERDOSE_RECORD, on="service", into="shift")
def record(
    *,
    by: Actor,
    id: UUID,
    service: Service,
    shift: Shift | None,
    happened_on: date | None,
    day_part: str,
    heard: str,
    ended: str,
    place: dict[str, str],
    place_kind: str,
    substances: Sequence[str],
    called: str,
    naloxone: str,
    doses: int | None,
    ambulance: str,
    today: date,
) -> Service:
    """Write an overdose down. The audit remembers that one came to the service, not which: it knows the moment."""
    Overdose.objects.all().stop_if_known(apart(id), service)
    if happened_on and happened_on > today:
        raise NotYet(_("This day has not come yet."), field="happened_on")
    day = shift.day if shift else today
    said: dict[str, Any] = {
        "happened_on": happened_on,
        "day_part": day_part,
        "heard": heard,
        "ended": ended,
        "called": called,
    }
    said |= {"place_kind": place_kind, "substances": list(substances), "naloxone": naloxone, "ambulance": ambulance}
    Overdose(
        **(shift or service).ownership, **said, **place, id=apart(id), recorded_at=start_of(day), day=day, doses=doses
    ).add()
    return service


@action(Permission.OVERDOSE_VOID, on="overdose")
def void(*, by: Actor, overdose: Overdose, at: datetime) -> Overdose:
    """Say that an overdose was written by mistake. It stays and does not count."""
    return overdose if overdose.voided_at else overdose.change(voided_at=at)


@action(Permission.OVERDOSE_TIE, on="overdose", into="client")
def tie(*, by: Actor, id: UUID, overdose: Overdose, client: Client, reason: str) -> OverdoseTie:
    """Say whose overdose it was, and why that has to be known. Others of the service do not see it."""
    if client.service_id != overdose.service_id:
        raise NotOurs(_("Your service knows nobody under this code."), field="code")
    client = leading.standing(client)
    if known := overdose.ties.filter(client=client, ended_at=None).first():
        raise Repeated(known)
    OverdoseTie.objects.all().stop_if_known(id, overdose.service)
    said = {"overdose": overdose, "client": client, "reason": reason, "tied_by": by.id}
    return OverdoseTie(**overdose.ownership, id=id, **said).add()


@action(Permission.OVERDOSE_UNTIE, on="tie")
def untie(*, by: Actor, tie: OverdoseTie, at: datetime) -> OverdoseTie:
    """Take a tie back; that it was, stays."""
    return tie if tie.ended_at else tie.change(ended_at=at, ended_by=by.id)
