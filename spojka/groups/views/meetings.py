"""When a group meets: its series and single meetings, which are those of `meetings`, held for it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from spojka.meetings.actions import meetings, series
from spojka.meetings.forms.series import Call, Start
from spojka.meetings.models import MeetingKind
from spojka.ui.http import ask, done, posted

from .shared import BOTH, P, reach_group


@require_http_methods(BOTH)
def start_series(request, id):
    """Ask by what rule the group meets."""
    found = _own(request, id)
    first = {"starts_on": timezone.localdate(), "title": found.name}
    form = Start(posted(request), services=[found.service], initial=first)
    del form.fields["kind"]

    def deed():
        series.start(**_about(request, found, form), rule=form.rule)

    if not done(form, deed):
        return ask(request, "groups/ask.html", form, group=found, title=_("By what rule it meets"), deed=_("Save"))
    messages.success(request, _("The rule is here. Call the next meeting: who sits in the group is on its list."))
    return redirect("meetings:series", request.actor.organisation.slug, form.cleaned_data["id"])


@require_http_methods(BOTH)
def call(request, id):
    """Ask when one meeting of the group is."""
    found = _own(request, id)
    form = Call(posted(request), services=[found.service], initial={"title": found.name})
    del form.fields["kind"]

    def deed():
        meetings.call(**_about(request, found, form), series=None, when=form.when)

    if not done(form, deed):
        return ask(request, "groups/ask.html", form, group=found, title=_("Call a meeting"), deed=_("Call it"))
    messages.success(request, _("The meeting is called. Send the invitations."))
    return redirect("meetings:meeting", request.actor.organisation.slug, form.cleaned_data["id"])


def _about(request, found, form):
    said = {name: form.cleaned_data[name] for name in ("id", "title", "place")}
    said |= {"by": request.actor, "service": found.service, "kind": MeetingKind.MEETING}
    return said | {"held_for": found.pk, "needs": P.WORKING_GROUP_VIEW}


def _own(request, id):
    """Return a group of one's own service that goes on: others hold no meetings of it."""
    found = reach_group(request, id, P.WORKING_GROUP_CHANGE)
    if found.is_over(timezone.localdate()) or not request.actor.may(P.SERIES_START):
        raise Http404
    return found
