from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.clients.models import Client

from . import sealing
from .marking import remark
from .models import Identity
from .sealing import Person


class Clash(Refusal):
    """Somebody else changed it meanwhile."""


@action(Permission.IDENTITY_NAME, on="client")
def name(*, by: Actor, id: UUID, client: Client, person: Person, version: int = 0) -> Identity:
    """Write down who a client is, or put it right; `version` is the one that the worker started from."""
    Identity.objects.all().stop_if_known(id, client.service)
    client = Client.objects.select_for_update(of=("self",)).select_related("service").get(pk=client.pk)
    known = Identity.objects.filter(client=client).first()
    if known and known.version == version + 1 and known.sealed and sealing.unseal(known.sealed, client.pk) == person:
        return known  # sent twice
    if (known.version if known and known.sealed else 0) != version:
        raise Clash(_("Somebody else has changed it meanwhile. Look at it and write it once more."))
    said = {"sealed": sealing.seal(person, client.pk), "recorded_by": by.id, "erased_at": None, "erased_why": ""}
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
    return identity.change(sealed="", erased_at=at, erased_why=why, version=identity.version + 1)
