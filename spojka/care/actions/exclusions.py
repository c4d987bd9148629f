from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.clients.models import Client
from spojka.encounters.models import ServiceRefusal, Shift
from spojka.network.models import Membership

from ..endings import last_day
from ..models import Exclusion, ExclusionAgreement, ExclusionReview

TEAM = 2  # so many have to agree
LONGEST = timedelta(days=366)  # so long nobody may leave it unreviewed


@dataclass(frozen=True, kw_only=True)
class Ending:
    """What the end of a service says."""

    ground: str
    what: str
    remedy: str
    starts_on: date
    told: str
    appeal: str
    offered: str
    review_on: date
    ends_on: date | None = None
    until: str = ""
    alone_why: str = ""
    agreed: tuple[Membership, ...] = ()

    @property
    def facts(self) -> dict[str, Any]:
        return {name: said for name, said in vars(self).items() if name != "agreed"}


@action(Permission.EXCLUSION_RECORD, on="of")
def record(
    *,
    by: Actor,
    id: UUID,
    of: Client | Shift,
    ending: Ending,
    at: datetime,
    description: str = "",
    refusal: ServiceRefusal | None = None,
) -> Exclusion:
    """End the service after the team agreed: for a client, or for somebody at an event by a description."""
    Exclusion.objects.all().stop_if_known(id, of.service)
    _check(by, ending, timezone.localdate(at))
    said = _of_client(of, ending) if isinstance(of, Client) else _of_somebody(of, ending, refusal, description)
    exclusion = Exclusion(**of.ownership, id=id, **said, **ending.facts, recorded_by=by.id).add()
    for one in ending.agreed:
        ExclusionAgreement(**exclusion.ownership, exclusion=exclusion, membership=one).add()
    return exclusion


@action(Permission.EXCLUSION_REVIEW, on="exclusion")
def review(
    *, by: Actor, id: UUID, exclusion: Exclusion, said: str, ends_on: date | None, review_on: date, at: datetime
) -> ExclusionReview:
    """Say that the team looked at it again and it goes on, until the same day or another one."""
    ExclusionReview.objects.all().stop_if_known(id, exclusion.service)
    today = timezone.localdate(at)
    exclusion = _locked(exclusion, today)
    _check_days(exclusion.starts_on, ends_on, exclusion.until, review_on, today)
    shift = None if exclusion.client_id else exclusion.shift
    if shift and (ends_on is None or ends_on > last_day(shift)):
        raise Refusal(_("For somebody without a code it holds no longer than the event."), field="ends_on")
    told = {"said": said, "ends_before": exclusion.ends_on, "ends_on": ends_on, "review_on": review_on}
    made = ExclusionReview(**exclusion.ownership, id=id, exclusion=exclusion, **told, reviewed_by=by.id).add()
    exclusion.change(ends_on=ends_on, review_on=review_on)
    return made


@action(Permission.EXCLUSION_END, on="exclusion")
def end(*, by: Actor, exclusion: Exclusion, why: str, at: datetime) -> Exclusion:
    """Give the service back before the time, with the reason."""
    exclusion = Exclusion.objects.select_for_update(of=("self",)).get(pk=exclusion.pk)
    if exclusion.ended_at and (exclusion.ended_by, exclusion.ended_why) == (by.id, why):
        return exclusion
    if exclusion.ended_at:
        raise Refusal(_("It ended already."))
    return exclusion.change(ended_at=at, ended_by=by.id, ended_why=why, description="")


def _check(by: Actor, ending: Ending, today: date) -> None:
    _check_days(ending.starts_on, ending.ends_on, ending.until, ending.review_on, today)
    if len({one.pk for one in ending.agreed}) >= TEAM:
        return
    if not ending.alone_why:
        raise Refusal(_("At least two of the team agree; else the head says why."), field="agreed")
    if not by.may(Permission.CARE_OVERSEE):
        raise Refusal(_("With fewer than two it is the head who ends a service. Ask them."), field="alone_why")


def _check_days(starts_on: date, ends_on: date | None, until: str, review_on: date, today: date) -> None:
    if ends_on is None and not until:
        raise Refusal(_("Write until which day it holds, or until what happens."), field="ends_on")
    if starts_on > today + LONGEST:
        raise Refusal(_("It starts within a year at latest. Check the year."), field="starts_on")
    if ends_on and ends_on < max(starts_on, today):
        raise Refusal(_("It can't end before it starts or in the past."), field="ends_on")
    latest = min(ends_on or date.max, today + LONGEST)
    if not today <= review_on <= latest:
        raise Refusal(_("The team looks at it again before it ends, within a year at latest."), field="review_on")


def _of_client(client: Client, ending: Ending) -> dict[str, Any]:
    Client.objects.select_for_update(of=("self",)).get(pk=client.pk)
    held = Exclusion.objects.filter(client=client, ended_at=None)
    if held.filter(Q(ends_on=None) | Q(ends_on__gte=ending.starts_on)).exists():
        raise Refusal(_("The service has ended for them already. Review that, or end it first."))
    return {"client": client}


def _of_somebody(shift: Shift, ending: Ending, refusal: ServiceRefusal | None, description: str) -> dict[str, Any]:
    """Of a person at an event, whom the crew knows by a description: it goes with the event."""
    if ending.ends_on is None or ending.ends_on > last_day(shift):
        raise Refusal(_("For somebody without a code it holds no longer than the event."), field="ends_on")
    if refusal and Exclusion.objects.filter(refusal=refusal).exists():
        raise Refusal(_("This is written down already."))
    return {"shift": shift, "refusal": refusal, "description": description}


def _locked(exclusion: Exclusion, today: date) -> Exclusion:
    locked = Exclusion.objects.select_for_update(of=("self",)).select_related("service", "shift__event")
    row: Exclusion = locked.get(pk=exclusion.pk)
    if row.ended_at or (row.ends_on and row.ends_on < today):
        raise Refusal(_("It ended already."))
    return row
