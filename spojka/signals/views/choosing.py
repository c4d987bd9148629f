"""Which service one writes for: more than one is offered, the address says which."""

from django.http import Http404

from spojka.access.doors import rows
from spojka.network.models import Service


def services(request, permission):
    """Return the services one may write for, and the chosen one."""
    offered = list(rows(Service, by=request.actor, to=permission).order_by("name", "pk"))
    if not offered:
        raise Http404
    chosen = request.POST.get("service") or request.GET.get("service")
    return offered, next((one for one in offered if str(one.pk) == chosen), offered[0])
