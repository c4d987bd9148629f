"""For those who work with the client: what the own look does not show for a time."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.clients.models import Client
from spojka.members.people import names_of
from spojka.ui.http import ask, done, posted

from .. import withholding as actions
from ..beside import subjects_of
from ..forms import Propose, Review
from ..models import Withholding
from ..reading import withholdings_of

BOTH = ["GET", "POST"]
WITH = ("client__service", "service", "organisation")


@require_http_methods(BOTH)
def of_client(request, id):
    """Show what is withheld, and ask what shall be."""
    related = ("service__organisation", "organisation")
    client = reach(Client, id, by=request.actor, to=Permission.WITHHOLDING_PROPOSE, related=related)
    form = Propose(posted(request), has_case=bool(subjects_of(client)))
    now = timezone.now()
    deed = {"by": request.actor, "client": client, "at": now}
    if not done(form, lambda: actions.propose(**deed, **form.cleaned_data)):
        today, found = timezone.localdate(now), withholdings_of(client, request.actor)
        lines = [(one, one.is_open(today)) for one in found]
        return ask(request, "looks/withholdings.html", form, client=client, lines=lines, workers=_workers(found))
    messages.success(request, _("It is proposed. Until somebody else approves it, the client reads everything."))
    return redirect("looks:withholdings", request.actor.organisation.slug, client.pk)


@require_http_methods(BOTH)
def one(request, id):
    """Show one, and ask a second person to decide."""
    found = reach(Withholding, id, by=request.actor, to=Permission.WITHHOLDING_VIEW, related=WITH)
    now = timezone.now()
    is_open = found.is_open(timezone.localdate(now))
    may = is_open and found.is_approved is None and found.proposed_by != request.actor.id
    may = may and request.actor.can(Permission.WITHHOLDING_REVIEW, found)
    form = Review(posted(request) if may else None)
    deed = {"by": request.actor, "withholding": found, "at": now}
    if not may or not done(form, lambda: actions.review(**deed, **form.cleaned_data)):
        said = {"one": found, "is_open": is_open, "may_review": may, "workers": _workers([found])}
        said["may_end"] = is_open and request.actor.can(Permission.WITHHOLDING_END, found)
        return ask(request, "looks/withholding.html", form, client=found.client, **said)
    messages.success(request, _("It is decided."))
    return redirect("looks:withholding", request.actor.organisation.slug, found.pk)


@require_POST
def end(request, id):
    """Show the part again."""
    found = reach(Withholding, id, by=request.actor, to=Permission.WITHHOLDING_END, related=WITH)
    actions.end(by=request.actor, withholding=found, at=timezone.now())
    messages.success(request, _("The client's own look shows it again."))
    return redirect("looks:withholding", request.actor.organisation.slug, found.pk)


def _workers(found):
    ids = {one.proposed_by for one in found} | {one.reviewed_by for one in found} | {one.ended_by for one in found}
    return names_of(ids - {""})
