"""The register of requests of authorities. Who may not know of one gets what a stranger gets."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.choosing import services
from spojka.access.doors import reach, rows
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.codelists.catalogue import catalogue
from spojka.members.people import names_of
from spojka.network.models import Membership
from spojka.ui.http import ask, done, give_paper, posted, year_of

from . import actions, documents, forms, reading
from .models import DisclosureReader, DisclosureRequest

MOST = 300
WITH = ("service", "organisation")


@require_safe
def listing(request):
    """Show the requests of a year that one may know of."""
    actor, today = request.actor, timezone.localdate()
    if not reading.has_any(actor):
        raise Http404
    year = year_of(request, today)
    years = sorted({*reading.known(actor).values_list("year", flat=True), today.year}, reverse=True)
    said = {"requests": reading.listed(actor, year, MOST), "words": reading.words(actor), "today": today}
    said |= {"year": year, "years": years, "oversees": actor.may(Permission.DISCLOSURE_OVERSEE)}
    said |= {"may_record": actor.may(Permission.DISCLOSURE_RECORD)}
    said |= {"many_services": len(actor.services) > 1}
    return render(request, "disclosures/list.html", said)


@require_http_methods(["GET", "POST"])
def record(request):
    """Ask for a request that came."""
    offered, service = services(request, Permission.DISCLOSURE_RECORD)
    today = timezone.localdate()
    form = forms.Record(posted(request), catalogue=catalogue(service, today), initial={"received_on": today})
    if not done(form, lambda: actions.record(by=request.actor, service=service, today=today, **form.cleaned_data)):
        return ask(request, "disclosures/record.html", form, services=offered, service=service)
    messages.success(request, _("The request is in the register."))
    return redirect("disclosures:request", request.actor.organisation.slug, form.cleaned_data["id"])


@require_safe
def request_page(request, id):
    """Show one request with all that was added."""
    return _show(request, _reach(request, id, Permission.DISCLOSURE_VIEW))


@require_POST
def decide(request, id):
    """Decide what is given."""
    found = _reach(request, id, Permission.DISCLOSURE_DECIDE)
    form = forms.Decide(request.POST)
    now = timezone.now()
    if not done(form, lambda: actions.decide(by=request.actor, request=found, at=now, **form.cleaned_data)):
        return _show(request, found, deciding=form)
    messages.success(request, _("It is decided. The request is locked, what comes later is an addition."))
    return _back(request, found)


@require_POST
def note(request, id):
    """Add what was given, that the client was told or why not, or a note."""
    found = _reach(request, id, Permission.DISCLOSURE_NOTE)
    form = _line_form(found, request.POST)
    today = timezone.localdate()
    if not done(form, lambda: actions.note(by=request.actor, request=found, today=today, **form.cleaned_data)):
        return _show(request, found, adding=form)
    messages.success(request, _("It is added."))
    return _back(request, found)


@require_POST
def name(request, id):
    """Let a colleague read the request."""
    found = _reach(request, id, Permission.DISCLOSURE_NAME)
    form = forms.Name(request.POST, people=_colleagues(request, found))
    if not done(form, lambda: actions.name(by=request.actor, request=found, membership=form.chosen)):
        return _show(request, found, naming=form)
    messages.success(request, _("The colleague sees this request now, and no other."))
    return _back(request, found)


@require_POST
def unname(request, id):
    """Let a colleague read the request no more."""
    reader = reach(DisclosureReader, id, by=request.actor, to=Permission.DISCLOSURE_UNNAME, related=("request",))
    actions.unname(by=request.actor, reader=reader, at=timezone.now())
    messages.success(request, _("The colleague does not see this request any more."))
    return _back(request, reader.request)


@require_safe
def protocol(request, id):
    """Give the whole record as a paper, for us."""
    found = _reach(request, id, Permission.DISCLOSURE_VIEW)
    return _pdf(documents.protocol(_told(request, found), organisation=request.actor.organisation.name), str(found))


@require_safe
def answer(request, id):
    """Give the answer to the authority as a paper: what it may read, nothing else."""
    found = _reach(request, id, Permission.DISCLOSURE_VIEW)
    if not found.is_decided:
        raise Http404
    return _pdf(documents.answer(_told(request, found), organisation=request.actor.organisation.name), str(found))


@require_safe
def blank(request):
    """Give an empty protocol, to be filled in by hand when somebody comes in person."""
    if not reading.has_any(request.actor):
        raise Http404
    return _pdf(documents.protocol(None, organisation=request.actor.organisation.name), "")


def _reach(request, id, to):
    """Return a request that one may know of; any other does not exist."""
    if not reading.known(request.actor).filter(pk=id).exists():
        raise Http404
    return reach(DisclosureRequest, id, by=request.actor, to=to, related=WITH)


def _told(request, found):
    who = names_of({found.recorded_by, found.decided_by})
    return {
        "request": found,
        "words": reading.words(request.actor),
        "lines": reading.lines_of(found, request.actor),
        "recorded_by": who.get(found.recorded_by, ""),
        "decided_by": who.get(found.decided_by, ""),
    }


def _line_form(found, data=None):
    today = timezone.localdate()
    may_give = found.decision in actions.GIVES
    return forms.Line(data, catalogue=catalogue(found.service, today), may_give=may_give, initial={"on": today})


def _colleagues(request, found):
    listed = rows(Membership, by=request.actor, to=Permission.MEMBER_VIEW).valid(timezone.localdate())
    listed = listed.filter(services=found.service_id)
    return list(listed.select_related("user").order_by(by_name("user__name"), "pk"))


def _show(request, found, deciding=None, adding=None, naming=None):
    actor = request.actor
    can = {
        "decide": actor.can(Permission.DISCLOSURE_DECIDE, found) and not found.is_decided,
        "note": actor.can(Permission.DISCLOSURE_NOTE, found),
        "name": actor.can(Permission.DISCLOSURE_NAME, found),
    }
    faulty = next((one for one in (deciding, adding, naming) if one), forms.Decide())
    said = _told(request, found) | {"can": can, "today": timezone.localdate(), "asking": found}
    del said["request"]  # on a page that is the request of the browser
    said |= {"deciding": deciding or forms.Decide(), "adding": adding or _line_form(found)}
    said |= {"naming": naming or forms.Name(people=_colleagues(request, found) if can["name"] else [])}
    said |= {"readers": reading.readers_of(found, actor) if can["name"] else []}
    said |= {"may_audit": actor.can(Permission.AUDIT_VIEW, found)}
    return ask(request, "disclosures/request.html", faulty, **said)


def _pdf(body, name):
    return give_paper(body, f"spojka-{name.replace('/', '-')}" if name else "spojka")


def _back(request, found):
    return redirect("disclosures:request", request.actor.organisation.slug, found.pk)
