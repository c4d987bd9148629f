"""For whom a service is, and what was left aside of limits and conditions."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from spojka.access.choosing import services
from spojka.access.doors import read, rows, shown
from spojka.access.permissions import Permission
from spojka.codelists.catalogue import catalogue
from spojka.ui.http import ask, done, posted

from ..actions import eligibility as actions
from ..eligibility import rule_of
from ..forms.eligibility import Eligibility
from ..models import EligibilityRule, Override
from ..reading import with_clients
from ..words import Words, worker_names


@require_http_methods(["GET", "POST"])
def eligibility(request):
    """Show for whom a service is, and let a head say it from a day on."""
    offered, service = services(request, Permission.CODELIST_VIEW)
    today = timezone.localdate()
    lists, rule = catalogue(service, today), rule_of(service, today)
    may_set = request.actor.can(Permission.ELIGIBILITY_SET, service)
    form = Eligibility(posted(request) if may_set else None, catalogue=lists, initial=_standing(rule, today))
    said = {"by": request.actor, "service": service}
    if may_set and done(form, lambda: actions.set(**said, **form.cleaned_data)):
        messages.success(request, _("It holds from the day you chose. What was recorded before stays."))
        return redirect(f"{request.path}?service={service.pk}")
    history = rows(EligibilityRule, by=request.actor, to=Permission.CODELIST_VIEW).filter(service=service)
    history = read(
        history.order_by("-valid_from", "-recorded_at", "pk"), by=request.actor, to=Permission.CODELIST_VIEW
    )
    shown_too = {"service": service, "services": offered, "may_set": may_set, "history": history}
    return ask(request, "encounters/eligibility.html", form, **shown_too, rule=rule, words=_words(request))


@require_safe
def overrides(request):
    """List what was left aside, the latest first."""
    if not request.actor.may(Permission.ENCOUNTER_VIEW):
        raise Http404
    page = shown(
        Override,
        by=request.actor,
        to=Permission.ENCOUNTER_VIEW,
        order=("-recorded_at", "pk"),
        page=request.GET.get("page", 1),
        related=("encounter__client", "encounter__shift__place", "encounter__shift__event"),
    )
    with_clients([one.encounter for one in page], by=request.actor)
    said = {"page": page, "words": _words(request), "workers": worker_names(page)}
    return render(request, "encounters/overrides.html", said)


def _words(request):
    return Words(request.actor.organisation)


def _standing(rule, today):
    names = ("least_age", "user_kinds", "territory", "outside")
    return {"valid_from": today} | ({name: getattr(rule, name) for name in names} if rule else {})
