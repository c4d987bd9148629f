"""A signal that grows out of a line of minutes, and one that is brought to a group. (Recommendations are apart.)"""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from spojka.access.doors import reach
from spojka.base.ids import new_id
from spojka.codelists.catalogue import catalogue
from spojka.meetings.actions import meetings as points
from spojka.meetings.models import MinutesLine
from spojka.meetings.views.shared import holding
from spojka.signals import actions as signals
from spojka.signals.forms import Alone
from spojka.ui.http import ask, done, posted

from .. import publishing, reading
from ..actions import minutes
from ..forms.bring import Bring
from ..models import Group, Outgrown
from .shared import BOTH, WITH, P, writes_for


@require_http_methods(BOTH)
def signal(request, id):
    """Make an early-warning signal of a line of minutes; it stays tied to it."""
    line = reach(MinutesLine, id, by=request.actor, to=P.MEETING_VIEW, related=("meeting",))
    found = reach(Group, line.meeting.held_for, by=request.actor, to=P.WORKING_GROUP_VIEW, related=WITH)
    now = timezone.now()
    services = holding(request, P.SIGNAL_RECORD)
    service = next((one for one in services if str(one.pk) == request.POST.get("service")), services[0])
    lists = catalogue(service, timezone.localdate(now))
    names = publishing.known_names(line.meeting, found, request.actor)
    first = {"what": publishing.cleared(line.said, names)[:120]}  # a signal tells of no person
    form = Alone(posted(request), actor=request.actor, catalogue=lists, now=now, initial=first)

    def deed():
        made = signals.record(by=request.actor, **form.said_of(service))
        tie = {"meeting": line.meeting, "line": line.line, "into": Outgrown.SIGNAL, "row_id": made.pk}
        minutes.grow(by=request.actor, id=new_id(), service=writes_for(request, found), group=found, **tie)

    if not done(form, deed):
        return ask(request, "signals/record.html", form, services=services, service=service)
    messages.success(request, _("The signal is written down and tied to the minutes."))
    return redirect("meetings:meeting", request.actor.organisation.slug, line.meeting_id)


@require_http_methods(BOTH)
def bring(request):
    """Ask to which group what was noticed is brought: it stands on the agenda of its next meeting."""
    if not (request.actor.may(P.SIGNAL_SHARE) and request.actor.may(P.WORKING_GROUP_VIEW)):
        raise Http404
    meetings = reading.next_of_each(request.actor, timezone.now())
    chosen = {"signals": request.GET.getlist("signals")}
    form = Bring(posted(request), actor=request.actor, meetings=meetings, initial=chosen)

    def deed():
        about = {"by": request.actor, "id": form.cleaned_data["id"], "meeting": form.chosen, "text": form.text}
        points.add_point(**about, service=writes_for(request, form.chosen))

    if not done(form, deed):
        return ask(request, "groups/bring.html", form)
    messages.success(request, _("It stands on the agenda. Whoever sits in the group can read it there."))
    return redirect("meetings:meeting", request.actor.organisation.slug, form.chosen.pk)
