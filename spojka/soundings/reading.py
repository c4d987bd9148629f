"""What pages show of soundings: ours, those of a client, who asks us, what waits."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.base.prepared import prepared
from spojka.base.sorting import czech
from spojka.clients.models import Client
from spojka.consents.naming import offered
from spojka.identities import sealing
from spojka.identities.models import Identity
from spojka.identities.sealing import Person
from spojka.network.models import Service
from spojka.ui.words import day

from .models import Sounding, SoundingCall

VIEW = Permission.SOUNDING_VIEW
WITH = ("client", "service", "asked__organisation")
NEW = timedelta(days=7)  # so long it stands at Today that both know
MOST = 50


@dataclass(frozen=True)
class Waiting:
    """What waits: `found` for us to confirm it, `told` to be read."""

    found: list[Any] = field(default_factory=list)
    told: list[Any] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.found or self.told)


def waiting(by: Actor, at: datetime) -> Waiting:
    """Return what waits for `by`. All rows of the month are opened, whatever they say: how they stand is sealed."""
    if not by.may(Permission.SOUNDING_CONFIRM):
        return Waiting()
    today = timezone.localdate(at)
    listed = [(one, one.came) for one in _since(by, today - NEW)]
    found = [one for one, came in listed if came.is_found and one.ends_on >= today]
    told = [one for one, came in listed if came.told_at and at - came.told_at < NEW]
    return Waiting(read(found, by=by, to=VIEW), read(told, by=by, to=VIEW))


@prepared
def _since(by: Actor, day: date) -> Any:
    found = _own(by).filter(withdrawn_at=None, ends_on__gte=day).select_related(*WITH)
    return found.order_by("-recorded_at", "-pk")[:MOST]


def ours(by: Actor, where: Q | None = None) -> list[Any]:
    """Return what our services asked, the newest first."""
    found = _own(by).filter(where or Q()).select_related(*WITH).order_by("-recorded_at", "-pk")
    return read(found[:MOST], by=by, to=VIEW)


def of_client(client: Client, by: Actor) -> list[Any]:
    """Return what was asked about a client, the newest first."""
    found = rows(Sounding, by=by, to=VIEW).filter(client=client).select_related(*WITH)
    return read(found.order_by("-recorded_at", "-pk")[:MOST], by=by, to=VIEW)


def calls(by: Actor, today: date) -> list[Any]:
    """Return who asks us whether we have a client in common, those whose term ends first on top."""
    if not by.may(Permission.SOUNDING_ASK):
        return []
    found = rows(SoundingCall, by=by, to=VIEW).filter(service__in=by.services, ended_at=None, ends_on__gte=today)
    found = found.select_related("asker__organisation", "service").order_by("ends_on", "recorded_at", "pk")
    return read(found[:MOST], by=by, to=VIEW)


def services_of(client: Client, at: datetime) -> Sequence[Service]:
    """Return the services that may be asked."""
    found = offered(client.service, timezone.localdate(at)).values()
    centres = {one.centre.pk: one.centre for one in found if one.centre}
    return sorted(centres.values(), key=lambda one: (czech(one.organisation.name), czech(one.name), str(one.pk)))


def facts_of(client: Client, by: Actor) -> Person | None:
    """Return who the client is, if the name is kept with all that is compared."""
    to = Permission.IDENTITY_VIEW
    known = rows(Identity, by=by, to=to).filter(client=client).exclude(sealed="").first()
    person = sealing.opened(known.sealed, client.pk) if known else None
    if person is None or not (person.surname and person.first and person.born):
        return None
    read([known], by=by, to=to)
    return person


def state_of(one: Sounding, today: date) -> str:
    """Return how one stands, in a few words."""
    if one.withdrawn_at:
        return pgettext("a sounding", "asked no more")
    if one.came.is_told:
        return _("works with them, too")
    if one.ends_on < today:
        return _("closed, nothing is known")
    if one.came.is_found:
        return _("waits for your confirmation")
    return _("open until %(day)s") % {"day": day(one.ends_on, True)}


def _own(by: Actor) -> Any:
    return rows(Sounding, by=by, to=VIEW).filter(service__in=by.services)
