"""Files of a case: brought, looked at, erased."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.files.cleaning import MOST_BYTES
from spojka.files.giving import give
from spojka.ui.http import ask, done, posted, takes_files

from .. import reading
from ..actions import files as actions
from ..forms.entries import AddFile, RemoveFile
from ..models import CaseFile
from .shared import reach_case

P = Permission
BOTH = ["GET", "POST"]


@takes_files(MOST_BYTES)
@require_http_methods(BOTH)
def add(request, id):
    """Ask for a file."""
    found, now = reach_case(request, id, P.CASE_FILE_ADD), timezone.now()
    people = {
        "services": reading.writing_for(found, request.actor),
        "parties": reading.people_of(found, request.actor),
    }
    form = AddFile(posted(request), files=request.FILES or None, **people)
    said = form.cleaned_data if form.is_bound and form.is_valid() else {}
    deed = {"by": request.actor, "at": now}
    if not done(
        form,
        lambda: actions.add(
            **deed, id=said["id"], service=form.for_service, about=form.chosen, said=form.said(now), clean=said["file"]
        ),
    ):
        return ask(request, "cases/add_file.html", form, case=found)
    messages.success(request, _("The file is kept, sealed."))
    return redirect("cases:case", request.actor.organisation.slug, found.pk)


@require_safe
def file(request, id):
    """Give a file of a case."""
    found = reach(CaseFile, id, by=request.actor, to=P.CASE_VIEW)
    if found.removed_at or not found.file:
        return redirect("cases:case", request.actor.organisation.slug, found.case_id)
    return give(found.file, found.form, f"pripad-{found.at:%Y-%m-%d}")


@require_http_methods(BOTH)
def remove(request, id):
    """Ask why a file is erased."""
    found = reach(CaseFile, id, by=request.actor, to=P.CASE_FILE_REMOVE, related=("case",))
    reach_case(request, found.case_id)  # who takes part no more has no page of it
    form = RemoveFile(posted(request))
    deed = {"by": request.actor, "file": found, "at": timezone.now()}
    if not done(form, lambda: actions.remove(**deed, **form.cleaned_data)):
        return ask(request, "cases/remove_file.html", form, file=found, case=found.case)
    messages.success(request, _("The file is erased."))
    return redirect("cases:case", request.actor.organisation.slug, found.case_id)
