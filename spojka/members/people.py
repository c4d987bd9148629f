"""What the screens over people show."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.access.roles import ROLE_NAMES
from spojka.base.ids import id_from
from spojka.base.sorting import by_name, czech
from spojka.links import doors as links
from spojka.network.models import Membership, Service, User

from . import posts
from .actions.invitations import PURPOSE
from .forms.people import ENDED, EVERYBODY
from .models import Invitation, Standing


@dataclass(frozen=True)
class Colleague:
    """A member as others see them; `services` are only those that the reader may know of."""

    membership: Membership
    role: str
    services: list[str]
    state: str  # working, later or ended

    @property
    def last_day(self) -> date | None:
        """The last day, also of somebody who left at once."""
        ended = self.membership.ended_at
        return self.membership.valid_to or (timezone.localdate(ended) if ended else None)


def chosen(asked: Mapping[str, Any], on: date) -> Q:
    """Return which members were asked for."""
    standing = Q(Q(valid_to=None) | Q(valid_to__gte=on), ended_at=None)
    where = {ENDED: ~standing, EVERYBODY: Q()}.get(asked.get("state", ""), standing)
    if asked.get("service"):
        where &= Q(services=asked["service"])
    return where & Q(role=asked["role"]) if asked.get("role") else where


def chosen_invitations(asked: Mapping[str, Any]) -> Q:
    """Return which invitations were asked for: those that wait."""
    where = Q(accepted_at=None, withdrawn_at=None)
    if asked.get("service"):
        where &= Q(services=asked["service"])
    return where & Q(role=asked["role"]) if asked.get("role") else where


def takers(service: Service, by: Actor) -> list[tuple[str, str]]:
    """Return who may have taken a paper or heard a word: those who work in the service now, `by` first."""
    members = Membership.objects.allowed(by, Permission.MEMBER_VIEW).valid(timezone.localdate())
    listed = members.filter(services=service).select_related("user").order_by(by_name("user__name"), "pk")
    return sorted(((str(one.pk), one.user.name) for one in listed), key=lambda pair: pair[0] != by.id)


def colleagues_of(members: list[Membership], *, by: Actor, on: date) -> list[Colleague]:
    """Return `members` with what they do in the services that `by` may know of."""
    known = Service.objects.allowed(by, Permission.MEMBER_VIEW)
    common: dict[UUID, list[str]] = defaultdict(list)
    links = Membership.services.through.objects.filter(membership__in=members, service__in=known)
    for membership_id, name in links.order_by(by_name("service__name"), "pk").values_list(
        "membership_id", "service__name"
    ):
        common[membership_id].append(name)
    return [Colleague(m, str(ROLE_NAMES[m.role]), common[m.pk], _state(m, on)) for m in members]


def _state(membership: Membership, on: date) -> str:
    if membership.has_ended(on) or not membership.user.is_active:
        return "ended"
    return "later" if membership.valid_from > on else "working"


@dataclass(frozen=True)
class Was:
    """What somebody was until a change."""

    until: datetime
    role: str
    services: list[str]
    teams: list[str]
    valid_from: date
    valid_to: date | None
    reads_house: bool
    changed_by: str


def history_of(membership: Membership) -> list[Was]:
    """Return what the membership was before each change, the last one first."""
    found = Standing.objects.filter(membership=membership).prefetch_related("services", "teams")
    standings = list(found.order_by("-recorded_at", "-pk"))
    names = names_of(standing.recorded_by for standing in standings)
    return [
        Was(
            until=one.recorded_at,
            role=str(ROLE_NAMES.get(one.role, one.role)),
            services=sorted((service.name for service in one.services.all()), key=czech),
            teams=sorted((team.name for team in one.teams.all()), key=czech),
            valid_from=one.valid_from,
            valid_to=one.valid_to,
            reads_house=one.reads_house,
            changed_by=names.get(one.recorded_by, ""),
        )
        for one in standings
    ]


def names_of(ids: Iterable[str]) -> dict[str, str]:
    """Return the working names of members by what the rows remember of them."""
    known = {id_from(one) for one in ids} - {None}  # None was a command
    found = Membership.objects.filter(pk__in=known).select_related("user").order_by("pk")
    return {str(member.pk): member.user.name for member in found}


def is_over(invitation: Invitation, at: datetime) -> bool:
    """Test whether the link of an invitation leads nowhere: too old, its days are over, or who sent it has left."""
    on = timezone.localdate(at)
    ended = invitation.valid_to is not None and invitation.valid_to < on
    stands = posts.is_still_given(invitation.role, invitation.recorded_by, on)
    return ended or not stands or not invitation.link.is_open(at)


def behind(token: str, at: datetime) -> tuple[Actor, Invitation]:
    """Return the invitation that a letter's token opens, and its holder; anything else is over."""
    link = links.find(purpose=PURPOSE, token=token, at=at)
    invitation = Invitation.objects.select_related("organisation", "link").filter(link=link).first()
    if invitation is None or is_over(invitation, at):
        raise links.LinkOver
    return Actor.link_holder(link.pk, invitation.organisation), invitation


def accepted_with(token: str, user: User) -> Invitation | None:
    """Return the invitation that `user` accepted by this token a moment ago, so that a second tap is no fault."""
    used = Invitation.objects.filter(link__token_hash=links.hash_of(token), membership__user=user.pk)
    return used.select_related("organisation").first()


def has_account(email: str) -> bool:
    """Test whether somebody signs in by the address. Asked only for the holder of a letter sent to it."""
    return User.objects.filter(email=email).exists()
