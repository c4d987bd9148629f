from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.owned import Repeated
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.network.models import Project, Service


class NumberTaken(Refusal):
    """The funder's number is another project's."""


class BadSpan(Refusal):
    """The days can't be true."""


@action(Permission.PROJECT_ADD, on="service")
def add(
    *,
    by: Actor,
    id: UUID,
    service: Service,
    services: Sequence[Service],
    name: str,
    funder: str,
    number: str,
    valid_from: date,
    valid_to: date,
    territory: Sequence[str],
    promised: Mapping[str, int],
) -> Project:
    """Write down a project for `services`, of which `service` is one."""
    _stop_if_known(id, service)
    if any(not by.can(Permission.PROJECT_ADD, one) for one in services):
        raise PermissionDenied("another head's service")
    _check(service.organisation_id, None, funder, number, valid_from, valid_to)
    told = {"name": name, "funder": funder, "number": number, "territory": list(territory), "promised": dict(promised)}
    project = Project(
        id=id, organisation_id=service.organisation_id, valid_from=valid_from, valid_to=valid_to, **told
    ).add()
    project.services.set({service, *services})
    return project


@action(Permission.PROJECT_CHANGE, on="project")
def change(
    *,
    by: Actor,
    project: Project,
    services: Sequence[Service],
    name: str,
    funder: str,
    number: str,
    valid_from: date,
    valid_to: date,
    territory: Sequence[str],
    promised: Mapping[str, int],
) -> Project:
    """Change what was written of a project. Shifts that it paid for keep it."""
    before = set(project.services.all())
    if any(one not in before and not by.can(Permission.PROJECT_ADD, one) for one in services):
        raise PermissionDenied("another head's service")
    _check(project.organisation_id, project.pk, funder, number, valid_from, valid_to)
    told = {"name": name, "funder": funder, "number": number, "territory": list(territory), "promised": dict(promised)}
    project.change(valid_from=valid_from, valid_to=valid_to, **told)
    project.services.set(services)
    return project


@action(Permission.PROJECT_END, on="project")
def end(*, by: Actor, project: Project, on: date) -> Project:
    """End a project before its time; all that it paid for stays with it."""
    if not project.valid_from <= on <= project.valid_to:
        raise BadSpan(_("The end lies between the first and the last day of the project."), field="on")
    return project.change(valid_to=on)


def _check(house: UUID, own: UUID | None, funder: str, number: str, valid_from: date, valid_to: date) -> None:
    if valid_to < valid_from:
        raise BadSpan(_("The project can't end before it starts."), field="valid_to")
    same = Project.objects.filter(organisation_id=house, funder=funder, number=number)
    if number and any(one.pk != own for one in same):
        raise NumberTaken(_("Another project of this funder has this number."), field="number")


def _stop_if_known(id: UUID, service: Service) -> None:
    known = Project.objects.filter(pk=id).first()
    if known is None:
        return
    if not known.services.filter(pk=service.pk).exists():
        raise Refusal(_("This record can't be saved under its number. Please write it once more."))
    raise Repeated(known)
