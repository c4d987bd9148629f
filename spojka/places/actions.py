from uuid import UUID

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.owned import Repeated
from spojka.access.permissions import Permission
from spojka.network.models import Service

from .models import Place


@action(Permission.PLACE_ADD, on="service")
def add(*, by: Actor, id: UUID, service: Service, name: str, kind: str, municipality: str = "") -> Place:
    """Write down a place of the service. One that has the same name and municipality is that place."""
    Place.objects.all().stop_if_known(id, service)
    if known := Place.objects.filter(service=service, name=name, municipality=municipality).first():
        raise Repeated(known)
    return Place(**service.ownership, id=id, name=name, kind=kind, municipality=municipality).add()
