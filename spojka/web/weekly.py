"""The letter of the week: how many things of which kind wait, in each organisation; no names and nobody's words."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.utils import timezone, translation

from spojka.access.actor import Actor
from spojka.mail import letters
from spojka.members import weekly
from spojka.network.models import Membership, User

from .waiting import counted


def remind(at: datetime) -> Iterator[bool]:
    """Write to whoever wants it, once a week, if anything waits. Say of each letter whether it left."""
    for user in weekly.due(timezone.localdate(at)):
        if found := _houses(user, at):
            yield letters.send("web/letters/week.txt", to=user.email, houses=found)


def _houses(user: User, at: datetime) -> list[tuple[str, list[str]]]:
    """Return for each organisation what waits there."""
    works = Membership.objects.valid(timezone.localdate(at)).filter(user=user).select_related("organisation", "user")
    with translation.override(settings.LANGUAGE_CODE):
        told = [(str(one.organisation), counted(Actor.member(one), at)) for one in works.order_by("pk")]
    return [(house, lines) for house, lines in told if lines]
