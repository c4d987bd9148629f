"""Walls and secret addresses go along with a merged client, and go on closing the code that was merged."""

from collections.abc import Sequence
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spojka.clients.merging import follows

from . import hiding, standing
from .models import SecretAddress, Wall


def lead_walls(ids: Sequence[UUID], source: UUID, target: UUID) -> list[UUID]:
    """Lead walls over, and let them close both."""
    standing.lead(ids, source, target, timezone.now())
    Wall.objects.filter(pk__in=ids, client=source).update(client=target)
    return list(ids)


follows(Wall, "client", _("walls"), lead=lead_walls)


def lead_secrets(ids: Sequence[UUID], source: UUID, target: UUID) -> list[UUID]:
    """Lead secret addresses over, and let them hide both."""
    hiding.lead(ids, source, target, timezone.now())
    SecretAddress.objects.filter(pk__in=ids, client=source).update(client=target)
    return list(ids)


follows(SecretAddress, "client", _("secret addresses"), lead=lead_secrets)
