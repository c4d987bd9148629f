"""By which grants the other side takes part, and how long."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from spojka.access.actor import Actor
from spojka.access.models import Basis, Grant
from spojka.access.permissions import Kind, Level
from spojka.consents.models import ConsentRecipient

from .models import Referral, ReferralIdentity

STAYS = timedelta(days=30)  # so that both may read how it ended
EVALUATED = timedelta(days=400)  # by an agreement: its yearly evaluation counts what nobody is named in


def open_to(referral: Referral, to: UUID, at: datetime, ends_at: datetime | None = None) -> Grant:
    """Let somebody read the offer and all steps, and say theirs."""
    return _grant(referral, referral.pk, to, at, kinds=Kind.WORK, level=Level.CONTRIBUTE, ends_at=ends_at)


def open_identity(identity: ReferralIdentity, to: UUID, stands_on: Grant, at: datetime) -> Grant:
    """Let somebody read who it is, no longer than the consent holds."""
    more = {"stands_on": stands_on, "ends_at": stands_on.ends_at}
    return _grant(identity.referral, identity.pk, to, at, kinds=Kind.PERSONAL, level=Level.READ, **more)


def ground_of(recipient: ConsentRecipient, at: datetime) -> Grant:
    """Return on what a reader of the identity stands: the consent's grant.

    Who has no Spojka has none. Then one that names nobody stands for it: it ends with the recipient's row (consents).
    """
    if recipient.grant:
        return recipient.grant
    known = Grant.objects.current(at).filter(subject_id=recipient.pk).first()
    if known:
        return known
    said = {"subject_id": recipient.pk, "grantee_id": recipient.pk, "holder_id": recipient.service_id}
    lasts = {"starts_at": at, "ends_at": recipient.consent.ends_at}
    return Grant(**said, **lasts, kinds=Kind.PERSONAL, level=Level.READ, basis=Basis.CONSENT).add()


def close_identity(identity: UUID, at: datetime) -> None:
    Grant.objects.filter(subject_id=identity).end(at)


def close(referral: Referral, at: datetime, *, is_evaluated: bool) -> None:
    """End it: who it is closes at once, the rest after a term. Our own service keeps what they said, as a letter."""
    for identity in referral.identities.all():
        close_identity(identity.pk, at)
    lasts = EVALUATED if is_evaluated and referral.agreement_id else STAYS
    Grant.objects.filter(subject_id=referral.pk).exclude(grantee_id=referral.service_id).end(at + lasts)


def hold(referral: Referral, by: Actor, at: datetime) -> Referral:
    """Hold what both sides hold while one of them says something; return it as it is now.

    The row itself can't be held by who only takes part in it.
    """
    grants = Grant.objects.select_for_update().current(at).filter(subject_id=referral.pk)
    list(grants.order_by("pk"))
    if referral.service_id in by.services:
        Referral.objects.select_for_update(of=("self",)).get(pk=referral.pk)
    row: Referral = Referral.objects.all().with_steps().get(pk=referral.pk)
    return row


def _grant(referral: Referral, subject: UUID, to: UUID, at: datetime, **more: Any) -> Grant:
    about = {"subject_id": subject, "grantee_id": to, "holder_id": referral.service_id}
    return Grant(**about, **more, basis=Basis.PARTICIPATION, starts_at=at).add()
