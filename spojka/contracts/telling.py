"""What the client's page tells of contracts and rules, and the ways to write them."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.clients.beside import Fact, register_facts
from spojka.clients.models import Client
from spojka.ui.words import day

from .models import ContractState
from .reading import Line, barrier, explained, of_client

OPEN = (ContractState.DRAFT, ContractState.NOTICE)


@register_facts
def agreed(client: Client, by: Actor) -> Iterator[Fact]:
    """Tell of each contract how it stands, and when the rules were explained."""
    if not by.organisation or not by.can(Permission.CONTRACT_VIEW, client):
        return
    heading, slug, today = _("Contract and rules"), by.organisation.slug, timezone.localdate()
    contracts = of_client(client, by, today)
    for line in contracts:
        link = reverse("contracts:contract", args=[slug, line.contract.pk])
        yield Fact(heading, _words(line), link, is_open=line.state in OPEN or line.is_amended)
    yield from _barrier(client, by, today, heading)
    told = [one for one in explained(client, by) if one.holds]
    for one in told[:1]:
        said = {"version": one.rules, "day": day(one.on, True)}
        link = reverse("contracts:rules", args=[slug]) + f"?service={one.rules.service_id}"
        yield Fact(heading, _("Rules explained: version %(version)s, %(day)s") % said, link)
    if client.merged_into_id is not None:
        return
    if by.can(Permission.RULES_EXPLAIN, client):
        text = _("Explain the rules once more") if told else _("Explain the rules")
        yield Fact(heading, text, reverse("contracts:explain", args=[slug, client.pk]), is_way=True)
    holds = any(line.state in (*OPEN, ContractState.RUNNING) for line in contracts)
    if not holds and by.can(Permission.CONTRACT_WRITE, client):
        yield Fact(heading, _("Write a contract"), reverse("contracts:write", args=[slug, client.pk]), is_way=True)
    if not holds and by.can(Permission.CONTRACT_REFUSE, client):
        link = reverse("contracts:refuse", args=[slug]) + f"?client={client.pk}"
        yield Fact(heading, _("Write down that no contract is concluded"), link, is_way=True)


def _words(line: Line) -> str:
    contract, said = line.contract, {"state": line.state.label, "day": ""}
    if line.state == ContractState.DRAFT:
        return _("Draft of a contract waits for the head")
    if line.is_amended:
        return _("Contract %(number)s: an addendum waits for the head") % {"number": contract}
    if contract.ends:
        said["day"] = ", " + pgettext("a contract", "until %(day)s") % {"day": day(contract.ends, True)}
    return _("Contract %(number)s: %(state)s%(day)s") % (said | {"number": contract})


def _barrier(client: Client, by: Actor, today: date, heading: str) -> Iterator[Fact]:
    """Tell that an earlier contract ended for a breach, while it is a ground of refusing another one."""
    stands = barrier(client, by, today)
    if stands and by.organisation:
        link = reverse("contracts:contract", args=[by.organisation.slug, stands.ending.contract_id])
        text = _("A contract may be refused until %(day)s: an earlier one ended for a breach")
        yield Fact(heading, text % {"day": day(stands.until, True)}, link, is_open=True)
