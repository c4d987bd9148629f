"""No contract is concluded: only on the grounds that the law lists."""

from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.clients.leading import standing
from spojka.clients.models import Client
from spojka.network.models import Service

from ..holding import ENDED_BEFORE, blocks_until, stop_if_to_come
from ..models import ContractEnding, ContractRefusal, sealed

HEALTH = "health"  # code of the list contract_refusal


@action(Permission.CONTRACT_REFUSE, on="service", into="client")
def refuse(
    *,
    by: Actor,
    id: UUID,
    service: Service,
    client: Client | None,
    on: date,
    ground: str,
    is_residential: bool,
    ended_on: date | None,
    instead: str,
    words: dict[str, str],
    wants_paper: bool,
    today: date,
) -> ContractRefusal:
    """Write down that no contract was concluded with an applicant, why, and what was offered instead."""
    ContractRefusal.objects.all().stop_if_known(
        id, service, ground=ground, said={name: text for name, text in words.items() if text}
    )
    stop_if_to_come(on, today, "on")
    if ground == HEALTH and not is_residential:
        raise Refusal(_("State of health is a ground of residential services only."), field="ground")
    if ground == ENDED_BEFORE:
        if ended_on is None:
            raise Refusal(_("Write when the earlier contract ended."), field="ended_on")
        if ended_on > on or blocks_until(ended_on, service, on) < on:
            raise Refusal(
                _("An earlier contract is a ground only for six months after it ended for a breach of duties."),
                field="ended_on",
            )
        if client and ContractEnding.objects.filter(
            contract__client=client, last_day=ended_on, opened_at__isnull=False
        ):
            raise Refusal(_("The head lets this client come again: it is no ground any more."), field="ground")
    client = standing(client) if client else None
    owner: dict[str, Any] = client.ownership if client else service.ownership
    said = {"on": on, "ground": ground, "instead": instead, "wants_paper": wants_paper, "texts": sealed(words)}
    said["ended_on"] = ended_on if ground == ENDED_BEFORE else None
    return ContractRefusal(**owner, **said, id=id, client=client, recorded_by=by.id).add()
