"""Settings of reports that were given a name."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.doors import reach, rows
from spojka.access.permissions import Permission
from spojka.base.ids import new_id
from spojka.base.sorting import by_name
from spojka.network.models import Service
from spojka.ui.http import ask, posted

from .. import actions, saved
from ..forms import LookForm, Remember, Rename
from ..models import SavedReport
from .contacts import asked
from .offered import shown_to


@require_safe
def listing(request):
    """Show all settings, the last used ones first. Who has no reports has no such page."""
    if not request.actor.may(Permission.REPORT_OPEN):
        raise Http404
    page = shown_to(request, page=request.GET.get("page", 1))
    said = {"page": page, "told": _told(page)}
    return render(request, "reports/saved.html", said)


@require_http_methods(["GET", "POST"])
def remember(request):
    """Ask under what name the settings of the address are to be remembered."""
    scope = asked(request)
    if not scope.is_valid():
        return _to_report(request, request.GET)  # says there what is wrong
    settings = LookForm(request.GET, scope=scope).settings
    services = rows(Service, by=request.actor, to=Permission.REPORT_REMEMBER).order_by(by_name(), "pk")
    form = Remember(posted(request), services=services, initial={"id": new_id(), "service": services.first()})
    if not form.is_valid():
        said = {"words": saved.told(settings, timezone.localdate()), "query": urlencode(settings)}
        return ask(request, "reports/remember.html", form, **said)
    actions.remember(by=request.actor, settings=settings, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("The settings are remembered."))
    return _to_report(request, settings)


@require_POST
def open(request, id):
    """Go to the report with these settings."""
    found = reach(SavedReport, id, by=request.actor, to=Permission.REPORT_OPEN)
    actions.open(by=request.actor, saved=found, at=timezone.now())
    return _to_report(request, found.settings)


@require_http_methods(["GET", "POST"])
def rename(request, id):
    """Ask how the settings are to be called and for whom they are."""
    found = reach(SavedReport, id, by=request.actor, to=Permission.REPORT_RENAME)
    form = Rename(posted(request), initial={"name": found.name, "is_shared": found.is_shared})
    if not form.is_valid():
        said = {"words": saved.told(found.settings, timezone.localdate()), "saved": found}
        return ask(request, "reports/rename.html", form, **said)
    actions.rename(by=request.actor, saved=found, **form.cleaned_data)
    messages.success(request, _("The settings are changed."))
    return redirect("reports:saved", request.actor.organisation.slug)


@require_POST
def drop(request, id):
    """Put settings away."""
    found = reach(SavedReport, id, by=request.actor, to=Permission.REPORT_DROP)
    actions.drop(by=request.actor, saved=found, at=timezone.now())
    messages.success(request, _("The settings are gone. No record was touched."))
    return redirect("reports:saved", request.actor.organisation.slug)


def _told(page):
    today = timezone.localdate()
    return [(one, saved.told(one.settings, today)) for one in page.object_list]


def _to_report(request, settings):
    return redirect(f"{reverse('reports:contacts', args=[request.actor.organisation.slug])}?{urlencode(settings)}")
