"""The statements of a case, one with its whole exchange, and what is said to it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.cases.reading import our_clients, people_of, writing_for
from spojka.cases.views.shared import head, lists_of, reach_case
from spojka.codelists.catalogue import names
from spojka.members.people import names_of
from spojka.ui.http import ask, done, posted

from .. import documents, reading, team
from ..actions import replies, statements
from ..forms import statements as forms
from ..knowing import known_of
from ..models import Statement

P = Permission
RELATED = ("case__service", "case__organisation", "case__coordinator__user", "case__opened_in", *reading.WITH)


@require_safe
def listing(request, id):
    """Show the statements of a case, the newest first."""
    return _list(request, reach_case(request, id, P.STATEMENT_VIEW))


@require_POST
def write(request, id):
    """Write down a statement."""
    case = reach_case(request, id, P.STATEMENT_WRITE)
    now = timezone.now()
    form = forms.Write(request.POST, **_writing(case, request.actor, now))
    deed = {"by": request.actor, "at": now}
    if not done(
        form,
        lambda: statements.write(
            **deed, id=form.cleaned_data["id"], service=form.for_service, about=form.chosen, stated=form.stated(now)
        ),
    ):
        return _list(request, case, writing=form)
    messages.success(request, _("Written. Those who may know it can ask about it."))
    return redirect("statements:list", request.actor.organisation.slug, case.pk)


@require_safe
def statement(request, id):
    """Show one with all that was said to it."""
    return _show(request, _reach(request, id, P.STATEMENT_VIEW))


@require_POST
def reply(request, id):
    """Ask, answer, agree, or write down the client's own view."""
    found, now = _reach(request, id, P.STATEMENT_REPLY), timezone.now()
    form = forms.Reply(request.POST, auto_id="id_reply_%s", **_replying(found, request.actor))
    deed = {"by": request.actor, "statement": found, "at": now}
    if not done(
        form,
        lambda: replies.reply(
            **deed, id=form.cleaned_data["id"], service=form.for_service, answered=form.answered(now)
        ),
    ):
        return _show(request, found, replying=form)
    messages.success(request, _("Written. Those who see the statement read it now."))
    return redirect("statements:statement", request.actor.organisation.slug, found.pk)


@require_POST
def clarify(request, id):
    """Put a clearer statement in its place."""
    found, now = _reach(request, id, P.STATEMENT_CLARIFY), timezone.now()
    form = forms.Clarify(request.POST, auto_id="id_clear_%s", **_clarifying(found, request.actor))
    deed = {"by": request.actor, "statement": found, "at": now}
    if not done(form, lambda: statements.clarify(**deed, id=form.cleaned_data["id"], said=form.said(now))):
        return _show(request, found, clarifying=form)
    messages.success(request, _("It is clarified. The former sentence stays below it, crossed out."))
    return redirect("statements:statement", request.actor.organisation.slug, form.cleaned_data["id"])


def void(request, id):
    """Take it back."""
    found = _reach(request, id, P.STATEMENT_VOID)
    form = forms.Void(posted(request))
    deed = {"by": request.actor, "statement": found, "at": timezone.now()}
    if not done(form, lambda: statements.void(**deed, **form.cleaned_data)):
        return ask(request, "statements/void.html", form, statement=found)
    messages.success(request, _("It is crossed out."))
    return redirect("statements:list", request.actor.organisation.slug, found.case_id)


def _reach(request, id, to):
    """Return a statement of a case that one sees: who takes part no more has no page, not even of their own."""
    found = reach(Statement, id, by=request.actor, to=to, related=RELATED)
    reach_case(request, found.case_id)
    return found


def _writing(case, actor, now):
    parties = people_of(case, actor)
    said = {"services": writing_for(case, actor), "parties": parties, "known": known_of(parties, actor, now)}
    return said | {"voices": reading.voices_of(case, actor), "lists": lists_of(case)}


def _replying(found, actor):
    people = [one for one in people_of(found.case, actor) if not one.left_on]
    said = {"services": reading.replying_for(found, actor), "about": found.about, "parties": people}
    return said | {"voices": reading.voices_of(found.case, actor)}


def _clarifying(found, actor):
    return {"old": found, "voices": reading.voices_of(found.case, actor), "lists": lists_of(found.case)}


def _list(request, case, writing=None):
    actor, now = request.actor, timezone.now()
    about = _writing(case, actor, now)
    look = forms.Look(request.GET, parties=about["parties"], auto_id="id_look_%s")
    typed = look.cleaned_data if look.is_valid() else {}
    page, found = reading.statements_of(
        case, actor, typed.get("about"), bool(typed.get("waits")), request.GET.get("page", 1)
    )
    said = head(request, case, "statements") | {"page": page, "found": found, "look": look}
    said |= {"is_narrowed": any(typed.values()), "workers": names_of({one.row.written_by for one in found})}
    said |= {"sources": names("statement_source", organisation=case.organisation)}
    said |= {"writing": writing or forms.Write(**about)}
    holds = next((one for one in team.agreements_of(case, actor) if one.is_in_force), None)
    said |= {"agreement": team.whole(holds, actor, timezone.localdate(now)) if holds else None}
    said |= {"can_agree": not case.is_closed and actor.can(P.TEAM_AGREEMENT_MAKE, case)}
    if writing is None:
        return render(request, "statements/list.html", said)
    return ask(request, "statements/list.html", writing, **said)


def _show(request, found, replying=None, clarifying=None):
    actor, case = request.actor, found.case
    exchange = reading.exchange_of(found, actor)
    last = exchange.chain[-1][0]
    is_current = last.pk == found.pk and not found.voided_at and not case.is_closed
    said = head(request, case, "statements") | {"statement": found, "exchange": exchange, "last": last}
    said["can"] = {
        "reply": is_current and actor.can(P.STATEMENT_REPLY, found),
        "clarify": is_current and actor.can(P.STATEMENT_CLARIFY, found),
        "void": is_current and actor.can(P.STATEMENT_VOID, found),
    }
    rows = [row for one, answers in exchange.chain for row in (one, *answers)]
    said |= {"workers": names_of({row.written_by for row in rows})}
    sources = names("statement_source", organisation=case.organisation)
    said |= {"sources": sources, "text": documents.text_for_file(exchange, sources)}
    clients = our_clients([found.about], actor)
    said |= {"client": clients.get(found.about_id) if actor.may(P.INQUIRY_ASK) else None}
    usual = {"what": "question" if not found.is_own_of(actor) else "answer" if exchange.waits else ""}
    said |= {"replying": replying or forms.Reply(auto_id="id_reply_%s", initial=usual, **_replying(found, actor))}
    if said["can"]["clarify"]:
        said |= {"clarifying": clarifying or forms.Clarify(auto_id="id_clear_%s", **_clarifying(found, actor))}
    faulty = replying or clarifying
    if faulty is None:
        return render(request, "statements/statement.html", said)
    return ask(request, "statements/statement.html", faulty, **said | {"clarifying": said.get("clarifying")})
