from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.encounters.models import Shift
from spojka.network.models import Service, Team

from ..models import Level, Location, ShiftStock, ShiftSum
from ..sums import add_sums


class NameTaken(Refusal):
    """Another location of the service has this name."""


class NotEmpty(Refusal):
    """Something should still lie there."""


@action(Permission.LOCATION_ADD, on="service")
def add(
    *,
    by: Actor,
    id: UUID,
    service: Service,
    team: Team | None,
    kind: str,
    name: str,
    settings: Sequence[str],
    kit: Mapping[str, int],
) -> Location:
    """Write down a location; shifts in these settings will draw from it."""
    Location.objects.all().stop_if_known(id, service)
    _check(service.pk, name, None, team)
    said: dict[str, Any] = {"kind": kind, "name": name, "settings": list(settings), "kit": dict(kit)}
    return Location(
        **service.ownership | {"team_id": team.pk if team else None}, id=id, recorded_by=by.id, **said
    ).add()


@action(Permission.LOCATION_CHANGE, on="location")
def change(
    *, by: Actor, location: Location, kind: str, name: str, settings: Sequence[str], kit: Mapping[str, int]
) -> Location:
    """Change what a location is called, which shifts draw from it and what is usually in it."""
    _check(location.service_id, name, location.pk, None)
    return location.change(kind=kind, name=name, settings=list(settings), kit=dict(kit))


@action(Permission.LOCATION_CLOSE, on="location")
def close(*, by: Actor, location: Location, on: date, is_empty: bool) -> Location:
    """Close a location in which nothing lies any more. Its movements stay."""
    if not is_empty:
        raise NotEmpty(_("Something still lies there. Return it, write it off, or count it as nought first."))
    return location.change(closed_on=on)


@action(Permission.STOCK_SET, on="service")
def set_level(*, by: Actor, service: Service, code: str, pack: int | None, low: int | None, warned: int) -> Level:
    """Set how many pieces a pack has, when an item is low and how long before its end to warn."""
    said = {"pack": pack, "low": low, "warned": warned}
    level = Level.objects.select_for_update().filter(service=service, code=code).first()
    return level.change(**said) if level else Level(**service.ownership, code=code, **said).add()


@action(Permission.STOCK_DRAW, on="shift", into="location")
def draw(*, by: Actor, shift: Shift, location: Location) -> ShiftStock:
    """Say from which location a shift takes what it hands out; what it handed out already moves there, too."""
    if location.service_id != shift.service_id:
        raise PermissionDenied("another service's location")
    drawn = ShiftStock.objects.select_for_update().filter(shift=shift).first()
    if drawn and drawn.location_id == location.pk:
        return drawn
    if drawn:
        drawn.change(location=location, recorded_by=by.id)
    else:
        drawn = ShiftStock(**shift.ownership, shift=shift, location=location, day=shift.day, recorded_by=by.id).add()
    ShiftSum.objects.filter(shift=shift).delete()
    add_sums([drawn])
    return drawn


def _check(service: UUID, name: str, own: UUID | None, team: Team | None) -> None:
    if team is not None and team.service_id != service:
        raise PermissionDenied("another service's team")
    if Location.objects.filter(service=service, name=name, closed_on=None).exclude(pk=own).exists():
        raise NameTaken(_("There is a location of this name."), field="name")
