"""Ties go along with a merged client: a party stays the same person, and walls close it as they close them."""

from collections.abc import Sequence
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spojka.clients.merging import follows

from .closing_off import settle
from .models import Tie
from .own_look import settle_merged


def lead(ids: Sequence[UUID], source: UUID, target: UUID) -> Sequence[UUID]:
    """Lead ties over to another client."""
    ties = Tie.objects.filter(pk__in=ids, client=source)
    parties = list(ties.order_by("pk").values_list("party_id", flat=True))
    ties.update(client=target)
    settle(parties, timezone.now())
    settle_merged((source, target), timezone.now())
    return ids


follows(Tie, "client", _("ties to cases"), lead=lead)
