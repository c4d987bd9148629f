"""One service asks another: the list of both sides, a new question, one with its answer and result."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.access.whereabouts import hidden
from spojka.access.why import why
from spojka.clients.models import Client
from spojka.consents.reading import kinds_in_words
from spojka.members.people import names_of
from spojka.ui.http import ask, done, posted

from . import actions, forms, reading
from .content import grounds_of
from .models import Inquiry

FORTNIGHT = timedelta(days=14)
MOST = 50


@require_safe
def inquiries(request):
    """Show what is asked of us and what we asked."""
    if not request.actor.may(Permission.INQUIRY_VIEW):
        raise Http404
    actor, now = request.actor, timezone.now()
    said = {"today": timezone.localdate(now), "most": MOST}
    said["asked"] = reading.read(reading.asked_of_us(actor, now)[:MOST], by=actor, to=Permission.INQUIRY_VIEW)
    said["answered"] = reading.answered_by_us(actor, MOST)
    said["ours"] = reading.asked_by_us(actor, MOST)
    said["may_ask"] = actor.may(Permission.INQUIRY_ASK)
    return render(request, "inquiries/list.html", said)


@require_http_methods(["GET", "POST"])
def ask_them(request, id):
    """Ask whom, for what, why and by when."""
    client = reach(Client, id, by=request.actor, to=Permission.INQUIRY_ASK, related=("service__organisation",))
    now = timezone.now()
    about = {"grounds": grounds_of(client, now), "initial": {"due_on": timezone.localdate(now) + FORTNIGHT}}
    form = forms.Ask(posted(request), **about)
    deed = {"by": request.actor, "client": client, "at": now}
    if not done(
        form, lambda: actions.ask(**deed, id=form.cleaned_data["id"], ground=form.chosen, question=form.question)
    ):
        said = {"client": client, "grounds": about["grounds"], "is_hidden": bool(hidden([client.pk]))}
        return ask(request, "inquiries/ask.html", form, **said)
    messages.success(request, _("They were asked. The answer will wait for you at Today."))
    return redirect("inquiries:inquiry", request.actor.organisation.slug, form.cleaned_data["id"])


@require_safe
def inquiry(request, id):
    """Show one, to either side."""
    return _show(request, _reach(request, id, Permission.INQUIRY_VIEW))


@require_POST
def answer(request, id):
    """Answer it."""
    found = _reach(request, id, Permission.INQUIRY_ANSWER)
    form = forms.Answer(request.POST, services=reading.answering(found, request.actor))
    deed = {"by": request.actor, "inquiry": found, "at": timezone.now()}
    if not done(
        form, lambda: actions.answer(**deed, id=form.cleaned_data["id"], service=form.chosen, reply=form.reply)
    ):
        return _show(request, found, answering=form)
    messages.success(request, _("Who asked reads your answer now."))
    return redirect("inquiries:inquiry", request.actor.organisation.slug, found.pk)


@require_POST
def close(request, id):
    """Write what came of it."""
    found, form = _reach(request, id, Permission.INQUIRY_CLOSE), forms.Close(request.POST)
    deed = {"by": request.actor, "inquiry": found, "at": timezone.now()}
    if not done(form, lambda: actions.close(**deed, **form.cleaned_data)):
        return _show(request, found, closing=form)
    messages.success(request, _("It is closed."))
    return redirect("inquiries:inquiry", request.actor.organisation.slug, found.pk)


@require_POST
def withdraw(request, id):
    """Ask no more."""
    found, form = _reach(request, id, Permission.INQUIRY_WITHDRAW), forms.Withdraw(request.POST)
    deed = {"by": request.actor, "inquiry": found, "at": timezone.now()}
    if not done(form, lambda: actions.withdraw(**deed, **form.cleaned_data)):
        return _show(request, found, leaving=form)
    messages.success(request, _("You ask it no more; they see it no longer."))
    return redirect("inquiries:inquiry", request.actor.organisation.slug, found.pk)


def _reach(request, id, to):
    return reach(Inquiry, id, by=request.actor, to=to, related=("client", "service", "organisation", "grant"))


def _show(request, found, answering=None, closing=None, leaving=None):
    actor, now = request.actor, timezone.now()
    reply = reading.reply_of(found, actor)
    is_ours, services = found.is_own_of(actor), reading.answering(found, actor)
    can = {
        "answer": not (is_ours or reply or found.is_over) and actor.can(Permission.INQUIRY_ANSWER, found),
        "close": not found.is_over and actor.can(Permission.INQUIRY_CLOSE, found),
        "withdraw": not (found.is_over or reply) and actor.can(Permission.INQUIRY_WITHDRAW, found),
    }
    people = {found.asked_by, found.closed_by, found.withdrawn_by, reply.answered_by if reply else ""}
    said = {"inquiry": found, "reply": reply, "is_ours": is_ours, "can": can, "workers": names_of(people - {""})}
    said |= {"kinds": kinds_in_words(found.tells_of), "today": timezone.localdate(now)}
    said |= {"is_seen": found.grant.is_open(now)}
    said |= {"may_open": actor.can(Permission.CLIENT_VIEW, found.client)}
    said |= {"reasons": [] if is_ours else why(found.client, by=actor, to=Permission.CLIENT_VIEW)}
    said |= {"answering": answering or forms.Answer(services=services, auto_id="id_answer_%s")}
    said |= {"closing": closing or forms.Close(auto_id="id_close_%s")}
    said |= {"leaving": leaving or forms.Withdraw(auto_id="id_leave_%s")}
    faulty = answering or closing or leaving
    if faulty is None:
        return render(request, "inquiries/inquiry.html", said)
    return ask(request, "inquiries/inquiry.html", faulty, **said)
