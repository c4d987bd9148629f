"""What whoever meets a client should know of limits and conditions before anything is promised."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.clients.beside import Flag, register_flags
from spojka.clients.models import Client
from spojka.codelists.catalogue import catalogue
from spojka.codelists.words import lasting

from . import eligibility
from .limits import Usage, usage
from .models import Shift


def usage_now(client: Client, at: datetime, shift: Shift | None = None) -> Usage:
    """Return what the client had on the day and in the shift in which they come, else in those that run."""
    shifts = [shift] if shift else _running(client, at)
    day = max((one.day for one in shifts), default=timezone.localdate(at))
    ids = [one.pk for one in shifts]
    return usage(client, day=day, shifts=ids, at=at, catalogue=catalogue(client.service, day))


def _running(client: Client, at: datetime) -> list[Shift]:
    """All in a night belongs to the day on which it began. What nobody closed for days is no night."""
    since = timezone.localdate(at) - timedelta(days=1)
    return list(Shift.objects.open().filter(service=client.service, day__gte=since).order_by("pk"))


@register_flags
def limits(client: Client, by: Actor, at: datetime) -> Iterator[Flag]:
    """Tell what is used up today and what it is too soon for."""
    if not client.is_own_of(by) or not by.may(Permission.ENCOUNTER_RECORD):
        return
    used, lists = usage_now(client, at), catalogue(client.service, timezone.localdate(at))
    items = [*lists.items("material"), *lists.items("act")]
    full = [item.short for item in items if used.left(item) == 0]
    if full:
        yield Flag("limit", _("Limit used up: %(names)s") % {"names": ", ".join(full)}, icon="ban")
    for item in items:
        last = used.last.get((item.list, item.code))
        passed = int((at - last).total_seconds() // 60) if last else 0
        if last and item.interval and passed < item.interval:
            text = _("%(name)s: too soon, %(time)s to go")
            yield Flag("interval", text % {"name": item.short, "time": lasting(item.interval - passed)}, icon="clock")


@register_flags
def conditions(client: Client, by: Actor, at: datetime) -> Iterator[Flag]:
    """Tell that the service is not for this client, and what they get all the same."""
    if not client.is_own_of(by) or not by.may(Permission.ENCOUNTER_RECORD):
        return
    day = timezone.localdate(at)
    lists, rule = catalogue(client.service, day), eligibility.rule_of(client.service, day)
    why = eligibility.why_not(rule, *eligibility.known_of(client), lists) if rule else []
    if rule and why:
        said = {"why": ", ".join(why), "acts": eligibility.names(rule.outside, lists) or _("nothing")}
        yield Flag("eligibility", _("%(why)s: only %(acts)s") % said, tone="bad", icon="alert-octagon")
