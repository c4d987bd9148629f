"""Encounters on their way to a page: what comes along is audited, what is private stays behind."""

from collections.abc import Iterable

from spojka.access.actor import Actor
from spojka.access.doors import read
from spojka.access.permissions import Permission

from .models import Encounter


def with_clients(found: Iterable[Encounter], *, by: Actor) -> list[Encounter]:
    """Return encounters ready to be shown: their clients' codes are audited as read, notes of others left out.

    A note stays in its service, whatever a grant or the right to read the house opens.
    """
    listed = list(found)
    clients = {row.client.pk: row.client for row in listed if row.client}
    read(clients.values(), by=by, to=Permission.CLIENT_VIEW)
    for row in listed:
        if not row.is_own_of(by):
            row.note = ""  # in memory only; the row is never saved from a page
    return listed


def read_with_clients(found: Iterable[Encounter], *, by: Actor) -> list[Encounter]:
    """Return encounters that come along with another row, audited as read, ready to be shown."""
    return with_clients(read(found, by=by, to=Permission.ENCOUNTER_VIEW), by=by)  # type: ignore[arg-type]
