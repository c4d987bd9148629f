from django.contrib import messages
from django.contrib.auth import logout, middleware
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.members import devices
from spojka.tablets import holding
from spojka.web import errors

from .tablet import names_of


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
        request.signed_in = request.user.pk if request.user.is_authenticated else ""
        response = self.get_response(request)
        if request.user.is_authenticated:
            devices.touch(request, timezone.now())
        return response


class LoginRequiredMiddleware(middleware.LoginRequiredMiddleware):
    """Close every view to strangers. A shared tablet comes to its own pages, and with a worker to the stand."""

    def process_view(self, request, view_func, view_args, view_kwargs):
        if request.tablet is None or not getattr(view_func, "login_required", True):
            return super().process_view(request, view_func, view_args, view_kwargs)
        view = request.resolver_match.view_name
        if view in holding.OWN:
            return None
        if request.tablet.worker is None:
            return None if request.tablet.shows(view, view_kwargs) else self._locked(request)
        return None if request.tablet.opens(view, view_kwargs) else self._home_or_nowhere(request)

    def _locked(self, request):
        if errors.wants_no_page(request):
            return errors.signed_out(request)
        answer = redirect(names_of(request))
        answer.unsaved = True
        return answer

    def _home_or_nowhere(self, request):
        if request.resolver_match.view_name in ("home", "today"):
            return redirect(names_of(request))
        raise Http404

    def handle_no_permission(self, request, view_func):
        if errors.wants_no_page(request):
            return errors.signed_out(request)
        if request.timed_out:
            said = _("You were signed out for safety. Sign in again, what you typed here comes back.")
            messages.info(request, said)
        answer = super().handle_no_permission(request, view_func)
        answer.unsaved = True
        return answer
