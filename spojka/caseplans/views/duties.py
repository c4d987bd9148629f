"""Who asks what of whom by when, on one page and on a paper."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.cases.models import Party
from spojka.cases.reading import people_of
from spojka.cases.views.shared import reach_case
from spojka.ui.http import ask, done, give_paper

from .. import asking, handing
from ..actions import duties as actions
from ..forms.duties import DutyForm
from ..models import Duty
from .shared import head_of, people_in, services_of

P = Permission


@require_safe
def asks(request, id):
    """Show all that is asked of the people of a case."""
    return _show(request, reach_case(request, id))


@require_POST
def add(request, id):
    """Write down what is asked of somebody."""
    case = reach_case(request, id, P.DUTY_ADD)
    form = _form(request, case, request.POST)
    deed = {"by": request.actor, "at": timezone.now()}
    if not done(
        form,
        lambda: actions.add(
            **deed, id=form.cleaned_data["id"], service=form.for_service, about=form.chosen, asked=form.asked
        ),
    ):
        return _show(request, case, form)
    messages.success(request, _("Written. Everybody in the case sees it."))
    return _back(request, case.pk)


@require_POST
def void(request, id):
    """Ask it no more."""
    duty = reach(Duty, id, by=request.actor, to=P.DUTY_VOID)
    actions.void(by=request.actor, duty=duty, at=timezone.now())
    messages.success(request, _("It is asked no more."))
    return _back(request, duty.case_id)


@require_safe
def paper(request, id):
    """Give one person a paper with all that is asked of them; `lang` is a language of handing.tongues()."""
    party = reach(Party, id, by=request.actor, to=P.CASE_VIEW, related=("case__organisation",))
    tongue = request.GET.get("lang", "cs")
    if tongue not in handing.tongues():
        raise Http404
    found = asking.asked_in(party.case, [party], request.actor, timezone.localdate())
    if not found:
        raise Http404
    return give_paper(handing.asks(found[0], tongue, organisation=str(party.case.organisation)), "spojka-asks")


def _form(request, case, data=None):
    people = people_in(request, case)
    ours = next((one.pk for one in people["team"] if one.grantee_id in request.actor.names), "")
    usual = {"services": services_of(request, case), "initial": {"asker": ours}}
    return DutyForm(data, parties=people["people"], team=people["team"], **usual)


def _show(request, case, form=None):
    actor = request.actor
    said = head_of(request, case) | {"tab": "asks", "most": asking.MOST, "tongues": handing.tongues()}
    said["asks"] = asking.asked_in(case, people_of(case, actor), actor, said["today"])
    may_add = not case.is_closed and actor.may(P.DUTY_ADD)
    said["adding"] = (form or _form(request, case)) if may_add else None
    return ask(request, "caseplans/asks.html", form, **said) if form else render(request, "caseplans/asks.html", said)


def _back(request, case):
    return redirect("caseplans:asks", request.actor.organisation.slug, case)
