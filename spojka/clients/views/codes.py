from django.contrib import messages
from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.choosing import services
from spojka.access.doors import read, rows, shown
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.search.stems import fold
from spojka.ui.http import ask, refused

from .. import actions, codes, forms, leading, reading
from ..asking import asking, parts_of
from ..models import Client


@require_safe
def listing(request):
    """Show codes of the services one works in, the latest written first."""
    page = shown(
        Client,
        by=request.actor,
        to=Permission.CLIENT_VIEW,
        where=Q(merged_into=None),
        order=("-recorded_at", "pk"),
        page=request.GET.get("page", 1),
        related=("service",),
    )
    said = {
        "page": page,
        "may_find": request.actor.may(Permission.CLIENT_ADD),
        "may_name": request.actor.may(Permission.IDENTITY_FIND),
        "may_merge": request.actor.may(Permission.CLIENT_MERGE),
        "may_word": request.actor.may(Permission.AGREEMENT_RECORD),
        "nicknames": reading.nicknames(page, request.actor),
    }
    return render(request, "clients/list.html", said)


@require_http_methods(["GET", "POST"])
def find(request):
    """Recognise a returning client by the code. The code travels in the body, never in an address."""
    offered, service = services(request, Permission.CLIENT_ADD)
    today = timezone.localdate()
    parts = parts_of(service, today)
    form = forms.Find(request.POST if request.method == "POST" else None, parts=parts)
    said = {"service": service, "services": offered, **asking(service, today)}
    if not form.is_valid():
        return ask(request, "clients/find.html", form, **said)
    code = form.cleaned_data["code"]
    found = shown(
        Client,
        by=request.actor,
        to=Permission.CLIENT_VIEW,
        where=Q(service=service) & (Q(code=code) | Q(code__startswith=f"{code}-") | _called(form)),
        order=("code", "pk"),
        related=("merged_into",),
    )
    said |= {
        "form": forms.Find(parts=parts),
        "code": code,
        "found": reading.found(found, request.actor),
        "is_known": any(row.code == code for row in found),
        "another": forms.AddAnother(),
    }
    return render(request, "clients/find.html", said)


@require_POST
def add(request):
    """Write down somebody new; with the same code as another one, with a suffix."""
    _offered, service = services(request, Permission.CLIENT_ADD)
    form = forms.AddAnother(request.POST)
    if not form.is_valid():
        raise Http404
    client = actions.add_another(
        by=request.actor,
        id=form.cleaned_data["id"],
        service=service,
        code=codes.normalised(request.POST.get("code", "")),
    )
    messages.success(request, _("The code is written down."))
    return redirect("encounters:client", request.actor.organisation.slug, client.pk)


@require_http_methods(["GET", "POST"])
def template(request):
    """Let a head say from which answers the service makes codes."""
    offered, service = services(request, Permission.CODE_TEMPLATE_SET)
    today = timezone.localdate()
    parts = parts_of(service, today)
    form = forms.Template(
        request.POST if request.method == "POST" else None, parts=parts, initial={"valid_from": today}
    )
    said = {"service": service, "services": offered, "parts": parts}
    said["example"] = codes.compute(parts, EXAMPLE)
    if not form.is_valid():
        return ask(request, "clients/template.html", form, **said)
    try:
        actions.set_template(
            by=request.actor,
            id=form.cleaned_data["id"],
            service=service,
            parts=form.parts,
            valid_from=form.cleaned_data["valid_from"],
        )
    except Refusal as refusal:
        return ask(request, "clients/template.html", refused(form, refusal), **said)
    messages.success(request, _("New codes are made this way from the day you chose. Those that exist stay."))
    return redirect(f"{request.path}?service={service.pk}")


EXAMPLE = {
    "own_first_name": "Řehoř",
    "own_last_name": "Dlouhý",
    "mother_first_name": "Žaneta",
    "birthplace": "Ústí",
    "birth_day": "3",
    "birth_month": "11",
    "birth_year": "1994",
    "sex": "M",
}


def by_code(request, near, code):
    """Return who a code leads to, in the service of a client and as far as one may see; else say so at the field."""
    where = {"service": near.service_id, "code": codes.normalised(code)}
    row = rows(Client, by=request.actor, to=Permission.CLIENT_VIEW).filter(**where).first()
    if row is None:
        raise Refusal(_("Nobody in this service has this code."), field="code")
    row = leading.now(row)
    read([row], by=request.actor, to=Permission.CLIENT_VIEW)
    if row.pk == near.pk:
        raise Refusal(_("This is the same client."), field="code")
    return row


def _called(form):
    """Return who has what was typed for a nickname."""
    typed = fold(" ".join(form.data.get("code", "").split()))
    return Q(nickname_key=typed, merged_into=None) if typed else Q(pk__in=[])
