from datetime import date
from uuid import UUID

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.owned import Repeated
from spojka.access.permissions import Permission
from spojka.network.models import Service

from . import codes
from .models import Client, CodeTemplate


@action(Permission.CLIENT_ADD, on="service")
def recognise(*, by: Actor, service: Service, code: str, sex: str = "") -> Client:
    """Return the service's client with this code; somebody new is written down. A code is of no team: see models."""
    code = codes.normalised(code)
    if known := Client.objects.filter(service=service, code=code).first():
        raise Repeated(known)
    return Client(**service.ownership, code=code, sex=sex, recorded_by=by.id).add()


@action(Permission.CLIENT_ADD_ANOTHER, on="service")
def add_another(*, by: Actor, id: UUID, service: Service, code: str, sex: str = "") -> Client:
    """Write down somebody whose answers give a code that another person has: the server adds a suffix."""
    Client.objects.all().stop_if_known(id, service)
    code = codes.with_suffix(codes.normalised(code), set(_like(service, code)))
    return Client(**service.ownership, id=id, code=code, sex=sex, recorded_by=by.id).add()


@action(Permission.CODE_TEMPLATE_SET, on="service")
def set_template(
    *, by: Actor, id: UUID, service: Service, parts: list[dict[str, object]], valid_from: date
) -> CodeTemplate:
    """Say from which answers the service makes codes from a day on. Codes that exist stay as they are."""
    CodeTemplate.objects.all().stop_if_known(id, service)
    codes.check(parts)
    return CodeTemplate(**service.ownership, id=id, parts=parts, valid_from=valid_from).add()


def _like(service: Service, code: str) -> list[str]:
    return list(
        Client.objects.filter(service=service, code__startswith=codes.normalised(code)).values_list("code", flat=True)
    )
