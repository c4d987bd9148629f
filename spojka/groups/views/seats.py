"""Who sits in a group."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from spojka.access.doors import reach
from spojka.codelists.catalogue import catalogue
from spojka.network.doors import partners
from spojka.ui.http import ask, done, posted

from .. import reading
from ..actions import groups
from ..forms.groups import Leave, Sit
from ..models import Seat
from .shared import BOTH, P, colleagues, reach_group, to_group, writes_for


@require_http_methods(BOTH)
def give(request, id):
    """Ask who is to sit in the group."""
    found, today = reach_group(request, id, P.SEAT_GIVE), timezone.localdate()
    seats = reading.seats_of(found, request.actor, today)
    taken = {one.house_id for one in seats if one.house_id and not one.worker_id}
    houses = [] if found.is_sensitive else [one for one in partners(found.organisation) if one.pk not in taken]
    offers = {"houses": houses, "people": colleagues(request), "seats": seats, "today": today}
    form = Sit(posted(request), catalogue=catalogue(found.service, today), **offers)
    deed = {"by": request.actor, "group": found, "at": timezone.now()}
    if not done(form, lambda: groups.seat(**deed, id=form.cleaned_data["id"], sitting=form.sitting)):
        return ask(request, "groups/seat.html", form, group=found)
    messages.success(request, _("They sit in the group. They are invited to each meeting that is called from now on."))
    return to_group(request, found, "#people")


@require_http_methods(BOTH)
def fill(request, id):
    """Ask who of one's own house comes."""
    found, today = reach_group(request, id), timezone.localdate()
    if found.organisation_id == request.actor.organisation.pk:
        return redirect("groups:seat", request.actor.organisation.slug, found.pk)
    if not request.actor.may(P.SEAT_FILL):
        raise Http404
    service = writes_for(request, found)
    offers = {"houses": [], "people": colleagues(request), "today": today}
    form = Sit(posted(request), catalogue=catalogue(found.service, today), seats=[], **offers)
    for name in ("institution", "person", "email", "theme"):
        del form.fields[name]
    form.fields["worker"].required = True
    form.fields["worker"].error_messages["required"] = _("Choose a colleague.")
    deed = {"by": request.actor, "group": found, "service": service, "at": timezone.now()}
    if not done(form, lambda: groups.name_own(**deed, id=form.cleaned_data["id"], sitting=form.sitting)):
        return ask(request, "groups/seat.html", form, group=found)
    messages.success(request, _("They come for you. They are invited to each meeting that is called from now on."))
    return to_group(request, found, "#people")


@require_http_methods(BOTH)
def end(request, id):
    """Ask why somebody sits there no more."""
    seat = reach(Seat, id, by=request.actor, to=P.SEAT_END, related=("group", "house", "worker__user"))
    found = reach_group(request, seat.group_id)
    form = Leave(posted(request))
    deed = {"by": request.actor, "seat": seat, "at": timezone.now()}
    if not done(form, lambda: groups.end_seat(**deed, **form.cleaned_data)):
        title = _("%(who)s sits in the group no more") % {"who": seat}
        return ask(request, "groups/ask.html", form, group=found, title=title, deed=_("End the seat"))
    messages.success(request, _("They sit there no more. Meetings that were called stay as they are."))
    return to_group(request, found, "#people")
