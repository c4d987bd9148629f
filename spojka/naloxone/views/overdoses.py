"""Overdoses: written at the stand or in the office, told without anybody's name, tied only on purpose."""

from django.contrib import messages
from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.choosing import services
from spojka.access.doors import reach, rows
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.clients import codes, leading
from spojka.clients.models import Client
from spojka.codelists.catalogue import catalogue, names_of
from spojka.encounters.begun import stop_unless_begun
from spojka.encounters.models import Shift
from spojka.places import territory
from spojka.ui.http import ask, done, posted, sendable, year_of

from .. import reading
from ..actions import overdoses
from ..forms.overdoses import Record, Tie
from ..models import Ended, Overdose, OverdoseTie, Said

WITH = ("service", "event", "place")
LISTS = ["overdose_place", "substance"]


@sendable
@require_http_methods(["GET", "POST"])
def at_shift(request, id):
    """Ask for an overdose in a shift."""
    shift = reach(Shift, id, by=request.actor, to=Permission.OVERDOSE_RECORD, related=WITH)
    stop_unless_begun(request, shift)
    now, lists = timezone.now(), catalogue(shift.service, shift.day)
    initial = {"municipality": shift.place.municipality}
    form = Record(posted(request), actor=request.actor, catalogue=lists, now=now, initial=initial)
    if not done(form, lambda: _record(request, shift.service, form, shift)):
        return ask(request, "naloxone/at_shift.html", form, shift=shift)
    messages.success(request, _("The overdose is written down, tied to nobody."))
    return redirect("encounters:new", request.actor.organisation.slug, shift.pk)


@require_http_methods(["GET", "POST"])
def record(request):
    """Ask for an overdose that comes from no shift."""
    offered, service = services(request, Permission.OVERDOSE_RECORD)
    now = timezone.now()
    lists = catalogue(service, timezone.localdate(now))
    form = Record(posted(request), actor=request.actor, catalogue=lists, now=now)
    if not done(form, lambda: _record(request, service, form, None)):
        return ask(request, "naloxone/record.html", form, services=offered, service=service)
    messages.success(request, _("The overdose is written down, tied to nobody."))
    return redirect("naloxone:overdoses", request.actor.organisation.slug)


@require_safe
def listing(request):
    """Show the overdoses of a year, with the number of each kind."""
    actor, today = request.actor, timezone.localdate()
    if not actor.may(Permission.OVERDOSE_VIEW):
        raise Http404
    year = year_of(request, today)
    listed = reading.overdoses(actor, year)
    words = names_of(LISTS, organisation=actor.organisation)
    standing = [one for one in listed if not one.voided_at]
    days = rows(Overdose, by=actor, to=Permission.OVERDOSE_VIEW).dates("day", "year")
    kinds = words["overdose_place"] | {"": _("not said")}
    said = {
        "overdoses": listed,
        "words": words,
        "year": year,
        "years": sorted({day.year for day in days} | {today.year}, reverse=True),
        "died": sum(one.ended == Ended.DIED for one in standing),
        "naloxone": sum(one.naloxone == Said.YES for one in standing),
        "ambulance": sum(one.ambulance == Said.YES for one in standing),
        "many": len(standing),
        "kinds": [(kinds.get(code, code), n) for code, n in reading.counted(listed, "place_kind")],
    }
    return render(request, "naloxone/overdoses.html", said)


@require_safe
def overdose(request, id):
    """Show one overdose; whom it is tied to, only to who may tie."""
    return _show(request, reach(Overdose, id, by=request.actor, to=Permission.OVERDOSE_VIEW), Tie())


@require_POST
def void(request, id):
    """Say that an overdose was written by mistake."""
    found = reach(Overdose, id, by=request.actor, to=Permission.OVERDOSE_VOID)
    overdoses.void(by=request.actor, overdose=found, at=timezone.now())
    messages.success(request, _("The overdose does not count any more."))
    return redirect("naloxone:overdose", request.actor.organisation.slug, found.pk)


@require_POST
def tie(request, id):
    """Say whose overdose it was, and why that has to be known."""
    found = reach(Overdose, id, by=request.actor, to=Permission.OVERDOSE_TIE)
    form = Tie(request.POST)
    if not done(form, lambda: _tie(request, found, form.cleaned_data)):
        return _show(request, found, form)
    messages.success(request, _("The overdose is tied. Only key workers and the head see it."))
    return redirect("naloxone:overdose", request.actor.organisation.slug, found.pk)


@require_POST
def untie(request, id):
    """Take a tie back."""
    found = reach(OverdoseTie, id, by=request.actor, to=Permission.OVERDOSE_UNTIE)
    overdoses.untie(by=request.actor, tie=found, at=timezone.now())
    messages.success(request, _("The tie is taken back."))
    return redirect("naloxone:overdose", request.actor.organisation.slug, found.overdose_id)


def _record(request, service, form, shift):
    said = form.said(shift, timezone.localdate(form.now))
    return overdoses.record(by=request.actor, service=service, **said)


def _tie(request, found, said):
    code = codes.normalised(said["code"])
    where = Q(service=found.service_id, code=code)
    client = rows(Client, by=request.actor, to=Permission.OVERDOSE_TIE, where=where).first()
    if client is None:
        raise Refusal(_("Your service knows nobody under this code."), field="code")
    client = leading.now(client)
    return overdoses.tie(by=request.actor, id=said["id"], overdose=found, client=client, reason=said["reason"])


def _show(request, found, form):
    actor = request.actor
    ties = reading.ties_of(found, actor) if actor.may(Permission.OVERDOSE_TIE) else []
    said = {
        "overdose": found,
        "words": names_of(LISTS, organisation=actor.organisation),
        "district": territory.name_of("district", found.district_code) if found.district_code else "",
        "ties": ties,
        "may_tie": actor.can(Permission.OVERDOSE_TIE, found) and not found.voided_at,
        "may_void": actor.can(Permission.OVERDOSE_VOID, found) and not found.voided_at,
    }
    return ask(request, "naloxone/overdose.html", form, **said)
