"""What of early warning others show: warnings in force, for Today and for the stand."""

from datetime import date
from typing import Any

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.network.models import Organisation

from .models import Audience, EarlyWarning

MOST = 5
MOST_PUBLIC = 50


def in_force(by: Actor, on: date) -> list[Any]:
    """Return the warnings that `by` should know of on the day, those not yet acknowledged first."""
    if not by.may(Permission.WARNING_VIEW):
        return []
    found = rows(EarlyWarning, by=by, to=Permission.WARNING_VIEW).in_force(on).with_seen(by)
    return read(found.order_by("is_seen", "-valid_from", "pk")[:MOST], by=by, to=Permission.WARNING_VIEW)


def for_everybody(house: Organisation, on: date) -> list[EarlyWarning]:
    """Return the public warnings of a house that are in force, for somebody who has not signed in.

    Nobody's reading of what everybody may read is remembered: it would tell nothing and let strangers fill our disk.
    """
    found = rows(EarlyWarning, by=Actor.anybody(), to=Permission.WARNING_VIEW).in_force(on)
    return list(found.filter(organisation=house, audience=Audience.PUBLIC).order_by("-valid_from", "pk")[:MOST_PUBLIC])
