"""Which service a page of the stock is about."""

from spojka.access.choosing import service_of
from spojka.access.doors import rows
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.network.models import Service

from ..models import Location


def services_of(actor, to):
    """Return the services for which the actor may do something with the stock, those that keep one first."""
    found = list(rows(Service, by=actor, to=to).select_related("organisation").order_by(by_name(), "pk"))
    kept = set(rows(Location, by=actor, to=Permission.STOCK_VIEW).order_by().values_list("service", flat=True))
    return sorted((one for one in found if one.pk in actor.services), key=lambda one: one.pk not in kept)


def chosen(request, to=Permission.STOCK_VIEW):
    """Return the service that the address names, else the first one; and all that could be named."""
    offered = services_of(request.actor, to)
    return service_of(request, offered), offered


def about(request, overview, offered=()):
    """Return what every page of the stock says: whose it is, and what one may do."""
    verbs = {
        "deliver": Permission.STOCK_DELIVER,
        "issue": Permission.STOCK_ISSUE,
        "give_back": Permission.STOCK_RETURN,
        "lose": Permission.STOCK_LOSE,
        "count": Permission.STOCK_COUNT,
        "set": Permission.STOCK_SET,
        "add": Permission.LOCATION_ADD,
        "draw": Permission.STOCK_DRAW,
    }
    return {
        "overview": overview,
        "service": overview.service,
        "services": offered,
        "may": {name: request.actor.may(permission) for name, permission in verbs.items()},
        "is_narrowed": request.actor.teams is not None,
    }
