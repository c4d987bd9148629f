"""From a code to the client it leads to now: one that was merged leads to where it was merged into."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from spojka.base.errors import Refusal
from spojka.network.models import Service

from .models import Client


class Merged(Refusal):
    """The code leads to another client now."""


def client_of(service: Service, code: str) -> Client | None:
    """Return the client that a code leads to, held until the end of the transaction so that nobody merges it away."""
    return _held(_rows().filter(service=service, code=code).first())


def clients_of(service: Service, codes: Collection[str]) -> dict[str, Client]:
    """Return the same for many codes; one that is not known is not there."""
    rows = _rows().filter(service=service, code__in=list(codes)).order_by("pk")
    return {row.code: one for row in rows if (one := _held(row))}


def now(client: Client) -> Client:
    """Return who a client is now, to be shown."""
    while client.merged_into_id:
        client = client.merged_into
    return client


def locked(*clients: Client) -> dict[UUID, Client]:
    """Return the clients as they are now, held until the end of the transaction."""
    rows = Client.objects.select_for_update(of=("self",)).filter(pk__in=[one.pk for one in clients])
    return {row.pk: row for row in rows.order_by("pk")}


def standing(client: Client) -> Client:
    """Return the client as it is now, held; refuse one that was merged away."""
    return stop_if_merged(locked(client)[client.pk])


def stop_if_merged(client: Client) -> Client:
    """Refuse to change a row that was merged away."""
    if client.merged_into_id:
        raise Merged(_("%(code)s was merged already. Open the client it leads to.") % {"code": client.code})
    return client


def _held(client: Client | None) -> Client | None:
    while client and client.merged_into_id:
        client = _rows().get(pk=client.merged_into_id)
    return client


def _rows() -> QuerySet[Client]:
    return Client.objects.select_for_update(no_key=True, of=("self",))
