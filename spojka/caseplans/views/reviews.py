"""Reviews of the plan, and how somebody lives."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from spojka.access.permissions import Permission
from spojka.cases.reading import people_of
from spojka.cases.views.shared import lists_of, reach_case
from spojka.codelists.catalogue import names_of
from spojka.ui.http import ask, done, posted

from .. import outcomes, reading
from ..actions import reviews as actions
from ..forms import reviews as forms
from .shared import head_of, services_of

P = Permission


@require_safe
def listing(request, id):
    """Show how far goals were reached, and how lives changed."""
    case, actor = reach_case(request, id), request.actor
    said = head_of(request, case) | {"reviews": outcomes.reviews_of(case, actor)}
    offered = dict(lists_of(case).pairs("outcome_area"))
    names = offered | names_of(("outcome_area",), organisation=case.organisation)["outcome_area"]
    ratings = outcomes.ratings_of(case, actor)
    said |= {"ratings": ratings[::-1], "changes": outcomes.changes(ratings, names), "areas": names}
    versions = reading.plans_of(case, actor)
    said["reviewed"] = next((one for one in versions if one.is_agreed), versions[0] if versions else None)
    return render(request, "caseplans/reviews.html", said)


def rate(request, id):
    """Write how somebody lives."""
    case = reach_case(request, id, P.OUTCOME_RATE)
    parties = people_of(case, request.actor)
    more = {"services": services_of(request, case), "catalogue": lists_of(case)}
    form = forms.RateForm(posted(request), parties=parties, **more)
    deed = {"by": request.actor, "at": timezone.now()}
    if not done(form, lambda: actions.rate(**deed, **_typed(form, "id"), about=form.chosen, rated=form.rated)):
        return ask(request, "caseplans/rate.html", form, **head_of(request, case))
    return _back(request, case)


def _typed(form, *names):
    return {name: form.cleaned_data[name] for name in names} | {"service": form.for_service}


def _back(request, case):
    messages.success(request, _("Written."))
    return redirect("caseplans:reviews", request.actor.organisation.slug, case.pk)
