"""The list of contracts, and one of them with all that came after it."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from spojka.access.doors import rows, shown
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.codelists.catalogue import names
from spojka.network.models import Service

from .. import documents, reading
from ..models import SOONEST, Contract
from .shared import P, reach_contract

SHOW = {
    "running": pgettext_lazy("contracts", "In force"),
    "ending": _("Ending soon"),
    "drafts": _("Waiting for the head"),
    "over": pgettext_lazy("contracts", "Ended"),
}
ORDER = {"ending": SOONEST, "drafts": ("recorded_at", "pk")}


@require_safe
def listing(request):
    """Show contracts of the services one works in."""
    actor, today = request.actor, timezone.localdate()
    if not actor.may(P.CONTRACT_VIEW):
        raise Http404
    show = request.GET.get("show") if request.GET.get("show") in SHOW else "running"
    services = list(rows(Service, by=actor, to=P.CONTRACT_VIEW).order_by(by_name(), "pk"))
    service = next((one for one in services if str(one.pk) == request.GET.get("service")), None)
    where = {"pk__in": reading.chosen(show, today, actor).values("pk")}
    page = shown(
        Contract,
        by=actor,
        to=P.CONTRACT_VIEW,
        where=reading.where(service, **where),
        order=ORDER.get(show, ("-concluded_on", "-number", "pk")),
        page=request.GET.get("page", 1),
        related=("client", "service"),
    )
    said = {"page": page, "lines": reading.lines(page.object_list, actor, today), "show": show, "shows": SHOW}
    said |= {"services": services, "service": service, "may_refuse": actor.may(P.CONTRACT_REFUSE)}
    said["drafts"] = reading.chosen("drafts", today, actor).count()
    return render(request, "contracts/list.html", said)


@require_safe
def contract_page(request, id):
    """Show a contract: what it says, earlier wordings, warnings, how it ends."""
    contract, told = reach_contract(request, id)
    actor, today = request.actor, timezone.localdate()
    chosen = request.GET.get("version", "")
    wording = next((one for one in told.wordings if str(one) == chosen), told.main)
    can = {name: actor.can(permission, contract) for name, permission in VERBS.items()}
    said = {"contract": contract, "told": told, "wording": wording, "can": can, "today": today}
    said["parts"] = documents.parts_of(wording, told)
    said["text"] = documents.contract_text(told, wording, reading.name_of(contract.client, actor))
    said["warnings"] = [(one, documents.warning_text(told, one)) for one in told.warnings]
    said["endings"] = [(one, documents.ending_text(told, one)) for one in told.endings]
    said["grounds"] = names("contract_ending")
    barrier = reading.barrier(contract.client, actor, today)
    said["barrier"] = barrier if barrier and barrier.ending.contract_id == contract.pk else None
    said["may_audit"] = actor.can(Permission.AUDIT_VIEW, contract)
    return render(request, "contracts/contract.html", said)


VERBS = {
    "change": P.CONTRACT_CHANGE,
    "drop": P.CONTRACT_DROP,
    "conclude": P.CONTRACT_CONCLUDE,
    "amend": P.CONTRACT_AMEND,
    "warn": P.CONTRACT_WARN,
    "end": P.CONTRACT_END,
    "agree_end": P.CONTRACT_AGREE_END,
    "notice": P.CONTRACT_NOTICE,
    "deliver": P.CONTRACT_DELIVER_NOTICE,
    "take_back": P.CONTRACT_TAKE_BACK,
    "open_again": P.CONTRACT_REOPEN,
}
