from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.doors import reach, rows, shown
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.links.doors import new_token
from spojka.network.models import Service
from spojka.phones import hearing
from spojka.ui.http import ask, done, posted

from . import actions, forms, pairing
from .models import Hub
from .square import square


@require_safe
def listing(request):
    """Show the hubs of one's services: when each was heard, how much waits in it."""
    if not request.actor.may(Permission.HUB_VIEW):
        raise Http404
    page = shown(
        Hub,
        by=request.actor,
        to=Permission.HUB_VIEW,
        order=("revoked_at", "-recorded_at", "pk"),
        page=request.GET.get("page", 1),
        related=("service",),
    )
    said = {"page": page, "at": timezone.now(), "may_add": request.actor.may(Permission.HUB_ADD)}
    return render(request, "hubs/list.html", said)


@require_http_methods(["GET", "POST"])
def add(request):
    """Ask about a new hub."""
    if not rows(Service, by=request.actor, to=Permission.HUB_ADD).exists():
        raise Http404
    form = forms.Add(posted(request), actor=request.actor)
    if not done(form, lambda: actions.add(by=request.actor, **form.cleaned_data)):
        return ask(request, "hubs/add.html", form)
    return redirect("hubs:hub", request.actor.organisation.slug, form.cleaned_data["id"])


@require_safe
def hub(request, id):
    """Show one hub, and the square code that brings a phone to its pairing."""
    return _shown(request, reach(Hub, id, by=request.actor, to=Permission.HUB_VIEW, related=("service",)))


@never_cache
@require_POST
def code(request, id):
    """Make a code by which a laptop joins, and show it this once."""
    found = reach(Hub, id, by=request.actor, to=Permission.HUB_INVITE, related=("service", "link"))
    token = new_token()
    actions.invite(by=request.actor, hub=found, token=token, at=timezone.now())
    return _shown(request, found, code=pairing.code_of(found, token))


def _shown(request, found, **more):
    actor, address = request.actor, pairing.address_of(request, found)
    may = {
        name: actor.can(name, found) for name in (Permission.HUB_INVITE, Permission.HUB_PAIR, Permission.HUB_REVOKE)
    }
    said = {
        "hub": found,
        "at": timezone.now(),
        "phones": pairing.phones_of(found, timezone.now()),
        "address": address,
        "square": square(address),
        "home": request.build_absolute_uri("/").rstrip("/"),
        "may_invite": may[Permission.HUB_INVITE],
        "may_pair": may[Permission.HUB_PAIR],
        "may_revoke": may[Permission.HUB_REVOKE],
        "code": "",
    }
    return render(request, "hubs/hub.html", said | more)


@require_http_methods(["GET", "POST"])
def pair(request, id):
    """Pair the phone that this page is open in; a script makes its key and keeps the answer."""
    found = reach(Hub, id, by=request.actor, to=Permission.HUB_PAIR, related=("service__organisation",))
    if request.method == "GET":
        return render(request, "hubs/pair.html", {"hub": found})
    form, now = forms.Pair(request.POST), timezone.now()
    if not form.is_valid():
        return JsonResponse({"says": _("This browser can't be paired. Try a newer one.")}, status=422)
    phone = form.cleaned_data["phone"]
    if hearing.is_revoked(phone, now):
        return JsonResponse({"wipe": True}, status=410)
    hearing.hear(request, phone, hearing.Told(), now)
    try:
        paired = actions.pair(
            by=request.actor, hub=found, phone=pairing.phone_of(phone), key=form.cleaned_data["key"], at=now
        )
    except Refusal as refusal:
        return JsonResponse({"says": str(refusal)}, status=422)
    return JsonResponse(pairing.told(found, paired, now))


@require_http_methods(["GET", "POST"])
def revoke(request, id):
    """Ask whether the hub is to end, and end it."""
    found = reach(Hub, id, by=request.actor, to=Permission.HUB_REVOKE, related=("link",))
    if request.method == "GET":
        return render(request, "hubs/revoke.html", {"hub": found})
    actions.revoke(by=request.actor, hub=found, at=timezone.now())
    messages.success(request, _("The hub is revoked. The laptop wipes itself when it is heard next."))
    return redirect("hubs:list", request.actor.organisation.slug)


@require_safe
def stand(request, id):
    """Show what the stand's phones left at the hub. The page has words alone: the phone fills in the sums."""
    words = pairing.words_of(request.user, id, timezone.localdate())
    if words is None:
        raise Http404
    return render(request, "hubs/stand.html", {"words": words})
