"""Walls of a client, and who may be kept apart from them: for heads alone."""

from typing import Any

from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.clients.models import Client
from spojka.network.models import Membership, Service

from .models import SecretAddress, Wall


def of_client(client: Client, by: Actor) -> list[Any]:
    """Return the walls of a client, the newest first."""
    found = rows(Wall, by=by, to=Permission.WALL_VIEW).filter(client=client)
    found = found.select_related("worker__user", "centre").order_by("-recorded_at", "-pk")
    return read(found, by=by, to=Permission.WALL_VIEW)


def people_of(client: Client, by: Actor) -> list[Any]:
    """Return the colleagues who may be kept apart: those `by` knows of, but `by`."""
    known = rows(Membership, by=by, to=Permission.MEMBER_VIEW).valid(timezone.localdate()).exclude(pk=by.id)
    return list(
        known.filter(organisation=client.organisation_id).select_related("user").order_by(by_name("user__name"), "pk")
    )


def centres_of(client: Client) -> list[Service]:
    """Return the other services of the house."""
    found = Service.objects.filter(organisation=client.organisation_id).running(timezone.localdate())
    return list(found.exclude(pk=client.service_id).order_by(by_name(), "pk"))


def secrets_of(client: Client, by: Actor) -> list[Any]:
    """Return what was said of a secret address, the newest first."""
    found = rows(SecretAddress, by=by, to=Permission.ADDRESS_VIEW).filter(client=client)
    return read(found.order_by("-recorded_at", "-pk"), by=by, to=Permission.ADDRESS_VIEW)
