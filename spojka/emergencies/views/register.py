"""The register of extraordinary events in the office: the list with its numbers, one record, its paper."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from spojka.access.doors import reach, read, rows
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.codelists.catalogue import catalogue, names_of
from spojka.members import people as members
from spojka.network.models import Membership
from spojka.ui.http import ask, done, give_paper, year_of

from .. import documents
from ..actions import incidents
from ..calling import calls_of
from ..forms.incidents import Name, VoidIncident, Write
from ..models import EntryKind, Incident, IncidentPerson, Part
from ..recounting import by_kind, last, named, people, told

WITH = ("shift__service", "shift__event", "shift__place")
MOST = 300  # of one year


@require_safe
def listing(request):
    """Show the events of a year that one may know of, with the number of each kind."""
    actor = request.actor
    if not actor.may(Permission.INCIDENT_VIEW):
        raise Http404
    today = timezone.localdate()
    year = year_of(request, today)
    found = rows(Incident, by=actor, to=Permission.INCIDENT_VIEW).known_to(actor)
    years = sorted({day.year for day in found.dates("day", "year")} | {today.year}, reverse=True)
    of_year = found.filter(day__year=year).select_related(*WITH).order_by("-day", "-occurred_at", "pk")
    listed = read(of_year[:MOST], by=actor, to=Permission.INCIDENT_VIEW)
    names = names_of(["incident_kind"], organisation=actor.organisation)["incident_kind"]
    said = {"incidents": listed, "names": names, "year": year, "years": years}
    said |= {"kinds": by_kind(listed, names | {"": _("not said yet")})}
    said |= {"oversees": actor.may(Permission.INCIDENT_OVERSEE)}
    return render(request, "emergencies/register.html", said)


@require_safe
def incident(request, id):
    """Show one record with all its lines."""
    found = _reach(request, id, Permission.INCIDENT_VIEW)
    return _show(request, found, Write())


@require_POST
def write(request, id):
    """Add a line at the desk."""
    found, now = _reach(request, id, Permission.INCIDENT_NOTE), timezone.now()
    form = Write(request.POST)
    if done(form, lambda: _write(request, found, form, now)):
        messages.success(request, _("The line is added."))
        return _back(request, found)
    return _show(request, found, form)


@require_POST
def name(request, id):
    """Say who was there and who was hurt."""
    found = _reach(request, id, Permission.INCIDENT_NAME)
    form = Name(request.POST, people=_colleagues(request, found))
    if not form.is_valid():
        return _show(request, found, Write(), naming=form)
    for field, part in (("present", Part.PRESENT), ("hurt", Part.HURT)):
        for one in form.chosen(field):
            incidents.name(by=request.actor, incident=found, membership=one, part=part)
    messages.success(request, _("The people are written down."))
    return _back(request, found)


@require_POST
def take_off(request, id):
    """Take off a worker who was named by mistake."""
    person = reach(IncidentPerson, id, by=request.actor, to=Permission.INCIDENT_TAKE_OFF, related=("incident",))
    if person not in named(person.incident, request.actor):
        raise Http404
    incidents.take_off(by=request.actor, person=person, at=timezone.now())
    messages.success(request, _("The person is taken off."))
    return _back(request, person.incident)


@require_POST
def sign(request, id):
    """Sign the record: it is locked from then on."""
    found = _reach(request, id, Permission.INCIDENT_SIGN)
    incidents.sign(by=request.actor, incident=found, at=timezone.now())
    messages.success(request, _("The record is signed. What comes later is marked as an addition."))
    return _back(request, found)


@require_POST
def void(request, id):
    """Say that it does not count, and why."""
    found = _reach(request, id, Permission.INCIDENT_VOID)
    form = VoidIncident(request.POST)
    if done(form, lambda: incidents.void(by=request.actor, incident=found, at=timezone.now(), **form.cleaned_data)):
        messages.success(request, _("The record does not count any more."))
        return _back(request, found)
    return _show(request, found, Write(), voiding=form)


@require_safe
def paper(request, id):
    """Give the record as a paper."""
    found = _reach(request, id, Permission.INCIDENT_VIEW)
    said = _said(request, found)
    body = documents.incident(said, organisation=request.actor.organisation.name)
    return give_paper(body, f"spojka-{found.day}")


def _reach(request, id, to):
    """Return a record that one may know of; any other does not exist."""
    known = rows(Incident, by=request.actor, to=Permission.INCIDENT_VIEW).known_to(request.actor)
    if not known.filter(pk=id).exists():
        raise Http404
    return reach(Incident, id, by=request.actor, to=to, related=WITH)


def _said(request, found):
    lists = catalogue(found.service, found.day)
    lines = told([found], lists, request.actor)[found.pk]
    kind = lists.find("incident_kind", found.kind) if found.kind else None
    signed = members.names_of({found.signed_by, found.recorded_by})
    listed = named(found, request.actor)
    return {
        "incident": found,
        "kind": kind.name if kind else found.kind,
        "lines": lines,
        "what": last(lines, EntryKind.WHAT),
        "where": last(lines, EntryKind.WHERE),
        "named": listed,
        "people": people(listed, found),
        "calls": calls_of(found.shift, request.actor, incident=found),
        "signed_by": signed.get(found.signed_by, ""),
        "started_by": signed.get(found.recorded_by, ""),
    }


def _show(request, found, form, naming=None, voiding=None):
    actor = request.actor
    verbs = {
        "note": Permission.INCIDENT_NOTE,
        "name": Permission.INCIDENT_NAME,
        "sign": Permission.INCIDENT_SIGN,
        "void": Permission.INCIDENT_VOID,
        "oversee": Permission.INCIDENT_OVERSEE,
    }
    can = {verb: actor.can(permission, found) for verb, permission in verbs.items()}
    naming = naming or Name(people=_colleagues(request, found))
    extra = {"can": can, "naming": naming, "voiding": voiding or VoidIncident()}
    faulty = next((one for one in (naming, voiding, form) if one and one.is_bound), form)
    answer = ask(request, "emergencies/incident.html", faulty, **_said(request, found) | extra | {"writing": form})
    return answer


def _write(request, found, form, now):
    said = dict(form.cleaned_data)
    at = said.pop("at") or now
    return incidents.note(by=request.actor, incident=found, code="", occurred_at=at, phone_at=None, at=now, **said)


def _colleagues(request, found):
    """Return who may be named: the members of the service."""
    listed = rows(Membership, by=request.actor, to=Permission.MEMBER_VIEW).filter(services=found.service_id)
    return list(listed.select_related("user").order_by(by_name("user__name"), "pk"))


def _back(request, found):
    return redirect("emergencies:incident", request.actor.organisation.slug, found.pk)
