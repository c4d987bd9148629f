"""Calls, projects with their money, and media outputs of a group."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.doors import reach
from spojka.ui.http import ask, done, posted

from .. import reading
from ..actions import funding as actions
from ..forms.funding import AddCall, AddMoney, CallForm, MediaForm, MoneyForm, new_project, of_call, of_project
from ..models import FundingProject, GrantCall, MediaOutput
from .shared import BOTH, P, open_group, reach_group, writes_for


@require_safe
def overview(request, id):
    """Show the calendar of calls, the projects with sums by year, and media outputs."""
    group, actor, today = reach_group(request, id), request.actor, timezone.localdate()
    projects = reading.projects(group, actor)
    said = {"group": group, "projects": projects, "sums": reading.sums(projects), "media": reading.media(group, actor)}
    said["calls"] = [(one, one.ring(today)) for one in reading.calls(group, actor)]
    said["may_write"] = not group.is_over(today) and actor.may(P.GRANT_CALL_ADD)
    said["own"] = actor.services
    return render(request, "recommendations/funding.html", said)


@require_http_methods(BOTH)
def add_call(request, id):
    """Ask for a call."""
    group = open_group(request, id, P.GRANT_CALL_ADD)
    form = AddCall(posted(request))
    deed = {"by": request.actor, "service": writes_for(request, group), "group": group}
    if not done(form, lambda: actions.add_call(**deed, id=form.cleaned_data["id"], offer=form.offer)):
        return _ask(request, form, group, _("Call for applications"))
    messages.success(request, _("The call is here. Its days stand in the calendar and on Today when they are near."))
    return _back(request, group)


@require_http_methods(BOTH)
def change_call(request, id):
    """Ask for a call again."""
    call = reach(GrantCall, id, by=request.actor, to=P.GRANT_CALL_CHANGE, related=("group__organisation",))
    form = CallForm(posted(request), initial=of_call(call))
    if not done(form, lambda: actions.change_call(by=request.actor, call=call, offer=form.offer)):
        return _ask(request, form, call.group, _("Call for applications"))
    messages.success(request, _("The call is changed."))
    return _back(request, call.group)


@require_http_methods(BOTH)
def add_project(request, id):
    """Ask for a project."""
    group = open_group(request, id, P.FUNDING_ADD)
    calls = reading.calls(group, request.actor)
    form = AddMoney(posted(request), calls=calls, initial=new_project(timezone.localdate()))
    deed = {"by": request.actor, "service": writes_for(request, group), "group": group}
    if not done(form, lambda: actions.add_project(**deed, id=form.cleaned_data["id"], money=form.money)):
        return _ask(request, form, group, _("Project and its money"))
    messages.success(request, _("The project is here."))
    return _back(request, group)


@require_http_methods(BOTH)
def change_project(request, id):
    """Ask how a project stands."""
    project = reach(FundingProject, id, by=request.actor, to=P.FUNDING_CHANGE, related=("group__organisation",))
    calls = reading.calls(project.group, request.actor)
    form = MoneyForm(posted(request), calls=calls, initial=of_project(project))
    if not done(form, lambda: actions.change_project(by=request.actor, project=project, money=form.money)):
        return _ask(request, form, project.group, _("Project and its money"))
    messages.success(request, _("The project is changed."))
    return _back(request, project.group)


@require_http_methods(BOTH)
def add_media(request, id):
    """Ask what was said outside."""
    group = open_group(request, id, P.MEDIA_ADD)
    asked = reading.of_group(group, request.actor)
    form = MediaForm(posted(request), recommendations=asked, initial={"on": timezone.localdate()})
    deed = {"by": request.actor, "service": writes_for(request, group), "group": group}
    if not done(form, lambda: actions.add_media(**deed, id=form.cleaned_data["id"], said=form.said)):
        return _ask(request, form, group, _("Media output"))
    messages.success(request, _("It is on the list."))
    return _back(request, group)


@require_POST
def drop_media(request, id):
    """Take it off the list."""
    media = reach(MediaOutput, id, by=request.actor, to=P.MEDIA_DROP, related=("group",))
    actions.drop_media(by=request.actor, media=media, at=timezone.now())
    messages.success(request, _("It is off the list."))
    return _back(request, media.group)


def _ask(request, form, group, title):
    return ask(request, "recommendations/ask.html", form, group=group, title=title)


def _back(request, group):
    return redirect("recommendations:funding", request.actor.organisation.slug, group.pk)
