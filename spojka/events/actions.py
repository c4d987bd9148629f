from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.ids import new_id
from spojka.network.models import Service, Team
from spojka.places import actions as places
from spojka.places.models import PlaceKind

from .models import Event, Organiser


@action(Permission.EVENT_ADD, on="service")
def add(
    *,
    by: Actor,
    id: UUID,
    service: Service,
    team: Team | None,
    name: str,
    organiser: str,
    contact: str,
    venue: str,
    municipality: str,
    starts_on: date,
    ends_on: date,
    expected: int | None,
    note: str,
) -> Event:
    """Write down an event. Organiser and venue are found by name, or made."""
    Event.objects.all().stop_if_known(id, service)
    if team is not None and team.service_id != service.pk:
        raise PermissionDenied("another service's team")
    place = places.add(
        by=by, id=new_id(), service=service, name=venue, kind=PlaceKind.VENUE, municipality=municipality
    )
    return Event(
        **service.ownership,
        id=id,
        team=team,
        name=name,
        organiser=_organiser(service, organiser, contact),
        venue=place,
        starts_on=starts_on,
        ends_on=ends_on,
        expected=expected,
        note=note,
    ).add()


@action(Permission.EVENT_CHANGE, on="event")
def change(
    *, by: Actor, event: Event, name: str, starts_on: date, ends_on: date, expected: int | None, note: str
) -> Event:
    """Change what was written of an event; its venue stays, shifts and figures rest on it."""
    return event.change(name=name, starts_on=starts_on, ends_on=ends_on, expected=expected, note=note)


def _organiser(service: Service, name: str, contact: str) -> Organiser | None:
    if not name:
        return None
    known = Organiser.objects.filter(service=service, name=name).first()
    if known is None:
        return Organiser(**service.ownership, name=name, contact=contact).add()
    return known.change(contact=contact) if contact and contact != known.contact else known
