"""What belongs to a client at the counter: the card, instructions and messages."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.doors import reach, read, rows
from spojka.access.permissions import Permission
from spojka.clients.models import Client
from spojka.ui.http import ask, done, posted

from .. import actions, documents, numbers
from ..forms import Issue, Note
from ..models import CounterNote, Pass


@require_http_methods(["GET", "POST"])
def client(request, id):
    """Show the card and the notes of a client; a note is written here."""
    found = reach(Client, id, by=request.actor, to=Permission.COUNTER_NOTE_WRITE, related=("service",))
    form = Note(posted(request))
    said = {"by": request.actor, "client": found}
    if done(form, lambda: actions.write(**said, **form.cleaned_data)):
        messages.success(request, _("It stands at the counter until somebody ends it."))
        return _back(request, found.pk)
    cards = _of(request, Pass, found, "ended_at", "-recorded_at")
    notes = _of(request, CounterNote, found, "kind", "recorded_at").filter(ended_at=None)
    shown = {"client": found, "cards": read(cards, by=request.actor, to=Permission.CLIENT_VIEW), "issue": Issue()}
    shown |= {"has_card": any(not one.ended_at for one in shown["cards"])}
    return ask(
        request, "counter/client.html", form, **shown, notes=read(notes, by=request.actor, to=Permission.CLIENT_VIEW)
    )


@require_POST
def issue(request, id):
    """Make a card, to be printed."""
    found = reach(Client, id, by=request.actor, to=Permission.PASS_ISSUE, related=("service",))
    form = Issue(request.POST)
    if not done(
        form, lambda: actions.issue(by=request.actor, client=found, number=numbers.new(), **form.cleaned_data)
    ):
        messages.error(request, " ".join(form.non_field_errors()) or _("Try once more, please."))
    return _back(request, found.pk)


@never_cache
@require_safe
def paper(request, id):
    """Give the card as paper."""
    found = reach(Pass, id, by=request.actor, to=Permission.PASS_ISSUE)
    headers = {"Content-Disposition": 'inline; filename="spojka-card.pdf"'}
    return HttpResponse(documents.card(found), content_type="application/pdf", headers=headers)


@require_POST
def end(request, id):
    """End a card that is lost."""
    found = reach(Pass, id, by=request.actor, to=Permission.PASS_END)
    actions.end_pass(by=request.actor, card=found, at=timezone.now())
    messages.success(request, _("The card is ended, its number leads nowhere."))
    return _back(request, found.client_id)


@require_POST
def end_note(request, id):
    """End a note: it was told, or is no longer so."""
    found = reach(CounterNote, id, by=request.actor, to=Permission.COUNTER_NOTE_END)
    actions.end_note(by=request.actor, note=found, at=timezone.now())
    return _back(request, found.client_id)


def _of(request, model, client, *order):
    return rows(model, by=request.actor, to=Permission.CLIENT_VIEW).filter(client=client).order_by(*order, "pk")


def _back(request, id):
    return redirect("counter:client", request.actor.organisation.slug, id)
