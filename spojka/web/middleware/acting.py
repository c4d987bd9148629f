from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from spojka.access import fence
from spojka.access.actor import Actor
from spojka.base.errors import Refusal
from spojka.base.within import once
from spojka.encounters.preparing import BeingPrepared
from spojka.links.doors import LinkOver
from spojka.network.models import Membership


class ActorMiddleware:
    """Read the organisation from the URL. A stranger gets 404: we don't say what exists."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.actor = None
        try:
            return self.get_response(request)
        finally:
            fence.tell(None)

    def process_view(self, request, view, args, kwargs):
        slug = kwargs.pop("organisation", None)
        if slug is not None and request.tablet:
            return self._at_tablet(request, slug)
        if slug is None or not request.user.is_authenticated:
            return
        request.actor = once(("actor", request.user.pk, slug), lambda: self._member(request.user, slug))
        if request.actor is None:
            raise Http404
        fence.tell(request.actor)

    def _member(self, user, slug):
        valid = Membership.objects.valid(timezone.localdate()).select_related("organisation")
        membership = valid.filter(user=user, organisation__slug=slug).first()
        if membership is None:
            return None
        membership.user = user  # it is read already
        return Actor.member(membership)

    def _at_tablet(self, request, slug):
        if slug != request.tablet.service.organisation.slug:
            raise Http404
        request.actor = request.tablet.actor
        fence.tell(request.actor)


class RefusalMiddleware:
    """Tell the worker why the domain said no, or not yet. Views needn't catch refusals."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, error):
        if isinstance(error, LinkOver):  # whatever it led to, and why it does not any more: it looks the same
            return render(request, "web/link_over.html", {"over": error}, status=410)
        if isinstance(error, Refusal):
            answer = render(request, "web/refusal.html", {"refusal": error, "back": _back(request)}, status=422)
            answer.unsaved = True  # this page has no form to repair
            return answer
        if isinstance(error, BeingPrepared):
            return render(request, "web/preparing.html", {"wait": error}, status=202)


def _back(request) -> str:
    """Return the page of ours that led here, else the first one."""
    before = request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(before, {request.get_host()}, require_https=request.is_secure())
    return before if is_ours else reverse("home")
