"""Who is around a client: added, changed, moved on the drawing, taken off the map."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.owned import Changed, Repeated
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.sealed import seal
from spojka.clients.leading import standing
from spojka.clients.models import Client
from spojka.network.models import Service

from ..content import Somebody, somebody
from ..models import EcomapTie


class NotThere(Refusal):
    """Somebody changed it or took it off meanwhile."""


@action(Permission.TIE_ADD, on="client")
def add(*, by: Actor, id: UUID, client: Client, who: Somebody) -> EcomapTie:
    """Put somebody on the map."""
    _stop_if_known(id, client.service, who)
    client = standing(client)
    return EcomapTie(**client.ownership, **_columns(who), id=id, client=client, recorded_by=by.id).add()


@action(Permission.TIE_CHANGE, on="tie")
def change(*, by: Actor, id: UUID, tie: EcomapTie, who: Somebody, at: datetime) -> EcomapTie:
    """Say it otherwise from now on: what stood before stays to be seen, the place on the drawing too."""
    _stop_if_known(id, tie.service, who)
    tie = _locked(tie)
    if tie.ended_at:
        raise NotThere(_("Somebody has changed this meanwhile, or taken it off the map. Look at the map first."))
    if somebody(tie) == who:
        return tie
    tie.change(ended_at=at, ended_by=by.id)
    place = {"x": tie.x, "y": tie.y, "replaces": tie, "recorded_by": by.id, "recorded_at": at}
    return EcomapTie(**tie.ownership, **_columns(who), **place, id=id, client_id=tie.client_id).add()


@action(Permission.TIE_MOVE, on="tie")
def move(*, by: Actor, tie: EcomapTie, x: int, y: int) -> EcomapTie:
    """Put it elsewhere on the drawing; of two who move it the last one decides."""
    tie = _locked(tie)
    return tie if tie.ended_at else tie.change(x=x, y=y)


@action(Permission.TIE_END, on="tie")
def end(*, by: Actor, tie: EcomapTie, at: datetime) -> EcomapTie:
    """Take somebody off the map; on the maps of before they stay."""
    tie = _locked(tie)
    return tie if tie.ended_at else tie.change(ended_at=at, ended_by=by.id)


def _locked(tie: EcomapTie) -> EcomapTie:
    row: EcomapTie = EcomapTie.objects.select_for_update(of=("self",)).get(pk=tie.pk)
    return row


def _stop_if_known(id: UUID, service: Service, who: Somebody) -> None:
    known = EcomapTie.objects.filter(pk=id, service=service).first()
    if known:
        raise Repeated(known) if somebody(known) == who else Changed(known)


def _columns(who: Somebody) -> dict[str, object]:
    plain = {"group": who.group, "strength": who.strength, "is_stressful": who.is_stressful}
    note = seal(who.note) if who.note else ""
    return plain | {"direction": who.direction, "name": seal(who.name), "note": note}
