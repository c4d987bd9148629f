import time

from django.conf import settings
from django.contrib.auth import middleware

from spojka.web import errors

RENEWED = "renewed_at"


class LoginRequiredMiddleware(middleware.LoginRequiredMiddleware):
    """Close every view to strangers; let a session last as long as somebody works."""

    def process_view(self, request, view_func, view_args, view_kwargs):
        answer = super().process_view(request, view_func, view_args, view_kwargs)
        if answer is None and request.user.is_authenticated:
            self._renew(request)
        return answer

    def handle_no_permission(self, request, view_func):
        if errors.wants_no_page(request):
            return errors.signed_out(request)
        answer = super().handle_no_permission(request, view_func)
        answer.unsaved = True
        return answer

    def _renew(self, request):
        """Count the session's hours from now, at most once an hour: each time it is one write."""
        now, began = int(time.time()), request.user.last_login
        if now - request.session.get(RENEWED, began.timestamp() if began else 0) >= settings.SESSION_RENEWED_AFTER:
            request.session[RENEWED] = now
