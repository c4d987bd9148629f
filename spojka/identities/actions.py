from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.clients import leading
from spojka.clients.actions import agreements
from spojka.clients.models import Client

from . import resting, sealing
from .marking import remark
from .models import Identity
from .sealing import Person


class Clash(Refusal):
    """Somebody else changed it meanwhile."""


class NotAgreed(Refusal):
    """Nobody wrote down that the client agreed, nor why the name is kept without it."""


@action(Permission.IDENTITY_NAME, on="client")
def name(
    *,
    by: Actor,
    id: UUID,
    client: Client,
    person: Person,
    today: date,
    agreed: Mapping[str, Any] | None = None,
    without_why: str = "",
    version: int = 0,
) -> Identity:
    """Write down who a client is, or put it right; `version` is the one that the worker started from.

    It rests on the client's agreement: one that stands, one that is given now (`agreed`: what agreements.record asks
    for), or else on a reason.
    """
    Identity.objects.all().stop_if_known(id, client.service)
    client = leading.standing(client)
    known = Identity.objects.filter(client=client).first()
    if known and known.version == version + 1 and known.sealed and sealing.opened(known.sealed, client.pk) == person:
        return known  # sent twice
    if (known.version if known and known.sealed else 0) != version:
        raise Clash(_("Somebody else has changed it meanwhile. Look at it and write it once more."))
    if agreed:
        agreements.record(by=by, client=client, taken_by=by.id, given_on=today, today=today, **agreed)
    has_agreed = resting.agreement_of(client) is not None
    if not has_agreed and not without_why:
        raise NotAgreed(_("Say how the person agreed, or why the name is kept without it."), field="basis")
    said: dict[str, Any] = {"sealed": sealing.seal(person, client.pk), "recorded_by": by.id}
    said |= {"erased_at": None, "erased_why": "", "without_why": "", "without_since": None}
    if not has_agreed:
        said |= {"without_why": without_why, "without_since": today}
    if known:
        made = known.change(**said, version=known.version + 1)
    else:
        made = Identity(**client.ownership, id=id, client=client, **said).add()
    remark(made, person)
    return made


@action(Permission.IDENTITY_ERASE, on="identity")
def erase(*, by: Actor, identity: Identity, why: str, at: datetime) -> Identity:
    """Erase who a client is; the record stays under its code."""
    identity = Identity.objects.select_for_update(of=("self",)).get(pk=identity.pk)
    if not identity.sealed:
        return identity
    identity.marks.all().delete()
    gone = {"sealed": "", "without_why": "", "without_since": None}
    return identity.change(**gone, erased_at=at, erased_why=why, version=identity.version + 1)
