"""The one question that who holds a receipt may ask of us: whether it still holds."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from spojka.access import fence
from spojka.access.actor import Actor, ActorKind
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.consents.models import Consent, ConsentRecipient
from spojka.network.models import Service

from .content import ids_of

VIEW = Permission.CONSENT_VIEW


@dataclass(frozen=True)
class Standing:
    """Whether a consent holds, and of its recipients in their order whether anything is shared with them."""

    holds: bool
    each: list[bool]


def standing(said: dict[str, Any], at: datetime) -> Standing:
    """Return how what a receipt says stands now. Of one whose consent is not here, nothing holds."""
    consent_id, service_id = ids_of(said)
    nothing = Standing(False, [False] * len(said["r"]))
    service = Service.objects.select_related("organisation").filter(pk=service_id).first()
    if service is None:
        return nothing
    # of that service's rows, this one consent; the audit names the receipt and nobody
    asks = Actor.system("receipt", service, frozenset({VIEW}))
    asks = replace(asks, kind=ActorKind.PUBLIC, id=str(consent_id), role=ActorKind.PUBLIC)
    fence.tell(asks)  # untold again by the middleware
    found = read(rows(Consent, by=asks, to=VIEW).filter(pk=consent_id), by=asks, to=VIEW)
    if not found or found[0].given_on.isoformat() != said["g"] or found[0].kinds != said["k"]:
        return nothing
    theirs = rows(ConsentRecipient, by=asks, to=VIEW).filter(consent=consent_id).order_by("place_in_order")
    open_ = set(theirs.open(at).values_list("pk", flat=True))
    each = [pk in open_ for pk in theirs.values_list("pk", flat=True)]
    return Standing(any(each), each[: len(said["r"])])
