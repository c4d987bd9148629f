"""What is asked of the people of a case: written down by whoever asks, taken back by them."""

import json
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.sealed import seal
from spojka.cases.holding import check_open, owned_by
from spojka.cases.models import Party
from spojka.network.models import Service

from ..content import Asked
from ..models import Duty


@action(Permission.DUTY_ADD, on="service", into="about")
def add(*, by: Actor, id: UUID, service: Service, about: Party, asked: Asked, at: datetime) -> Duty:
    """Write down what somebody is to do on a day, so that others don't ask the contrary."""
    texts = {name: getattr(asked, name) for name in ("what", "town", "place", "who") if getattr(asked, name)}
    Duty.objects.all().stop_if_known(id, service, about_id=about.pk, on=asked.on, starts=asked.starts, said=texts)
    check_open(about.case)
    _check(asked, timezone.localdate(at))
    said: dict[str, object] = {"on": asked.on, "starts": asked.starts, "ends": asked.ends, "asked_by": asked.asked_by}
    said |= {"texts": seal(json.dumps(texts)), "written_by": by.id}
    return Duty(**owned_by(service, about.case), **said, id=id, case_id=about.case_id, about=about).add()


@action(Permission.DUTY_VOID, on="duty")
def void(*, by: Actor, duty: Duty, at: datetime) -> Duty:
    """It is asked no more."""
    duty = Duty.objects.select_for_update(of=("self",)).get(pk=duty.pk)
    return duty if duty.voided_at else duty.change(voided_at=at, voided_by=by.id)


def _check(asked: Asked, today: date) -> None:
    if asked.on < today:
        raise Refusal(_("Choose a day that is still to come."), field="on")
    if asked.ends and (asked.starts is None or asked.ends <= asked.starts):
        raise Refusal(_("It would end before it began."), field="ends")
    if not (asked.asked_by or asked.who):
        raise Refusal(_("Say who asks it."), field="asker")
