"""The card that a client shows at the counter."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from spojka.access.doors import reach, read, rows
from spojka.access.permissions import Permission
from spojka.clients.models import Client
from spojka.ui.http import done, give_paper

from .. import actions, documents, numbers
from ..forms import Issue
from ..models import Pass


@require_safe
def client(request, id):
    """Show the cards of a client."""
    found = reach(Client, id, by=request.actor, to=Permission.PASS_ISSUE, related=("service",))
    theirs = rows(Pass, by=request.actor, to=Permission.CLIENT_VIEW).filter(client=found)
    cards = read(theirs.order_by("ended_at", "-recorded_at", "pk"), by=request.actor, to=Permission.CLIENT_VIEW)
    has_card = any(not one.ended_at for one in cards)
    return render(
        request, "counter/client.html", {"client": found, "cards": cards, "issue": Issue(), "has_card": has_card}
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
    return give_paper(documents.card(found), "spojka-card")


@require_POST
def end(request, id):
    """End a card that is lost."""
    found = reach(Pass, id, by=request.actor, to=Permission.PASS_END)
    actions.end_pass(by=request.actor, card=found, at=timezone.now())
    messages.success(request, _("The card is ended, its number leads nowhere."))
    return _back(request, found.client_id)


def _back(request, id):
    return redirect("counter:client", request.actor.organisation.slug, id)
