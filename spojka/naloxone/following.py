"""What of overdoses goes along with a client who is merged or split: only what was tied to them on purpose."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from spojka.clients.merging import follows

from .models import OverdoseTie


def lead(ids: Sequence[UUID], source: UUID, target: UUID) -> list[UUID]:
    """Lead ties over, but for an overdose that is tied to the other one already."""
    known = OverdoseTie.objects.filter(client=target, ended_at=None).values("overdose")
    ties = OverdoseTie.objects.select_for_update(of=("self",)).filter(pk__in=ids, client=source)
    led = [one.change(client_id=target).pk for one in ties.exclude(overdose__in=known, ended_at=None).order_by("pk")]
    return led


follows(OverdoseTie, "client", _("overdoses that were tied to them"), lead=lead)
