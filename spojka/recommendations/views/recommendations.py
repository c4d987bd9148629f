"""A recommendation is proposed, reworded, drawn on a map, brought to another body."""

from django.contrib import messages
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from spojka.access.doors import reach, rows
from spojka.base.ids import new_id
from spojka.base.sorting import by_name
from spojka.codelists.catalogue import catalogue
from spojka.groups.actions import minutes
from spojka.groups.models import Group, Outgrown
from spojka.meetings.models import MinutesLine
from spojka.ui.http import ask, done, posted

from .. import course, reading
from ..actions import recommendations as actions
from ..content import About
from ..forms.recommendations import Draw, Propose, Word, worded
from .shared import BOTH, P, open_group, reach_one, to_one, writes_for


@require_http_methods(BOTH)
def propose(request, id):
    """Ask what is asked of whom."""
    return _propose(request, [open_group(request, id, P.RECOMMENDATION_PROPOSE)])


@require_http_methods(BOTH)
def grow(request, id):
    """Make a recommendation of a line of minutes; it stays tied to it."""
    line = reach(MinutesLine, id, by=request.actor, to=P.MEETING_VIEW, related=("meeting",))
    group = open_group(request, line.meeting.held_for, P.RECOMMENDATION_PROPOSE)
    return _propose(request, [group], line=line)


@require_http_methods(BOTH)
def bring(request, id):
    """Ask which body shall hear of it next, and through which group."""
    found = reach_one(request, id)
    if not request.actor.may(P.RECOMMENDATION_PROPOSE):
        raise Http404
    if found.state not in course.CARRIED:
        messages.info(request, _("Only what was rejected, withdrawn or not answered is brought to another body."))
        return to_one(request, found)
    going = rows(Group, by=request.actor, to=reading.VIEW).going_on(timezone.localdate())
    groups = sorted(
        going.select_related("service", "organisation").order_by(by_name(), "pk"),
        key=lambda one: one.pk != found.group_id,
    )
    if not groups:
        raise Http404
    return _propose(request, groups, came_from=found)


def _propose(request, groups, line=None, came_from=None):
    actor, now = request.actor, timezone.now()
    today = timezone.localdate(now)
    first = {"proposed_on": today, "sort": "recommendation"}
    first |= {"title": line.said[:160], "what": line.said} if line else {}
    first |= worded(came_from) | {"body_kind": "", "body_name": ""} if came_from else {}
    lists = catalogue(groups[0].service, today)
    form = Propose(posted(request), catalogue=lists, groups=groups, initial=first)
    made = []

    def deed():
        group, zones = form.chosen, came_from.zones if came_from else []
        said = {"id": form.cleaned_data["id"], "on": form.cleaned_data["proposed_on"], "came_from": came_from}
        service = writes_for(request, group)
        made.append(actions.propose(by=actor, service=service, group=group, about=form.about(zones), at=now, **said))
        if line:
            tie = {"meeting": line.meeting, "line": line.line, "into": Outgrown.RECOMMENDATION, "row_id": made[0].pk}
            minutes.grow(by=actor, id=new_id(), service=service, group=group, **tie)

    if not done(form, deed):
        said = {"group": groups[0], "line": line, "came_from": came_from}
        return ask(request, "recommendations/write.html", form, **said)
    messages.success(request, _("It is proposed. Write each next step here: who decided what, when and why."))
    return to_one(request, made[0])


@require_http_methods(BOTH)
def change(request, id):
    """Ask for other words."""
    found = reach_one(request, id, P.RECOMMENDATION_CHANGE)
    lists = catalogue(found.service, timezone.localdate())
    form = Word(posted(request), catalogue=lists, initial=worded(found))
    deed = {"by": request.actor, "recommendation": found}
    if not done(form, lambda: actions.change(**deed, about=form.about(found.zones))):
        return ask(request, "recommendations/write.html", form, group=found.group, one=found)
    messages.success(request, _("It is worded anew."))
    return to_one(request, found)


@require_http_methods(BOTH)
def draw(request, id):
    """Ask where it holds: drawn on a map, or written as coordinates."""
    found = reach_one(request, id, P.RECOMMENDATION_CHANGE)
    form = Draw(posted(request), initial={"zones": reading.geojson(found)})
    deed = {"by": request.actor, "recommendation": found}

    def draws():
        actions.change(**deed, about=About(**worded(found), zones=form.cleaned_data["zones"]))

    if not done(form, draws):
        return ask(request, "recommendations/zones.html", form, one=found)
    messages.success(request, _("The zones are saved."))
    return to_one(request, found)
