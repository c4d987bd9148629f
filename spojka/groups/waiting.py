"""What of groups waits for those who support them: matters over their term, a group without a next date."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Max
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spojka.access.actor import Actor
from spojka.access.doors import rows
from spojka.access.permissions import Permission
from spojka.base.prepared import prepared
from spojka.base.sorting import by_name
from spojka.meetings import matters
from spojka.meetings.models import Meeting
from spojka.ui.matters import Matter

from .models import Group

MOST, LOOKED_AT = 6, 60
QUIET = timedelta(days=70)  # without a meeting, and none ahead


def waiting(by: Actor, today: date) -> list[Matter]:
    """Return a line for each group of one's own services that owes answers over their term or meets no more."""
    if not by.organisation or not by.may(Permission.WORKING_GROUP_CHANGE):
        return []
    found: dict[UUID, Any] = {one.pk: one for one in _own(by, today)}
    if not found:
        return []
    late = matters.late_of(found, by, today)
    met = rows(Meeting, by=by, to=Permission.MEETING_VIEW).filter(held_for__in=found, cancelled_at=None)
    last = dict(met.order_by().values("held_for").annotate(on=Max("starts_at")).values_list("held_for", "on"))
    lines = [_late(by, group, late[id]) for id, group in found.items() if id in late]
    days = {id: timezone.localdate(at) for id, at in last.items()}
    for id, group in found.items():
        if id not in late and max(days.get(id, group.begun_on), group.begun_on) < today - QUIET:
            lines.append(_quiet(by, group))
    return lines[:MOST]


@prepared
def _own(by: Actor, today: date) -> Any:
    own = rows(Group, by=by, to=Permission.WORKING_GROUP_CHANGE).going_on(today)
    return own.order_by(by_name(), "pk")[:LOOKED_AT]


def _late(by: Actor, group: Group, many: int) -> Matter:
    words = ngettext("%(n)s matter is over its term", "%(n)s matters are over their term", many) % {"n": many}
    return Matter("late", group.name, _page(by, group), words, "", None, group.pk)


def _quiet(by: Actor, group: Group) -> Matter:
    return Matter("due", group.name, _page(by, group), _("It has no next meeting"), "", None, group.pk)


def _page(by: Actor, group: Group) -> str:
    return reverse("groups:group", args=[by.organisation.slug if by.organisation else "", group.pk])
