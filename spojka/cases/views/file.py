"""The list of cases, a new one, and how one is led: its file, stage, coordination and end."""

from django.contrib import messages
from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from spojka.access.doors import reach, shown
from spojka.access.permissions import Permission
from spojka.clients.models import Client
from spojka.codelists.catalogue import catalogue, names_of
from spojka.ui.fields import sealed
from spojka.ui.http import ask, done, give_paper, posted

from .. import documents, reading
from ..actions import file as actions
from ..actions import groups
from ..forms import file as forms
from ..models import CaseInGroup
from .shared import LISTS, head, lists_of, reach_case

P = Permission


@require_safe
def listing(request):
    """Show the cases that one may see: live ones, unless asked otherwise."""
    actor = request.actor
    if not actor.may(P.CASE_VIEW):
        raise Http404
    form = forms.Narrow(request.GET)
    typed = form.cleaned_data if form.is_valid() else {}
    state = typed.get("state", "")
    where = Q() if state == "all" else Q(state=state) if state else ~Q(state="closed")
    where &= Q(coordinator=actor.id) if typed.get("mine") and actor.kind == "member" else Q()
    where &= reading.named(actor, typed["name"]) if typed.get("name") else Q()
    page = shown(
        reading.Case, by=actor, to=P.CASE_VIEW, order=("-opened_on", "-pk"), where=where, related=reading.WITH,
        page=request.GET.get("page", 1),
    )  # fmt: skip
    said = {"page": page, "form": form, "words": names_of(LISTS, organisation=actor.organisation)}
    said |= {"may_open": actor.may(P.CASE_OPEN), "is_narrowed": any(typed.values()), "today": timezone.localdate()}
    return render(request, "cases/list.html", said)


@require_POST
def search(request):
    """Narrow the list; whose name was typed, no address tells."""
    if not request.actor.may(P.CASE_VIEW):
        raise Http404
    asked = sealed(forms.Narrow(request.POST))
    return redirect(f"{reverse('cases:list', args=[request.actor.organisation.slug])}?{asked}")


def new(request, id):
    """Open a case around a client."""
    client = reach(Client, id, by=request.actor, to=P.CASE_OPEN, related=("service__organisation",))
    now = timezone.now()
    lists, day = catalogue(client.service, timezone.localdate(now)), {"opened_on": timezone.localdate(now)}
    form = forms.Open(posted(request), catalogue=lists, initial=day)
    deed = {"by": request.actor, "client": client, "at": now}
    if not done(form, lambda: actions.open_case(**deed, id=form.cleaned_data["id"], file=form.file, who=form.who)):
        return ask(request, "cases/open.html", form, client=client)
    messages.success(request, _("The case is open. Add who else is in it."))
    return redirect("cases:people", request.actor.organisation.slug, form.cleaned_data["id"])


@require_safe
def lead(request, id):
    """Show the file and what may become of it."""
    return _lead(request, reach_case(request, id))


@require_POST
def change(request, id):
    """Write the file anew."""
    found = reach_case(request, id, P.CASE_CHANGE)
    form = forms.Change(request.POST, catalogue=lists_of(found), initial=forms.Change.of_case(found))
    return _do(request, found, form, lambda: actions.change(**_by(request, found), file=form.file), "changing")


@require_POST
def move(request, id):
    """Another stage, a pause, or going on."""
    found = reach_case(request, id, P.CASE_TURN)
    form = forms.Move(request.POST, case=found, auto_id="id_move_%s")
    return _do(request, found, form, lambda: actions.move(**_by(request, found), **form.cleaned_data), "moving")


@require_POST
def coordinate(request, id):
    """Who of us coordinates."""
    found = reach_case(request, id, P.CASE_COORDINATE)
    workers = reading.colleagues(found, request.actor, timezone.localdate())
    form = forms.Coordinate(request.POST, workers=workers, auto_id="id_who_%s")
    deed = {"by": request.actor, "case": found}
    return _do(request, found, form, lambda: actions.coordinate(**deed, worker=form.chosen), "coordinating")


@require_POST
def hand_over(request, id):
    """Let another service coordinate."""
    found, now = reach_case(request, id, P.CASE_HAND_OVER), timezone.now()
    form = forms.HandOver(request.POST, services=reading.takers(found, request.actor, now), auto_id="id_over_%s")
    words = form.cleaned_data["words"] if form.is_valid() else ""
    if not done(form, lambda: actions.hand_over(**_by(request, found), to=form.chosen, words=words)):
        return _lead(request, found, handing=form)
    messages.success(request, _("It is handed over. You stay in the team."))
    return redirect("cases:case", request.actor.organisation.slug, found.pk)


@require_POST
def close(request, id):
    """Close it with the evaluation."""
    found = reach_case(request, id, P.CASE_CLOSE)
    form = forms.Close(request.POST, catalogue=lists_of(found), auto_id="id_close_%s")
    return _do(request, found, form, lambda: actions.close(**_by(request, found), ended=form.ended), "closing")


@require_safe
def closing_paper(request, id):
    """Give the closing evaluation as a paper; as long as there is none, a blank one that leads to nobody."""
    found = reach_case(request, id)
    evaluation = reading.closing_of(found, request.actor)
    body = documents.closing(found, evaluation) if evaluation else documents.blank_closing(lists_of(found))
    return give_paper(body, f"zaverecne-hodnoceni-{found}" if evaluation else "zaverecne-hodnoceni")


@require_POST
def reopen(request, id):
    """Open it again."""
    found = reach_case(request, id, P.CASE_REOPEN)
    form = forms.Reopen(request.POST, auto_id="id_again_%s")
    return _do(request, found, form, lambda: actions.reopen(**_by(request, found), **form.cleaned_data), "reopening")


@require_POST
def group(request, id):
    """Add it to a group, or begin one."""
    found = reach_case(request, id, P.CASE_GROUP_ADD)
    form = forms.Group(request.POST, groups=reading.groups(request.actor), auto_id="id_group_%s")
    deed = {"by": request.actor, "case": found}

    def into():
        if form.chosen:
            return groups.join(**deed, group=form.chosen)
        typed = form.cleaned_data
        return groups.add(**deed, id=typed["id"], name=typed["name"], why=typed["why"])

    return _do(request, found, form, into, "grouping")


@require_POST
def leave_group(request, id):
    """Take it out of a group."""
    member = reach(CaseInGroup, id, by=request.actor, to=P.CASE_GROUP_LEAVE, related=("case__organisation",))
    groups.leave(by=request.actor, member=member, at=timezone.now())
    messages.success(request, _("Saved."))
    return redirect("cases:lead", request.actor.organisation.slug, member.case_id)


def _by(request, found):
    return {"by": request.actor, "case": found, "at": timezone.now()}


def _do(request, found, form, deed, name):
    if not done(form, deed):
        return _lead(request, found, **{name: form})
    messages.success(request, _("Saved."))
    return redirect("cases:lead", request.actor.organisation.slug, found.pk)


def _lead(request, found, **faulty):
    actor, now, lists = request.actor, timezone.now(), lists_of(found)
    said = head(request, found, "lead") | {"groups": reading.groups_of(found, actor)}
    said["closing_words"] = evaluation = reading.closing_of(found, actor)
    said["closing_text"] = documents.closing_text(found, evaluation) if evaluation else ""
    if said["may"]["change"] and found.is_closed:
        said["reopening"] = forms.Reopen(auto_id="id_again_%s")
    if said["may"]["lead"]:
        said["changing"] = forms.Change(catalogue=lists, initial=forms.Change.of_case(found))
        said["moving"] = forms.Move(case=found, auto_id="id_move_%s")
        workers = reading.colleagues(found, actor, timezone.localdate(now))
        chosen = {"worker": found.coordinator_id}
        said["coordinating"] = forms.Coordinate(workers=workers, initial=chosen, auto_id="id_who_%s")
        said["handing"] = forms.HandOver(services=reading.takers(found, actor, now), auto_id="id_over_%s")
        said["closing"] = forms.Close(catalogue=lists, auto_id="id_close_%s")
        said["grouping"] = forms.Group(groups=reading.groups(actor), auto_id="id_group_%s")
    wrong = next(iter(faulty.values()), None)
    said |= {name: form for name, form in faulty.items() if name in said}  # meanwhile it may be closed
    return ask(request, "cases/lead.html", wrong, **said) if wrong else render(request, "cases/lead.html", said)
