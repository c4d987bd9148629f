"""For which service a page is: the form or the address names it, else it is the first one that is offered."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest

from spojka.base.ids import id_from
from spojka.base.sorting import by_name
from spojka.network.models import Service

from .doors import rows
from .permissions import Permission


def services(request: HttpRequest, to: Permission) -> tuple[list[Service], Service]:
    """Return the services one may do it in, and the one that is meant."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    offered: list[Service] = list(rows(Service, by=actor, to=to).order_by(by_name(), "pk"))
    return offered, service_of(request, offered)


def service_of(request: HttpRequest, offered: Sequence[Service]) -> Service:
    """Return which of the offered services is meant. What was sent for another one is never written into the first."""
    named = request.POST.get("service") or request.GET.get("service")
    found = next((one for one in offered if one.pk == id_from(named or "")), None)
    if not offered or (named and not found and request.method == "POST"):
        raise Http404
    return found or offered[0]
