"""Blood pressure, pulse, temperature, saturation: a page of its own, ready for the next person at once."""

import json

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.codelists.catalogue import catalogue
from spojka.codelists.words import SURENESS
from spojka.figures import dated
from spojka.ui.http import ask, done, posted, sendable, wants_little

from .. import counting, vitals
from ..actions import encounters
from ..begun import stop_unless_begun
from ..forms.vitals import BOTH, SOMETHING, MeasureSigns
from ..models import Shift, VitalSigns

TEMPLATE = "encounters/vitals.html"


@sendable
@require_http_methods(["GET", "POST"])
def measure(request, id):
    """Ask for what the devices show; the phone says in which range it is and when to call 155."""
    related = ("service", "event", "place")
    shift = reach(Shift, id, by=request.actor, to=Permission.ENCOUNTER_RECORD, related=related)
    at_shift = [request.actor.organisation.slug, shift.pk]
    stop_unless_begun(request, shift)
    if shift.is_cancelled:
        return redirect("encounters:shift", *at_shift)
    silent, now, lists = wants_little(request), timezone.now(), catalogue(shift.service, shift.day)
    initial = {} if silent else counting.latest_signs_device(shift)
    form = MeasureSigns(posted(request), actor=request.actor, catalogue=lists, now=now, initial=initial)
    if not done(form, lambda: _record(request, form, {"shift": shift, "catalogue": lists, "at": now})):
        return ask(request, TEMPLATE, form, **_said(shift), may_card=request.actor.may(Permission.CARD_START))
    if not silent:
        _tell(request, shift, form.signs)
    return redirect("encounters:vitals", *at_shift)


@require_POST
def void(request, id):
    """Take values back that are tied to no contact."""
    signs = reach(VitalSigns, id, by=request.actor, to=Permission.SIGNS_VOID)
    encounters.void_signs(by=request.actor, signs=signs, at=timezone.now())
    return redirect("encounters:shift", request.actor.organisation.slug, signs.shift_id)


def _record(request, form, said):
    return encounters.record(by=request.actor, id=form.cleaned_data["id"], content=form.content, **said)


def _said(shift):
    """Return what the page knows beside the form: all that the phone needs, and where it comes from."""
    rules = vitals.rules(shift.day)
    return {
        "shift": shift,
        "rules": json.dumps(rules.plain),
        "at": rules.alerts,
        "bands": dated.values("pressure_upper", shift.day),
        "sources": dated.values("vital_alerts", shift.day),
        "calls": vitals.CALLS,
        "sureness": SURENESS,
        "both": BOTH,
        "something": SOMETHING,
    }


def _tell(request, shift, signs):
    """Say the same as the phone would, for who has no script."""
    rules = vitals.rules(shift.day)
    reasons = [str(vitals.CALLS[code]) for code in vitals.calls(signs, rules)]
    said, band = [_("Saved.")], vitals.pressure(signs, rules)
    if band:
        said.append(_("Pressure in the range: %(name)s.") % {"name": vitals.pressure_name(band, shift.day)})
    if vitals.asks(signs, rules) and not signs.has_symptoms:
        said.append(_("Ask about symptoms; if there are any, call 155."))
    if reasons:
        said += [_("Call 155."), *reasons]
    messages.add_message(request, messages.ERROR if reasons else messages.SUCCESS, " ".join(said))
