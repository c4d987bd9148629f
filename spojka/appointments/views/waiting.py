"""The waiting list and places in housing."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.choosing import services
from spojka.access.doors import read, rows
from spojka.ui.http import ask, done, posted

from .. import reading
from ..actions import homes as home_actions
from ..actions import waiting as actions
from ..forms.others import BeginStay, EndStay, EndWaiting, NewHome, OfferPlace, Wait
from ..models import Home, OfferAnswer, Stay, Waiting, WaitingOffer
from .shared import BOTH, P, ask_plain, reached, today

TERM = timedelta(days=7)


@require_safe
def listing(request):
    """Show who waits in a service, in order, and how long it takes."""
    offered, service = services(request, P.WAITING_VIEW)
    on = today()
    said = {
        "services": offered,
        "service": service,
        "lines": [(one, one.days(on)) for one in reading.waiting(service, request.actor)],
        "lengths": reading.lengths(service, request.actor, on),
        "may_add": request.actor.can(P.WAITING_ADD, service),
    }
    return render(request, "appointments/waiting.html", said)


@require_http_methods(BOTH)
def add(request):
    """Ask who waits for what."""
    offered, service = services(request, P.WAITING_ADD)
    form = Wait(posted(request), actor=request.actor, service=service, initial={"since": today()})
    if not done(form, lambda: actions.add(by=request.actor, service=service, today=today(), **form.said)):
        known = sorted({one.purpose for one in reading.waiting(service, request.actor)})
        return ask(request, "appointments/wait.html", form, services=offered, service=service, known=known)
    messages.success(request, _("They are on the waiting list."))
    return _back(request, service)


@require_safe
def one(request, id):
    """Show one who waits, with all that was offered."""
    found = reached(request, Waiting, id, P.WAITING_VIEW, "client", "service")
    see = {"by": request.actor, "to": P.WAITING_VIEW}
    offers = read(rows(WaitingOffer, **see).filter(waiting=found).order_by("-offered_on", "-recorded_at", "pk"), **see)
    said = {
        "one": found,
        "days": found.days(today()),
        "offers": offers,
        "is_offered": any(not offer.answer for offer in offers),
        "answers": OfferAnswer.choices,
        "may": not found.ended_on and request.actor.can(P.WAITING_OFFER, found),
        "today": today(),
    }
    return render(request, "appointments/waiting_one.html", said)


@require_http_methods(BOTH)
def offer(request, id):
    """Ask what is offered until when."""
    found = reached(request, Waiting, id, P.WAITING_OFFER, "client", "service")
    form, on = OfferPlace(posted(request), initial={"answer_by": today() + TERM}), today()
    if not done(form, lambda: actions.offer(by=request.actor, waiting=found, today=on, **form.cleaned_data)):
        said = {"title": _("Offer a place"), "deed": _("Write the offer down"), "back": _page(request, found)}
        return ask_plain(request, form, **said, over=found)
    messages.success(request, _("The offer is written down. Today tells you when its term has passed."))
    return redirect(_page(request, found))


@require_POST
def answer(request, id):
    """Take the answer to an offer."""
    found = reached(request, WaitingOffer, id, P.WAITING_ANSWER, "waiting")
    actions.answer(by=request.actor, offer=found, answer=request.POST.get("answer", ""), today=today())
    messages.success(request, _("The answer is written down."))
    return redirect(_page(request, found.waiting))


@require_http_methods(BOTH)
def end(request, id):
    """Ask why somebody is taken off the list."""
    found = reached(request, Waiting, id, P.WAITING_END, "client", "service")
    form = EndWaiting(posted(request))
    if not done(form, lambda: actions.end(by=request.actor, waiting=found, today=today(), **form.cleaned_data)):
        said = {"title": _("Take off the list"), "deed": _("Take them off"), "back": _page(request, found)}
        return ask_plain(request, form, **said, over=found)
    messages.success(request, _("They were taken off the list."))
    return _back(request, found.service)


@require_safe
def homes(request):
    """Show places in housing and who lives there."""
    offered, service = services(request, P.STAY_VIEW)
    listed = reading.homes(service, request.actor)
    said = {
        "services": offered,
        "service": service,
        "lines": listed,
        "free": sum(1 for _home, stay in listed if stay is None),
        "may_add": request.actor.can(P.HOME_ADD, service),
        "may_stay": request.actor.can(P.STAY_BEGIN, service),
    }
    return render(request, "appointments/homes.html", said)


@require_http_methods(BOTH)
def add_home(request):
    """Ask for the name of a place."""
    _offered, service = services(request, P.HOME_ADD)
    form = NewHome(posted(request))
    if not done(form, lambda: home_actions.add(by=request.actor, service=service, today=today(), **form.cleaned_data)):
        said = {"title": _("New place in housing"), "deed": _("Add the place"), "back": _homes(request, service)}
        return ask_plain(request, form, **said, over=service, service=service)
    messages.success(request, _("The place is added."))
    return redirect(_homes(request, service))


@require_http_methods(BOTH)
def begin_stay(request, id):
    """Ask who lives in a place since when."""
    home = reached(request, Home, id, P.STAY_BEGIN, "service")
    form = BeginStay(posted(request), actor=request.actor, service=home.service, initial={"since": today()})
    if not done(form, lambda: home_actions.begin(by=request.actor, home=home, today=today(), **form.said)):
        said = {"title": _("Who lives there"), "deed": _("Save the stay"), "back": _homes(request, home.service)}
        return ask_plain(request, form, **said, over=home)
    messages.success(request, _("The stay is written down, and free places are told."))
    return redirect(_homes(request, home.service))


@require_POST
def close_home(request, id):
    """Close a place."""
    home = reached(request, Home, id, P.HOME_CLOSE, "service")
    home_actions.close(by=request.actor, home=home, today=today())
    messages.success(request, _("The place is closed."))
    return redirect(_homes(request, home.service))


@require_http_methods(BOTH)
def end_stay(request, id):
    """Ask for the last day."""
    stay = reached(request, Stay, id, P.STAY_END, "home", "service", "client")
    form = EndStay(posted(request), initial={"until": today()})
    if not done(form, lambda: home_actions.end(by=request.actor, stay=stay, today=today(), **form.cleaned_data)):
        said = {"title": _("End of the stay"), "deed": _("Save the end"), "back": _homes(request, stay.service)}
        return ask_plain(request, form, **said, over=stay)
    messages.success(request, _("The end is written down, and free places are told."))
    return redirect(_homes(request, stay.service))


def _page(request, found):
    return reverse("appointments:waiting_one", args=[request.actor.organisation.slug, found.pk])


def _homes(request, service):
    return reverse("appointments:homes", args=[request.actor.organisation.slug]) + f"?service={service.pk}"


def _back(request, service):
    if not request.actor.may(P.WAITING_VIEW):
        raise Http404
    return redirect(reverse("appointments:waiting", args=[request.actor.organisation.slug]) + f"?service={service.pk}")
