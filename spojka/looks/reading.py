"""What the client's own look is made of: access sheets, and what the client said."""

from typing import Any

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.clients.models import Client

from .models import AccessSheet, Remark

LOOK = Permission.LOOK_VIEW
REMARKS = Permission.REMARK_VIEW


def sheets_of(client: Client, by: Actor) -> list[Any]:
    """Return the access sheets of a client, the newest first."""
    found = rows(AccessSheet, by=by, to=LOOK).filter(client=client).order_by("-recorded_at", "-pk")
    return read(found, by=by, to=LOOK)


def remarks_of(client: Client, by: Actor) -> list[Any]:
    """Return what a client said of their record, the newest first."""
    found = rows(Remark, by=by, to=REMARKS).filter(client=client).order_by("-recorded_at", "-pk")
    return read(found, by=by, to=REMARKS)


def waiting(by: Actor, most: int = 50) -> list[Any]:
    """Return remarks that wait for an answer, the oldest first."""
    if not by.may(Permission.REMARK_ANSWER):
        return []
    found = rows(Remark, by=by, to=Permission.REMARK_ANSWER).open().select_related("client", "service")
    return read(found.order_by("recorded_at", "pk")[:most], by=by, to=REMARKS)
