"""Warnings, and how a contract ends."""

from django.contrib import messages
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from spojka.access.doors import reach
from spojka.codelists.catalogue import catalogue
from spojka.ui.http import done, posted
from spojka.ui.words import day

from ..actions import endings, warnings
from ..forms.after import AgreeEnd, End, Notice, OpenAgain, Warn
from ..forms.shared import Delivered
from ..models import ContractEnding, ContractWarning
from .shared import BOTH, P, ask_about, reach_contract, to_contract

OF = ("contract__client", "contract__service", "service", "organisation")


@require_http_methods(BOTH)
def warn(request, id):
    """Ask which rule was broken and what happened."""
    contract, _told = reach_contract(request, id, P.CONTRACT_WARN)
    today = timezone.localdate()
    form = Warn(posted(request), initial={"happened_on": today, "written_on": today})
    if not done(form, lambda: warnings.warn(by=request.actor, contract=contract, today=today, **form.said)):
        lead = _("A warning is written so that the client knows what to change. It counts from the day they got it.")
        return ask_about(request, contract, form, title=_("Written warning"), deed=_("Write the warning"), lead=lead)
    messages.success(request, _("The warning is written. Print it and give it to the client."))
    return to_contract(request, contract)


@require_http_methods(BOTH)
def deliver_warning(request, id):
    """Ask when and how the client got the warning."""
    row = reach(ContractWarning, id, by=request.actor, to=P.CONTRACT_DELIVER_WARNING, related=OF)
    today = timezone.localdate()
    form = Delivered(posted(request), initial={"delivered_on": today})
    if not done(form, lambda: warnings.deliver(by=request.actor, warning=row, handed=form.handed, today=today)):
        said = {"title": _("The warning was delivered"), "deed": _("Write it down")}
        return ask_about(request, row.contract, form, **said)
    messages.success(request, _("The warning is delivered."))
    return to_contract(request, row.contract)


@require_http_methods(BOTH)
def end(request, id):
    """Ask from when the client wants no contract any more; no reason is asked for."""
    contract, _told = reach_contract(request, id, P.CONTRACT_END)
    today = timezone.localdate()
    form = End(posted(request), initial={"on": today, "last": today})
    if not done(form, lambda: endings.end(by=request.actor, contract=contract, today=today, **form.said)):
        lead = _("The client may end the contract at any time, without a reason.")
        said = {"title": _("The client ends the contract"), "deed": _("Write it down"), "lead": lead}
        return ask_about(request, contract, form, **said)
    messages.success(request, _("It is written down. The door stays open: a new contract may be written at any time."))
    return to_contract(request, contract)


@require_http_methods(BOTH)
def agree_end(request, id):
    """Ask on what both sides agreed."""
    contract, _told = reach_contract(request, id, P.CONTRACT_AGREE_END)
    today = timezone.localdate()
    form = AgreeEnd(posted(request), initial={"on": today, "last": today})
    about = {"by": request.actor, "contract": contract, "today": today}
    if not done(form, lambda: endings.agree_end(**about, **form.cleaned_data)):
        said = {"title": _("Ending by agreement"), "deed": _("Write it down")}
        return ask_about(request, contract, form, **said)
    messages.success(request, _("It is written down. Print it, both sides sign it."))
    return to_contract(request, contract)


@require_http_methods(BOTH)
def notice(request, id):
    """Ask on which of the three grounds the provider ends it."""
    contract, told = reach_contract(request, id, P.CONTRACT_NOTICE)
    today, wording, found = timezone.localdate(), told.main, []
    form = Notice(
        posted(request),
        catalogue=catalogue(contract.service, today),
        warnings=told.warnings,
        has_fee=wording.has_fee,
        initial={"happened_on": today, "on": today},
    )

    def deed():
        said = {"id": form.cleaned_data["id"], "on": form.cleaned_data["on"], "handed": form.handed}
        about = {"by": request.actor, "contract": contract, "breach": form.breach, "today": today}
        found.append(endings.give_notice(**about, **said))

    if not done(form, deed):
        lead = _("Only on these three grounds, always in writing. Offer the client what else may help them.")
        said = {"title": _("Notice of the provider"), "deed": _("Give notice"), "lead": lead, "tone": "due"}
        return ask_about(request, contract, form, **said)
    if found[0].last_day:
        return _delivered(request, found[0])
    messages.success(request, _("The notice is written. It runs from the day after the client gets it."))
    return to_contract(request, contract)


@require_http_methods(BOTH)
def deliver_notice(request, id):
    """Ask when and how the client got the notice."""
    row = reach(ContractEnding, id, by=request.actor, to=P.CONTRACT_DELIVER_NOTICE, related=OF)
    today, found = timezone.localdate(), []
    form = Delivered(posted(request), initial={"delivered_on": today})

    def deed():
        found.append(endings.deliver(by=request.actor, ending=row, handed=form.handed, today=today))

    if not done(form, deed):
        said = {"title": _("The notice was delivered"), "deed": _("Write it down")}
        return ask_about(request, row.contract, form, **said)
    return _delivered(request, found[0])


def _delivered(request, ending):
    said = {"day": day(ending.last_day, True)}
    messages.success(request, _("The notice is delivered. The last day of the contract is %(day)s.") % said)
    return to_contract(request, ending.contract)


@require_POST
def take_back(request, id):
    """Take an ending back: the contract goes on, or the notice runs on that it overtook."""
    row = reach(ContractEnding, id, by=request.actor, to=P.CONTRACT_TAKE_BACK, related=OF)
    endings.take_back(by=request.actor, ending=row, at=timezone.now(), today=timezone.localdate())
    _contract, told = reach_contract(request, row.contract_id)
    runs_on = _("It is taken back; the notice of the provider runs on.")
    goes_on = _("It is taken back, the contract goes on. What was written stays to be read.")
    messages.success(request, runs_on if told.ending else goes_on)
    return to_contract(request, row.contract)


@require_http_methods(BOTH)
def open_again(request, id):
    """Ask why a client may come again before the months after a breach are over."""
    row = reach(ContractEnding, id, by=request.actor, to=P.CONTRACT_REOPEN, related=OF)
    form = OpenAgain(posted(request))
    about = {"by": request.actor, "ending": row, "at": timezone.now()}
    if not done(form, lambda: endings.open_again(**about, **form.cleaned_data)):
        lead = _("For some months after a breach another contract may be refused. You may let the client come sooner.")
        return ask_about(
            request, row.contract, form, title=_("They may come again"), deed=_("Let them come"), lead=lead
        )
    messages.success(request, _("They may come again: the earlier contract is no ground of refusing any more."))
    return to_contract(request, row.contract)
