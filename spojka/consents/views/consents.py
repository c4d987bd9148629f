"""Consents of a client: all of them, a new one, one as a page and as a paper, taken back."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from spojka.access.doors import reach, rows
from spojka.access.permissions import Permission
from spojka.clients.models import Client
from spojka.members.people import takers
from spojka.ui.http import ask, done, give_paper, posted
from spojka.ui.tongues import TONGUES

from .. import documents, reading
from ..actions import consents as actions
from ..forms.give import Give
from ..forms.withdraw import EndOne, Withdraw
from ..models import Consent, ConsentRecipient
from ..naming import offered

BOTH = ["GET", "POST"]
MOST = 200


@require_safe
def of_client(request, id):
    """Show with whom a client shares what, now and before."""
    client = _client(request, id, Permission.CONSENT_GIVE)
    every = reading.of_client(client, request.actor, timezone.now())
    said = {"client": client, "every": every}
    said["openings"] = reading.openings_of(client, request.actor)
    said["may_open"] = request.actor.can(Permission.OPENING_RECORD, client)
    said["has_statement"] = reading.has_statement(client)
    said["may_give"] = said["has_statement"] and client.merged_into_id is None
    return render(request, "consents/of_client.html", said)


@require_http_methods(BOTH)
def give(request, id):
    """Ask what is shared, with whom, until when, and how they agreed."""
    client, now = _client(request, id, Permission.CONSENT_GIVE), timezone.now()
    if request.method == "GET" and not reading.has_statement(client):  # it would be refused after all was typed
        return redirect("consents:of_client", request.actor.organisation.slug, client.pk)
    today = timezone.localdate(now)
    replaces = _replaced(request, client)
    initial = {"given_on": today, "taken_by": request.actor.id}
    choices = {"offered": offered(client.service, today), "workers": takers(client.service, request.actor)}
    form = Give(posted(request), **choices, initial=initial)
    deed = {"by": request.actor, "client": client, "at": now, "replaces": replaces}
    if not done(form, lambda: actions.give(**deed, id=form.cleaned_data["id"], said=form.said)):
        return ask(request, "consents/give.html", form, client=client, replaces=replaces)
    if form.said.is_opposed:
        messages.warning(request, _("It is written down. Somebody does not agree, so nothing is opened."))
    else:
        messages.success(request, _("The consent holds. Print it and give the client their copy."))
    return redirect("consents:consent", request.actor.organisation.slug, form.cleaned_data["id"])


@require_safe
def consent(request, id):
    """Show one consent."""
    return _show(request, _reach(request, id, Permission.CONSENT_VIEW))


@require_http_methods(BOTH)
def withdraw(request, id):
    """Ask how the client took it back."""
    found, form = _reach(request, id, Permission.CONSENT_WITHDRAW), Withdraw(posted(request))
    deed = {"by": request.actor, "consent": found, "at": timezone.now()}
    if not done(form, lambda: actions.withdraw(**deed, **form.cleaned_data)):
        return ask(request, "consents/end.html", form, consent=found, client=found.client, whom=None)
    messages.success(request, _("It is taken back. Nobody sees anything by it any more."))
    return redirect("consents:consent", request.actor.organisation.slug, found.pk)


@require_http_methods(BOTH)
def end_one(request, id):
    """Ask why nothing is shared with one recipient any more."""
    related = ("consent__client__service", "house", "centre")
    row = reach(ConsentRecipient, id, by=request.actor, to=Permission.CONSENT_NARROW, related=related)
    form = EndOne(posted(request))
    deed = {"by": request.actor, "recipient": row, "at": timezone.now()}
    if not done(form, lambda: actions.withdraw_from(**deed, **form.cleaned_data)):
        about = {"consent": row.consent, "client": row.consent.client, "whom": row}
        return ask(request, "consents/end.html", form, **about)
    messages.success(request, _("Nothing is shared with them any more."))
    return redirect("consents:consent", request.actor.organisation.slug, row.consent_id)


@require_safe
def paper(request, id):
    """Give one consent as a paper, as the client holds it."""
    found = _reach(request, id, Permission.CONSENT_VIEW)
    told = reading.told([found], request.actor, timezone.now())[0]
    return give_paper(documents.consent(found.client, told, organisation=str(found.organisation)), "spojka-consent")


@require_safe
def blank(request, id):
    """Give the paper with the client's code and empty lines, to be filled in by hand."""
    client = _client(request, id, Permission.CONSENT_GIVE)
    return give_paper(documents.consent(client, None, organisation=request.actor.organisation.name), "spojka-consent")


@require_safe
def shared(request):
    """Show the clients of others that we may see, and until when."""
    opened = reading.shared_with(request.actor, timezone.now(), MOST)
    return render(request, "consents/shared.html", {"opened": opened, "most": MOST})


def _client(request, id, to):
    return reach(Client, id, by=request.actor, to=to, related=("service__organisation",))


def _reach(request, id, to):
    return reach(Consent, id, by=request.actor, to=to, related=("client__service", "service", "organisation"))


def _replaced(request, client):
    """Return the consent that the new one stands for."""
    asked = request.POST.get("replaces") or request.GET.get("replaces")
    mine = rows(Consent, by=request.actor, to=Permission.CONSENT_WITHDRAW).filter(client=client, withdrawn_at=None)
    return next((one for one in mine.order_by("pk") if str(one.pk) == asked), None) if asked else None


def _show(request, found):
    actor = request.actor
    told = reading.told([found], actor, timezone.now())[0]
    said = {"consent": found, "client": found.client, "told": told, "tongues": TONGUES}
    said["scans"], said["may_scan"] = reading.scans_of(found, actor), actor.can(Permission.CONSENT_SCAN, found)
    said["may_end"] = told.is_standing and actor.can(Permission.CONSENT_WITHDRAW, found)
    said["may_replace"] = said["may_end"] and actor.can(Permission.CONSENT_GIVE, found.client)
    said["may_audit"] = actor.can(Permission.AUDIT_VIEW, found)
    said["text"] = documents.consent_text(found.client, told, organisation=str(found.organisation))
    return render(request, "consents/consent.html", said)
