from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from .. import devices, doors, pins, second_step, weekly
from ..reading import quarter

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@require_safe
def account(request):
    """Show what somebody may change about themselves."""
    here = request.session.get(devices.KEY)
    said = {
        "places": doors.work_of(request.user, timezone.localdate()),
        "second_step": second_step.of(request.user),
        "pin": pins.of(request.user),
        "weekly": weekly.is_on(request.user),
        "devices": [
            {"row": one, "first": quarter(one.recorded_at), "last": quarter(one.seen_at), "here": str(one.pk) == here}
            for one in devices.listed(request.user, timezone.now())
        ],
    }
    return render(request, "members/account.html", said)


@require_safe
@reauthentication_required(app="allauth.mfa")
def recovery_codes(request):
    """Show the codes that still let in. Allauth's own page would write on GET that it was seen."""
    codes = second_step.recovery_codes_of(request.user)
    return render(request, "members/recovery_codes.html", {"codes": codes})


@require_safe
@reauthentication_required(app="allauth.mfa")
def recovery_codes_file(request):
    """Give the codes away as a text file."""
    codes = second_step.recovery_codes_of(request.user)
    if not codes:
        raise Http404
    text = "".join(f"{code}\n" for code in codes)
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
    devices.begin(request, timezone.now())
    return redirect("home")
