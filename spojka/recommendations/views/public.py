"""What of a recommendation everybody may read: a person looks at it first."""

from django.contrib import messages
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from spojka.access.doors import reach
from spojka.ui.http import ask, done, posted

from .. import reading
from ..actions import public
from ..forms.recommendations import Publish
from ..models import PublicRecommendation
from .shared import BOTH, P, reach_one, to_one


@require_http_methods(BOTH)
def publish(request, id):
    """Show what everybody would read; a person changes it and publishes."""
    found, actor = reach_one(request, id), request.actor
    group = found.group
    if not group.is_public or not actor.can(P.RECOMMENDATION_PUBLISH, group):
        raise Http404
    form = Publish(posted(request), initial=reading.proposed_public(found, actor))
    deed = {"by": actor, "group": group, "recommendation": found, "at": timezone.now()}
    if not done(form, lambda: public.publish(**deed, id=form.cleaned_data["id"], said=form.public)):
        return ask(request, "recommendations/publish.html", form, one=found)
    messages.success(request, _("Everybody can read it now."))
    return to_one(request, found)


@require_POST
def hide(request, id):
    """Let nobody read it any more."""
    found = reach(PublicRecommendation, id, by=request.actor, to=P.RECOMMENDATION_HIDE, related=("recommendation",))
    public.hide(by=request.actor, public=found, at=timezone.now())
    messages.success(request, _("Nobody can read it any more."))
    return to_one(request, found.recommendation)
