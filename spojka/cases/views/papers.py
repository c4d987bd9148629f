"""Blank papers of case work, to be filled in by hand."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from spojka.access.doors import reach, rows
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.codelists.catalogue import catalogue
from spojka.network.models import Service
from spojka.ui.http import give_paper

from .. import blanks

P = Permission


@require_safe
def papers(request):
    """Show which blank papers there are, for each service in which one works."""
    actor = request.actor
    mine = rows(Service, by=actor, to=P.CASE_VIEW).filter(pk__in=actor.services).order_by(by_name(), "pk")
    services = list(mine) if actor.may(P.CASE_VIEW) else []
    if not services:
        raise Http404
    asked = request.GET.get("service", "")
    chosen = next((one for one in services if str(one.pk) == asked), services[0])
    said = {"services": services, "chosen": chosen, "blanks": blanks.blanks()}
    return render(request, "cases/papers.html", said)


@require_safe
def paper(request, id, blank):
    """Give one of them."""
    service = reach(Service, id, by=request.actor, to=P.CASE_VIEW, related=("organisation",))
    found = blanks.find(blank)
    if found is None:
        raise Http404
    return give_paper(found.make(catalogue(service, timezone.localdate())), f"spojka-{blank}")
