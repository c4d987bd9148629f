"""The pages of this phone, open without network too, and the office's page about all phones."""

from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required as open_to_all
from django.contrib.staticfiles import finders
from django.db.models import Q
from django.http import Http404, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from spojka.access import fence
from spojka.access.actor import Actor
from spojka.access.doors import reach, shown
from spojka.access.permissions import Permission
from spojka.members.doors import memberships_of
from spojka.ui import importmap

from . import actions
from .models import Phone
from .registry import FieldPage, pages_of

WORKER = "phones/worker/worker.js"
ICONS = [("ui/icon-192.png", "192x192", "any"), ("ui/icon-512.png", "512x512", "any maskable")]


@require_safe
def home(request):
    """Show the running shifts of this phone, each with its forms."""
    return render(request, "phones/home.html", {"pages": _pages(request, timezone.now())})


@require_safe
def queue(request):
    """Show what waits in this phone. The page itself is empty: the phone fills it in."""
    return render(request, "phones/queue.html")


@require_safe
def pages(request):
    """List what this phone keeps for its worker."""
    listed = [reverse("phone_home"), reverse("phone_queue"), *(page.url for page in _pages(request, timezone.now()))]
    said = {"who": str(request.user.pk), "release": importmap.release(), "pages": listed}
    return JsonResponse(said | {"assets": importmap.field_assets()})


@require_safe
def token(request):
    """Give a new token for forms in the cookie: an old page has an old one."""
    get_token(request)
    return HttpResponse(status=204)


@open_to_all
@require_safe
def worker(request):
    """Give the service worker; it must come from the root to serve all pages."""
    with open(str(finders.find(WORKER)), encoding="utf-8") as file:
        answer = HttpResponse(file.read(), content_type="text/javascript; charset=utf-8")
    answer["Cache-Control"] = "no-cache"
    return answer


@open_to_all
@require_safe
def manifest(request):
    """Say how the field pages install as an application."""
    icons = [{"src": static(name), "sizes": sizes, "type": "image/png", "purpose": use} for name, sizes, use in ICONS]
    said = {
        "name": "Spojka",
        "short_name": "Spojka",
        "lang": "cs",
        "id": "/phone/",
        "start_url": reverse("phone_home"),
    }
    look = {"display": "standalone", "background_color": "#10202b", "theme_color": "#10202b", "icons": icons}
    return JsonResponse(said | look, content_type="application/manifest+json")


@require_safe
def listing(request):
    """Show phones of colleagues, those not heard for longest first among those in which something waits."""
    if not request.actor.may(Permission.PHONE_VIEW):
        raise Http404
    page = shown(
        Phone,
        by=request.actor,
        to=Permission.PHONE_VIEW,
        order=("-waiting", "heard_at", "pk"),
        where=None if "all" in request.GET else Q(revoked_at=None),
        page=request.GET.get("page", 1),
        related=("user",),
    )
    said = {"page": page, "all": "all" in request.GET, "at": timezone.now()}
    return render(request, "phones/list.html", said | {"may_revoke": request.actor.may(Permission.PHONE_REVOKE)})


@require_http_methods(["GET", "POST"])
def revoke(request, id):
    """Ask whether a phone was lost, and end it."""
    phone = reach(Phone, id, by=request.actor, to=Permission.PHONE_REVOKE, related=("user",))
    if request.method == "GET":
        return render(request, "phones/revoke.html", {"phone": phone})
    actions.revoke(by=request.actor, phone=phone, at=timezone.now())
    messages.success(request, _("The phone is revoked. It wipes itself when it is heard next."))
    return redirect("phones:list", request.actor.organisation.slug)


def _pages(request, at: datetime) -> list[FieldPage]:
    """Return the field pages of all houses that the worker works for."""
    found = []
    for membership in memberships_of(request.user, timezone.localdate(at)):
        membership.user = request.user
        actor = Actor.member(membership)
        fence.tell(actor)
        found += pages_of(actor, at)
    fence.tell(None)
    groups = list(dict.fromkeys(page.group for page in found))  # several packages give pages to one shift
    return sorted({page.url: page for page in found}.values(), key=lambda page: groups.index(page.group))
