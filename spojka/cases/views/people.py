"""Who is in a case, and what each of them sees."""

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.access.whereabouts import hidden
from spojka.ui.http import ask, done, posted

from .. import reading, sharing
from ..actions import people as actions
from ..forms import people as forms
from ..models import Participant, Party
from .shared import head, lists_of, reach_case

P = Permission


@require_safe
def people(request, id):
    """Show the parties, the team, and what each of the team sees of whom."""
    return _show(request, reach_case(request, id))


@require_POST
def add_party(request, id):
    """Add somebody."""
    found = reach_case(request, id, P.PARTY_ADD)
    form = forms.AddParty(request.POST, catalogue=lists_of(found))
    deed = {"by": request.actor, "case": found, "at": timezone.now()}
    if not done(form, lambda: actions.add_party(**deed, id=form.cleaned_data["id"], who=form.who)):
        return _show(request, found, adding=form)
    return _back(request, found, _("They are in the case now."))


@require_POST
def add_outside(request, id):
    """Add a professional who works without Spojka."""
    found = reach_case(request, id, P.PARTICIPANT_ADD)
    form = forms.AddOutside(request.POST, catalogue=lists_of(found), auto_id="id_outside_%s")
    deed = {"by": request.actor, "case": found, "at": timezone.now()}
    if not done(form, lambda: actions.add(**deed, id=form.cleaned_data["id"], outside=form.outside)):
        return _show(request, found, outside=form)
    return _back(request, found, _("They are in the team now."))


@require_POST
def open_to(request, id):
    """Let in one whom the clients named."""
    found = reach_case(request, id, P.PARTICIPANT_OPEN)
    opening = next((one for one in _openings(request, found, request.POST) if one.is_bound), None)
    if opening is None:
        messages.error(request, _("Meanwhile it ended by what they could know. Look at the choice again."))
        return redirect("cases:people", request.actor.organisation.slug, found.pk)
    typed, deed = opening, {"by": request.actor, "case": found, "side": opening.named, "at": timezone.now()}
    if not done(
        typed,
        lambda: actions.open_to(
            **deed, id=typed.cleaned_data["id"], parties=typed.chosen, role=typed.cleaned_data["role"]
        ),
    ):
        return _show(request, found, opening=typed)
    return _back(request, found, _("They see it now, as far as the clients agreed."))


def end_party(request, id):
    """Somebody is in the case no more."""
    party = reach(Party, id, by=request.actor, to=P.PARTY_END, related=("case__organisation",))
    form = forms.Leave(posted(request))
    deed = {"by": request.actor, "party": party, "at": timezone.now()}
    if not done(form, lambda: actions.end_party(**deed, **form.cleaned_data)):
        return ask(request, "cases/leave.html", form, who=party.called, case=party.case)
    return _back(request, party.case, _("They are in the case no more."))


def end_participant(request, id):
    """Let somebody take part no more."""
    found = reach(Participant, id, by=request.actor, to=P.PARTICIPANT_END, related=("case__organisation",))
    left = next(iter(reading.leavings(request.actor, Q(participant=found))), None)
    form = forms.Leave(posted(request), initial={"why": left.said if left else ""})
    deed = {"by": request.actor, "participant": found, "at": timezone.now()}
    if not done(form, lambda: actions.end(**deed, **form.cleaned_data)):
        sees = bool(found.grantee_id) and not left
        return ask(request, "cases/leave.html", form, who=str(found), case=found.case, sees=sees, left=left)
    return _back(request, found.case, _("They take part no more."))


def leave(request, id):
    """Leave a case in which our organisation, service or oneself takes part."""
    if request.method == "POST" and reading.has_left(request.POST.get("id", ""), request.actor):
        return redirect("cases:list", request.actor.organisation.slug)
    related = ("case__organisation", "case__service__organisation")
    found = reach(Participant, id, by=request.actor, to=P.CASE_LEAVE, related=related)
    service = reading.leaves_for(found, request.actor)
    if service is None or found.left_on:
        messages.error(request, _("Only a side itself leaves; who coordinates ends its part."))
        return redirect("cases:people", request.actor.organisation.slug, found.case_id)
    form = forms.LeaveCase(posted(request))
    deed = {"by": request.actor, "service": service, "participant": found, "at": timezone.now()}
    if not done(form, lambda: actions.leave(**deed, **form.cleaned_data)):
        return ask(request, "cases/leave_case.html", form, who=found, case=found.case)
    messages.success(request, _("You take part no more. The service that coordinates is told."))
    return redirect("cases:list", request.actor.organisation.slug)


def tie(request, id):
    """Say which client of ours a party is."""
    party = reach(Party, id, by=request.actor, to=P.PARTY_TIE, related=("case__organisation",))
    form = forms.TieTo(posted(request))

    def deed():
        client = reading.by_code(form.cleaned_data["code"], request.actor)
        actions.tie(by=request.actor, client=client, party=party, at=timezone.now())

    if not done(form, deed):
        return ask(request, "cases/tie.html", form, party=party)
    return _back(request, party.case, _("Their contacts with us stand in the case now, for us alone."))


def untie(request, id):
    """Say that a party is not the client of ours that it is tied to."""
    party = reach(Party, id, by=request.actor, to=P.PARTY_TIE, related=("case__organisation",))
    tie = reading.tie_of(party, request.actor)
    if tie is None:
        messages.info(request, _("This person is tied to no client of yours."))
        return redirect("cases:people", request.actor.organisation.slug, party.case_id)
    form = forms.Untie(posted(request), tie=tie)
    if not done(form, lambda: actions.untie(by=request.actor, tie=tie, at=timezone.now())):
        return ask(request, "cases/untie.html", form, party=party, client=tie.client)
    return _back(request, party.case, _("This person is tied to no client of yours."))


def _back(request, found, words):
    messages.success(request, words)
    return redirect("cases:people", request.actor.organisation.slug, found.pk)


def _openings(request, found, data=None):
    """Return a form for each whom the clients named and who sees nothing or less than agreed."""
    parties = reading.people_of(found, request.actor)
    lists, wanted = lists_of(found), (data or {}).get("side-of", "")
    return [
        forms.OpenTo(data if one.grantee.hex == wanted else None, side=one, parties=parties, catalogue=lists)
        for one in sharing.sides(found, timezone.now())
    ]


def _show(request, found, adding=None, outside=None, opening=None):
    actor, now = request.actor, timezone.now()
    parties = reading.people_of(found, actor)
    said = head(request, found, "people") | {"parties": parties, "clients": reading.our_clients(parties, actor)}
    said["hidden"] = set() if said["is_ours"] else hidden([one.pk for one in parties])
    said["team"] = reading.team_of(found, parties, actor, now)
    said["before"] = reading.team_before(found, actor) if said["is_ours"] else []
    if said["may"]["lead"]:
        lists = lists_of(found)
        said["adding"] = adding or forms.AddParty(catalogue=lists)
        said["outside"] = outside or forms.AddOutside(catalogue=lists, auto_id="id_outside_%s")
        inside = {one.participant.grantee_id for one in said["team"] if not one.sees_nothing}
        made = [
            opening if opening and opening.named.grantee == one.named.grantee else one
            for one in _openings(request, found)
        ]
        said["openings"] = [(one, one.named.grantee in inside) for one in made]
    faulty = adding or outside or opening
    return ask(request, "cases/people.html", faulty, **said) if faulty else render(request, "cases/people.html", said)
