"""Places in housing and who stays there; how many are free is told in the directory by itself."""

from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.clients.leading import standing
from spojka.clients.models import Client
from spojka.directory.models import Capacity, Form, ServiceEntry
from spojka.network.models import Service

from ..models import Home, Stay


@action(Permission.HOME_ADD, on="service")
def add(*, by: Actor, id: UUID, service: Service, name: str, today: date) -> Home:
    """Add a place where somebody may live."""
    Home.objects.all().stop_if_known(id, service)
    if Home.objects.filter(service=service, name=name).exists():
        raise Refusal(_("A place of this name is there already."), field="name")
    home = Home(**service.ownership, id=id, name=name).add()
    _tell(service, by, today)
    return home


@action(Permission.HOME_CLOSE, on="home")
def close(*, by: Actor, home: Home, today: date) -> Home:
    """Close a place in which nobody lives."""
    home = _locked(home)
    if Stay.objects.filter(home=home, until=None).exists():
        raise Refusal(_("Somebody lives there. Write the end of the stay first."))
    home.change(closed_on=today)
    _tell(home.service, by, today)
    return home


@action(Permission.STAY_BEGIN, on="home")
def begin(*, by: Actor, id: UUID, home: Home, client: Client | None, who: str, since: date, today: date) -> Stay:
    """Write down who lives in a place from a day on."""
    Stay.objects.all().stop_if_known(id, home.service)
    home = _locked(home)
    if client and client.service_id != home.service_id:
        raise PermissionDenied("another service's client")
    client = standing(client) if client else None
    if not client and not who:
        raise Refusal(_("Write a code or a working name."), field="who")
    if home.closed_on:
        raise Refusal(_("This place is closed."))
    if since > today:
        raise Refusal(_("This day has not come yet."), field="since")
    last = Stay.objects.filter(home=home).order_by("-since", "pk").first()
    if last and (last.until is None or last.until > since):
        raise Refusal(_("Somebody lived there on that day."), field="since")
    stay = Stay(**home.ownership, id=id, home=home, client=client, who=who, since=since, written_by=by.id).add()
    _tell(home.service, by, today)
    return stay


@action(Permission.STAY_END, on="stay")
def end(*, by: Actor, stay: Stay, until: date, today: date) -> Stay:
    """Write down the last day of a stay."""
    _locked(stay.home)
    stay = Stay.objects.select_for_update(of=("self",)).select_related("home__service").get(pk=stay.pk)
    if stay.until:
        raise Refusal(_("The end of this stay is written down already."))
    if until < stay.since or until > today:
        raise Refusal(_("The last day lies between the first one and today."), field="until")
    stay.change(until=until)
    _tell(stay.home.service, by, today)
    return stay


def _locked(home: Home) -> Home:
    return Home.objects.select_for_update(of=("self",)).select_related("service").get(pk=home.pk)


def _tell(service: Service, by: Actor, today: date) -> None:
    """Tell in the directory how many places are free now, where the service says that people live there."""
    homes = Home.objects.filter(service=service, closed_on=None)
    lived_in = Stay.objects.filter(home__in=homes, until=None).count()
    said = {"free": homes.count() - lived_in, "in_care": lived_in, "told_on": today, "told_by": by.id}
    for entry in ServiceEntry.objects.standing().filter(service=service, is_own=True).order_by("pk"):
        if Form.RESIDENTIAL in entry.ways:
            Capacity(**entry.ownership, entry=entry, **said).add()
