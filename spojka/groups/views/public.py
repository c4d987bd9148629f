"""The public version of minutes: what is left out is proposed, a person looks at the difference and publishes."""

from django.contrib import messages
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from spojka.access.doors import reach
from spojka.meetings.models import Meeting
from spojka.ui.http import ask, done, posted

from .. import publishing
from ..actions import minutes
from ..forms.public import Publish
from ..models import Group, PublicMinutes
from .shared import BOTH, WITH, P, reach_group, to_group


@require_http_methods(BOTH)
def publish(request, id):
    """Show each line beside what everybody would read of it; a person changes it and publishes."""
    meeting = reach(Meeting, id, by=request.actor, to=P.MEETING_VIEW, related=WITH)
    found = reach(Group, meeting.held_for, by=request.actor, to=P.GROUP_MINUTES_PUBLISH, related=WITH)
    if not found.is_public or not meeting.has_minutes:
        raise Http404
    lines = publishing.proposed(meeting, found, request.actor)
    form = Publish(posted(request), lines=lines)
    deed = {"by": request.actor, "group": found, "meeting": meeting, "at": timezone.now()}
    if not done(form, lambda: minutes.publish(**deed, id=form.cleaned_data["id"], lines=form.lines)):
        return ask(request, "groups/publish.html", form, group=found, meeting=meeting)
    messages.success(request, _("Everybody can read it now."))
    return to_group(request, found)


@require_POST
def withdraw(request, id):
    """Let nobody read it any more."""
    public = reach(PublicMinutes, id, by=request.actor, to=P.GROUP_MINUTES_WITHDRAW, related=("page",))
    minutes.withdraw(by=request.actor, minutes=public, at=timezone.now())
    messages.success(request, _("Nobody can read it any more."))
    return to_group(request, reach_group(request, public.page.group_id))
