"""The list of meetings, and series."""

from datetime import time

from django.contrib import messages
from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.doors import reach, shown
from spojka.ui.http import ask, done, posted

from .. import beside, matters, reading
from ..actions import meetings, series
from ..content import When
from ..forms.people import Invite
from ..forms.series import CallPlanned, SeriesForm, Skip, Start, of_series
from ..models import Meeting, SeriesMember
from ..rule import moment
from .shared import P, colleagues, holding, reach_series, to_series

BOTH = ["GET", "POST"]
PAGE = 30


@require_safe
def listing(request):
    """Show the next meetings or the past ones, the series, and what waits for an answer."""
    actor, now = request.actor, timezone.now()
    if not actor.may(P.MEETING_VIEW):
        raise Http404
    is_past = request.GET.get("when") == "past"
    start = moment(timezone.localdate(now), time.min)
    where = Q(starts_at__lt=start) if is_past else Q(starts_at__gte=start, cancelled_at=None)
    page = shown(
        Meeting,
        by=actor,
        to=P.MEETING_VIEW,
        where=where,
        order=("-starts_at" if is_past else "starts_at", "pk"),
        page=request.GET.get("page", 1),
        size=PAGE,
        related=("service", "organisation"),
    )
    said = {"page": page, "is_past": is_past, "series": reading.series_of(actor, timezone.localdate(now))}
    said |= {"abouts": beside.about({one.held_for for one in page.object_list}, actor)}
    said |= {"matters": matters.waiting(actor, timezone.localdate(now))}
    said |= {"may_hold": actor.may(P.MEETING_CALL), "many_services": len(actor.services) > 1}
    return render(request, "meetings/list.html", said)


@require_http_methods(BOTH)
def start(request):
    """Ask for the rule of a new series."""
    services = holding(request, P.SERIES_START)
    form = Start(posted(request), services=services, initial={"starts_on": timezone.localdate()})
    if not done(form, lambda: _start(request, form)):
        return ask(request, "meetings/start.html", form)
    messages.success(request, _("The series is here. Say who is usually invited, then call its meetings."))
    return redirect("meetings:series", request.actor.organisation.slug, form.cleaned_data["id"])


def _start(request, form):
    said = {name: form.cleaned_data[name] for name in ("id", "kind", "title", "place")}
    return series.start(by=request.actor, service=form.for_service, rule=form.rule, **said)


@require_safe
def show(request, id):
    """Show a series: its next dates, who is invited, what is open, what was."""
    return _show(request, reach_series(request, id))


@require_http_methods(BOTH)
def change(request, id):
    """Ask for another rule or end of a series."""
    found = reach_series(request, id, P.SERIES_CHANGE)
    form = SeriesForm(posted(request), initial=of_series(found))
    del form.fields["kind"]
    deed = {"by": request.actor, "series": found}
    if not done(form, lambda: series.change(**deed, **_words(form), rule=form.rule)):
        return ask(request, "meetings/start.html", form, series=found)
    messages.success(request, _("The series is changed. Meetings that were called stay as they are."))
    return to_series(request, found)


def _words(form):
    return {name: form.cleaned_data[name] for name in ("title", "place")}


@require_POST
def join(request, id):
    """Add somebody who is invited each time."""
    found = reach_series(request, id, P.SERIES_JOIN)
    form = Invite(request.POST, people=colleagues(request))
    if not done(form, lambda: series.join(by=request.actor, series=found, guest=form.guest)):
        return _show(request, found, inviting=form)
    messages.success(request, _("They are invited to each meeting that is called from now on."))
    return to_series(request, found)


@require_POST
def leave(request, id):
    """Invite somebody no more."""
    member = reach(SeriesMember, id, by=request.actor, to=P.SERIES_LEAVE, related=("series",))
    series.leave(by=request.actor, member=member, at=timezone.now())
    undo = reverse("meetings:put_member_back", args=[request.actor.organisation.slug, member.pk])
    said = _("They are invited no more. Meetings that were called stay as they are.")
    messages.success(request, said, extra_tags=undo)
    return to_series(request, member.series)


@require_POST
def put_back(request, id):
    """Invite somebody again who was taken off."""
    member = reach(SeriesMember, id, by=request.actor, to=P.SERIES_REJOIN, related=("series", "membership__user"))
    series.put_back(by=request.actor, member=member)
    return to_series(request, member.series)


@require_POST
def call(request, id):
    """Call one date of the rule, on its day or on another one."""
    found = reach_series(request, id, P.MEETING_CALL)
    form = CallPlanned(request.POST)
    if not done(form, lambda: _call(request, found, form)):
        return _show(request, found, calling=form)
    messages.success(request, _("The meeting is called. Send the invitations."))
    return redirect("meetings:meeting", request.actor.organisation.slug, form.cleaned_data["id"])


def _call(request, found, form):
    said = form.cleaned_data
    when = When(moment(said["on"], found.hour), found.minutes, said["planned_on"])
    words = {"kind": found.kind, "title": found.title, "place": found.where}
    deed = {"by": request.actor, "service": found.service, "series": found}
    return meetings.call(**deed, id=said["id"], when=when, **words)


@require_POST
def skip(request, id):
    """Leave one date of the rule out."""
    found = reach_series(request, id, P.MEETING_SKIP)
    form = Skip(request.POST)
    deed = {"by": request.actor, "series": found, "at": timezone.now()}
    if not done(form, lambda: meetings.skip(**deed, **form.cleaned_data)):
        return _show(request, found, skipping=form)
    messages.success(request, _("This date is left out."))
    return to_series(request, found)


def _show(request, found, inviting=None, calling=None, skipping=None):
    actor, now = request.actor, timezone.now()
    today = timezone.localdate(now)
    verbs = {"change": P.SERIES_CHANGE, "call": P.MEETING_CALL, "calendar": P.CALENDAR_MAKE}
    can = {name: actor.can(to, found) for name, to in verbs.items()}
    faulty = next((one for one in (inviting, calling, skipping) if one), CallPlanned())
    said = {"series": found, "slots": reading.slots(found, actor, today), "can": can, "today": today}
    said |= {"past": reading.past_of(found, actor, now), "members": reading.members_of(found, actor)}
    said |= {"matters": matters.of_series(found, actor), "skipping": skipping, "calling": calling}
    said |= {"about": beside.about({found.held_for}, actor).get(found.held_for), "abouts": {}}
    said |= {"inviting": inviting or Invite(people=colleagues(request) if can["change"] else [])}
    return ask(request, "meetings/series.html", faulty, **said)
