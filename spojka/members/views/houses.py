from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from spojka.access.doors import reach, read, rows
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.network.models import Organisation, Service, Team
from spojka.ui.http import ask, done, posted

from .. import houses as shows
from ..actions import houses
from ..forms import houses as forms


@require_safe
def house(request):
    """Show the organisation with the services and teams that I may change."""
    actor = request.actor
    if not actor.may(Permission.TEAM_CHANGE):
        raise Http404
    found = rows(Service, by=actor, to=Permission.TEAM_CHANGE).order_by(by_name(), "pk")
    said = {
        "services": shows.described(read(found, by=actor, to=Permission.TEAM_CHANGE), by=actor),
        "may_rename": actor.may(Permission.ORGANISATION_CHANGE),
        "may_add": actor.may(Permission.SERVICE_ADD),
        "on": timezone.localdate(),
    }
    return render(request, "members/house.html", said)


@require_http_methods(["GET", "POST"])
def rename(request):
    """Ask for another name of the organisation, and whether others may choose it for warnings."""
    actor = request.actor
    row = reach(Organisation, actor.organisation.pk, by=actor, to=Permission.ORGANISATION_CHANGE)
    form = forms.Change(posted(request), initial={"name": row.name, "hears_warnings": row.hears_warnings})
    if not form.is_valid():
        return ask(request, "members/house_form.html", form, title=_("Change the organisation"))
    houses.change(by=actor, organisation=row, **form.cleaned_data)
    return _back(request, _("The organisation is changed."))


@require_http_methods(["GET", "POST"])
def add_service(request):
    """Ask about a new service."""
    actor = request.actor
    row = reach(Organisation, actor.organisation.pk, by=actor, to=Permission.SERVICE_ADD)
    form = forms.AddService(posted(request), initial={"is_anonymous": True})
    said = {"title": _("New service")}
    if not done(form, lambda: houses.add_service(by=actor, organisation=row, **form.cleaned_data)):
        return ask(request, "members/house_form.html", form, **said)
    return _back(request, _("The service is there. Invite somebody to work in it."))


@require_http_methods(["GET", "POST"])
def change_service(request, id):
    """Ask what a service is from now on."""
    row = reach(Service, id, by=request.actor, to=Permission.SERVICE_CHANGE)
    names = ("name", "kind", "is_anonymous", "ends_on")
    form = forms.ChangeService(posted(request), kept=row.kind, initial={name: getattr(row, name) for name in names})
    said = {"title": row.name}
    if not done(form, lambda: houses.change_service(by=request.actor, service=row, **form.cleaned_data)):
        return ask(request, "members/house_form.html", form, **said)
    return _back(request, _("The service is changed."))


@require_http_methods(["GET", "POST"])
def add_team(request, id):
    """Ask for the name of a new team of a service."""
    row = reach(Service, id, by=request.actor, to=Permission.TEAM_ADD)
    form = forms.AddTeam(posted(request))
    said = {"title": _("New team"), "over": row.name}
    if not done(form, lambda: houses.add_team(by=request.actor, service=row, **form.cleaned_data)):
        return ask(request, "members/house_form.html", form, **said)
    return _back(request, _("The team is there."))


@require_http_methods(["GET", "POST"])
def change_team(request, id):
    """Ask what a team is called and whether it goes on."""
    row = reach(Team, id, by=request.actor, to=Permission.TEAM_CHANGE, related=("service",))
    form = forms.ChangeTeam(posted(request), initial={"name": row.name, "ends_on": row.ends_on})
    said = {"title": row.name, "over": row.service.name}
    if not done(form, lambda: houses.change_team(by=request.actor, team=row, **form.cleaned_data)):
        return ask(request, "members/house_form.html", form, **said)
    return _back(request, _("The team is changed."))


def _back(request, words):
    messages.success(request, words)
    return redirect("house", request.actor.organisation.slug)
