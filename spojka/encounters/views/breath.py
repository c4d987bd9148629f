"""The breathalyser's queue: a page of its own, ready for the next person at once."""

import json
from dataclasses import asdict

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.codelists.catalogue import catalogue
from spojka.codelists.words import SURENESS
from spojka.figures import dated
from spojka.ui.http import ask, posted, refused, sendable, wants_little
from spojka.ui.words import day, hour

from .. import alcohol, counting
from ..actions import encounters
from ..begun import stop_unless_begun
from ..forms.breath import Measure
from ..models import Shift

TEMPLATE = "encounters/breath.html"


@sendable
@require_http_methods(["GET", "POST"])
def measure(request, id):
    """Ask for one value of a breathalyser; the phone says between when the alcohol is probably gone."""
    silent = wants_little(request)
    related = ("service", "event", "place")
    shift = reach(Shift, id, by=request.actor, to=Permission.ENCOUNTER_RECORD, related=related, silent=silent)
    at_shift = [request.actor.organisation.slug, shift.pk]
    stop_unless_begun(request, shift)
    if shift.is_cancelled:
        return redirect("encounters:shift", *at_shift)
    now, lists = timezone.now(), catalogue(shift.service, shift.day)
    usual = {"actor": request.actor, "catalogue": lists, "now": now}
    form = Measure(posted(request), **usual, initial={} if silent else counting.latest_device(shift))
    if not form.is_valid():
        return ask(request, TEMPLATE, form, **_said(shift, lists))
    said = {"id": form.cleaned_data["id"], "shift": shift, "content": form.content, "catalogue": lists, "at": now}
    try:
        encounters.record(by=request.actor, **said)
    except Refusal as refusal:
        return ask(request, TEMPLATE, refused(form, refusal), **_said(shift, lists))
    if not silent:
        messages.success(request, _estimated(shift, form.content, lists))
    return redirect("encounters:breath", *at_shift)


def _said(shift, lists):
    """Return what the page knows beside the form: all that the phone reckons with, and where it comes from."""
    factors = {item.code: float(item.extra["factor"]) for item in lists.items("breath_unit")}
    return {
        "shift": shift,
        "rules": json.dumps(asdict(alcohol.rules(shift.day)) | {"factors": factors}),
        "sources": dated.values("alcohol", shift.day),
        "sureness": SURENESS,
    }


def _estimated(shift, content, lists):
    """Say the same as the phone would, for who has no script; of the body it knows the sex alone."""
    breath, at, by = content.breath, timezone.localtime(content.occurred_at), alcohol.rules(shift.day)
    measured = float(breath.value) * float(lists.find("breath_unit", breath.unit).extra["factor"])
    fresh = alcohol.is_calibrated(breath.calibrated_on, at.date(), by)
    known = alcohol.Said(since=breath.since_drink, sex=content.sex, is_calibrated=fresh)
    first, last = alcohol.between(at, measured, known, by)
    said = _("Saved. The alcohol is probably gone between %(first)s and %(last)s. It is a guess, no promise.") % {
        "first": _clock(first, at),
        "last": _clock(last, at),
    }
    danger = _("So much alcohol can stop the breath: don't leave the person alone, in doubt call 155.")
    return f"{said} {danger}" if measured >= by.danger else said


def _clock(when, at):
    return hour(when) if when.date() == at.date() else f"{day(when)} {hour(when)}"
