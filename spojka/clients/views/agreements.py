"""The base statement on personal data: given, withdrawn, printed, worded."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from spojka.access.choosing import services
from spojka.access.doors import reach, read, rows
from spojka.access.permissions import Permission
from spojka.members.people import names_of, takers
from spojka.ui.http import ask, done, give_paper, posted

from .. import agreeing, documents
from ..actions import agreements as actions
from ..forms import about as forms
from ..models import Agreement, AgreementText, Client

BOTH = ["GET", "POST"]


@require_http_methods(BOTH)
def agree(request, id):
    """Ask how and when the client agreed."""
    client = reach(Client, id, by=request.actor, to=Permission.AGREEMENT_RECORD, related=("service",))
    today = timezone.localdate()
    versions = [(one.version, one.version) for one in agreeing.wordings(client.service, today)]
    form = forms.Agree(
        posted(request),
        workers=takers(client.service, request.actor),
        versions=versions,
        initial={"given_on": today, "taken_by": request.actor.id, "version": versions[0][0]},
    )
    about = {"by": request.actor, "client": client, "today": today}
    if not done(form, lambda: actions.record(**about, **form.cleaned_data)):
        lead = _("Print the paper first, or read it to them.")
        said = {"title": _("Agreement on personal data"), "deed": _("Write down the agreement"), "lead": lead}
        return ask(request, "clients/ask.html", form, client=client, **said)
    messages.success(request, _("The agreement is written down."))
    return _back(request, client)


@require_http_methods(BOTH)
def withdraw(request, id):
    """Ask how the client took the agreement back."""
    related = ("client__service",)
    row = reach(Agreement, id, by=request.actor, to=Permission.AGREEMENT_WITHDRAW, related=related)
    today = timezone.localdate()
    form = forms.Withdraw(posted(request), initial={"on": today})
    about = {"by": request.actor, "agreement": row, "today": today}
    if not done(form, lambda: actions.withdraw(**about, **form.cleaned_data)):
        said = {"title": _("Agreement withdrawn"), "deed": _("Write down that it was withdrawn"), "lead": ""}
        return ask(request, "clients/ask.html", form, client=row.client, **said)
    messages.success(request, _("It is written down. The agreement holds no more."))
    return _back(request, row.client)


@require_safe
def paper(request, id):
    """Give the statement with a client's code."""
    client = reach(Client, id, by=request.actor, to=Permission.AGREEMENT_RECORD, related=("service",))
    return _pdf(request, client.service, client.code)


@require_safe
def blank(request):
    """Give the statement without a code."""
    return _pdf(request, services(request, Permission.AGREEMENT_RECORD)[1])


@require_http_methods(BOTH)
def wording(request):
    """Show how the statement is worded, and let a head word it."""
    offered, service = services(request, Permission.AGREEMENT_RECORD)
    may_word = request.actor.can(Permission.AGREEMENT_WORD, service)
    today = timezone.localdate()
    current = agreeing.wordings(service, today)[0]
    form = forms.Wording(posted(request) if may_word else None, initial={"text": current.text, "valid_from": today})
    said = {
        "service": service,
        "services": offered,
        "current": current,
        "may_word": may_word,
        "history": _history(request, service),
    }
    if not done(form, lambda: actions.word(by=request.actor, service=service, **form.cleaned_data)):
        return ask(request, "clients/wording.html", form, **said)
    messages.success(request, _("The wording holds from the day you chose. Agreements given before keep theirs."))
    return redirect(f"{request.path}?service={service.pk}")


def _history(request, service):
    found = rows(AgreementText, by=request.actor, to=Permission.AGREEMENT_RECORD).filter(service=service)
    listed = read(found.order_by("-valid_from", "-recorded_at", "pk"), by=request.actor, to=Permission.CLIENT_VIEW)
    workers = names_of(row.recorded_by for row in listed)
    return [(row, workers.get(row.recorded_by, "")) for row in listed]


def _pdf(request, service, code=""):
    wording = agreeing.wordings(service, timezone.localdate())[0]
    body = documents.statement(service, wording, organisation=request.actor.organisation.name, code=code)
    return give_paper(body, "spojka-statement")


def _back(request, client):
    return redirect("encounters:client", request.actor.organisation.slug, client.pk)
