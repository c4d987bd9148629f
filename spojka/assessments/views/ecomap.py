"""The ecomap of a client: the drawing with a table of the same, somebody added, changed, moved or taken off."""

from datetime import datetime, time, timedelta

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.base.ids import new_id
from spojka.clients.models import Client
from spojka.ui.http import ask, done, give_paper, posted

from .. import documents, drawing, forms, reading
from ..actions import ties as actions
from ..content import somebody
from ..models import EcomapTie

BOTH = ["GET", "POST"]


@require_safe
def ecomap(request, id):
    """Show who is around a client, now or on another day."""
    client, asked, at, ties = _map(request, id)
    writes = at is None and client.merged_into_id is None and request.actor.can(Permission.TIE_ADD, client)
    said = {"client": client, "ties": ties, "form": asked, "may_write": writes, "at": at}
    said |= {"wide": drawing.draw(ties, client.code, drawing.WIDE)}
    said |= {"narrow": drawing.draw(ties, client.code, drawing.NARROW)}
    return render(request, "assessments/ecomap.html", said)


@require_safe
def paper(request, id):
    """Give the ecomap as a paper."""
    client, _asked, at, ties = _map(request, id)
    body = documents.ecomap(client, ties, timezone.localdate(at - timedelta(seconds=1) if at else timezone.now()))
    return give_paper(body, "spojka-ekomapa")


@require_safe
def text(request, id):
    """Show the ecomap as plain text to be copied into a file that is kept elsewhere."""
    client, _asked, at, ties = _map(request, id)
    if not ties:
        raise Http404
    on = timezone.localdate(at - timedelta(seconds=1) if at else timezone.now())
    said = {"client": client, "text": documents.ecomap_text(client, ties, on)}
    return render(request, "assessments/text.html", said | {"filling": {"title": _("Ecomap")}})


@require_http_methods(BOTH)
def add(request, id):
    """Ask who is around the client."""
    client = reach(Client, id, by=request.actor, to=Permission.TIE_ADD, related=("service__organisation",))
    form = forms.Tie(posted(request), initial={"id": new_id()})
    deed = {"by": request.actor, "client": client}
    if not done(form, lambda: actions.add(**deed, id=form.cleaned_data["id"], who=form.who)):
        return ask(request, "assessments/tie.html", form, client=client, tie=None)
    messages.success(request, _("They stand on the map."))
    return _back(request, client.pk)


@require_http_methods(BOTH)
def change(request, id):
    """Ask what is otherwise."""
    tie = _reach(request, id, Permission.TIE_CHANGE)
    form = forms.Tie(posted(request), initial={"id": new_id(), **vars(somebody(tie))})
    deed = {"by": request.actor, "tie": tie, "at": timezone.now()}
    if not done(form, lambda: actions.change(**deed, id=form.cleaned_data["id"], who=form.who)):
        return ask(request, "assessments/tie.html", form, client=tie.client, tie=tie)
    messages.success(request, _("Saved."))
    return _back(request, tie.client_id)


@require_POST
def move(request, id):
    """Put somebody elsewhere on the drawing; answer with the drawing, in the size that was asked for."""
    tie, form = _reach(request, id, Permission.TIE_MOVE), forms.Place(request.POST)
    if not done(form, lambda: actions.move(by=request.actor, tie=tie, **form.cleaned_data)):
        return HttpResponse(status=422)
    ties = reading.around(tie.client, request.actor)
    size = drawing.NARROW if request.POST.get("size") == "narrow" else drawing.WIDE
    return HttpResponse(drawing.draw(ties, tie.client.code, size))


@require_POST
def end(request, id):
    """Take somebody off the map."""
    tie = _reach(request, id, Permission.TIE_END)
    actions.end(by=request.actor, tie=tie, at=timezone.now())
    messages.success(request, _("They are off the map; on the maps of before they stay."))
    return _back(request, tie.client_id)


def _map(request, id):
    """Return the client, the day that was asked for, its end if it is over, and who stood on the map then."""
    client = reach(Client, id, by=request.actor, to=Permission.ASSESSMENT_VIEW, related=("service__organisation",))
    asked = forms.MapOn(request.GET if "on" in request.GET else None, initial={"on": timezone.localdate()})
    on = asked.cleaned_data["on"] if asked.is_valid() else timezone.localdate()
    at = None
    if on < timezone.localdate():
        at = timezone.make_aware(datetime.combine(on + timedelta(days=1), time.min))
    return client, asked, at, reading.around(client, request.actor, at)


def _reach(request, id, to):
    return reach(EcomapTie, id, by=request.actor, to=to, related=("client__service", "service"))


def _back(request, client):
    return redirect("assessments:ecomap", request.actor.organisation.slug, client)
