"""Whether another service works with a client, too: asked, confirmed, taken back."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.clients.models import Client
from spojka.consents.reading import has_statement
from spojka.members.people import names_of
from spojka.ui.http import ask, done, posted

from . import actions, forms, reading
from .models import Sounding


@require_safe
def soundings(request):
    """Show what we ask, and who asks us."""
    if not request.actor.may(Permission.SOUNDING_VIEW):  # an empty list would say that nobody asks
        raise Http404
    today = timezone.localdate()
    ours = [(one, one.came.is_told, reading.state_of(one, today)) for one in reading.ours(request.actor)]
    return render(request, "soundings/list.html", {"ours": ours, "calls": reading.calls(request.actor, today)})


@require_http_methods(["GET", "POST"])
def ask_them(request, id):
    """Ask which service, about whom, by what."""
    client = reach(Client, id, by=request.actor, to=Permission.SOUNDING_ASK, related=("service__organisation",))
    now, kept = timezone.now(), reading.facts_of(client, request.actor)
    form = forms.Ask(posted(request), services=reading.services_of(client, now), kept=kept)
    deed = {"by": request.actor, "client": client, "at": now}
    if not done(form, lambda: actions.ask(**deed, id=form.cleaned_data["id"], asking=form.asking)):
        agreed = has_statement(client)
        return ask(request, "soundings/ask.html", form, client=client, person=kept, has_statement=agreed)
    messages.success(request, _("It is asked. If they ask the same and both of you want it, you read it at Today."))
    return redirect("soundings:sounding", request.actor.organisation.slug, form.cleaned_data["id"])


@require_safe
def sounding(request, id):
    """Show how one stands."""
    return _show(request, _reach(request, id, Permission.SOUNDING_VIEW))


@require_POST
def confirm(request, id):
    """Let the other side learn it."""
    found = _reach(request, id, Permission.SOUNDING_CONFIRM)
    return _do(request, found, actions.confirm, _("They read it now, and so do you."))


@require_POST
def withdraw(request, id):
    """Ask no more."""
    found = _reach(request, id, Permission.SOUNDING_WITHDRAW)
    return _do(request, found, actions.withdraw, _("You ask it no more. They learned nothing."))


def _do(request, found, deed, words):
    form = forms.Sure(request.POST)
    if not done(form, lambda: deed(by=request.actor, sounding=found, at=timezone.now())):
        return _show(request, found, form)
    messages.success(request, words)
    return redirect("soundings:sounding", request.actor.organisation.slug, found.pk)


def _reach(request, id, to):
    return reach(Sounding, id, by=request.actor, to=to, related=reading.WITH)


def _show(request, found, form=None):
    actor, came, is_open = request.actor, found.came, found.is_open(timezone.localdate())
    is_told = came.is_told and not found.withdrawn_at
    said = {"sounding": found, "came": came, "is_open": is_open, "is_told": is_told}
    said["workers"] = names_of({found.asked_by, came.worker if is_told else ""} - {""})
    said["can"] = {
        "confirm": is_open and came.is_found and actor.can(Permission.SOUNDING_CONFIRM, found),
        "withdraw": is_open and not is_told and actor.can(Permission.SOUNDING_WITHDRAW, found),
        "share": is_told and actor.can(Permission.CONSENT_GIVE, found.client),
    }
    if form is None:
        return render(request, "soundings/sounding.html", said)
    return ask(request, "soundings/sounding.html", form, **said)
