"""The tally sheet: printed blank, typed in later on one page."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.codelists.catalogue import catalogue
from spojka.ui.http import ask, done, give_paper, posted

from .. import documents
from ..actions import encounters
from ..forms.tally import Tally
from ..models import Shift

WITH = ("service", "event", "place")


@require_http_methods(["GET", "POST"])
def tally(request, id):
    """Ask for the sums of a sheet and write them as one tally of the shift."""
    shift = reach(Shift, id, by=request.actor, to=Permission.ENCOUNTER_RECORD, related=WITH)
    if not shift.started_at:
        return redirect("encounters:shift", request.actor.organisation.slug, shift.pk)
    now, lists = timezone.now(), catalogue(shift.service, shift.day)
    initial = {"at": timezone.localtime(min(now, shift.end))}
    form = Tally(posted(request), actor=request.actor, now=now, catalogue=lists, initial=initial)
    said = {"by": request.actor, "shift": shift, "catalogue": lists, "at": now}
    if not done(form, lambda: encounters.record(id=form.cleaned_data["id"], content=form.content, **said)):
        return ask(request, "encounters/tally.html", form, shift=shift)
    messages.success(request, _("The sheet is typed in. Its counts are among those of the shift."))
    return redirect("encounters:shift", request.actor.organisation.slug, shift.pk)


@require_safe
def sheet(request, id):
    """Give the blank sheet."""
    shift = reach(Shift, id, by=request.actor, to=Permission.SHIFT_VIEW, related=WITH)
    lists = catalogue(shift.service, shift.day)
    body = documents.tally(shift, lists, organisation=request.actor.organisation.name)
    return give_paper(body, f"spojka-tally-{shift.day}")
