"""What a link's token leads to."""

from dataclasses import replace
from datetime import datetime

from django.utils import timezone

from spojka.access import fence
from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.links import doors as links

from . import reading
from .models import PURPOSE, Referral
from .reading import Told

VIEW = Permission.REFERRAL_VIEW


def behind(token: str, at: datetime) -> tuple[Actor, Told]:
    """Return the holder of a link and what it leads to; anything else is over, and why is not said."""
    link = links.find(purpose=PURPOSE, token=token, at=at)
    holder = Actor.link_holder(link.pk)
    fence.tell(holder)  # untold again by the middleware
    found = reading.with_steps(rows(Referral, by=holder, to=VIEW), holder).order_by("pk").first()
    if found is None:
        raise links.LinkOver
    holder = replace(holder, organisation=found.organisation)
    read([found, *found.steps.all()], by=holder, to=VIEW)
    return holder, reading.told(found, holder, timezone.localdate(at))
