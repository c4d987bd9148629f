"""What the client's own look is made of: access sheets, and what the client said."""

from datetime import date, datetime
from typing import Any

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.base.prepared import prepared
from spojka.clients.models import Client

from .lookers import as_service
from .models import OF_CASE, AccessSheet, Part, Remark, Withholding
from .opening import shown_again

LOOK = Permission.LOOK_VIEW
REMARKS = Permission.REMARK_VIEW
WITHHELD = Permission.WITHHOLDING_VIEW


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
    return read(_open(by, most), by=by, to=REMARKS)


@prepared
def _open(by: Actor, most: int) -> Any:
    found = rows(Remark, by=by, to=Permission.REMARK_ANSWER).open().select_related("client", "service")
    return found.order_by("recorded_at", "pk")[:most]


def withholdings_of(client: Client, by: Actor) -> list[Any]:
    """Return what was withheld from the own look of a client, or proposed to be, the newest first."""
    found = rows(Withholding, by=by, to=WITHHELD).filter(client=client).order_by("-recorded_at", "-pk")
    return read(found, by=by, to=WITHHELD)


def withheld_shared(client: Client, by: Actor, at: datetime) -> dict[Part, datetime]:
    """Return which parts of a case are not shown to the client now, and when they are again."""
    with as_service(client, by, WITHHELD) as asks:
        found = rows(Withholding, by=asks, to=WITHHELD).filter(client=client, part__in=OF_CASE)
        return shown_again(found, at)


def to_decide(by: Actor, today: date, most: int = 5) -> list[Any]:
    """Return what others proposed to withhold and `by` may decide, the oldest first."""
    if not by.may(Permission.WITHHOLDING_REVIEW):
        return []
    return read(_proposed(by, today, most), by=by, to=WITHHELD)


@prepared
def _proposed(by: Actor, today: date, most: int) -> Any:
    found = rows(Withholding, by=by, to=Permission.WITHHOLDING_REVIEW).open(today).filter(is_approved=None)
    found = found.exclude(proposed_by=by.id).select_related("client", "service")
    return found.order_by("recorded_at", "pk")[:most]
