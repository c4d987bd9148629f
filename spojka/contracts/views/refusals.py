"""The register of those with whom no contract was concluded."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from spojka.access.choosing import services
from spojka.access.doors import reach, rows
from spojka.base.ids import id_from
from spojka.clients.models import Client
from spojka.codelists.catalogue import catalogue, extras_of, names_of
from spojka.members.people import names_of as people
from spojka.ui.http import ask, done, posted, year_of

from .. import documents, reading
from ..actions import refusals as actions
from ..forms.refusals import Refuse
from ..models import ContractRefusal
from .shared import BOTH, WITH, P

LISTS = ["contract_refusal", "instead"]


@require_safe
def register(request):
    """Show the refusals of a year, and on which ground how many."""
    actor, today = request.actor, timezone.localdate()
    if not actor.may(P.CONTRACT_VIEW):
        raise Http404
    year = year_of(request, today)
    days = rows(ContractRefusal, by=actor, to=P.CONTRACT_VIEW).dates("on", "year")
    found = reading.refusals(actor, year)
    words = names_of(LISTS, organisation=actor.organisation)
    by_ground = [
        (name, sum(1 for one in found if one.ground == code and one.holds)) for code, name in words[LISTS[0]].items()
    ]
    said = {"refusals": found, "words": words, "year": year, "by_ground": [pair for pair in by_ground if pair[1]]}
    said |= {"years": sorted({*(one.year for one in days), today.year}, reverse=True)}
    said |= {"may_refuse": actor.may(P.CONTRACT_REFUSE), "many_services": len(actor.services) > 1}
    return render(request, "contracts/refusals.html", said)


@require_http_methods(BOTH)
def refuse(request):
    """Ask why no contract is concluded with somebody who came; `client` names one whom we know."""
    actor, today = request.actor, timezone.localdate()
    client = _client(request)
    offered, service = services(request, P.CONTRACT_REFUSE)
    service = client.service if client else service
    is_residential = bool(extras_of("service_kind").get(service.kind, {}).get("residential"))
    about = {"catalogue": catalogue(service, today), "is_residential": is_residential, "of_client": client is not None}
    barrier = reading.barrier(client, actor, today) if client else None
    before = {"ended_on": barrier.ending.last_day} if barrier else {}
    form = Refuse(posted(request), **about, initial={"on": today} | before)

    def deed():
        said = {"service": service, "client": client, "is_residential": is_residential, "today": today}
        actions.refuse(by=actor, **said, **form.said)

    if not done(form, deed):
        said = {"services": [] if client else offered, "service": service, "client": client}
        return ask(request, "contracts/refuse.html", form, **said, barrier=barrier)
    messages.success(request, _("The refusal is in the register."))
    return redirect("contracts:refusal", actor.organisation.slug, form.cleaned_data["id"])


@require_safe
def refusal(request, id):
    """Show one refusal."""
    found = reach(ContractRefusal, id, by=request.actor, to=P.CONTRACT_VIEW, related=(*WITH, "corrects", "corrected"))
    words = names_of(LISTS, organisation=request.actor.organisation)
    said = {"refusal": found, "words": words, "text": documents.refusal_text(found)}
    named = people([found.recorded_by, found.voided_by])
    said |= {"by_whom": named.get(found.recorded_by, ""), "taken_by": named.get(found.voided_by, "")}
    said["may_mend"] = found.holds and request.actor.can(P.CONTRACT_CORRECT_REFUSAL, found)
    return render(request, "contracts/refusal.html", said)


def _client(request):
    """Return the client whom the address or the form names."""
    id = request.POST.get("client") or request.GET.get("client")
    if not id:
        return None
    found = id_from(id)
    if found is None:
        raise Http404
    return reach(Client, found, by=request.actor, to=P.CONTRACT_REFUSE, related=("service",))
