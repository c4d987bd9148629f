from django.urls import reverse
from django.utils import timezone

from spojka.tablets import holding


class TabletMiddleware:
    """Know a tablet that a crew shares, and who has it. A session in which somebody is signed in is no tablet."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.tablet = None if request.user.is_authenticated else holding.held(request.session, timezone.now())
        response = self.get_response(request)
        if request.tablet and not request.user.is_authenticated:
            self._keep(request)
        return response

    def _is_silent(self, request):
        return request.resolver_match and request.resolver_match.view_name in holding.SILENT

    def _keep(self, request):
        if request.tablet.why_out and request.resolver_match.view_name == "tablets:names":
            request.session.flush()  # the page has said why
        elif request.tablet.worker and holding.KEY in request.session and not self._is_silent(request):
            holding.touch(request.session, timezone.now())


def names_of(request):
    """Return where a tablet asks who writes."""
    return reverse("tablets:names", args=[request.tablet.service.organisation.slug])
