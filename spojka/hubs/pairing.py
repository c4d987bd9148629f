"""What a phone gets when it is paired, and how it comes to be."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from spojka.base.sealed import unseal
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
    return list(hub.phones.holding(at).select_related("phone__user").order_by("phone__user__name", "pk"))


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
