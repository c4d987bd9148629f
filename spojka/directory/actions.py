"""Writing an entry, looking whether it is true, who finds it, telling capacity."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import EVERYBODY, Actor
from spojka.access.models import Basis, Grant
from spojka.access.permissions import Kind, Level, Permission
from spojka.base.errors import Refusal
from spojka.network.models import Organisation, Service

from .models import MOST_PLACES, Capacity, FoundBy, ServiceEntry


class TakenOut(Refusal):
    """The entry does not stand in the directory any more."""


@action(Permission.DIRECTORY_ADD, on="service")
def write(
    *, by: Actor, id: UUID, service: Service, is_own: bool, said: Mapping[str, Any], today: date
) -> ServiceEntry:
    """Write a service into the directory; for now its own service alone finds it. Of others only one's house may."""
    ServiceEntry.objects.all().stop_if_known(id, service)
    known = {"checked_on": today, "checked_by": by.id, "written_by": by.id}
    return ServiceEntry(**service.ownership, id=id, is_own=is_own, **said, **known).add()


@action(Permission.DIRECTORY_CHANGE, on="entry")
def change(*, by: Actor, entry: ServiceEntry, said: Mapping[str, Any], today: date) -> ServiceEntry:
    """Write anew what the entry says. Who writes it has looked whether it is true."""
    read, entry = entry, _locked(entry)
    entry.stop_if_changed(read, said)
    return entry.change(**said, checked_on=today, checked_by=by.id, reminded_on=None)


@action(Permission.DIRECTORY_CHECK, on="entry")
def check(*, by: Actor, entry: ServiceEntry, today: date) -> ServiceEntry:
    """Say that all of it is still true."""
    return _locked(entry).change(checked_on=today, checked_by=by.id, reminded_on=None)


@action(Permission.DIRECTORY_PUBLISH, on="entry")
def publish(
    *, by: Actor, entry: ServiceEntry, found_by: str, partners: Sequence[Organisation], at: datetime
) -> ServiceEntry:
    """Settle who finds the entry; whoever is left out does not see it from now on."""
    entry = _locked(entry)
    if found_by == FoundBy.EVERYBODY and not entry.is_own:
        raise Refusal(
            _("Of a service of others you write for your own house. Its owner publishes it."), field="found_by"
        )
    if found_by == FoundBy.CHOSEN and not partners:
        raise Refusal(_("Choose at least one organisation."), field="partners")
    chosen = list(partners) if found_by == FoundBy.CHOSEN else []
    Grant.objects.filter(subject_id=entry.pk).end(at)
    for grantee in _finders(entry, found_by, chosen):
        about = {"holder_id": entry.service_id, "subject_id": entry.pk, "grantee_id": grantee}
        opened = {"kinds": Kind.WORK, "level": Level.READ, "basis": Basis.PARTICIPATION}
        Grant(**about, **opened, starts_at=at).add()
    entry.partners.set(chosen)
    return entry.change(found_by=found_by)


@action(Permission.DIRECTORY_END, on="entry")
def take_out(*, by: Actor, entry: ServiceEntry, at: datetime) -> ServiceEntry:
    """Take the entry out of the directory; others don't find it any more."""
    Grant.objects.filter(subject_id=entry.pk).end(at)
    return entry if entry.ended_at else entry.change(ended_at=at, words="")


@action(Permission.DIRECTORY_REMIND, on="entry")
def remind(*, by: Actor, entry: ServiceEntry, today: date) -> ServiceEntry:
    """Note that a letter told the owner to look; by the timer alone."""
    return entry.change(reminded_on=today)


@action(Permission.CAPACITY_TELL, on="entry")
def tell(
    *, by: Actor, id: UUID, entry: ServiceEntry, free: int, in_care: int | None, note: str, today: date
) -> Capacity:
    """Tell how many places are free today."""
    Capacity.objects.all().stop_if_known(id, entry.service)
    entry = _locked(entry)
    if free > MOST_PLACES:
        raise Refusal(_("So many places no service has."), field="free")
    said = {"free": free, "in_care": in_care, "note": note, "told_on": today, "told_by": by.id}
    return Capacity(**entry.ownership, id=id, entry=entry, **said).add()


def _finders(entry: ServiceEntry, found_by: str, chosen: Sequence[Organisation]) -> list[UUID]:
    """Return to whom the entry is opened by a grant."""
    if found_by == FoundBy.SERVICE:
        return []
    everybody = [EVERYBODY] if found_by == FoundBy.EVERYBODY else []
    return [entry.organisation_id, *everybody, *(one.pk for one in chosen if one.pk != entry.organisation_id)]


def _locked(entry: ServiceEntry) -> ServiceEntry:
    row: ServiceEntry = ServiceEntry.objects.select_for_update(of=("self",)).get(pk=entry.pk)
    if row.ended_at:
        raise TakenOut(_("This entry was taken out of the directory."))
    return row
