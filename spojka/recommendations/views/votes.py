"""How the group voted."""

from django.contrib import messages
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from spojka.groups.reading import past_meetings
from spojka.ui.http import ask, done, posted

from .. import reading
from ..actions import votes
from ..forms.votes import VoteForm, voted
from .shared import BOTH, led, to_one


@require_http_methods(BOTH)
def vote(request, id):
    """Ask how many were for it, or who how, and who did not vote for an interest of their own."""
    found, now = led(request, id), timezone.now()
    group, today = found.group, timezone.localdate(now)
    seats, met = reading.voting(group, request.actor, today), past_meetings(group, request.actor, now)
    form = VoteForm(posted(request), seats=seats, meetings=met, initial=voted(today, met))
    deed = {"by": request.actor, "service": group.service, "recommendation": found}
    if not done(form, lambda: votes.vote(**deed, id=form.cleaned_data["id"], said=form.counted)):
        return ask(request, "recommendations/vote.html", form, one=found, group=group)
    messages.success(request, _("The vote is written down. Write the step, too: recommended, or rejected."))
    return to_one(request, found)
