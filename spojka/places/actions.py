from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.owned import Repeated
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.network.models import Service

from . import territory
from .models import Place


class NameTaken(Refusal):
    """Another place of the service is called the same."""


@action(Permission.PLACE_ADD, on="service")
def add(
    *, by: Actor, id: UUID, service: Service, name: str, kind: str, municipality: str = "", orp: str = ""
) -> Place:
    """Write down a place of the service. One that has the same name and municipality is that place."""
    Place.objects.all().stop_if_known(id, service)
    where = _located(municipality, orp)
    same = {"name": name, "municipality": where["municipality"]}
    if known := Place.objects.filter(service=service, **same).first():
        raise Repeated(known)
    return Place(**service.ownership, id=id, name=name, kind=kind, **where).add()


@action(Permission.PLACE_CHANGE, on="place")
def change(*, by: Actor, place: Place, name: str, kind: str, municipality: str, orp: str) -> Place:
    """Put a place right; figures of all its shifts follow it into the other territory."""
    where = _located(municipality, orp)
    same = Place.objects.filter(service_id=place.service_id, name=name, municipality=where["municipality"])
    if same.exclude(pk=place.pk).exists():
        raise NameTaken(_("Another place in this municipality is called so. Choose another name."), field="name")
    return place.change(name=name, kind=kind, **where)


def _located(municipality: str, orp: str) -> dict[str, str]:
    """Return the municipality as typed, or with its own name if it is known, and all codes that follow from it."""
    unit = territory.typed(municipality)
    if unit is None or unit.level in ("orp", "region"):
        found = territory.columns(unit or territory.find("orp", orp))
        return {"municipality": "" if unit else municipality, **found}
    codes = territory.columns(unit)
    return {"municipality": territory.name_of("municipality", codes["municipality_code"]), **codes}
