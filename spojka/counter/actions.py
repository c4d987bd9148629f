from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.clients.models import Client

from .models import Pass


class HasPass(Refusal):
    """A client has one card at a time."""


@action(Permission.PASS_ISSUE, on="client")
def issue(*, by: Actor, id: UUID, client: Client, number: str) -> Pass:
    """Make a card for a client. Who has one gets another only after it was ended."""
    Pass.objects.all().stop_if_known(id, client.service)
    Client.objects.select_for_update().get(pk=client.pk)
    if Pass.objects.filter(client=client, ended_at=None).exists():
        raise HasPass(_("This client has a card. If it is lost, end it first."))
    return Pass(**client.ownership, id=id, client=client, number=number, issued_by=by.id).add()


@action(Permission.PASS_END, on="card")
def end_pass(*, by: Actor, card: Pass, at: datetime) -> Pass:
    """Say that a card is lost or no longer needed: its number leads nowhere from now on."""
    return card if card.ended_at else card.change(ended_at=at, ended_by=by.id)
