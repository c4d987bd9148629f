"""Who comes and who goes at Zastávka: an invitation that waits, one whose letter got too old, somebody who left."""

from datetime import datetime, timedelta

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.links.doors import new_token
from spojka.members.actions import invitations, memberships
from spojka.members.demo_people import DOMAIN
from spojka.members.models import Invitation
from spojka.members.posts import Post

from .network import Network
from .still import still

INVITED = [  # by whom, called, role, service, days ago
    ("gita", "Nina Rozbřesková", "field_worker", "kcentrum", 2),
    ("david", "Oskar Podzimek", "volunteer_on_duty", "teren", 9),
]
LEFT = ("gita", "lenka", 61)  # by whom, who, days ago
LEAVES = ("gita", "olga", 40)  # by whom, who, in how many days


def build(network: Network, now: datetime, seed: int) -> None:
    """Do what a manager does, each on its day."""
    by, who, ago = LEFT
    then = now - timedelta(days=ago)
    with still(then, seed + ago):
        _end(network, by, who, then, then)
    by, who, ahead = LEAVES
    then = now - timedelta(days=5)
    with still(then, seed + ahead):
        _end(network, by, who, now + timedelta(days=ahead), then)
    for by, name, role, service, ago in INVITED:
        then = now - timedelta(days=ago)
        with still(then, seed + ago):
            _invite(network, by, name, role, service, then)


def _end(network: Network, by: str, who: str, last: datetime, at: datetime) -> None:
    last_day = timezone.localdate(last)
    memberships.end(by=network.actors[by], membership=network.members[who], last_day=last_day, at=at)


def _invite(network: Network, by: str, name: str, role: str, service: str, at: datetime) -> None:
    """Invite somebody; nobody ever had the letter, so its link opens nothing."""
    actor, where = network.actors[by], network.services[service]
    made = invitations.invite(
        by=actor,
        id=new_id(),
        organisation=where.organisation,
        email=f"{name.split()[0].lower()}@{DOMAIN}",
        name=name,
        post=Post(role=role, services=(where,), valid_from=timezone.localdate(at) + timedelta(days=14)),
        token=new_token(),
        at=at,
    )
    Invitation.objects.filter(pk=made.pk).update(sent_at=at)
