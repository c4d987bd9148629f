"""The papers: filled in, or blank with lines to write on."""

from django.http import Http404
from django.utils import timezone
from django.views.decorators.http import require_safe

from spojka.access.doors import reach
from spojka.ui.http import give_paper

from .. import documents, reading
from ..models import ContractEnding, ContractRefusal, ContractWarning, ServiceRules
from .after import OF
from .shared import WITH, P, reach_contract


@require_safe
def contract(request, id):
    """Give a contract or one of its addenda; `version` names the wording."""
    found, told = reach_contract(request, id)
    asked = request.GET.get("version", "")
    wording = next((one for one in told.wordings if str(one) == asked), told.main)
    name = reading.name_of(found.client, request.actor)
    return give_paper(documents.contract(told, wording, name), f"spojka-{str(found).replace('/', '-')}-{wording}")


@require_safe
def warning(request, id):
    """Give a warning."""
    row = reach(ContractWarning, id, by=request.actor, to=P.CONTRACT_VIEW, related=OF)
    return give_paper(documents.warning(_told(request, row), row, _name(request, row)), "spojka-warning")


@require_safe
def ending(request, id):
    """Give a notice, or what was agreed on how the contract ends."""
    row = reach(ContractEnding, id, by=request.actor, to=P.CONTRACT_VIEW, related=(*OF, "warning"))
    return give_paper(documents.ending(_told(request, row), row, _name(request, row)), "spojka-ending")


@require_safe
def refusal(request, id):
    """Give the confirmation to the applicant."""
    row = reach(ContractRefusal, id, by=request.actor, to=P.CONTRACT_VIEW, related=WITH)
    return give_paper(documents.refusal(row), "spojka-refusal")


@require_safe
def rules(request, id):
    """Give one version of the rules."""
    row = reach(ServiceRules, id, by=request.actor, to=P.RULES_VIEW, related=("service", "organisation"))
    return give_paper(documents.rules(row), f"spojka-rules-{row}")


@require_safe
def blank(request, kind):
    """Give an empty paper of one kind."""
    if not request.actor.may(P.CONTRACT_VIEW) or kind not in documents.BLANKS:
        raise Http404
    return give_paper(documents.blank(kind, request.actor.organisation), f"spojka-{kind}")


def _told(request, row):
    return reading.told(row.contract, request.actor, timezone.localdate())


def _name(request, row):
    return reading.name_of(row.contract.client, request.actor)
