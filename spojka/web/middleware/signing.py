from django.contrib import messages
from django.contrib.auth import logout, middleware
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.members import devices
from spojka.web import errors


class DeviceMiddleware:
    """Sign out a device whose time is up, or that somebody ended from another one; let a session last while one works.

    It stands outside of what keeps a GET from writing: which device is signed in belongs to the session.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.timed_out = request.user.is_authenticated and devices.is_over(request, timezone.now())
        if request.timed_out:
            logout(request)
        response = self.get_response(request)
        if request.user.is_authenticated:
            devices.touch(request, timezone.now())
        return response


class LoginRequiredMiddleware(middleware.LoginRequiredMiddleware):
    """Close every view to strangers."""

    def handle_no_permission(self, request, view_func):
        if errors.wants_no_page(request):
            return errors.signed_out(request)
        if request.timed_out:
            said = _("You were signed out for safety. Sign in again, what you typed here comes back.")
            messages.info(request, said)
        answer = super().handle_no_permission(request, view_func)
        answer.unsaved = True
        return answer
