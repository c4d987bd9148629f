"""Who heads a service or a house: to whom a letter goes when nobody nearer is known, who may take a wall down."""

from datetime import date
from typing import Any
from uuid import UUID

from spojka.network.models import Membership

from .roles import HEAD, ROLES

HEADS = tuple(role for role, may in ROLES.items() if may >= HEAD)


def heads_of(service: UUID, on: date) -> Any:
    """Return who heads a service on the day, those first who have been there longest."""
    return _heads(on).filter(services=service)


def heads_of_house(organisation: UUID, on: date) -> Any:
    """Return who heads any service of an organisation on the day, or all of them."""
    return _heads(on).filter(organisation=organisation)


def _heads(on: date) -> Any:
    return Membership.objects.valid(on).filter(role__in=HEADS).select_related("user").order_by("valid_from", "pk")
