"""What was done at an event or in a shift: a page and one sheet of paper for those who hold it."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from spojka.access.doors import reach, read, rows
from spojka.access.permissions import Permission
from spojka.encounters.models import Shift
from spojka.events.models import Event
from spojka.figures.protect import Audience
from spojka.network.models import Service

from .. import documents, pictures
from ..summary import of_event, of_shift
from .contacts import as_file


@require_safe
def event(request, id, paper=False):
    """Show what was done at an event."""
    found = reach(Event, id, by=request.actor, to=Permission.EVENT_VIEW, related=("venue", "organiser", "service"))
    _own_service(request, found)
    shifts = rows(Shift, by=request.actor, to=Permission.REPORT_VIEW).filter(event=found).select_related("place")
    shifts = read(shifts.order_by("planned_start", "pk"), by=request.actor, to=Permission.SHIFT_VIEW)
    made = of_event(request.actor, found, shifts, _audience(request), timezone.now())
    return _given(request, made, found, "event", paper)


@require_safe
def shift(request, id, paper=False):
    """Show what was done in a shift."""
    related = ("place", "event__venue", "event__organiser", "service")
    found = reach(Shift, id, by=request.actor, to=Permission.SHIFT_VIEW, related=related)
    _own_service(request, found)
    made = of_shift(request.actor, found, _audience(request), timezone.now())
    return _given(request, made, found, "shift", paper)


def _own_service(request, row):
    """Only whose figures they are may hand them over."""
    services = rows(Service, by=request.actor, to=Permission.REPORT_VIEW).filter(pk=row.service_id)
    if not read(services.order_by("pk"), by=request.actor, to=Permission.REPORT_VIEW):
        raise Http404


def _audience(request):
    asked = request.GET.get("for")
    return Audience(asked) if asked in set(Audience) else Audience.PARTNER


def _given(request, made, row, kind, paper):
    house = request.actor.organisation.name
    drawn = [one for one in map(pictures.bars, made.tables) if one]
    if paper:
        body = documents.summary(made, row, organisation=house, pictures=drawn)
        return as_file(
            body, slugify(f"spojka {made.name} {made.when}".replace("–", "-").replace(".", " "))[:80], "pdf"
        )
    tables = [(table, pictures.bars(table)) for table in made.tables]
    said = {"made": made, "row": row, "kind": kind, "tables": tables, "service": row.service}
    said |= {"nights_picture": pictures.bars(made.nights) if made.nights else None, "audiences": list(Audience)}
    return render(request, "reports/summary.html", said)
