"""The way to the counter: of the shift that runs, or of one that is begun now."""

from datetime import timedelta

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.codelists.catalogue import catalogue
from spojka.encounters.actions import shifts
from spojka.encounters.models import Shift
from spojka.network.models import Membership, Service
from spojka.places.models import Place
from spojka.ui.http import done

from ..forms import Open
from ..setting import SETTING

USUAL = timedelta(hours=8)


@require_safe
def home(request):
    """Lead to the counter of the running shift; if there is none, say so and offer to begin one."""
    actor = request.actor
    if not actor.may(Permission.CLIENT_ADD):
        raise Http404
    running = _at_counter(request).open().select_related("place", "event", "service")
    running = read(running.order_by("-started_at", "pk"), by=actor, to=Permission.ENCOUNTER_RECORD)
    if len(running) == 1:
        return redirect("counter:page", actor.organisation.slug, running[0].pk)
    planned = _at_counter(request).planned().filter(day=timezone.localdate()).select_related("place", "service")
    planned = read(planned.order_by("planned_start", "pk"), by=actor, to=Permission.ENCOUNTER_RECORD)
    offered = [(one, Open(services=_services(request), initial={"service": one})) for one in _services(request)]
    said = {"running": running, "planned": planned, "offered": offered}
    return render(request, "counter/home.html", said)


@require_POST
def open_counter(request):
    """Begin a shift of the service where it was at the counter last, and go to its counter."""
    form = Open(request.POST, services=_services(request))
    if not form.is_valid():
        raise Http404
    service, now = form.cleaned_data["service"], timezone.now().replace(second=0, microsecond=0)
    slug = request.actor.organisation.slug
    place = _last_place(request, service)
    if place is None:
        return redirect(f"/{slug}/shifts/new/?service={service.pk}")
    crew = rows(Membership, by=request.actor, to=Permission.MEMBER_VIEW).filter(pk=request.actor.id)
    said = {"service": service, "team": None, "event": None, "place": place, "setting": SETTING, "crew": crew}
    said |= {"planned_start": now, "planned_end": now + USUAL, "started_at": now}
    made = []
    if not done(form, lambda: made.append(shifts.plan(by=request.actor, id=form.cleaned_data["id"], **said))):
        return redirect(f"/{slug}/shifts/new/?service={service.pk}")
    return redirect("counter:page", slug, made[0].pk)


def _services(request):
    """Services that have a counter: in their lists is the setting of a contact room."""
    found = (
        rows(Service, by=request.actor, to=Permission.CLIENT_ADD)
        .running(timezone.localdate())
        .order_by(by_name(), "pk")
    )
    today = timezone.localdate()
    with_one = [one.pk for one in found if any(i.code == SETTING for i in catalogue(one, today).items("setting"))]
    return found.filter(pk__in=with_one)


def _at_counter(request):
    """Shifts one may write in that are at a counter."""
    return rows(Shift, by=request.actor, to=Permission.ENCOUNTER_RECORD).filter(setting=SETTING)


def _last_place(request, service):
    last = _at_counter(request).filter(service=service).order_by("-planned_start", "pk").first()
    places = rows(Place, by=request.actor, to=Permission.SHIFT_PLAN).filter(service=service)
    return places.filter(pk=last.place_id).first() if last else None
