"""An access sheet opens the record of the client it was given to: it ends when that one is merged away."""

from collections.abc import Sequence
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spojka.clients.merging import follows, stays
from spojka.clients.models import Client

from .models import AccessSheet, Remark, Withholding
from .opening import renew

stays(AccessSheet, "client", "its grant names that client; who was merged gets a new paper in person")
follows(Remark, "client", _("remarks of the client"))


def lead_withheld(ids: Sequence[UUID], source: UUID, target: UUID) -> list[UUID]:
    """Lead over what is withheld; the paper of the merged code shows it no more than the other one."""
    Withholding.objects.filter(pk__in=ids, client=source).update(client=target)
    is_taken_back = Client.objects.filter(pk=target, merged_into=source).exists()
    for client in Client.objects.filter(pk__in=(source, target) if is_taken_back else (target,)):
        renew(client, timezone.now())
    return list(ids)


follows(Withholding, "client", _("what the own look does not show"), lead=lead_withheld)
