"""The laptop at headquarters' door: it joins by a code, and is known again by its credential.

Both name the service first: the database shows a hub only to who acts for its service (access/fence.py).
"""

import hmac
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from spojka.access import fence
from spojka.access.actor import Actor
from spojka.audit import log
from spojka.base.sealed import Resealed, anew, unseal
from spojka.links import doors as links
from spojka.network.models import Service

from .actions import PURPOSE
from .models import Hub

JOINED = "hub.joined"


@dataclass(frozen=True)
class Said:
    """What a laptop tells of itself when it is heard."""

    waiting: int
    returned: int
    certificate_ends: datetime | None


def code_of(hub: Hub, token: str) -> str:
    """Return what is typed at the laptop."""
    return f"{hub.service_id.hex}.{token}"


@transaction.atomic
def join(code: str, at: datetime) -> dict[str, Any]:
    """Use a code up and give the laptop what it needs. Raises LinkOver for any other code."""
    service, token = _service_first(code)
    hub = _hubs(service).filter(link=links.find(purpose=PURPOSE, token=token, at=at), revoked_at=None).first()
    if hub is None or hub.link is None:
        raise links.LinkOver
    links.use(hub.link, at)
    secret = links.new_token()
    hub.change(credential_hash=links.hash_of(secret), joined_at=at, heard_at=at)
    log.deed(verb=JOINED, by=_itself(hub.service), row=hub)
    return {
        "hub": str(hub.pk),
        "name": hub.name,
        "house": hub.service.organisation.name,
        "address": hub.address,
        "passing": unseal(hub.passing),
        "credential": f"{hub.service_id.hex}.{hub.pk.hex}.{secret}",
    }


def known(credential: str) -> Hub | None:
    """Return the hub whose laptop speaks, also a revoked one: it must hear that it is to wipe itself."""
    try:
        service, rest = _service_first(credential)
        id, _dot, secret = rest.partition(".")
        hub = _hubs(service).filter(pk=UUID(id)).first()
    except (links.LinkOver, ValueError):
        return None
    is_its = hub is not None and hmac.compare_digest(hub.credential_hash, links.hash_of(secret))
    return hub if is_its else None


def hear(hub: Hub, said: Said, delivered: int, at: datetime) -> None:
    """Remember that the laptop was heard, and what it said; it is no deed of anybody's."""
    fence.tell(_itself(hub.service))
    Hub.objects.filter(pk=hub.pk).update(heard_at=at, delivered=hub.delivered + delivered, **vars(said))


def _itself(service: Service) -> Actor:
    return Actor.system("hub", service, frozenset())


def _hubs(service: Service) -> Any:
    fence.tell(_itself(service))
    return Hub.objects.select_related("service__organisation", "link").filter(service=service)


def _service_first(text: str) -> tuple[Service, str]:
    id, _dot, rest = text.partition(".")
    try:
        service = Service.objects.select_related("organisation").filter(pk=UUID(id)).first()
    except ValueError:
        service = None
    if service is None:
        raise links.LinkOver
    return service, rest


def reseal() -> Resealed:
    """Seal the secrets of all hubs anew, by the newest key."""
    told = Resealed()
    for hub in Hub.objects.select_for_update().order_by("pk"):
        texts = anew({column: getattr(hub, column) for column in ("key", "marking", "passing")})
        if texts is not None:
            hub.change(**texts)
        told += Resealed(lost=1) if texts is None else Resealed(1)
    return told
