"""Agreements between organisations: the list, one of them with its paper, writing, and what both sides say."""

from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.choosing import services
from spojka.access.doors import reach, rows
from spojka.access.permissions import Permission
from spojka.base.ids import new_id
from spojka.base.sorting import by_name
from spojka.base.terms import months_after
from spojka.codelists.catalogue import catalogue
from spojka.consents.naming import offered
from spojka.network.models import Service
from spojka.ui.http import ask, codes_of, done, give_paper, posted

from . import actions, beside, documents, forms, reading
from .models import SAID, WITH, PartnerAgreement, PartnerEvaluation, Side, State, counted_since

P = Permission
BOTH = ["GET", "POST"]
SHOW = {
    "force": pgettext_lazy("agreements", "In force"),
    "waiting": pgettext_lazy("agreements", "Being agreed"),
    "over": pgettext_lazy("agreements", "Over"),
}
VERBS = {
    "change": P.PARTNER_CHANGE, "drop": P.PARTNER_DROP, "propose": P.PARTNER_PROPOSE, "revise": P.PARTNER_REVISE,
    "take_back": P.PARTNER_TAKE_BACK, "sign": P.PARTNER_PAPER, "say": P.PARTNER_SAY, "notice": P.PARTNER_NOTICE,
    "evaluate": P.PARTNER_EVALUATE,
}  # fmt: skip


@require_safe
def listing(request):
    """Show the agreements of the services one works in, their own and those that others proposed to them."""
    actor, today = request.actor, timezone.localdate()
    if not actor.may(P.PARTNER_VIEW):
        raise Http404
    show = request.GET.get("show") if request.GET.get("show") in SHOW else "force"
    found = reading.agreements(actor, today, reading.SHOWN[show])
    lines = [(one, reading.days_of(one.agreement)) for one in found]
    said = {"lines": lines, "show": show, "shows": SHOW, "may_write": actor.may(P.PARTNER_WRITE)}
    return render(request, "partners/list.html", said)


@require_safe
def agreement(request, id):
    """Show an agreement: how it stands, what was agreed, what each side said, how the cooperation works."""
    found, told = _reach(request, id)
    actor = request.actor
    can = {name: actor.can(permission, found) for name, permission in VERBS.items()}
    said = {"agreement": found, "told": told, "can": can, "may_audit": actor.can(P.AUDIT_VIEW, found)}
    said |= {"evaluated": [(one, beside.named(one.figures)) for one in told.evaluations]}
    said |= {"sides": reading.sides(found), "chapters": reading.chapters(found), "text": documents.text(found)}
    return render(request, "partners/agreement.html", said)


@require_safe
def paper(request, id):
    """Give it on paper."""
    found, _told = _reach(request, id)
    return give_paper(documents.filled(found), "spojka-dohoda-organizaci")


@require_safe
def blank(request):
    """Give an empty paper with the name of one's service."""
    service = rows(Service, by=request.actor, to=P.PARTNER_VIEW).order_by(by_name(), "pk").first()
    if service is None:
        raise Http404
    return give_paper(documents.blank(catalogue(service, timezone.localdate())), "spojka-dohoda-organizaci")


@require_safe
def evaluation(request, id):
    """Give one evaluation on paper, with the figures as they were then."""
    one = reach(PartnerEvaluation, id, by=request.actor, to=P.PARTNER_VIEW)
    found, _told = _reach(request, one.agreement_id)
    return give_paper(documents.evaluated(found, one), "spojka-vyhodnoceni")


@require_http_methods(BOTH)
def write(request):
    """Ask what a new agreement says; `service` names whose it is."""
    actor, today = request.actor, timezone.localdate()
    options, service = services(request, P.PARTNER_WRITE)
    offers = offered(service, today)
    form = forms.Draft(posted(request), offered=offers, initial=forms.first() | {"starts_on": today})
    made = []

    def deed():
        id = form.cleaned_data["id"] or new_id()
        made.append(actions.write(by=actor, id=id, service=service, terms=form.terms))

    if not done(form, deed):
        return ask(request, "partners/write.html", form, services=options, service=service)
    messages.success(request, _("The draft is saved. Propose it once it says what you want."))
    return _to(request, made[0])


@require_http_methods(BOTH)
def change(request, id):
    """Ask what the draft says. Who comes second sees the colleague's words beside their own."""
    found, told = _reach(request, id, P.PARTNER_CHANGE)
    if told.state not in actions.WRITTEN and request.method == "GET":  # who has typed is told why, and keeps it
        return _to(request, found)
    offers = offered(found.service, timezone.localdate())
    form = forms.Draft(posted(request), offered=offers, initial=forms.initial_of(found))

    def deed():
        about = {"by": request.actor, "agreement": found, "at": timezone.now()}
        actions.change(**about, terms=form.terms, edition=form.cleaned_data["edition"] or 0)

    if not done(form, deed):
        said = {"agreement": found, "service": found.service}
        if actions.WrittenMeanwhile.code in codes_of(form):
            form.data = form.data.copy()
            form.data["edition"] = found.edition  # who has read the colleague's words saves over them knowingly
            said["theirs"] = reading.chapters(found)
        return ask(request, "partners/write.html", form, **said)
    messages.success(request, _("The draft is saved. Propose it once it says what you want."))
    return _to(request, found)


@require_POST
def drop(request, id):
    """Put a draft aside."""
    found, _told = _reach(request, id, P.PARTNER_DROP)
    actions.drop(by=request.actor, agreement=found, at=timezone.now())
    messages.success(request, _("The draft is put aside."))
    return redirect("partners:list", request.actor.organisation.slug)


@require_POST
def propose(request, id):
    """Let it stand for both sides to agree."""
    found, _told = _reach(request, id, P.PARTNER_PROPOSE)
    actions.propose(by=request.actor, agreement=found, at=timezone.now())
    words = _("It is proposed. The other side sees it and can agree.")
    messages.success(request, words if found.partner_id else _("It is proposed. Print it and let both sides sign it."))
    return _to(request, found)


@require_POST
def take_back(request, id):
    """Make it a draft again."""
    found, _told = _reach(request, id, P.PARTNER_TAKE_BACK)
    actions.take_back(by=request.actor, agreement=found, at=timezone.now())
    messages.success(request, _("It is a draft again."))
    return _to(request, found)


@require_http_methods(BOTH)
def say(request, id):
    """Ask whether one's own side agrees."""
    found, told = _reach(request, id, P.PARTNER_SAY)
    if not told.waits_for_me and request.method == "GET":
        return _to(request, found)
    form = forms.Signed(posted(request), initial={"name": request.actor.user.name, "on": timezone.localdate()})
    side = next(iter(told.to_say), told.side)
    service = found.service if side == Side.OURS else found.partner
    about = {"by": request.actor, "agreement": found, "service": service, "at": timezone.now()}
    if not done(form, lambda: actions.say(**about, **form.cleaned_data)):
        return _ask(request, found, form, told.names(side), _("Save"))
    messages.success(request, _("It is written down."))
    return _to(request, found)


@require_http_methods(BOTH)
def sign_for_them(request, id):
    """Ask what the other side signed on paper."""
    found, told = _reach(request, id, P.PARTNER_PAPER)
    waits = told.state == State.PROPOSED and Side.THEIRS in told.missing
    if found.partner_id or (not waits and request.method == "GET"):
        return _to(request, found)
    form = forms.Signed(posted(request), initial={"on": timezone.localdate()})
    about = {"by": request.actor, "agreement": found, "at": timezone.now()}
    if not done(form, lambda: actions.sign_for_them(**about, **form.cleaned_data)):
        return _ask(request, found, form, found.partner_name, _("Save"), _("As it stands on the paper they signed."))
    messages.success(request, _("It is written down."))
    return _to(request, found)


@require_http_methods(BOTH)
def give_notice(request, id):
    """Ask who gives notice, and until when it still holds."""
    found, told = _reach(request, id, P.PARTNER_NOTICE)
    today = timezone.localdate()
    if told.state not in actions.HOLDING and request.method == "GET":
        return _to(request, found)
    own = [(told.side, pgettext("who gives notice", "we"))]
    both = [*own, (Side.THEIRS, found.partner_name)] if told.side == Side.OURS and not found.partner_id else own
    first = {"name": request.actor.user.name, "on": today, "last_day": months_after(today, found.notice_months)}
    form = forms.Notice(posted(request), sides=both, initial=first)
    about = {"by": request.actor, "agreement": found, "service": _own(request, found), "at": timezone.now()}
    if not done(form, lambda: actions.give_notice(**about, **form.cleaned_data)):
        return _ask(request, found, form, _("Notice"), _("Save the notice"))
    messages.success(request, _("Notice is written down."))
    return _to(request, found)


@require_POST
def revise(request, id):
    """Begin a new version and open it to be written; a second tap opens the same one."""
    found, told = _reach(request, id, P.PARTNER_REVISE)
    about = {"by": request.actor, "agreement": found, "today": timezone.localdate()}
    made = told.newer or actions.revise(**about, id=new_id())
    return redirect("partners:change", request.actor.organisation.slug, made.pk)


@require_http_methods(BOTH)
def evaluate(request, id):
    """Ask how the cooperation works."""
    found, told = _reach(request, id, P.PARTNER_EVALUATE)
    if told.agreed_on is None:
        return _to(request, found)
    form = forms.Evaluate(posted(request), initial={"on": timezone.localdate()})
    about = {"by": request.actor, "agreement": found, "service": _own(request, found), "at": timezone.now()}
    if not done(form, lambda: actions.evaluate(**about, **form.cleaned_data)):
        lead = _("Best together with the other side, and with people who went through it.")
        since, today = counted_since(found), timezone.localdate()
        figures = beside.named(beside.figures_of(found, request.actor, since, today))
        more = {"figures": figures, "since": since}
        return _ask(request, found, form, _("How the cooperation works"), _("Save the evaluation"), lead, **more)
    messages.success(request, _("The evaluation is saved."))
    return _to(request, found)


def _reach(request, id, to=P.PARTNER_VIEW):
    """Return an agreement that one may do `to` with, and how it stands."""
    found = reach(PartnerAgreement, id, by=request.actor, to=to, related=WITH)
    prefetch_related_objects([found], *SAID)
    return found, reading.told(found, request.actor, timezone.localdate())


def _own(request, found):
    """Return the service for which one speaks: the one that wrote it, or the one it is with."""
    return found.service if found.service_id in request.actor.services else found.partner


def _ask(request, found, form, title, deed, lead="", **more):
    about = {"agreement": found, "title": title, "deed": deed, "lead": lead} | more
    return ask(request, "partners/ask.html", form, **about)


def _to(request, found):
    return redirect(reverse("partners:agreement", args=[request.actor.organisation.slug, found.pk]))
