"""Consents and tellings go along with a merged client, and what they open with them: it is the same person."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from spojka.access.models import Grant
from spojka.clients.merging import follows

from .models import Consent, ConsentRecipient, Opening


def lead_consents(ids: Sequence[UUID], source: UUID, target: UUID) -> list[UUID]:
    """Lead consents over, with the grants of their recipients."""
    named = ConsentRecipient.objects.filter(consent__in=ids).exclude(grant=None)
    _lead_grants(list(named.order_by("pk").values_list("grant_id", flat=True)), source, target)
    Consent.objects.filter(pk__in=ids, client=source).update(client=target)
    return list(ids)


def lead_openings(ids: Sequence[UUID], source: UUID, target: UUID) -> list[UUID]:
    """Lead tellings over, with their grants."""
    theirs = Opening.objects.filter(pk__in=ids).exclude(grant=None)
    _lead_grants(list(theirs.order_by("pk").values_list("grant_id", flat=True)), source, target)
    Opening.objects.filter(pk__in=ids, client=source).update(client=target)
    return list(ids)


def _lead_grants(ids: Sequence[UUID], source: UUID, target: UUID) -> None:
    Grant.objects.filter(pk__in=ids, subject_id=source).update(subject_id=target)


follows(Consent, "client", _("consents to share"), lead=lead_consents)
follows(Opening, "client", _("tellings without consent"), lead=lead_openings)
