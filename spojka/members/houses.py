"""What the page of the organisation shows of its services."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.network.models import Membership, Service, Team

from . import kinds


@dataclass(frozen=True)
class Described:
    """A service in words, with its teams and how many people work in it."""

    service: Service
    kind: str
    is_closed: bool
    people: int
    teams: list[Team]
    may_change: bool


def described(services: Iterable[Service], *, by: Actor) -> list[Described]:
    """Return the services with what belongs to them."""
    services, on, names = list(services), timezone.localdate(), kinds.offered()
    links = Membership.services.through.objects.filter(service__in=services)
    working = Membership.objects.valid(on).values("pk")
    people = Counter(links.filter(membership__in=working).order_by("pk").values_list("service_id", flat=True))
    teams = Team.objects.allowed(by, Permission.TEAM_CHANGE).filter(service__in=services).order_by(by_name(), "pk")
    return [
        Described(
            service=one,
            kind=names.get(one.kind, one.kind),
            is_closed=one.is_closed(on),
            people=people[one.pk],
            teams=[team for team in teams if team.service_id == one.pk],
            may_change=by.can(Permission.SERVICE_CHANGE, one),
        )
        for one in services
    ]
