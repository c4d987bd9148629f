"""What of early warning others show: warnings in force, for Today and for the stand."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.models import Grant
from spojka.access.permissions import Permission
from spojka.base.ids import id_from
from spojka.base.prepared import prepared
from spojka.base.sorting import czech
from spojka.network.models import Organisation

from .models import Audience, EarlyWarning, Signal

MOST = 5
MOST_PUBLIC = 50


def in_force(by: Actor, on: date) -> list[Any]:
    """Return the warnings that `by` should know of on the day, those not yet acknowledged first."""
    if not by.may(Permission.WARNING_VIEW):
        return []
    listed: list[Any] = read(_standing(by, on), by=by, to=Permission.WARNING_VIEW)
    for one in listed:
        one.is_ours = one.organisation == by.organisation
    return listed


@prepared
def _standing(by: Actor, on: date) -> Any:
    found = rows(EarlyWarning, by=by, to=Permission.WARNING_VIEW).in_force(on).with_seen(by)
    return found.select_related("organisation").order_by("is_seen", "-valid_from", "pk")[:MOST]


def for_everybody(house: Organisation, on: date) -> list[EarlyWarning]:
    """Return the public warnings of a house that are in force, for somebody who has not signed in.

    Nobody's reading of what everybody may read is remembered: it would tell nothing and let strangers fill our disk.
    """
    found = rows(EarlyWarning, by=Actor.anybody(), to=Permission.WARNING_VIEW).in_force(on)
    return list(found.filter(organisation=house, audience=Audience.PUBLIC).order_by("-valid_from", "pk")[:MOST_PUBLIC])


def add_told(signals: Iterable[Any], by: Actor) -> None:
    """Say of each of one's own signals which other organisations see it now."""
    homes = {one.pk: one.organisation_id for one in signals if one.service_id in by.services}
    current = Grant.objects.current(timezone.now()).filter(subject_id__in=homes)
    pairs = [(row, who) for row, who in current.values_list("subject_id", "grantee_id") if who != homes[row]]
    names = dict(Organisation.objects.filter(pk__in=[who for _row, who in pairs]).values_list("pk", "name"))
    for one in signals:
        one.told = sorted((names[who] for row, who in pairs if row == one.pk and who in names), key=czech)


def partners_of(signals: Iterable[str], by: Actor) -> list[Any]:
    """Return the organisations that see any of these signals already, to be ticked in a form."""
    own = rows(Signal, by=by, to=Permission.SIGNAL_SHARE).filter(pk__in=[one for one in signals if id_from(one)])
    told = Grant.objects.current(timezone.now()).filter(subject_id__in=own.values("pk"))
    found = Organisation.objects.hearing().filter(pk__in=told.values("grantee_id"))
    return list(found.values_list("pk", flat=True))
