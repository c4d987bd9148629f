"""The meetings of a case: their list, calling one, what it is for and who of the case comes."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.cases.reading import writing_for
from spojka.cases.views.shared import head, reach_case
from spojka.ui.http import ask, done, posted

from . import actions, forms, reading
from .models import CaseMeeting, Sort

P = Permission
BOTH = ["GET", "POST"]
LENGTH = 90  # minutes


@require_safe
def listing(request, id):
    """Show the meetings of a case."""
    case = reach_case(request, id)
    said = head(request, case, "meetings") | {"lines": reading.of_case(case, request.actor, timezone.now())}
    said["may_call"] = not case.is_closed and request.actor.may(P.CASE_MEETING_CALL)
    return render(request, "conferences/list.html", said)


@require_http_methods(BOTH)
def call(request, id):
    """Ask for a case meeting or conference."""
    case, actor = reach_case(request, id), request.actor
    services = writing_for(case, actor) if actor.may(P.CASE_MEETING_CALL) else []
    if not services:
        raise Http404
    first = {"on": timezone.localdate(), "minutes": LENGTH, "sort": Sort.MEETING}
    form = forms.Call(posted(request), services=services, everybody=reading.everybody(case, actor), initial=first)
    called = []

    def deed():
        service = form.services[form.cleaned_data["service"]]
        said = {"called": form.called, "told": form.told_, "people_": form.chosen}
        called.append(actions.call(by=actor, id=form.cleaned_data["id"], case=case, service=service, **said))

    if not done(form, deed):
        return ask(request, "conferences/call.html", form, **head(request, case, "meetings"))
    messages.success(request, _("It is called. Look at the advice, then send the invitations."))
    return redirect("meetings:meeting", actor.organisation.slug, called[0].meeting_id)


@require_http_methods(BOTH)
def change(request, id):
    """Ask what it is for and how the family was told; offer who else of the case may come."""
    row = _reach(request, id, P.CASE_MEETING_EXPLAIN)
    form = forms.Explain(posted(request), initial=forms.initial_of(row))
    if not done(form, lambda: actions.explain(by=request.actor, case_meeting=row, told=form.told_)):
        return _show(request, row, form, forms.AskToCome(offered=reading.still_to_ask(row, request.actor)))
    messages.success(request, _("It is saved."))
    return redirect("meetings:meeting", request.actor.organisation.slug, row.meeting_id)


@require_POST
def ask_to_come(request, id):
    """Put somebody else of the case on the list."""
    row = _reach(request, id, P.CASE_MEETING_ASK)
    form = forms.AskToCome(request.POST, offered=reading.still_to_ask(row, request.actor))
    if not done(form, lambda: actions.ask_to_come(by=request.actor, case_meeting=row, somebody=form.chosen)):
        return _show(request, row, forms.Explain(initial=forms.initial_of(row)), form)
    messages.success(request, _("They are on the list. The letter leaves when you send the invitations."))
    return redirect("meetings:meeting", request.actor.organisation.slug, row.meeting_id)


def _reach(request, id, to):
    return reach(CaseMeeting, id, by=request.actor, to=to, related=reading.WITH)


def _show(request, row, form, asking):
    faulty = asking if asking.is_bound else form
    said = {"row": row, "explaining": form, "asking": asking}
    return ask(request, "conferences/change.html", faulty, **said)
