"""What is told without consent: written down, looked at by a head, told to the client afterwards, ended."""

from datetime import timedelta

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.clients.models import Client
from spojka.members.people import names_of
from spojka.ui.http import ask, done, posted

from .. import reading
from ..actions import openings as actions
from ..forms import openings as forms
from ..models import Opening
from ..naming import offered

MONTH = timedelta(days=30)
WITH = ("client__service", "service", "organisation")


@require_http_methods(["GET", "POST"])
def record(request, id):
    """Ask what is told, to whom, on which ground, and whether the client knows."""
    client = reach(Client, id, by=request.actor, to=Permission.OPENING_RECORD, related=("service__organisation",))
    now = timezone.now()
    today = timezone.localdate(now)
    about = {"offered": offered(client.service, today), "initial": {"ends_on": today + MONTH}}
    form = forms.Open(posted(request), **about)
    deed = {"by": request.actor, "client": client, "at": now}
    if not done(form, lambda: actions.record(**deed, id=form.cleaned_data["id"], telling=form.telling)):
        return ask(request, "consents/open.html", form, client=client)
    messages.success(request, _("It is written down. What it waits for stands on this page."))
    return redirect("consents:opening", request.actor.organisation.slug, form.cleaned_data["id"])


@require_safe
def opening(request, id):
    """Show one."""
    return _show(request, reach(Opening, id, by=request.actor, to=Permission.OPENING_VIEW, related=WITH))


@require_POST
def approve(request, id):
    """Say that it is right."""
    found, form = _reach(request, id, Permission.OPENING_APPROVE), forms.Approve(request.POST)
    deed = {"by": request.actor, "opening": found, "at": timezone.now()}
    if not done(form, lambda: actions.approve(**deed, **form.cleaned_data)):
        return _show(request, found, approving=form)
    messages.success(request, _("You have looked at it: it is right."))
    return redirect("consents:opening", request.actor.organisation.slug, found.pk)


@require_POST
def end(request, id):
    """Tell nothing any more."""
    found, form = _reach(request, id, Permission.OPENING_END), forms.Stop(request.POST)
    deed = {"by": request.actor, "opening": found, "at": timezone.now()}
    if not done(form, lambda: actions.end(**deed, **form.cleaned_data)):
        return _show(request, found, ending=form)
    messages.success(request, _("Nothing is told any more."))
    return redirect("consents:opening", request.actor.organisation.slug, found.pk)


@require_POST
def tell(request, id):
    """Write down that the client was told."""
    found, form = _reach(request, id, Permission.OPENING_TELL), forms.TellNow(request.POST)
    deed = {"by": request.actor, "opening": found, "today": timezone.localdate()}
    if not done(form, lambda: actions.tell(**deed, **form.cleaned_data)):
        return _show(request, found, telling=form)
    messages.success(request, _("It is written down that the client knows."))
    return redirect("consents:opening", request.actor.organisation.slug, found.pk)


def _reach(request, id, to):
    return reach(Opening, id, by=request.actor, to=to, related=WITH)


def _show(request, found, approving=None, ending=None, telling=None):
    actor, now = request.actor, timezone.now()
    waits, stands = found.is_waiting(), found.ended_at is None and found.ends_at > now
    can = {
        "approve": waits and actor.can(Permission.OPENING_APPROVE, found) and found.recorded_by != actor.id,
        "end": stands and actor.can(Permission.OPENING_END, found),
        "tell": not found.told_on and actor.can(Permission.OPENING_TELL, found),
    }
    faulty = next((one for one in (approving, ending, telling) if one), None)
    today = {"on": timezone.localdate(now)}
    said = {"opening": found, "client": found.client, "can": can, "is_open": found.is_open(now), "waits": waits}
    said |= {"kinds": reading.kinds_in_words(found.what), "last_day": reading.last_day(found.ends_at)}
    said |= {"approving": approving or forms.Approve(), "ending": ending or forms.Stop(auto_id="id_end_%s")}
    said |= {"telling": telling or forms.TellNow(initial=today, auto_id="id_tell_%s")}
    said |= {"workers": names_of({found.recorded_by, found.approved_by, found.ended_by} - {""})}
    if faulty is None:
        return render(request, "consents/opening.html", said)
    return ask(request, "consents/opening.html", faulty, **said)
