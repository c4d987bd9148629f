"""What a phone gets when it is paired, and how it comes to be."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from spojka.access import fence
from spojka.access.actor import Actor
from spojka.access.doors import rows
from spojka.access.permissions import Permission
from spojka.base.sealed import unseal
from spojka.base.sorting import by_name
from spojka.codelists.catalogue import names
from spojka.members.doors import memberships_of
from spojka.network.models import User
from spojka.phones.models import Phone

from .joining import code_of as code_of
from .models import Hub, PairedPhone
from .sealing import pass_of


def address_of(request: HttpRequest, hub: Hub) -> str:
    """Return the whole address of the page on which a phone is paired."""
    return request.build_absolute_uri(reverse("hubs:pair", args=[hub.organisation.slug, hub.pk]))


def phone_of(id: UUID) -> Phone:
    """Return a phone that was just heard."""
    return Phone.objects.get(pk=id)


def phones_of(hub: Hub, at: datetime) -> list[PairedPhone]:
    """Return which phones are paired now."""
    return list(hub.phones.holding(at).select_related("phone__user").order_by(by_name("phone__user__name"), "pk"))


def words_of(user: User, hub: UUID, on: date) -> dict[str, str] | None:
    """Return what materials are called where `user` may pair with the hub; None when they may not."""
    try:
        for membership in memberships_of(user, on):
            membership.user = user
            actor = Actor.member(membership)
            fence.tell(actor)
            if rows(Hub, by=actor, to=Permission.HUB_PAIR).filter(pk=hub).exists():
                return names("material", organisation=membership.organisation)
        return None
    finally:
        fence.tell(None)


def told(hub: Hub, paired: PairedPhone, at: datetime) -> dict[str, Any]:
    """Return all that a phone needs: where the hub answers, for whom it seals, its pass, and what time it is."""
    return {
        "id": str(hub.pk),
        "name": hub.name,
        "house": hub.organisation.slug,
        "origin": hub.origin,
        "slot": hub.slot,
        "marking": unseal(hub.marking),
        "pass": pass_of(unseal(hub.passing), paired.phone_id, paired.until),
        "until": int(paired.until.timestamp() * 1000),
        "certificate_ends": int(hub.certificate_ends.timestamp() * 1000) if hub.certificate_ends else None,
        "at": int(at.timestamp() * 1000),
    }
