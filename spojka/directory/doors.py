"""Looking into the directory: with what is open to everybody, which no other page takes into account."""

from dataclasses import replace
from typing import Any

from spojka.access import fence
from spojka.access.actor import EVERYBODY, Actor
from spojka.access.doors import rows
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name

from .models import ServiceEntry

VIEW = Permission.DIRECTORY_VIEW


def looker(by: Actor) -> Actor:
    """Return `by` as one who may also read what is open to everybody; the database is told, too."""
    wide = replace(by, names=by.names | {EVERYBODY})
    fence.tell(wide)
    return wide


def entries(by: Actor) -> Any:
    """Return the standing entries that a looker() finds."""
    return rows(ServiceEntry, by=by, to=VIEW).standing()


def own_entries(by: Actor) -> Any:
    """Return the standing entries of the services `by` works in, of those services themselves."""
    return entries(by).filter(service__in=by.services, is_own=True).order_by(by_name(), "pk")
