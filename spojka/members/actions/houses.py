"""The organisation, its services and teams. Each is renamed and closed, none is deleted."""

from datetime import date
from uuid import UUID

from django.db import models
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.owned import Repeated
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.network.models import Organisation, Service, Team

from .. import kinds


class NameTaken(Refusal):
    """Another one has this name."""


class NoSuchKind(Refusal):
    """The list of kinds of services has no such code."""


@action(Permission.ORGANISATION_CHANGE, on="organisation")
def change(*, by: Actor, organisation: Organisation, name: str, hears_warnings: bool) -> Organisation:
    """Give the organisation another name, and say whether others find it; the word in its addresses stays."""
    return organisation.change(name=name, hears_warnings=hears_warnings)


@action(Permission.SERVICE_ADD, on="organisation")
def add_service(
    *, by: Actor, id: UUID, organisation: Organisation, name: str, kind: str, is_anonymous: bool
) -> Service:
    """Add a service. Nobody works in it yet, not even the one who adds it."""
    if known := Service.objects.filter(pk=id, organisation=organisation).first():
        raise Repeated(known)
    _check(kind, name, Service.objects.filter(organisation=organisation))
    return Service(id=id, organisation=organisation, name=name, kind=kind, is_anonymous=is_anonymous).add()


@action(Permission.SERVICE_CHANGE, on="service")
def change_service(
    *, by: Actor, service: Service, name: str, kind: str, is_anonymous: bool, ends_on: date | None
) -> Service:
    """Rename a service, set its kind and whether people may stay anonymous, close it with a day or open it again."""
    others = Service.objects.filter(organisation=service.organisation_id).exclude(pk=service.pk)
    _check(kind, name, others, service.kind)
    return service.change(name=name, kind=kind, is_anonymous=is_anonymous, ends_on=ends_on)


@action(Permission.TEAM_ADD, on="service")
def add_team(*, by: Actor, id: UUID, service: Service, name: str) -> Team:
    """Add a team to a service."""
    if known := Team.objects.filter(pk=id, service=service).first():
        raise Repeated(known)
    _stop_if_taken(name, Team.objects.filter(service=service))
    return Team(id=id, service=service, name=name).add()


@action(Permission.TEAM_CHANGE, on="team")
def change_team(*, by: Actor, team: Team, name: str, ends_on: date | None) -> Team:
    """Rename a team, close it with a day or open it again."""
    _stop_if_taken(name, Team.objects.filter(service=team.service_id).exclude(pk=team.pk))
    return team.change(name=name, ends_on=ends_on)


def _check(kind: str, name: str, others: models.QuerySet[Service], kept: str = "") -> None:
    if kind != kept and kind not in kinds.offered():
        raise NoSuchKind(_("Choose a kind from the list."), field="kind")
    _stop_if_taken(name, others)


def _stop_if_taken(name: str, others: models.QuerySet) -> None:
    if _alike(name) in map(_alike, others.values_list("name", flat=True)):
        raise NameTaken(_("Another one has this name already. Choose a different one."), field="name")


def _alike(name: str) -> str:
    """Return the same for names that nobody tells apart in a list: capitals and spaces don't make another one."""
    return " ".join(name.casefold().split())
