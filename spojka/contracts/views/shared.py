from django.shortcuts import redirect
from django.utils import timezone

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.ui.http import ask

from .. import reading
from ..models import Contract

P = Permission
BOTH = ["GET", "POST"]
WITH = ("client", "service", "organisation")


def reach_contract(request, id, to=P.CONTRACT_VIEW):
    """Return a contract that one may do `to` with, and all that belongs to it."""
    contract = reach(Contract, id, by=request.actor, to=to, related=WITH)
    return contract, reading.told(contract, request.actor, timezone.localdate())


def ask_about(request, contract, form, *, title, deed, lead="", tone="note"):
    """Show a plain form about a contract."""
    said = {"contract": contract, "title": title, "deed": deed, "lead": lead, "tone": tone}
    return ask(request, "contracts/ask.html", form, **said)


def to_contract(request, contract):
    return redirect("contracts:contract", request.actor.organisation.slug, contract.pk)
