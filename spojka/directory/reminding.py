"""Entries whose check is due: for Today, and once by letter to a head of the service."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.heads import heads_of
from spojka.access.permissions import Permission
from spojka.base.prepared import prepared
from spojka.base.sorting import by_name
from spojka.mail import letters, reminders
from spojka.network.models import Service
from spojka.ui.matters import Matter
from spojka.ui.words import day

from . import actions
from .models import Capacity, ServiceEntry
from .reading import last_told

P = Permission
MAY = frozenset({P.DIRECTORY_VIEW, P.DIRECTORY_REMIND})
MOST = 5
SOON = timedelta(days=7)


def waiting(by: Actor, today: date) -> list[Matter]:
    """Return capacity that is too old, and to a head the entries that the service should look at."""
    if not by.organisation or not by.may(P.DIRECTORY_CHECK):
        return []
    entries = _own(by)
    leads = by.may(P.DIRECTORY_PUBLISH)
    due = [one for one in entries if leads and one.check_due <= today + SOON][:MOST]
    told = last_told([one for one in entries if one.is_own], by)
    old = [one for one in told.values() if one.is_stale(today)][:MOST]
    read(due, by=by, to=P.DIRECTORY_VIEW)
    return [_check(one, by, today) for one in due] + [_tell(one, by) for one in old]


@prepared
def _own(by: Actor) -> Any:
    own = rows(ServiceEntry, by=by, to=P.DIRECTORY_CHECK).standing().filter(service__in=by.services)
    return own.select_related("service").order_by("checked_on", "pk")


def _check(entry: ServiceEntry, by: Actor, today: date) -> Matter:
    text = _("Look whether the entry “%(name)s” is still true") % {"name": entry}
    detail = _("Verified on %(day)s.") % {"day": day(entry.checked_on, True)}
    return Matter("late" if entry.is_stale(today) else "due", text, _page("entry", entry, by), detail)


def _tell(told: Capacity, by: Actor) -> Matter:
    text = _("Tell the free capacity of “%(name)s”") % {"name": told.entry}
    detail = _("Last told on %(day)s.") % {"day": day(told.told_on, True)}
    return Matter("due", text, _page("tell", told.entry, by), detail)


def _page(name: str, entry: ServiceEntry, by: Actor) -> str:
    return reverse(f"directory:{name}", args=[by.organisation.slug, entry.pk]) if by.organisation else ""


def remind(at: datetime) -> Iterator[bool]:
    """Write to a head of each service of which an entry should have been looked at; once for each time it is due."""
    today = timezone.localdate(at)
    for service in Service.objects.running(today).select_related("organisation").order_by("pk"):
        by = Actor.system("remind", service, MAY)
        found = rows(ServiceEntry, by=by, to=P.DIRECTORY_VIEW).standing().filter(reminded_on=None, service=service)
        due = [one for one in found.order_by(by_name(), "pk") if one.is_stale(today)]
        whom = heads_of(service.pk, today).first() if due else None
        if whom is None:
            continue
        for one in due:
            actions.remind(by=by, entry=one, today=today)
        yield letters.send("directory/letters/due.txt", to=whom.user.email, entries=due)


reminders.register("directory", remind)
