from django.db.models import Exists, OuterRef
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from spojka.access.doors import rows
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.counter.setting import SETTING
from spojka.encounters.models import CrewMember, Shift
from spojka.hubs import ways
from spojka.members import lasting
from spojka.network.models import Service

from .navigation import menu
from .work import is_in_cases


def shell(request):
    """What the frame of a page shows of the one who is signed in. Nothing for strangers."""
    actor = getattr(request, "actor", None)
    everywhere = {"page_of": _who(request, actor), "tablet": _tablet(request), "second_way": _second_way(request)}
    if actor is None or actor.organisation is None or actor.user is None:
        return everywhere | {"actor": None, "nav": [], "new_action": None, "home": "/", "search_url": ""}
    slug = actor.organisation.slug
    view = request.resolver_match.view_name if request.resolver_match else ""
    in_cases = not actor.tablet and is_in_cases(actor)
    services = rows(Service, by=actor, to=Permission.MEMBER_VIEW).working(actor).order_by(by_name(), "pk")
    kinds = {service.kind for service in services}
    return everywhere | {
        "actor": {
            "id": actor.id,
            "slug": slug,
            "organisation": actor.organisation.name,
            "service": ", ".join(service.name for service in services),
            "services": actor.services,
            "name": actor.user.name if actor.user else "",
            "role": actor.role_name,
            "lasts": f"{lasting.of([actor.role]).whole.total_seconds():.0f}",  # for a script: digits alone
        },
        "nav": [] if actor.tablet else menu(actor, slug, request.path, view, in_cases, kinds),
        "new_action": None if actor.tablet else _new(actor, slug, in_cases),
        "home": reverse("today", args=[slug]),
        "search_url": "" if actor.tablet else reverse("search", args=[slug]),
    }


def _who(request, actor):
    """Return whose page this is, so that drafts belong to who typed them: the user's id, nothing for strangers."""
    return actor.user.pk if actor and actor.user else getattr(request, "signed_in", "")


def _tablet(request):
    """Return what a shared tablet shows on each page: who has it, and where it is handed over."""
    held = getattr(request, "tablet", None)
    if held is None or held.worker is None:
        return None
    slug = held.service.organisation.slug
    return {
        "worker": held.worker.user.name,
        "names": reverse("tablets:names", args=[slug]),
        "lock": reverse("tablets:lock", args=[slug]),
        "awake": reverse("tablets:awake", args=[slug]),
        "seconds": int(lasting.tablet().lock.total_seconds()),
    }


def _new(actor, slug, in_cases):
    """Return where 'New' leads: to the running shift of the worker, else to a new shift; in an office to a client."""
    if in_cases:
        may = actor.may(Permission.CLIENT_ADD)
        return {"url": reverse("clients:find", args=[slug]), "label": _("New client")} if may else None
    if not actor.may(Permission.ENCOUNTER_RECORD):
        return None
    mine = Exists(CrewMember.objects.filter(shift=OuterRef("pk"), membership_id=actor.id))
    running = rows(Shift, by=actor, to=Permission.ENCOUNTER_RECORD).open().annotate(mine=mine)
    if shift := running.order_by("-mine", "-started_at", "pk").values_list("pk", "setting").first():
        if shift[1] == SETTING and actor.may(Permission.CLIENT_ADD):
            return {"url": reverse("counter:page", args=[slug, shift[0]]), "label": _("Counter")}
        return {"url": reverse("encounters:new", args=[slug, shift[0]]), "label": _("New contact")}
    if actor.may(Permission.SHIFT_PLAN):
        return {"url": reverse("encounters:plan", args=[slug]), "label": _("New shift")}
    return None


def _second_way(request):
    """Give field pages what a paired phone needs to reach its stand's hub; asked for by those pages alone.

    Who shows it lets the page connect there, too: see GuardMiddleware.
    """

    def shown():
        request.second_ways = ways.of(getattr(request, "user", None))
        return render_to_string("hubs/strip.html") if request.second_ways else ""

    return SimpleLazyObject(shown)
