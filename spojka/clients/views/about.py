"""Pages on which something is written about one client."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from spojka.access.doors import reach, rows
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.codelists.catalogue import catalogue
from spojka.ui.http import ask, done, posted, wants_little

from .. import actions as clients
from .. import reading
from ..actions import around as actions
from ..forms import about as forms
from ..models import Client, Household, HouseholdMember, Instruction, Relation
from .codes import by_code

BOTH = ["GET", "POST"]


@require_http_methods(BOTH)
def nickname(request, id):
    """Ask what the client wants to be called."""
    client = _client(request, id, Permission.CLIENT_NICKNAME)
    form = forms.Nickname(posted(request), initial={"nickname": client.nickname})
    if not done(form, lambda: clients.set_nickname(by=request.actor, client=client, **form.cleaned_data)):
        return _ask(request, form, client, _("Nickname"), _("Save the nickname"))
    if others := reading.about(client, request.actor, timezone.localdate())["namesakes"]:
        said = {"codes": ", ".join(one.code for one in others)}
        messages.warning(request, _("Saved. Others have this nickname too: %(codes)s.") % said)
    else:
        messages.success(request, _("The nickname is saved."))
    return _back(request, client)


@require_http_methods(BOTH)
def recode(request, id):
    """Ask for another code of the same client."""
    client = _client(request, id, Permission.CLIENT_RECODE)
    form = forms.Code(posted(request))
    lead = _("History stays. The old code still leads here, so a phone that holds it loses nothing.")
    if not done(form, lambda: clients.recode(by=request.actor, client=client, **form.cleaned_data)):
        return _ask(request, form, client, _("Another code"), _("Change the code"), lead)
    messages.success(request, _("The code is changed. The old one leads here too."))
    return _back(request, client)


@require_http_methods(BOTH)
def instruct(request, id):
    """Ask for an instruction."""
    client = _client(request, id, Permission.INSTRUCTION_SET)
    form = forms.Instruction(posted(request))
    if not done(form, lambda: actions.instruct(by=request.actor, client=client, **form.cleaned_data)):
        return _ask(request, form, client, _("Instruction or message"), _("Write it down"))
    messages.success(request, _("Everybody who meets them sees it now."))
    return _back(request, client)


@require_POST
def end_instruction(request, id):
    """Say that an instruction is done."""
    row = reach(Instruction, id, by=request.actor, to=Permission.INSTRUCTION_END, related=("client",))
    actions.end_instruction(by=request.actor, instruction=row, at=timezone.now())
    if wants_little(request):  # the counter stays where it is
        return HttpResponse(status=204)
    messages.success(request, _("It is done, nobody sees it any more."))
    return _back(request, row.client)


@require_http_methods(BOTH)
def relate(request, id):
    """Ask what somebody is to the client."""
    client = _client(request, id, Permission.RELATION_ADD)
    form = forms.Relate(posted(request), catalogue=catalogue(client.service, timezone.localdate()))

    def deed():
        said = dict(form.cleaned_data)
        code = said.pop("code")
        other = by_code(request, client, code) if code else None
        actions.relate(by=request.actor, client=client, other=other, **said)

    if not done(form, deed):
        return _ask(request, form, client, _("Somebody close"), _("Write it down"))
    messages.success(request, _("It is written down."))
    return _back(request, client)


@require_POST
def end_relation(request, id):
    """Say that a relation holds no more."""
    row = reach(Relation, id, by=request.actor, to=Permission.RELATION_END, related=("client",))
    actions.end_relation(by=request.actor, relation=row, at=timezone.now())
    messages.success(request, _("It is not on the page any more."))
    return _back(request, row.client)


@require_http_methods(BOTH)
def household(request, id):
    """Ask where the client lives: a new household or one that is known."""
    client = _client(request, id, Permission.HOUSEHOLD_ADD)
    known = rows(Household, by=request.actor, to=Permission.HOUSEHOLD_JOIN).filter(service=client.service_id)
    offered = [(str(row.pk), row.name) for row in known.order_by(by_name(), "pk")]
    form = forms.NewHousehold(posted(request), households=offered, initial=forms.today_first(timezone.localdate()))
    homes = []

    def deed():
        said = dict(form.cleaned_data)
        chosen, name = said.pop("household", ""), said.pop("name")
        if chosen:
            home = reach(Household, chosen, by=request.actor, to=Permission.HOUSEHOLD_JOIN)
            actions.join_household(by=request.actor, household=home, client=client, since=said["since"])
        else:
            home = actions.add_household(by=request.actor, client=client, name=name, **said)
        homes.append(home)

    if not done(form, deed):
        return _ask(request, form, client, _("Household"), _("Write it down"))
    messages.success(request, _("They live there. Others can be added on this page."))
    return redirect("clients:home", request.actor.organisation.slug, homes[0].pk)


@require_http_methods(BOTH)
def home(request, id):
    """Show a household, rename it, add another client."""
    found = reach(Household, id, by=request.actor, to=Permission.HOUSEHOLD_RENAME, related=("service",))
    is_naming = request.method == "POST" and "name" in request.POST
    naming = forms.HouseholdName(request.POST if is_naming else None, initial={"name": found.name})
    joining = forms.JoinHousehold(
        request.POST if request.method == "POST" and not is_naming else None,
        initial=forms.today_first(timezone.localdate()),
    )

    def join():
        other = by_code(request, found, joining.cleaned_data["code"])
        since = joining.cleaned_data["since"]
        actions.join_household(by=request.actor, household=found, client=other, since=since)

    def rename():
        actions.rename_household(by=request.actor, household=found, **naming.cleaned_data)

    form, deed = (naming, rename) if is_naming else (joining, join)
    if not done(form, deed):
        said = {"household": found, "members": reading.members(found, request.actor), "naming": naming}
        return ask(request, "clients/home.html", joining, back=form.is_bound, **said)
    messages.success(request, _("Saved."))
    return redirect("clients:home", request.actor.organisation.slug, found.pk)


@require_POST
def leave(request, id):
    """Say that a client does not live in a household any more."""
    row = reach(HouseholdMember, id, by=request.actor, to=Permission.HOUSEHOLD_LEAVE)
    actions.leave_household(by=request.actor, member=row, until=timezone.localdate())
    messages.success(request, _("They don't live there any more."))
    return redirect("clients:home", request.actor.organisation.slug, row.household_id)


def _client(request, id, to):
    return reach(Client, id, by=request.actor, to=to, related=("service",))


def _ask(request, form, client, title, deed, lead=""):
    return ask(request, "clients/ask.html", form, client=client, title=title, deed=deed, lead=lead)


def _back(request, client):
    return redirect("encounters:client", request.actor.organisation.slug, client.pk)
