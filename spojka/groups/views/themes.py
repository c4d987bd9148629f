"""What a group may talk of next."""

from django.contrib import messages
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spojka.access.doors import reach, rows
from spojka.base.ids import new_id
from spojka.codelists.catalogue import catalogue, names_of
from spojka.meetings.models import Meeting
from spojka.ui.http import done

from .. import reading
from ..actions import themes
from ..forms.groups import Choose, Propose, Vote
from ..models import Theme
from .groups import show
from .shared import P, reach_group, to_group, writes_for


@require_POST
def propose(request, id):
    """Propose a theme."""
    found = reach_group(request, id)
    if not request.actor.may(P.GROUP_THEME_PROPOSE):
        raise Http404
    form = Propose(request.POST, catalogue=catalogue(found.service, timezone.localdate()))
    deed = {"by": request.actor, "group": found, "service": writes_for(request, found)}
    if not done(form, lambda: themes.propose(**deed, **form.cleaned_data)):
        return show(request, found, proposing=form)
    messages.success(request, _("The theme is proposed."))
    return to_group(request, found, "#themes")


@require_POST
def vote(request, id):
    """Want a theme, or not any more."""
    theme, found = _reach(request, id)
    form = Vote(request.POST)
    deed = {"by": request.actor, "service": writes_for(request, found), "theme": theme, "id": new_id()}
    if not done(form, lambda: themes.vote(**deed, **form.cleaned_data)):
        messages.error(request, _("Write a number up to %(most)s.") % {"most": themes.MOST_HANDS})
    return to_group(request, found, "#themes")


@require_POST
def choose(request, id):
    """Choose a theme for the next meeting, or put it aside."""
    theme, found = _reach(request, id)
    form = Choose(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose what becomes of the theme."))
        return to_group(request, found, "#themes")
    said = form.cleaned_data
    meeting = rows(Meeting, by=request.actor, to=P.MEETING_VIEW).filter(held_for=found.pk, pk=said["meeting"]).first()
    text = reading.theme_name(theme, names_of(("group_theme",), organisation=found.organisation)["group_theme"])
    deed = {"by": request.actor, "group": found, "theme": theme, "meeting": meeting, "at": timezone.now()}
    if not done(form, lambda: themes.choose(**deed, id=said["id"], outcome=said["outcome"], text=text)):
        for faults in form.errors.values():
            messages.error(request, faults[0])
    return to_group(request, found, "#themes")


def _reach(request, id):
    theme = reach(Theme, id, by=request.actor, to=P.WORKING_GROUP_VIEW, related=("service", "organisation"))
    return theme, reach_group(request, theme.group_id)
