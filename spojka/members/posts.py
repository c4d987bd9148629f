"""What one may make of somebody: a role, services, teams and days. Asked before an invitation and before a change."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.access.roles import GIVES
from spojka.base.errors import Refusal
from spojka.base.ids import id_from
from spojka.base.sorting import by_name
from spojka.network.models import Membership, Organisation, Service, Team

MANAGER = "organisation_manager"


class NotYoursToGive(Refusal):
    """Somebody would give more than they have."""


class CanNotBe(Refusal):
    """The parts do not fit together."""


class LastManager(Refusal):
    """The organisation would have nobody who manages it."""

    def __init__(self, field: str | None = None) -> None:
        said = _("Nobody else manages the organisation then. Make somebody else its manager first.")
        super().__init__(said, field=field)


@dataclass(frozen=True, kw_only=True)
class Post:
    """What somebody works as, where and when."""

    role: str
    services: tuple[Service, ...]
    teams: tuple[Team, ...] = ()
    valid_from: date
    valid_to: date | None = None
    reads_house: bool = False

    @classmethod
    def of(cls, membership: Membership) -> "Post":
        """Return what a membership is now."""
        return cls(
            services=tuple(membership.services.order_by(by_name(), "pk")),
            teams=tuple(membership.teams.order_by(by_name(), "pk")),
            **{name: getattr(membership, name) for name in COLUMNS},
        )

    @property
    def columns(self) -> dict[str, object]:
        """The part that stands in the row itself."""
        return {name: getattr(self, name) for name in COLUMNS}

    def is_like(self, other: "Post") -> bool:
        """Test whether both are the same, in whatever order."""
        same = self.columns == other.columns
        return same and set(self.services) == set(other.services) and set(self.teams) == set(other.teams)


COLUMNS = ("role", "valid_from", "valid_to", "reads_house")


def check(post: Post, *, by: Actor, to: Permission, on: date, was: Post | None = None) -> None:
    """Stop unless `by` may make such a thing of somebody who was `was` until now."""
    _check_role(post, by, was)
    _check_services(post, by, to, on, was)
    _check_teams(post, by, to)
    _check_days(post, on)


def _check_role(post: Post, by: Actor, was: Post | None) -> None:
    if post.role not in by.gives:
        raise NotYoursToGive(_("You can't give this role. Ask the manager of the organisation."), field="role")
    read_before = was is not None and was.reads_house
    if post.reads_house and not read_before and not by.may(Permission.HOUSE_RUN):
        said = _("Only the manager of the organisation lets somebody read its other services.")
        raise NotYoursToGive(said, field="reads_house")


def _check_services(post: Post, by: Actor, to: Permission, on: date, was: Post | None) -> None:
    if not post.services:
        raise CanNotBe(_("Choose at least one service."), field="services")
    offered = Service.objects.filter(organisation=by.organisation)
    offered = offered if by.runs(to) else offered.working(by)
    ids = {service.pk for service in post.services}
    if offered.filter(pk__in=ids).count() != len(ids):
        raise PermissionDenied("another service")
    before = set(was.services) if was else set()
    for service in post.services:
        if service.is_closed(on) and service not in before:
            raise CanNotBe(_("The service %(name)s is closed.") % {"name": service.name}, field="services")


def _check_teams(post: Post, by: Actor, to: Permission) -> None:
    ids = {team.pk for team in post.teams}
    if Team.objects.allowed(by, to).filter(pk__in=ids).count() != len(ids):
        raise PermissionDenied("another team")
    if by.teams is not None and not by.runs(to) and not ids:
        raise NotYoursToGive(_("You work in some teams only. Choose one of them."), field="teams")
    narrowed = {team.service_id for team in post.teams}
    if narrowed - {service.pk for service in post.services}:
        raise CanNotBe(_("A team works in a service that you have not chosen."), field="teams")
    for service in post.services if ids else ():
        if service.pk not in narrowed and service.teams.exists():
            said = _("Choose a team of the service %(name)s too, or no team at all: then they see all of them.")
            raise CanNotBe(said % {"name": service.name}, field="teams")


def _check_days(post: Post, on: date) -> None:
    if post.valid_to is None:
        return
    if post.valid_to < post.valid_from:
        raise CanNotBe(_("The end can't be before the start."), field="valid_to")
    if post.valid_to < on:
        raise CanNotBe(_("This day has passed. Choose a later one, or leave it empty."), field="valid_to")


def is_still_given(role: str, by: str, on: date) -> bool:
    """Test whether who gave the role, by their Actor.id, works here still and may give it; a command always may."""
    giver_id = id_from(by)
    if giver_id is None:
        return True
    giver = Membership.objects.valid(on).filter(pk=giver_id).first()
    return giver is not None and role in GIVES.get(giver.role, ())


def stop_if_last(house: Organisation, leaving: Membership, *, on: date, field: str | None = None) -> None:
    """Stop when nobody but `leaving` manages the house on the day. Two who leave at once wait for each other."""
    Organisation.objects.select_for_update().get(pk=house.pk)
    others = Membership.objects.valid(on).filter(organisation=house, role=MANAGER).exclude(pk=leaving.pk)
    if not others.exists():
        raise LastManager(field)
