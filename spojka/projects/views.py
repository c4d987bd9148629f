from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from spojka.access.doors import reach, read, rows, shown
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.network.models import Project, Service
from spojka.places import territory
from spojka.ui.http import ask, done, posted

from . import actions, forms, fulfilment


@require_safe
def listing(request):
    """Show projects, those that last longest first."""
    page = shown(
        Project,
        by=request.actor,
        to=Permission.PROJECT_VIEW,
        order=("-valid_to", by_name(), "pk"),
        page=request.GET.get("page", 1),
    )
    said = {"page": page, "today": timezone.localdate(), "may_add": request.actor.may(Permission.PROJECT_ADD)}
    return render(request, "projects/list.html", said)


@require_safe
def project(request, id):
    """Show one project; what was promised and is done only to those who look after it."""
    found = reach(Project, id, by=request.actor, to=Permission.PROJECT_VIEW)
    may_change = request.actor.can(Permission.PROJECT_CHANGE, found)
    services = list(found.services.order_by(by_name(), "pk"))
    today = timezone.localdate()
    said = {
        "project": found,
        "services": services,
        "areas": [territory.named(code) for code in found.territory],
        "may_change": may_change,
        "lines": fulfilment.lines(found, request.actor) if may_change else [],
        "passed": fulfilment.time_passed(found, today),
        "is_partial": any(one.pk not in request.actor.services for one in services),
        "is_over": found.valid_to < today,
        "query": urlencode({"from": found.valid_from, "to": found.valid_to, "project": found.pk}),
    }
    read(services, by=request.actor, to=Permission.PROJECT_VIEW)
    return render(request, "projects/project.html", said)


@require_http_methods(["GET", "POST"])
def add(request):
    """Ask about a new project."""
    if not rows(Service, by=request.actor, to=Permission.PROJECT_ADD).exists():
        raise Http404
    form = forms.Add(posted(request), actor=request.actor)
    if not done(form, lambda: actions.add(by=request.actor, service=form.service, **form.cleaned_data)):
        return ask(request, "projects/edit.html", form, project=None)
    messages.success(request, _("The project is written down."))
    return redirect("projects:project", request.actor.organisation.slug, form.cleaned_data["id"])


@require_http_methods(["GET", "POST"])
def change(request, id):
    """Ask what is different about a project."""
    found = reach(Project, id, by=request.actor, to=Permission.PROJECT_CHANGE)
    form = forms.Edit(posted(request), actor=request.actor, project=found, initial=forms.stands(found))
    if not done(form, lambda: actions.change(by=request.actor, project=found, **form.cleaned_data)):
        return ask(request, "projects/edit.html", form, project=found)
    messages.success(request, _("The project is changed."))
    return redirect("projects:project", request.actor.organisation.slug, found.pk)


@require_http_methods(["GET", "POST"])
def end(request, id):
    """Ask with which day the project ends before its time."""
    found = reach(Project, id, by=request.actor, to=Permission.PROJECT_END)
    form = forms.End(posted(request), initial={"on": timezone.localdate()})
    if not done(form, lambda: actions.end(by=request.actor, project=found, **form.cleaned_data)):
        return ask(request, "projects/end.html", form, project=found)
    messages.success(request, _("The project has ended. All that it paid for stays with it."))
    return redirect("projects:project", request.actor.organisation.slug, found.pk)
