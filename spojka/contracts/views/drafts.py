"""Contracts and addenda are written and changed, put aside, and concluded by the head."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from spojka.access.doors import reach
from spojka.clients.models import Client
from spojka.codelists.catalogue import catalogue
from spojka.ui.http import ask, codes_of, done, posted

from .. import documents, proposing, reading
from ..actions import concluding
from ..actions import drafts as actions
from ..content import Frame, Terms
from ..forms.contract import Conclude, Draft, Wording
from ..models import Contract, ContractForm, ContractRegime
from .shared import BOTH, P, reach_contract, to_contract

NOT_FOR_ADDENDA = ("regime", "form", "is_three_party")


@require_http_methods(BOTH)
def write(request, id):
    """Ask what a new contract says. `take` takes over what the client's plan says."""
    client = reach(Client, id, by=request.actor, to=P.CONTRACT_WRITE, related=("service",))
    actor, today = request.actor, timezone.localdate()
    plan, is_named = proposing.from_plan(client, actor, today), reading.is_named(client, actor)
    form = _form(request, client.service, today, _first(plan, is_named, today, "take" in request.GET), not is_named)
    if form is None:
        return redirect(f"{_rules_url(request)}?service={client.service_id}&first={client.pk}")
    about = {"by": actor, "client": client}

    def deed():
        actions.write(**about, id=form.cleaned_data["id"], frame=form.frame, terms=form.terms)

    if not done(form, deed):
        said = {"client": client, "plan": plan if plan and plan.goal else None, "taken": "take" in request.GET}
        said["barrier"] = reading.barrier(client, actor, today)
        return ask(request, "contracts/write.html", form, title=_("Contract"), **said)
    messages.success(request, _("The draft is saved. It waits for the head, who concludes it."))
    return redirect("contracts:contract", actor.organisation.slug, form.cleaned_data["id"])


@require_http_methods(BOTH)
def change(request, id):
    """Ask what the draft says. Who comes second sees the colleague's words beside their own."""
    contract, told = reach_contract(request, id, P.CONTRACT_CHANGE)
    draft = told.draft
    if draft is None:
        return to_contract(request, contract)
    initial = _said(draft) | {name: getattr(contract, name) for name in NOT_FOR_ADDENDA}
    initial |= {"id": draft.pk, "edition": draft.edition}
    form = _form(request, contract.service, timezone.localdate(), initial, contract.is_anonymous, contract, draft)

    def deed():
        frame = getattr(form, "frame", None) or Frame(**{n: getattr(contract, n) for n in NOT_FOR_ADDENDA})
        edition = form.cleaned_data["edition"] or 0
        actions.change(by=request.actor, contract=contract, frame=frame, terms=form.terms, edition=edition)

    if not done(form, deed):
        said = {"client": contract.client, "contract": contract, "title": _("Draft of a contract")}
        if draft.is_addendum:
            said["title"] = _("Draft of an addendum")
        if actions.WrittenMeanwhile.code in codes_of(form):
            form.data = form.data.copy()
            form.data["edition"] = draft.edition  # who has read the colleague's words saves over them knowingly
            said["theirs"] = documents.parts_of(draft, told)
        return ask(request, "contracts/write.html", form, **said)
    messages.success(request, _("The draft is saved. It waits for the head, who concludes it."))
    return to_contract(request, contract)


@require_http_methods(BOTH)
def amend(request, id):
    """Ask what an addendum says; it starts from what holds now."""
    contract, told = reach_contract(request, id, P.CONTRACT_AMEND)
    today = timezone.localdate()
    if told.in_force is None or told.draft:
        return to_contract(request, contract)
    initial = _said(told.in_force) | {"starts_on": today}
    form = _form(request, contract.service, today, initial, contract.is_anonymous, contract, told.in_force, True)

    def deed():
        said = {"id": form.cleaned_data["id"], "terms": form.terms, "today": today}
        actions.amend(by=request.actor, contract=contract, **said)

    if not done(form, deed):
        said = {"client": contract.client, "contract": contract, "is_addendum": True}
        return ask(request, "contracts/write.html", form, title=_("Addendum"), **said)
    messages.success(request, _("The addendum is saved. Until the head concludes it, the older wording holds."))
    return to_contract(request, contract)


@require_POST
def drop(request, id):
    """Put a draft aside."""
    contract = reach(Contract, id, by=request.actor, to=P.CONTRACT_DROP, related=("client",))
    dropped = actions.drop(by=request.actor, contract=contract, at=timezone.now())
    messages.success(request, _("The draft is put aside."))
    if dropped.dropped_at:
        return redirect("encounters:client", request.actor.organisation.slug, contract.client_id)
    return to_contract(request, contract)


@require_http_methods(BOTH)
def conclude(request, id):
    """Let the head conclude what they have read."""
    contract, told = reach_contract(request, id, P.CONTRACT_CONCLUDE)
    today = timezone.localdate()
    if told.draft is None:
        return to_contract(request, contract)
    form = Conclude(posted(request), initial={"on": today, "edition": told.draft.edition})
    about = {"by": request.actor, "contract": contract, "today": today}
    if not done(form, lambda: concluding.conclude(**about, **form.cleaned_data)):
        if form.is_bound:
            form.data = form.data.copy()
            form.data["edition"] = told.draft.edition
        said = {"contract": contract, "told": told, "parts": documents.parts_of(told.draft, told)}
        said["explained"] = told.draft.rules_id in told.explained
        return ask(request, "contracts/conclude.html", form, **said)
    messages.success(request, _("It is concluded. Print it, or copy it for the file."))
    return to_contract(request, contract)


def _form(request, service, today, initial, is_anonymous, contract=None, wording=None, is_new=False):
    """Return the form of a draft or of an addendum; nothing while the service has no rules."""
    versions = reading.rules_of(service, request.actor)
    if not versions:
        return None
    current = reading.in_force(versions, today) or versions[-1]
    said = {"catalogue": catalogue(service, today), "versions": versions}
    initial = {"rules": str(current.pk)} | initial
    if contract is not None and (is_new or wording.is_addendum):
        return Wording(posted(request), **said, initial=initial, of_three=contract.is_three_party)
    return Draft(posted(request), **said, initial=initial, is_anonymous=is_anonymous)


def _first(plan, is_named, today, takes):
    found = proposing.proposals() | {"starts_on": today, "regime": plan.regime if plan else ContractRegime.SERVICE}
    found["form"] = ContractForm.WRITTEN if is_named else ContractForm.ORAL
    if takes and plan:
        found |= {"goal": plan.goal, "own_acts": plan.own_acts}
    return found


def _said(wording):
    terms = Terms.of(wording)
    found = {"acts": terms.acts, "starts_on": terms.starts_on, "ends_on": terms.ends_on}
    return found | terms.words | {"rules": str(terms.rules.pk)}


def _rules_url(request):
    return reverse("contracts:rules", args=[request.actor.organisation.slug])
