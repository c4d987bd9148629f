"""What was saved wrong: an explanation of the rules, a warning, a refusal. It is written anew, or taken back."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from spojka.access.doors import reach
from spojka.codelists.catalogue import catalogue, extras_of
from spojka.members.people import names_of, takers
from spojka.ui.http import ask, done, posted

from .. import reading
from ..actions import mending
from ..forms.after import Warn
from ..forms.refusals import Refuse
from ..forms.rules import Explain
from ..forms.shared import TakeBack, mended_field
from ..models import ContractRefusal, ContractWarning, RulesExplanation
from .after import OF
from .shared import BOTH, WITH, P, ask_about, to_contract

RIGHT = "mended_why"


@require_http_methods(BOTH)
def correct_explanation(request, id):
    """Ask anew how the client was told the rules."""
    row = reach(RulesExplanation, id, by=request.actor, to=P.RULES_CORRECT, related=("client__service", "rules"))
    actor, today, client = request.actor, timezone.localdate(), row.client
    versions = [one for one in reading.rules_of(client.service, actor) if one.valid_from <= today]
    said = {"rules": str(row.rules_id), "ways": row.ways, "on": row.on, "told_by": row.told_by}
    workers = dict(takers(client.service, actor))
    before = names_of([row.told_by]) | workers  # who explained them may have left since
    form = Explain(
        posted(request),
        catalogue=catalogue(client.service, today),
        versions=versions,
        workers=[*before.items()],
        initial=said | {"note": row.said["note"]},
    )
    form = _mended(form)
    if not done(form, lambda: mending.correct_explanation(**_deed(request, row, form, form.chosen))):
        told = {"client": client, "rules": row.rules, "explained": reading.explained(client, actor), "mends": row}
        return ask(request, "contracts/explain.html", form, **told)
    messages.success(request, _("It is put right; the earlier one stays to be read."))
    return redirect("contracts:explain", actor.organisation.slug, client.pk)


@require_http_methods(BOTH)
def void_explanation(request, id):
    """Ask why the client was not told the rules after all."""
    row = reach(RulesExplanation, id, by=request.actor, to=P.RULES_UNEXPLAIN, related=("client", "rules"))
    form = TakeBack(posted(request))
    if not done(form, lambda: mending.void_explanation(**_taken(request, row, form))):
        return ask(request, "contracts/take_back.html", form, explanation=row)
    messages.success(request, _("It is taken back; it stays to be read, crossed out."))
    return redirect("contracts:explain", request.actor.organisation.slug, row.client_id)


@require_http_methods(BOTH)
def correct_warning(request, id):
    """Ask anew which rule was broken."""
    row = reach(ContractWarning, id, by=request.actor, to=P.CONTRACT_CORRECT_WARNING, related=OF)
    names = ("happened_on", "written_on", "delivered_on", "delivered_how")
    initial = {name: getattr(row, name) for name in names} | {name: row.said[name] for name in ("rule", "what")}
    form = _mended(Warn(posted(request), initial=initial))
    if not done(form, lambda: mending.correct_warning(**_deed(request, row, form, form.said))):
        return ask_about(request, row.contract, form, title=_("Correct the warning"), deed=_("Save it anew"))
    messages.success(request, _("It is put right; the earlier one stays to be read."))
    return to_contract(request, row.contract)


@require_http_methods(BOTH)
def void_warning(request, id):
    """Ask why a warning does not hold."""
    row = reach(ContractWarning, id, by=request.actor, to=P.CONTRACT_VOID_WARNING, related=OF)
    form = TakeBack(posted(request))
    if not done(form, lambda: mending.void_warning(**_taken(request, row, form))):
        return ask(request, "contracts/take_back.html", form, warning=row, contract=row.contract)
    messages.success(request, _("It is taken back; it stays to be read, crossed out."))
    return to_contract(request, row.contract)


@require_http_methods(BOTH)
def correct_refusal(request, id):
    """Ask anew why no contract was concluded."""
    row = reach(ContractRefusal, id, by=request.actor, to=P.CONTRACT_CORRECT_REFUSAL, related=WITH)
    today, names = timezone.localdate(), ("on", "ground", "ended_on", "instead", "wants_paper")
    initial = {name: getattr(row, name) for name in names} | row.said
    is_residential = bool(extras_of("service_kind").get(row.service.kind, {}).get("residential"))
    about = {"is_residential": is_residential, "of_client": row.client_id is not None, "initial": initial}
    form = _mended(Refuse(posted(request), catalogue=catalogue(row.service, today), **about))

    def deed():
        mending.correct_refusal(**_deed(request, row, form, form.said), is_residential=is_residential)

    if not done(form, deed):
        return ask(request, "contracts/refuse.html", form, service=row.service, client=row.client, mends=row)
    messages.success(request, _("It is put right; the earlier one stays to be read."))
    return redirect("contracts:refusal", request.actor.organisation.slug, form.cleaned_data["id"])


@require_http_methods(BOTH)
def void_refusal(request, id):
    """Ask why a refusal does not belong in the register."""
    row = reach(ContractRefusal, id, by=request.actor, to=P.CONTRACT_VOID_REFUSAL, related=WITH)
    form = TakeBack(posted(request))
    if not done(form, lambda: mending.void_refusal(**_taken(request, row, form))):
        return ask(request, "contracts/take_back.html", form, refusal=row)
    messages.success(request, _("It is taken back; it stays to be read, crossed out."))
    return redirect("contracts:refusal", request.actor.organisation.slug, row.pk)


def _mended(form):
    """Ask also what was wrong."""
    form.fields[RIGHT] = mended_field()
    return form


def _deed(request, row, form, said):
    said = {name: value for name, value in said.items() if name != RIGHT}
    return said | _taken(request, row, form) | {"today": timezone.localdate()}


def _taken(request, row, form):
    return {"by": request.actor, "row": row, "why": form.cleaned_data[RIGHT], "at": timezone.now()}
