"""Naloxone at the stand: a kit to take home, a training, a use that somebody tells of."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.clients.asking import asking
from spojka.codelists.catalogue import catalogue
from spojka.encounters.begun import stop_unless_begun
from spojka.encounters.models import Encounter, Shift
from spojka.ui.http import ask, done, posted, sendable

from ..actions import kits
from ..forms.kits import Detail, Hand, Report
from ..reading import last_batch

WITH = ("service", "event", "place")


@sendable
@require_http_methods(["GET", "POST"])
def hand(request, id):
    """Ask for a kit that somebody takes home, and what was gone through before."""
    shift, usual = _at(request, id, Permission.NALOXONE_HAND)
    form = Hand(posted(request), **usual)
    if not done(form, lambda: _hand(request, shift, form)):
        return ask(request, "naloxone/hand.html", form, **_about(request, shift))
    messages.success(request, _("Naloxone is written down, with its contact."))
    return redirect("encounters:new", request.actor.organisation.slug, shift.pk)


@sendable
@require_http_methods(["GET", "POST"])
def report(request, id):
    """Ask what somebody tells of a use of naloxone."""
    shift, usual = _at(request, id, Permission.NALOXONE_REPORT)
    form = Report(posted(request), **{name: said for name, said in usual.items() if name != "catalogue"})
    if not done(form, lambda: _report(request, shift, form, usual["catalogue"])):
        return ask(request, "naloxone/report.html", form, **_about(request, shift))
    messages.success(request, _("The use is written down. On whom it was, nothing says."))
    return redirect("encounters:new", request.actor.organisation.slug, shift.pk)


@require_http_methods(["GET", "POST"])
def detail(request, id):
    """Ask for the batch and the training of a kit that was written down as mere material."""
    related = ("service", "client", "shift__place", "shift__event")
    encounter = reach(Encounter, id, by=request.actor, to=Permission.NALOXONE_DETAIL, related=related)
    lists = catalogue(encounter.service, encounter.day)
    form = Detail(posted(request), catalogue=lists, initial=last_batch(encounter.service_id))
    if not done(form, lambda: kits.detail(by=request.actor, encounter=encounter, handed=form.handed)):
        return ask(request, "naloxone/detail.html", form, encounter=encounter)
    messages.success(request, _("The kit is written down."))
    return redirect("encounters:encounter", request.actor.organisation.slug, encounter.pk)


def _at(request, id, to):
    """Return the shift and what its forms need."""
    shift = reach(Shift, id, by=request.actor, to=to, related=WITH)
    stop_unless_begun(request, shift)
    lists = catalogue(shift.service, shift.day)
    usual = {"actor": request.actor, "catalogue": lists, "now": timezone.now()}
    usual |= {"may_code": request.actor.may(Permission.CLIENT_ADD), "initial": last_batch(shift.service_id)}
    return shift, usual


def _about(request, shift):
    return {"shift": shift, "may_code": request.actor.may(Permission.CLIENT_ADD)} | asking(shift.service, shift.day)


def _hand(request, shift, form):
    handed = form.handed
    said = {"shift": shift, "content": form.content(handed.kits), "catalogue": form.catalogue, "handed": handed}
    return kits.hand(by=request.actor, id=form.cleaned_data["id"], replaces=None, at=form.now, **said)


def _report(request, shift, form, lists):
    said = form.said(timezone.localdate(form.now))
    return kits.report(by=request.actor, shift=shift, catalogue=lists, at=form.now, **said)
