"""Walls go along with a merged client, and go on closing the code that was merged."""

from collections.abc import Sequence
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spojka.clients.merging import follows

from . import standing
from .models import Wall


def lead_walls(ids: Sequence[UUID], source: UUID, target: UUID) -> list[UUID]:
    """Lead walls over, and let them close both."""
    standing.lead(ids, source, target, timezone.now())
    Wall.objects.filter(pk__in=ids, client=source).update(client=target)
    return list(ids)


follows(Wall, "client", _("walls"), lead=lead_walls)
