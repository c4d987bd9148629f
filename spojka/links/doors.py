"""Issuing, finding, using and taking back a link."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from django.utils.translation import gettext as _

from spojka.base.errors import Refusal

from .models import Link

BYTES = 32  # 256 bits: guessing is hopeless, so a plain hash without salt suffices


class LinkOver(Refusal):
    """The link leads nowhere (any more). One sentence for all reasons: who guesses learns nothing."""

    def __init__(self) -> None:
        super().__init__(
            _("This link does not hold: it was used already, it is too old, or it was taken back. Ask for a new one.")
        )


def new_token() -> str:
    """Return a token for a letter."""
    return secrets.token_urlsafe(BYTES)


def hash_of(token: str) -> str:
    """Return what is kept of a token."""
    return sha256(token.encode()).hexdigest()


def issue(*, purpose: str, token: str, at: datetime, lasts: timedelta) -> Link:
    """Write down a link that holds from now on."""
    return Link(purpose=purpose, token_hash=hash_of(token), recorded_at=at, expires_at=at + lasts).add()


def find(*, purpose: str, token: str, at: datetime) -> Link:
    """Return the link that a token opens now; anything else is over."""
    link = Link.objects.filter(purpose=purpose, token_hash=hash_of(token)).first()
    if link is None or not link.is_open(at):
        raise LinkOver
    return link


def use(link: Link, at: datetime) -> None:
    """Use the link up. Of several who do so at once one gets through."""
    free = Link.objects.filter(pk=link.pk, used_at=None, withdrawn_at=None, expires_at__gt=at)
    if not free.update(used_at=at):
        raise LinkOver


def withdraw(link: Link, at: datetime) -> None:
    """Take the link back, unless it has ended already."""
    Link.objects.filter(pk=link.pk, used_at=None, withdrawn_at=None).update(withdrawn_at=at)
