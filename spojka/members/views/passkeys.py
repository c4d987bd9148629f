"""Passkeys: allauth keeps them and checks them; here is only what it would write on a GET."""

from allauth.mfa.webauthn.internal import auth
from django.contrib.auth.decorators import login_not_required
from django.http import JsonResponse
from django.views.decorators.http import require_POST


@login_not_required
@require_POST
def options(request):
    """Begin signing in by a passkey: the question that the device answers. It tells nothing of anybody."""
    return JsonResponse(auth.begin_authentication())
