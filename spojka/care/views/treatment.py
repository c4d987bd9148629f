"""Treatment and food at the counter: each makes a contact with its act."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.clients.asking import asking
from spojka.codelists.catalogue import catalogue
from spojka.encounters.actions import encounters
from spojka.encounters.begun import stop_unless_begun
from spojka.encounters.models import Shift
from spojka.encounters.refusing import instead_of
from spojka.ui.http import ask, done, posted

from ..actions import treatment
from ..forms.treatment import Feed, Treat


@require_http_methods(["GET", "POST"])
def treat(request, id):
    """Ask what was treated."""
    shift, form, about = _form(request, id, Permission.TREATMENT_RECORD, Treat)
    if not done(form, lambda: _treat(request, shift, form)):
        return _ask(request, "care/treat.html", form, about)
    messages.success(request, _("The treatment is written down, with its contact."))
    return redirect("encounters:shift", request.actor.organisation.slug, shift.pk)


@require_http_methods(["GET", "POST"])
def feed(request, id):
    """Ask what was given to eat and drink."""
    shift, form, about = _form(request, id, Permission.ENCOUNTER_RECORD, Feed)
    if not done(
        form, lambda: encounters.record(by=request.actor, id=form.cleaned_data["id"], **_contact(shift, form))
    ):
        return _ask(request, "care/feed.html", form, about)
    messages.success(request, _("Written down as a contact."))
    return redirect("care:feed", request.actor.organisation.slug, shift.pk)


def _ask(request, template, form, about):
    refusal = instead_of(form, by=request.actor, catalogue=form.catalogue, now=form.now)
    return ask(request, template, form, refusal=refusal, **about)


def _treat(request, shift, form):
    said = form.cleaned_data
    about = {"id": said["id"], "note": said["note"], "what": tuple(said["what"])}
    return treatment.record(by=request.actor, **about, **_contact(shift, form))


def _form(request, id, to, kind):
    shift = reach(Shift, id, by=request.actor, to=to, related=("service", "event", "place"))
    stop_unless_begun(request, shift)
    may_code = request.actor.may(Permission.CLIENT_ADD)
    usual = {"now": timezone.now(), "catalogue": catalogue(shift.service, shift.day), "may_code": may_code}
    return (
        shift,
        kind(posted(request), **usual),
        {"shift": shift, "may_code": may_code} | asking(shift.service, shift.day),
    )


def _contact(shift, form):
    return {"shift": shift, "content": form.content, "catalogue": form.catalogue, "at": form.now}
