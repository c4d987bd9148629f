"""Where a shift is and who pays for it, put right later."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from spojka.access.doors import reach, rows
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.codelists.catalogue import catalogue
from spojka.network.models import Membership
from spojka.ui.http import ask, done, posted

from ..actions import arranging
from ..forms.arranging import Move, Split
from ..forms.crew import Crew
from ..models import CrewMember, Shift
from ..paying import parts_of, spans

WITH = ("service", "event", "place")


@require_http_methods(["GET", "POST"])
def move(request, id):
    """Ask where the shift is."""
    found = reach(Shift, id, by=request.actor, to=Permission.SHIFT_MOVE, related=WITH)
    at_venue = found.event and found.place_id == found.event.venue_id
    initial = {"event": found.event, "place": None if at_venue else found.place, "setting": found.setting}
    lists = catalogue(found.service, found.day)
    form = Move(posted(request), actor=request.actor, shift=found, catalogue=lists, initial=initial)
    if not done(form, lambda: arranging.move(by=request.actor, shift=found, **form.cleaned_data)):
        return ask(request, "encounters/move.html", form, shift=found)
    messages.success(request, _("The shift is there now, with all that was recorded in it."))
    return redirect("encounters:shift", request.actor.organisation.slug, found.pk)


@require_http_methods(["GET", "POST"])
def split(request, id):
    """Ask from when which project pays for the shift."""
    found = reach(Shift, id, by=request.actor, to=Permission.SHIFT_SPLIT, related=WITH)
    paid = spans(found, parts_of(found))
    form = Split(posted(request), actor=request.actor, shift=found, spans=paid)
    if not done(form, lambda: arranging.split(by=request.actor, shift=found, parts=form.parts)):
        return ask(request, "encounters/split.html", form, shift=found)
    messages.success(request, _("Saved. Each contact counts for the project of its time."))
    return redirect("encounters:shift", request.actor.organisation.slug, found.pk)


@require_http_methods(["GET", "POST"])
def crew(request, id):
    """Ask who is in the crew and what each does."""
    found = reach(Shift, id, by=request.actor, to=Permission.CREW_ASSIGN, related=WITH)
    named = rows(CrewMember, by=request.actor, to=Permission.CREW_ASSIGN).filter(shift=found)
    roles = dict(named.values_list("membership_id", "role"))
    valid = rows(Membership, by=request.actor, to=Permission.MEMBER_VIEW).valid(found.day)
    members = valid.filter(services=found.service_id).select_related("user").order_by(by_name("user__name"), "pk")
    lists = catalogue(found.service, found.day)
    form = Crew(posted(request), members=members, roles=roles, catalogue=lists)
    if not done(form, lambda: arranging.assign(by=request.actor, shift=found, roles=form.roles)):
        return ask(request, "encounters/crew.html", form, shift=found)
    messages.success(request, _("The crew is saved."))
    return redirect("encounters:shift", request.actor.organisation.slug, found.pk)
