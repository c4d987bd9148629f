from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.owned import Owned
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal

from .check import Asked, Check
from .finding import faulty, findings
from .models import Accepted


class NotFound(Refusal):
    """The check does not stop at this row any more."""


@action(Permission.QUALITY_ACCEPT, on="row")
def accept(*, by: Actor, id: UUID, row: Owned, check: Check, asked: Asked) -> Accepted:
    """Say that a finding was looked at and the record is right so; changed, the record is found anew."""
    Accepted.objects.all().stop_if_known(id, row.service, check_code=check.code, row_id=row.pk)
    if not faulty(check, asked).filter(pk=row.pk).exists():
        raise NotFound(_("Nothing is found at this record any more: it was put right meanwhile."))
    found = findings(check, asked).filter(pk=row.pk).first()
    if found is None:
        raise NotFound(_("Somebody looked at this record before you: it is right so."))
    said = {"check_code": check.code, "row_id": row.pk, "day": check.day(row, asked), "state": found.state_now}
    return Accepted(**row.ownership, id=id, accepted_by=by.id, **said).add()


@action(Permission.QUALITY_DOUBT, on="accepted")
def doubt(*, by: Actor, accepted: Accepted, at: datetime) -> Accepted:
    """Take 'it is right so' back: one's own, or anybody's if one oversees; a second time is as the first."""
    if accepted.accepted_by != by.id and not by.may(Permission.QUALITY_OVERSEE):
        raise PermissionDenied(Permission.QUALITY_DOUBT)
    return accepted if accepted.doubted_at else accepted.change(doubted_at=at, doubted_by=by.id)
