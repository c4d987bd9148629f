"""The head concludes; then the contract has its number."""

from datetime import date

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.numbering import under_next
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.clients.leading import standing
from spojka.network.models import Service

from ..holding import NotDraft, draft_of, locked, stop_if_ending, stop_if_to_come, stop_unless_holding
from ..models import Contract


@action(Permission.CONTRACT_CONCLUDE, on="contract")
def conclude(*, by: Actor, contract: Contract, on: date, edition: int, today: date) -> Contract:
    """Conclude the draft as the head read it. A contract gets the next number of its service and year."""
    contract = locked(contract)
    draft = draft_of(contract)
    if draft is None:
        raise NotDraft(_("There is no draft any more: it was concluded or put aside."))
    if draft.edition != edition:
        raise Refusal(_("The draft was changed after you opened it. Read it once more, then conclude it."))
    stop_if_to_come(on, today, "on")
    standing(contract.client)
    if draft.is_addendum:
        stop_unless_holding(contract, today)
        stop_if_ending(contract)
        if contract.concluded_on and on < contract.concluded_on:
            raise Refusal(_("An addendum can't be older than its contract."), field="on")
    draft.change(concluded_on=on, concluded_by=by.id)
    if draft.is_addendum:
        return contract.change(until=draft.ends_on)
    Service.objects.select_for_update(no_key=True).get(pk=contract.service_id)  # two at once get two numbers
    return under_next(
        lambda number: contract.change(year=on.year, number=number, concluded_on=on, until=draft.ends_on),
        within=Contract.objects.filter(service=contract.service_id, year=on.year),
        constraint="contract_number",
    )
