"""The way in: from a secret to who looks, and from the device's cookie to them again."""

import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import BoundedSemaphore
from uuid import UUID

from django.core import signing
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.models import Basis, Grant
from spojka.base.errors import Refusal
from spojka.links import doors as links
from spojka.links.models import Link

from . import secret
from .models import PURPOSE

COOKIE, SALT = "look", "spojka look"
IDLE = timedelta(minutes=10)
SLOW = 1.0  # seconds that a wrong secret waits
_waiting = BoundedSemaphore(2)  # so many may wait at once, or guessing would hold all our threads


class Wrong(Refusal):
    """The secret opens nothing (any more). One sentence for all reasons."""


@dataclass(frozen=True)
class Looker:
    """Who looks: the actor, and the link that lets them."""

    actor: Actor
    link: Link


def enter(typed: str, at: datetime) -> Link:
    """Return the link of a secret. Raises Wrong, slowly; a right one is never made to wait by the wrong ones."""
    said = secret.read(typed)
    try:
        if said:
            return links.find(purpose=PURPOSE, token=said, at=at)
    except links.LinkOver:
        pass
    if _waiting.acquire(blocking=False):
        try:
            time.sleep(SLOW)
        finally:
            _waiting.release()
    raise Wrong(_("These letters open nothing. Read them once more; if the paper is old, ask us for a new one."))


def cookie_of(link: Link) -> str:
    """Return what the device remembers for a while."""
    return signing.dumps(str(link.pk), salt=SALT)


def looker_of(cookie: str, at: datetime) -> Looker | None:
    """Return who looks; nobody after the time, or when the sheet has ended."""
    try:
        id = UUID(signing.loads(cookie, salt=SALT, max_age=IDLE))
    except (signing.BadSignature, ValueError):
        return None
    link = Link.objects.filter(pk=id, purpose=PURPOSE).first()
    return Looker(Actor.client(link.pk), link) if link and link.is_open(at) else None


def subject_of(looker: Looker) -> UUID | None:
    """Return the client whose record the sheet opens."""
    grant = Grant.objects.current(timezone.now()).filter(grantee_id=looker.link.pk, basis=Basis.OWN_LOOK).first()
    return grant.subject_id if grant else None
