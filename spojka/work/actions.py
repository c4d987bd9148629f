from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor, ActorKind
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.network.models import Project, Service

from .models import IndirectWork


class NotYet(Refusal):
    """The day has not come."""


class NotPaying(Refusal):
    """The project does not pay for that day."""


@action(Permission.INDIRECT_RECORD, on="service")
def record(
    *,
    by: Actor,
    id: UUID,
    service: Service,
    day: date,
    code: str,
    minutes: int,
    project: Project | None,
    note: str,
    today: date,
) -> IndirectWork:
    """Write down one's own minutes of work without people."""
    said = {"day": day, "code": code, "minutes": minutes}
    IndirectWork.objects.all().stop_if_known(id, service, **said)
    if by.kind is not ActorKind.MEMBER:
        raise PermissionDenied("nobody's own work")
    _check(service.pk, day, project, today)
    own = {"membership_id": UUID(by.id), "recorded_by": by.id}
    return IndirectWork(**service.ownership, id=id, **said, project=project, note=note, **own).add()


@action(Permission.INDIRECT_CORRECT, on="line")
def correct(
    *,
    by: Actor,
    id: UUID,
    line: IndirectWork,
    day: date,
    code: str,
    minutes: int,
    project: Project | None,
    note: str,
    at: datetime,
    today: date,
) -> IndirectWork:
    """Put a line right: a new one stands instead of it, the old one stays voided."""
    said = {"day": day, "code": code, "minutes": minutes}
    IndirectWork.objects.all().stop_if_known(id, line.service, **said)
    line = _locked(line, by)
    _check(line.service_id, day, project, today)
    line.change(voided_at=at)
    same = {**line.ownership, "membership_id": line.membership_id, "recorded_by": by.id}
    return IndirectWork(**same, id=id, **said, project=project, note=note, instead_of=line).add()


@action(Permission.INDIRECT_VOID, on="line")
def void(*, by: Actor, line: IndirectWork, at: datetime) -> IndirectWork:
    """Take a line back; it stays, and counts no more."""
    return _locked(line, by).change(voided_at=at)


def _locked(line: IndirectWork, by: Actor) -> IndirectWork:
    row: IndirectWork = IndirectWork.objects.select_for_update(of=("self",)).get(pk=line.pk)
    if not row.is_of(by) and not by.may(Permission.INDIRECT_OVERSEE):
        raise PermissionDenied("a colleague's line")
    if row.voided_at:
        raise Refusal(_("This line does not count any more. Somebody put it right or took it back."))
    return row


def _check(service_id: UUID, day: date, project: Project | None, today: date) -> None:
    if day > today:
        raise NotYet(_("This day has not come yet."), field="day")
    if project is None:
        return
    if not project.services.filter(pk=service_id).exists():
        raise PermissionDenied("another service's project")
    if not project.valid_from <= day <= project.valid_to:
        raise NotPaying(_("%(project)s is not valid on this day.") % {"project": project}, field="project")
