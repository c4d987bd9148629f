from django.urls import reverse
from django.utils.translation import gettext as _

from spojka.access.doors import rows
from spojka.access.permissions import Permission
from spojka.encounters.models import Shift
from spojka.network.models import Service

from .navigation import menu


def shell(request):
    """What the frame of a page shows of the one who is signed in. Nothing for strangers."""
    actor = getattr(request, "actor", None)
    if actor is None or actor.organisation is None:
        return {"actor": None, "nav": [], "new_action": None, "home": "/", "search_url": ""}
    slug = actor.organisation.slug
    view = request.resolver_match.view_name if request.resolver_match else ""
    services = rows(Service, by=actor, to=Permission.MEMBER_VIEW).working(actor).order_by("name", "pk")
    return {
        "actor": {
            "id": actor.id,
            "slug": slug,
            "organisation": actor.organisation.name,
            "service": ", ".join(service.name for service in services),
            "name": actor.user.name if actor.user else "",
            "role": actor.role_name,
        },
        "nav": menu(actor, slug, request.path, view),
        "new_action": _new(actor, slug),
        "home": reverse("today", args=[slug]),
        "search_url": reverse("search", args=[slug]),
    }


def _new(actor, slug):
    """Return where 'New' leads: to the running shift of the worker, else to a new shift."""
    if not actor.may(Permission.ENCOUNTER_RECORD):
        return None
    running = rows(Shift, by=actor, to=Permission.ENCOUNTER_RECORD).open()
    mine = running.filter(crew__membership_id=actor.id).order_by("-started_at", "pk").first()
    if shift := mine or running.order_by("-started_at", "pk").first():
        return {"url": reverse("encounters:new", args=[slug, shift.pk]), "label": _("New contact")}
    if actor.may(Permission.SHIFT_PLAN):
        return {"url": reverse("encounters:plan", args=[slug]), "label": _("New shift")}
    return None
