"""The agreement of a team: a new one, one as a page and on paper, and what becomes of it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.cases.views.shared import head, lists_of, reach_case
from spojka.codelists.catalogue import names
from spojka.members.people import names_of
from spojka.ui.http import ask, done, give_paper, posted

from .. import documents, team
from ..actions import agreements as actions
from ..forms import agreements as forms
from ..models import TeamAgreement
from ..promises import is_mine

P = Permission
RELATED = (
    "case__service", "case__organisation", "case__coordinator__user", "case__opened_in", "service", "organisation",
    "replaced",
)  # fmt: skip


def make(request, id):
    """Write down what was agreed; the form begins with what holds now."""
    case, today = reach_case(request, id, P.TEAM_AGREEMENT_MAKE), timezone.localdate()
    known = team.agreements_of(case, request.actor)
    last = team.whole(known[0], request.actor, today) if known else None
    present = [one for one in team.members_of(case, request.actor) if one.left_on is None]
    form = forms.Make(posted(request), team=present, lists=lists_of(case), last=last, today=today)
    deed = {"by": request.actor, "case": case, "today": today}
    if not done(form, lambda: actions.make(**deed, id=form.cleaned_data["id"], agreed=form.agreed)):
        said = head(request, case, "statements") | {"last": last}
        return ask(request, "statements/agree.html", form, **said)
    messages.success(request, _("The agreement is written down. The others can assent to it now."))
    return redirect("statements:agreement", request.actor.organisation.slug, form.cleaned_data["id"])


@require_safe
def agreement(request, id):
    """Show an agreement, who assented, what is due by it."""
    return _show(request, _reach(request, id, P.TEAM_AGREEMENT_VIEW))


@require_safe
def paper(request, id):
    """Give it on paper."""
    found = _reach(request, id, P.TEAM_AGREEMENT_VIEW)
    told = team.whole(found, request.actor, timezone.localdate())
    return give_paper(documents.agreement(found.case, told, _topics(found.case)), "spojka-dohoda-tymu")


@require_safe
def blank(request, id):
    """Give a paper with the team of a case and empty lines."""
    case = reach_case(request, id, P.TEAM_AGREEMENT_VIEW)
    present = [one for one in team.members_of(case, request.actor) if one.left_on is None]
    topics = dict(lists_of(case).pairs("agreement_topic"))
    return give_paper(documents.blank_agreement(case, present, topics), "spojka-dohoda-tymu")


@require_POST
def assent(request, id):
    """Agree for oneself, or write down who agreed by word or on paper."""
    found = _reach(request, id, P.TEAM_AGREEMENT_ASSENT)
    told = team.whole(found, request.actor, timezone.localdate())
    form = forms.AssentForm(request.POST, **_assenting(told, request.actor))
    deed = {"by": request.actor, "agreement": found, "on": timezone.localdate()}
    if not done(
        form,
        lambda: actions.assent(**deed, service=form.for_service, participant=form.chosen, way=form.how),
    ):
        return _show(request, found, assenting=form)
    return _back(request, found, _("Written down."))


@require_POST
def tell(request, id):
    """Tick that something was told by another way."""
    found, today = _reach(request, id, P.TEAM_AGREEMENT_TELL), timezone.localdate()
    told = team.whole(found, request.actor, today)
    form = forms.Tell(request.POST, **_telling(told, request.actor))
    deed = {"by": request.actor, "agreement": found, "today": today}
    if not done(form, lambda: actions.tell(**deed, service=form.for_service, **form.told)):
        return _show(request, found, telling=form)
    return _back(request, found, _("Ticked. It waits for nobody any more."))


@require_POST
def review(request, id):
    """Write how the cooperation goes."""
    found, form = _reach(request, id, P.TEAM_AGREEMENT_REVIEW), forms.Review(request.POST, auto_id="id_review_%s")
    deed = {"by": request.actor, "agreement": found, "today": timezone.localdate()}
    if not done(form, lambda: actions.review(**deed, **form.cleaned_data)):
        return _show(request, found, reviewing=form)
    return _back(request, found, _("Written down. The next day comes to Today."))


@require_POST
def end(request, id):
    """End it."""
    found, form = _reach(request, id, P.TEAM_AGREEMENT_END), forms.End(request.POST, auto_id="id_end_%s")
    deed = {"by": request.actor, "agreement": found, "today": timezone.localdate()}
    if not done(form, lambda: actions.end(**deed, **form.cleaned_data)):
        return _show(request, found, ending=form)
    return _back(request, found, _("It ended. Nothing is due by it any more."))


def _reach(request, id, to):
    return reach(TeamAgreement, id, by=request.actor, to=to, related=RELATED)


def _back(request, found, words):
    messages.success(request, words)
    return redirect("statements:agreement", request.actor.organisation.slug, found.pk)


def _topics(case):
    return names("agreement_topic", organisation=case.organisation)


def _assenting(told, actor):
    waiting = [one.row for one in told.unassented if one.row.left_on is None]
    mine = [one for one in waiting if one.grantee_id in actor.names]
    people = waiting if told.row.is_own_of(actor) else mine
    return {"services": team.assenting_for(told.row, actor), "people": people, "mine": mine}


def _telling(told, actor):
    tellers = team.tellers_of(told.members, actor, told.row.is_own_of(actor))
    present = [one.row for one in told.members if one.row.left_on is None]
    others = [one for one in present if [one] != tellers]
    return {"services": team.assenting_for(told.row, actor), "tellers": tellers, "team": others}


def _show(request, found, assenting=None, telling=None, reviewing=None, ending=None):
    actor, today, case = request.actor, timezone.localdate(), found.case
    told = team.whole(found, actor, today)
    is_live = found.is_in_force and not case.is_closed
    said = head(request, case, "statements") | {"agreement": found, "told": told, "topics": _topics(case)}
    said["text"] = documents.agreement_text(case, told, said["topics"])
    said |= {"others": [one for one in team.agreements_of(case, actor) if one.pk != found.pk], "is_live": is_live}
    said |= {"owes": telling is not None or any(is_mine(one.teller, actor) for one in told.due)}
    people = {one.written_by for one in (*told.tellings, *told.reviews)} | {found.made_by}
    said |= {"workers": names_of(people | {one.assent.given_by for one in told.members if one.assent})}
    said["can"] = {
        "make": not case.is_closed and actor.can(P.TEAM_AGREEMENT_MAKE, case),
        "review": is_live and actor.can(P.TEAM_AGREEMENT_REVIEW, found),
        "end": is_live and actor.can(P.TEAM_AGREEMENT_END, found),
    }
    today_ = {"initial": {"on": today}}
    said["assenting"] = assenting or forms.AssentForm(**_assenting(told, actor))
    said["telling"] = telling or forms.Tell(**_telling(told, actor), **today_)
    said["reviewing"] = reviewing or forms.Review(auto_id="id_review_%s")
    said["ending"] = ending or forms.End(auto_id="id_end_%s")
    faulty = assenting or telling or reviewing or ending
    if faulty is None:
        return render(request, "statements/agreement.html", said)
    return ask(request, "statements/agreement.html", faulty, **said)
