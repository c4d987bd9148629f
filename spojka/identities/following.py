"""A name goes along with a merged client, sealed anew; it stays where it was if the other one has a name too."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from spojka.clients.merging import follows

from . import sealing
from .models import Identity


def lead(ids: Sequence[UUID], source: UUID, target: UUID) -> list[UUID]:
    """Lead the names over to a client that has none; each is sealed to its client, so it is sealed anew."""
    if Identity.objects.filter(client=target).exists():
        return []
    led = []
    for row in Identity.objects.select_for_update(of=("self",)).filter(pk__in=ids, client=source).order_by("pk"):
        person = sealing.opened(row.sealed, source) if row.sealed else None
        if row.sealed and person is None:
            continue  # by a key that is here no more: it stays where it can be opened when the key comes back
        row.change(client_id=target, sealed=sealing.seal(person, target) if person else "", version=row.version + 1)
        led.append(row.pk)
    return led


follows(Identity, "client", _("names"), lead=lead)
