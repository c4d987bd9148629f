from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal

from ..models import ServiceRefusal, Shift
from ..times import check_time


class NobodyAgreed(Refusal):
    """The service ends for somebody only after the team agrees."""


@action(Permission.REFUSAL_RECORD, on="shift")
def record(
    *,
    by: Actor,
    id: UUID,
    shift: Shift,
    ground: str,
    wanted: str,
    offered: str,
    ends_service: bool,
    agreed_by: str,
    description: str,
    occurred_at: datetime,
    phone_at: datetime | None,
    at: datetime,
    wanted_act: str = "",
    instead: str = "",
) -> ServiceRefusal:
    """Write down that somebody was refused. A description of the person lives only until the event ends."""
    ServiceRefusal.objects.all().stop_if_known(id, shift.service)
    check_time(shift, occurred_at, at)
    if ends_service and not agreed_by:
        raise NobodyAgreed(_("Write who of the team agreed to end the service."), field="agreed_by")
    return ServiceRefusal(
        **shift.ownership,
        id=id,
        shift=shift,
        day=shift.day,
        ground=ground,
        wanted=wanted,
        wanted_act=wanted_act,
        instead=instead,
        offered=offered,
        ends_service=ends_service,
        agreed_by=agreed_by,
        description="" if shift.is_closed else description,
        occurred_at=occurred_at,
        phone_at=phone_at,
        is_late=shift.closed_at is not None and at > shift.closed_at,
        recorded_by=by.id,
    ).add()


@action(Permission.REFUSAL_VOID, on="refusal")
def void(*, by: Actor, refusal: ServiceRefusal, at: datetime) -> ServiceRefusal:
    """Say that the refusal was written by mistake."""
    return refusal if refusal.voided_at else refusal.change(voided_at=at, description="")
