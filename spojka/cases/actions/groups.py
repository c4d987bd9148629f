"""Cases that have one thing in common, as the victims of one usurer; each keeps its team and its consents."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.sealed import seal

from ..models import Case, CaseGroup, CaseInGroup


@action(Permission.CASE_GROUP_ADD, on="case")
def add(*, by: Actor, id: UUID, case: Case, name: str, why: str) -> CaseGroup:
    """Begin a group with its first case."""
    CaseGroup.objects.all().stop_if_known(id, case.service, called=name)
    words = {"name": seal(name), "why": seal(why) if why else ""}
    group = CaseGroup(**case.ownership, **words, id=id, made_by=by.id).add()
    CaseInGroup(**case.ownership, group=group, case=case).add()
    return group


@action(Permission.CASE_GROUP_JOIN, on="case", into="group")
def join(*, by: Actor, case: Case, group: CaseGroup) -> CaseInGroup:
    """Add a case to a group."""
    if group.service_id != case.service_id:
        raise Refusal(_("A group holds cases of one service."), field="group")
    known = CaseInGroup.objects.filter(group=group, case=case, left_at=None).first()
    return known or CaseInGroup(**case.ownership, group=group, case=case).add()


@action(Permission.CASE_GROUP_LEAVE, on="member")
def leave(*, by: Actor, member: CaseInGroup, at: datetime) -> CaseInGroup:
    """Take a case out of a group."""
    return member if member.left_at else member.change(left_at=at)
