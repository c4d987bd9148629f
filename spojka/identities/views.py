"""Who a client is: shown when it is asked for, written down, erased; and clients found by name."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from spojka.access.choosing import services
from spojka.access.doors import reach, read, rows
from spojka.access.permissions import Permission
from spojka.clients import agreeing, leading
from spojka.clients.models import Client
from spojka.ui.http import ask, done, posted

from . import actions, forms, resting, sealing
from .finding import MOST
from .finding import find as found_by
from .models import Identity


@require_safe
def identity(request, id):
    """Show who a client is; that it was shown is remembered."""
    actor = request.actor
    client = reach(Client, id, by=actor, to=Permission.IDENTITY_VIEW, related=("service", "merged_into"))
    known, person = _known(request, client)
    said = {"client": client, "identity": known, "person": person}
    said["leads_to"] = leading.now(client) if client.merged_into_id else None
    said["others"] = _others(actor, client)
    said["is_lost"] = bool(known and known.sealed and not person)
    said["rest"] = resting.of(client, known) if person else None
    said["may_name"] = actor.can(Permission.IDENTITY_NAME, client) and not client.merged_into_id
    said["may_erase"] = bool(known and known.sealed) and actor.can(Permission.IDENTITY_ERASE, known)
    return render(request, "identities/identity.html", said)


@require_http_methods(["GET", "POST"])
def name(request, id):
    """Ask who a client is."""
    related = ("service", "merged_into")
    client = reach(Client, id, by=request.actor, to=Permission.IDENTITY_NAME, related=related)
    if client.merged_into_id and request.method == "GET":
        return redirect("identities:name", request.actor.organisation.slug, leading.now(client).pk)
    known, person = _known(request, client)
    agreement = resting.agreement_of(client)
    form = forms.NameClient(posted(request), has_agreed=bool(agreement), initial=_initial(client, known, person))
    if not done(form, lambda: _name(request, client, form)):
        return ask(request, "identities/name.html", form, client=client, person=person, agreement=agreement)
    messages.success(request, _("The name is kept, sealed and apart from the record."))
    return redirect("identities:identity", request.actor.organisation.slug, client.pk)


@require_http_methods(["GET", "POST"])
def erase(request, id):
    """Ask why a name is erased."""
    client = reach(Client, id, by=request.actor, to=Permission.IDENTITY_ERASE, related=("service",))
    known, _person = _known(request, client)
    if not known or not known.sealed:
        return redirect("identities:identity", request.actor.organisation.slug, client.pk)
    form = forms.Erase(posted(request))
    now = timezone.now()
    if not done(form, lambda: actions.erase(by=request.actor, identity=known, at=now, **form.cleaned_data)):
        return ask(request, "identities/erase.html", form, client=client)
    messages.success(request, _("The name is erased. The record stays under its code."))
    return redirect("encounters:client", request.actor.organisation.slug, client.pk)


@require_http_methods(["GET", "POST"])
def find(request):
    """Find clients by who they are. What is typed travels in the body, never in an address."""
    offered, service = services(request, Permission.IDENTITY_FIND)
    form = forms.FindNamed(posted(request))
    said = {"services": offered, "service": service, "most": MOST}
    if form.is_bound and form.is_valid():
        said["found"], said["is_near"] = found_by(form.cleaned_data, service, request.actor)
        said["is_answered"] = True
    return ask(request, "identities/find.html", form, **said)


def _name(request, client, form):
    today = timezone.localdate()
    rest = form.rest
    if "agreed" in rest:
        rest["agreed"]["version"] = agreeing.wordings(client.service, today)[0].version
    said = {"client": client, "person": form.person, "today": today}
    said |= {name: form.cleaned_data[name] for name in ("id", "version")}
    return actions.name(by=request.actor, **said, **rest)


def _initial(client, known, person):
    """Return what a form of the name begins with: the name that is kept, and why it is kept without an agreement."""
    if not person:
        return {"version": known.version if known and known.sealed else 0}
    why = resting.of(client, known).without_why
    return vars(person) | {"version": known.version, "without_why": why, "basis": forms.WITHOUT if why else None}


def _others(actor, client):
    """Return names that stayed under codes which lead to the client now: the client had a name of their own."""
    led = [row.pk for row in client.led_here()]
    found = rows(Identity, by=actor, to=Permission.IDENTITY_VIEW).filter(client__in=led).exclude(sealed="")
    return list(found.select_related("client").order_by("client__code", "pk"))


def _known(request, client):
    """Return the client's identity and who that is, if it is kept."""
    to = Permission.IDENTITY_VIEW
    known = rows(Identity, by=request.actor, to=to).filter(client=client).first()
    if known is None or not known.sealed:
        return known, None
    read([known], by=request.actor, to=to)
    return known, sealing.opened(known.sealed, client.pk)
