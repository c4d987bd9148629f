"""How sharing ends: the recipient's row says why, its grant ends in the same moment."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.models import Grant
from spojka.clients.agreeing import register_fall
from spojka.clients.models import Agreement

from .models import Consent, ConsentRecipient, EndedWhy


@dataclass(frozen=True)
class Ending:
    """Why something ends, in what words, who wrote it down, when."""

    why: EndedWhy
    how: str
    by: Actor
    at: datetime


def end(row: ConsentRecipient, ending: Ending) -> ConsentRecipient:
    """End sharing with one recipient."""
    # what else stands on the row, as who a referral without Spojka is about, is a grant that names it
    Grant.objects.filter(Q(pk=row.grant_id) | Q(subject_id=row.pk)).end(ending.at)
    return row.change(ended_at=ending.at, ended_why=ending.why, ended_how=ending.how, ended_by=ending.by.id)


def end_all(consent: Consent, ending: Ending) -> Consent:
    """End a consent with all its recipients."""
    for row in consent.recipients.select_for_update(of=("self",)).filter(ended_at=None).order_by("place_in_order"):
        end(row, ending)
    return consent.change(withdrawn_at=ending.at, withdrawn_how=ending.how, withdrawn_by=ending.by.id)


@register_fall
def fall(agreement: Agreement, by: Actor) -> None:
    """End what stands on a base statement that is withdrawn, at once: whatever day it was withdrawn on."""
    at = timezone.now()
    standing = Consent.objects.select_for_update(of=("self",)).filter(statement=agreement, withdrawn_at=None)
    for consent in standing.order_by("pk"):
        end_all(consent, Ending(EndedWhy.STATEMENT, agreement.withdrawn_how, by, at))
