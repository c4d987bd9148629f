"""What stands in the way of a time: the worker or the room is taken, or it is a public holiday."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from spojka.base.terms import holidays
from spojka.ui.words import day, hours

from .content import Time
from .models import Appointment

MOST = 8


def clashes(time: Time, service: Any, but: Appointment | None = None) -> list[str]:
    """Return in words what stands in the way, of all times of a series; appointments of others without a name."""
    found = [words for one in time.starts for words in (*taken(time, one, service, but), *_holiday(one))]
    return found[:MOST]


def taken(time: Time, start: datetime, service: Any, but: Appointment | None) -> Iterator[str]:
    """Tell which appointments take the worker or the room at one of its times."""
    columns = time.columns(start)
    people = [one.pk for one in (time.worker, time.second) if one]
    taken = Q(worker__in=people) | Q(second__in=people)
    taken |= Q(room__iexact=time.room, service=service) if time.room else Q()
    others = Appointment.objects.taking_time().within(start, columns["ends_at"]).filter(taken)
    others = others.exclude(pk=but.pk) if but else others
    for one in others.select_related("worker__user").order_by("starts_at", "pk")[:MOST]:
        said = {"day": day(one.starts_at), "hours": hours(one.starts_at, one.ends_at), "worker": one.worker.user.name}
        is_person = one.worker_id in people or one.second_id in people
        yield (
            _("%(worker)s has an appointment on %(day)s %(hours)s") % said
            if is_person
            else _("the room is taken on %(day)s %(hours)s") % said
        )


def _holiday(start: datetime) -> Iterator[str]:
    on = start.date()
    if on in holidays(on.year):
        yield _("%(day)s is a public holiday") % {"day": day(start)}
