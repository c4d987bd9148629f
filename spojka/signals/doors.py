"""What of early warning others show: warnings in force, for Today and for the stand."""

from datetime import date
from typing import Any

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission

from .models import EarlyWarning

MOST = 5


def in_force(by: Actor, on: date) -> list[Any]:
    """Return the warnings that `by` should know of on the day, those not yet acknowledged first."""
    if not by.may(Permission.WARNING_VIEW):
        return []
    found = rows(EarlyWarning, by=by, to=Permission.WARNING_VIEW).in_force(on).with_seen(by)
    return read(found.order_by("is_seen", "-valid_from", "pk")[:MOST], by=by, to=Permission.WARNING_VIEW)
