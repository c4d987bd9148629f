"""What of contracts waits for somebody, as Today says it."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.base.prepared import prepared
from spojka.ui.matters import Matter
from spojka.ui.words import day

from .models import SOONEST, Contract, ContractEnding, ContractState
from .reading import VIEW, WITH, chosen

MOST = 5


def waiting(by: Actor, today: date) -> list[Matter]:
    """Return drafts that wait for the head, notices that were not delivered, and contracts that end soon."""
    if not by.organisation or not by.may(Permission.CONTRACT_WRITE):
        return []
    found = [_undelivered(one, by) for one in read(_not_delivered(by), by=by, to=VIEW)]
    if by.may(Permission.CONTRACT_CONCLUDE):
        drafts = read(_own(by, "drafts", today, ("recorded_at", "pk")), by=by, to=VIEW)
        found += [_draft(one, by) for one in drafts]
    ending = read(_own(by, "ending", today, SOONEST), by=by, to=VIEW)
    return found + [_ending(one, by, today) for one in ending]


@prepared
def _own(by: Actor, which: str, today: date, order: tuple[Any, ...]) -> Any:
    own = chosen(which, today, by).filter(service__in=by.services).select_related(*WITH)
    return own.order_by(*order)[:MOST]


@prepared
def _not_delivered(by: Actor) -> Any:
    found = rows(ContractEnding, by=by, to=VIEW).in_force().filter(delivered_on=None)
    found = found.filter(service__in=by.services).select_related("contract__client", "service")
    return found.order_by("written_on", "pk")[:MOST]


def _undelivered(ending: ContractEnding, by: Actor) -> Matter:
    contract = ending.contract
    text = _("Notice of the contract %(number)s was not delivered yet") % {"number": contract}
    return Matter("due", text, _page(contract, by), f"{contract.client.code}, {ending.service}")


def _draft(contract: Contract, by: Actor) -> Matter:
    said = {"code": contract.client.code, "number": contract}
    text = _("Conclude the contract with %(code)s") % said
    if contract.is_concluded:
        text = _("Conclude the addendum to the contract %(number)s") % said
    return Matter("due", text, _page(contract, by), str(contract.service))


def _ending(contract: Contract, by: Actor, today: date) -> Matter:
    text = _("The contract %(number)s ends") % {"number": contract}
    if contract.state_on(today) == ContractState.NOTICE:
        text = _("Notice of the contract %(number)s runs out") % {"number": contract}
    when = _("until %(on)s") % {"on": day(contract.ends)} if contract.ends else ""
    return Matter("open", text, _page(contract, by), f"{contract.client.code}, {contract.service}", when)


def _page(contract: Contract, by: Actor) -> str:
    return reverse("contracts:contract", args=[by.organisation.slug, contract.pk]) if by.organisation else ""
