"""The settings that are offered above a report."""

from spojka.access.doors import shown
from spojka.access.permissions import Permission

from ..models import SavedReport

OFFERED = 5


def shown_to(request, **page):
    """Return a page of settings, the last used ones first."""
    return shown(SavedReport, by=request.actor, to=Permission.REPORT_OPEN, order=("-used_at", "pk"), **page)


def offered(request):
    """Return the last used settings."""
    return shown_to(request, size=OFFERED).object_list
