"""A head keeps a colleague, or another service, apart from a client."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.days import span
from spojka.base.errors import Refusal
from spojka.base.sealed import seal
from spojka.clients.leading import standing as of_now
from spojka.clients.models import Client
from spojka.network.models import Membership, Service

from . import hiding, standing
from .models import SecretAddress, Wall


class Unkept(Refusal):
    """A wall that can't be: against the service itself, against somebody elsewhere, or with nobody left inside."""


@dataclass(frozen=True, kw_only=True)
class KeptOut:
    """Who is kept apart, why, and until which day at most."""

    whom: Membership | Service
    why: str
    ends_on: date | None = None


@action(Permission.WALL_PUT_UP, on="client")
def put_up(*, by: Actor, id: UUID, client: Client, said: KeptOut, at: datetime) -> Wall:
    """Keep somebody apart from a client: they see nothing of them with the next request."""
    Wall.objects.all().stop_if_known(id, client.service)
    client, whom = of_now(client), said.whom
    if whom.organisation_id != client.organisation_id:
        raise Unkept(_("Walls are put up inside of a house. With others simply nothing is shared."), field="whom")
    if whom.pk == client.service_id:
        raise Unkept(_("That is the service the client comes to."), field="whom")
    if said.ends_on and said.ends_on < timezone.localdate(at):
        raise Refusal(_("It would be over already. Choose a later day."), field="ends_on")
    column = "worker" if isinstance(whom, Membership) else "centre"
    ends_at = span(said.ends_on, said.ends_on)[1] if said.ends_on else None
    words = {"why": seal(said.why), "ends_at": ends_at, "raised_by": by.id}
    wall = standing.stand(Wall(**client.ownership, id=id, client=client, **{column: whom}, **words), at)
    if not standing.has_head(client, at):
        raise Unkept(
            _("Then nobody who heads the service would see the client, and nobody could end it."), field="whom"
        )
    return wall


@action(Permission.WALL_TAKE_DOWN, on="wall")
def take_down(*, by: Actor, wall: Wall, why: str, at: datetime) -> Wall:
    """End it: they see again what their role and their service let them see."""
    wall = Wall.objects.select_for_update(of=("self",)).get(pk=wall.pk)
    if wall.ended_at:
        return wall
    standing.fall(wall, at)
    return wall.change(ended_at=at, ended_by=by.id, ended_why=why)


@action(Permission.ADDRESS_HIDE, on="client")
def hide(*, by: Actor, id: UUID, client: Client, why: str, at: datetime) -> SecretAddress:
    """Make the address of a client secret: where they can be met is told to nobody else with the next request."""
    SecretAddress.objects.all().stop_if_known(id, client.service)
    client = of_now(client)
    if SecretAddress.objects.filter(client=client, ended_at=None).exists():
        raise Refusal(_("The address is secret already."))
    row = SecretAddress(**client.ownership, id=id, client=client, why=seal(why), hidden_by=by.id).add()
    hiding.stand(row, at)
    return row


@action(Permission.ADDRESS_SHOW, on="secret")
def show(*, by: Actor, secret: SecretAddress, why: str, at: datetime) -> SecretAddress:
    """End it: others see again where the client was met, as far as they may see the rest."""
    secret = SecretAddress.objects.select_for_update(of=("self",)).get(pk=secret.pk)
    if secret.ended_at:
        return secret
    hiding.fall(secret, at)
    return secret.change(ended_at=at, ended_by=by.id, ended_why=seal(why))
