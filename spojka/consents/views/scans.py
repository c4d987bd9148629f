"""The signed paper of a consent: brought, looked at, erased."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.base.ids import new_id
from spojka.files.cleaning import MOST_BYTES
from spojka.files.giving import give
from spojka.ui.http import ask, done, posted, takes_files

from ..actions import scans as actions
from ..forms.scans import Remove, Scan
from ..models import Consent, ConsentScan

BOTH = ["GET", "POST"]


@takes_files(MOST_BYTES)
@require_http_methods(BOTH)
def add(request, id):
    """Ask for the signed paper as a file."""
    consent = reach(Consent, id, by=request.actor, to=Permission.CONSENT_SCAN, related=("client", "service"))
    form = Scan(posted(request), request.FILES or None, initial={"id": new_id()})
    deed = {"by": request.actor, "consent": consent}
    if not done(form, lambda: actions.add(**deed, id=form.cleaned_data["id"], clean=form.cleaned_data["file"])):
        return ask(request, "consents/scan.html", form, consent=consent, client=consent.client)
    messages.success(request, _("The scan is kept, sealed. Only your service can open it."))
    return redirect("consents:consent", request.actor.organisation.slug, consent.pk)


@require_safe
def scan(request, id):
    """Give a scan of a consent."""
    found = _reach(request, id, Permission.CONSENT_SCAN_VIEW)
    if found.removed_at or not found.file:
        return redirect("consents:consent", request.actor.organisation.slug, found.consent_id)
    return give(found.file, found.kind, f"souhlas-{found.consent.number}-{found.consent.year}")


@require_http_methods(BOTH)
def remove(request, id):
    """Ask why a scan is erased."""
    found, form = _reach(request, id, Permission.CONSENT_SCAN_REMOVE), Remove(posted(request))
    deed = {"by": request.actor, "scan": found, "at": timezone.now()}
    if not done(form, lambda: actions.remove(**deed, **form.cleaned_data)):
        return ask(
            request, "consents/scan_remove.html", form, scan=found, consent=found.consent, client=found.consent.client
        )
    messages.success(request, _("The scan is erased."))
    return redirect("consents:consent", request.actor.organisation.slug, found.consent_id)


def _reach(request, id, to):
    related = ("consent__client", "consent__service", "service")
    return reach(ConsentScan, id, by=request.actor, to=to, related=related)
