"""Warnings: which rule, what happened, and when the client got it."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal

from ..content import Handed
from ..holding import check_handed, locked, stop_if_to_come, stop_unless_holding
from ..models import Contract, ContractWarning, sealed


@action(Permission.CONTRACT_WARN, on="contract")
def warn(
    *,
    by: Actor,
    id: UUID,
    contract: Contract,
    rule: str,
    what: str,
    happened_on: date,
    written_on: date,
    handed: Handed,
    today: date,
) -> ContractWarning:
    """Write a warning for a broken rule."""
    words = {"rule": rule, "what": what}
    ContractWarning.objects.all().stop_if_known(id, contract.service, said=words, happened_on=happened_on)
    contract = locked(contract)
    stop_unless_holding(contract, today)
    stop_if_to_come(written_on, today, "written_on")
    if happened_on > written_on:
        raise Refusal(_("It can't have happened after the warning was written."), field="happened_on")
    check_handed(handed, written_on, today)
    said = {"happened_on": happened_on, "written_on": written_on, "texts": sealed(words)}
    said |= {"delivered_on": handed.on, "delivered_how": handed.how if handed.on else ""}
    return ContractWarning(**contract.ownership, **said, id=id, contract=contract, recorded_by=by.id).add()


@action(Permission.CONTRACT_DELIVER_WARNING, on="warning")
def deliver(*, by: Actor, warning: ContractWarning, handed: Handed, today: date) -> ContractWarning:
    """Write down when the client got the warning."""
    warning = ContractWarning.objects.select_for_update(of=("self",)).get(pk=warning.pk)
    if warning.delivered_on:
        raise Refusal(_("When it was delivered is written down already."))
    check_handed(handed, warning.written_on, today)
    return warning.change(delivered_on=handed.on, delivered_how=handed.how)
