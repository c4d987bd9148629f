"""What actions hold while they change a contract, and the sentences by which they say no."""

from datetime import date

from django.utils.translation import gettext as _

from spojka.base.errors import Refusal
from spojka.base.terms import months_after
from spojka.codelists.catalogue import Item, catalogue
from spojka.network.models import Service

from .content import Handed
from .models import Contract, ContractEnding, ContractWording

ENDED_BEFORE = "ended_before"  # code of the list contract_refusal


class NotYet(Refusal):
    """The day has not come."""


class NotDraft(Refusal):
    """It was concluded or put aside already."""


class NotHolding(Refusal):
    """The contract is not in force."""


def locked(contract: Contract) -> Contract:
    """Return the contract as it is now, held until the end of the transaction."""
    return Contract.objects.select_for_update(of=("self",)).get(pk=contract.pk)


def draft_of(contract: Contract) -> ContractWording | None:
    """Return the wording that is being written; of a locked contract."""
    found = ContractWording.objects.filter(contract=contract, concluded_on=None, dropped_at=None)
    return found.select_related("rules").first()


def in_force_of(contract: Contract) -> ContractWording:
    """Return the wording that holds: the newest concluded one."""
    found = ContractWording.objects.filter(contract=contract, concluded_on__isnull=False)
    return found.select_related("rules").order_by("-version")[0]


def stop_unless_holding(contract: Contract, today: date) -> None:
    """Refuse what makes sense with a contract in force alone."""
    if not contract.is_concluded:
        raise NotHolding(_("This contract was not concluded yet."))
    if contract.ends and contract.ends < today:
        raise NotHolding(_("This contract has ended already."))


def stop_if_ending(contract: Contract) -> None:
    if ContractEnding.objects.filter(contract=contract).in_force().exists():
        raise NotHolding(_("How this contract ends is written down already."))


def stop_if_to_come(day: date | None, today: date, field: str) -> None:
    if day and day > today:
        raise NotYet(_("This day has not come yet."), field=field)


def check_handed(handed: Handed, written_on: date, today: date) -> None:
    """Refuse a delivery before the paper was written, in the future, or without its way."""
    if handed.on is None:
        return
    stop_if_to_come(handed.on, today, "delivered_on")
    if handed.on < written_on:
        raise Refusal(_("It can't be delivered before it was written."), field="delivered_on")
    if not handed.how:
        raise Refusal(_("Choose how it was delivered."), field="delivered_how")


def ground_of(contract: Contract, code: str, on: date) -> Item | None:
    """Return a ground of notice as the list has it on a day; None if it is none then."""
    return catalogue(contract.service, on).find("contract_ending", code)


def blocks_until(ended_on: date, service: Service, on: date) -> date:
    """Return till when a contract that ended for a breach is a ground of refusing another one, as the list says."""
    ground = catalogue(service, on).find("contract_refusal", ENDED_BEFORE)
    return months_after(ended_on, int(ground.extra.get("months", 0)) if ground else 0)
