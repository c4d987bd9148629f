"""The rules of a service in their versions, and that a client was told them."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from spojka.access.choosing import services
from spojka.access.doors import reach
from spojka.clients.models import Client
from spojka.codelists.catalogue import catalogue
from spojka.members.people import takers
from spojka.ui.http import ask, done, posted

from .. import documents, reading
from ..actions import rules as actions
from ..forms.rules import Explain, SetRules
from .shared import BOTH, P


@require_http_methods(BOTH)
def rules(request):
    """Show the rules in force and what held before, and let a head set the next version."""
    actor, today = request.actor, timezone.localdate()
    offered, service = services(request, P.RULES_VIEW)
    versions = reading.rules_of(service, actor)
    current = reading.in_force(versions, today)
    may_set = actor.can(P.RULES_SET, service)
    first = versions[0] if versions else None
    initial = {"valid_from": today, "notice": 10, "notice_unit": "working"}
    if first:
        initial |= {"text": first.text, "notice": first.notice, "notice_unit": first.notice_unit}
    form = SetRules(posted(request) if may_set else None, initial=initial)
    if not done(form, lambda: actions.set_rules(by=actor, service=service, **form.cleaned_data)):
        said = {"service": service, "services": offered, "versions": versions, "current": current}
        said |= {"shown": _shown(request, versions) or current or first, "may_set": may_set}
        said["first"] = "first" in request.GET
        said["text"] = documents.rules_text(said["shown"]) if said["shown"] else ""
        return ask(request, "contracts/rules.html", form, **said)
    messages.success(request, _("The rules hold from the day you chose. Older contracts keep the version they name."))
    return redirect(f"{request.path}?service={service.pk}")


@require_http_methods(BOTH)
def explain(request, id):
    """Ask how the client was told the rules."""
    client = reach(Client, id, by=request.actor, to=P.RULES_EXPLAIN, related=("service",))
    actor, today = request.actor, timezone.localdate()
    versions = reading.rules_of(client.service, actor)
    current = reading.in_force(versions, today)
    if current is None:
        url = redirect("contracts:rules", actor.organisation.slug)
        url["Location"] += f"?service={client.service_id}&first=1"
        return url
    offered = [one for one in versions if one.valid_from <= today]
    form = Explain(
        posted(request),
        catalogue=catalogue(client.service, today),
        versions=offered,
        workers=takers(client.service, actor),
        initial={"on": today, "told_by": actor.id, "rules": str(current.pk)},
    )
    if not done(form, lambda: actions.explain(by=actor, client=client, today=today, **form.chosen)):
        said = {"client": client, "rules": current, "explained": reading.explained(client, actor)}
        return ask(request, "contracts/explain.html", form, **said)
    messages.success(request, _("It is written down that the rules were explained."))
    return redirect("encounters:client", actor.organisation.slug, client.pk)


def _shown(request, versions):
    return next((one for one in versions if str(one) == request.GET.get("version")), None)
