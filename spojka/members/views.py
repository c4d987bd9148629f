from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from spojka.access.doors import reach, shown
from spojka.access.permissions import Permission
from spojka.network.models import Membership

from . import doors, words
from .forms import AuditFilter
from .seen import kind_of, who_has_seen

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@require_safe
def account(request):
    """Show what somebody may change about themselves."""
    said = {
        "places": doors.work_of(request.user, timezone.localdate()),
        "second_step": doors.second_step_of(request.user),
    }
    return render(request, "members/account.html", said)


@require_safe
@reauthentication_required(app="allauth.mfa")
def recovery_codes(request):
    """Show the codes that still let in. Allauth's own page would write on GET that it was seen."""
    codes = doors.recovery_codes_of(request.user)
    return render(request, "members/recovery_codes.html", {"codes": codes})


@require_safe
@reauthentication_required(app="allauth.mfa")
def recovery_codes_file(request):
    """Give the codes away as a text file."""
    text = "".join(f"{code}\n" for code in doors.recovery_codes_of(request.user))
    disposition = {"Content-Disposition": 'attachment; filename="spojka-codes.txt"'}
    return HttpResponse(text, content_type="text/plain; charset=utf-8", headers=disposition)


@login_not_required
@require_POST
def enter_demo(request):
    """Sign in as an invented person, in the demonstration only."""
    user = doors.invented_user(request.POST.get("person", ""), timezone.localdate()) if settings.DEMO else None
    if user is None:
        raise Http404
    login(request, user, backend=BACKEND)
    return redirect("home")


@require_safe
def people(request):
    """List who works in my services."""
    if not request.actor.may(Permission.MEMBER_VIEW):
        raise Http404
    page = shown(
        Membership,
        by=request.actor,
        to=Permission.MEMBER_VIEW,
        order=("user__name", "pk"),
        page=request.GET.get("page"),
        related=("user",),
    )
    colleagues = doors.colleagues_of(page.object_list, by=request.actor, on=timezone.localdate())
    return render(request, "members/people.html", {"page": page, "colleagues": colleagues})


@require_safe
def audit(request):
    """Show who did what in my services."""
    if not request.actor.may(Permission.AUDIT_VIEW):
        raise Http404
    form = AuditFilter(request.GET, actor=request.actor)
    found = doors.audit_page(
        request.actor, narrow=form.narrow if form.is_valid() else None, page=request.GET.get("page")
    )
    chosen = any(request.GET.get(name) for name in form.fields)
    return render(request, "members/audit.html", {"form": form, "chosen": chosen} | found)


@require_safe
def row_seen(request, id):
    """Show who has seen one record."""
    model = kind_of(id)
    if model is None:
        raise Http404
    row = reach(model, id, by=request.actor, to=Permission.AUDIT_VIEW)
    said = {"kind": words.sentence(words.record(model._meta.label)), "sightings": who_has_seen(row, request.actor)}
    return render(request, "members/row_seen.html", said)
