"""Where a shift is and which projects pay for it, changed after it was planned."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import pairwise

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.events.models import Event
from spojka.network.models import Membership, Project
from spojka.places.models import Place
from spojka.ui.words import moment

from .. import paying
from ..models import CrewMember, Shift, ShiftPart

PaidFrom = tuple[datetime | None, Project | None]


class BadPart(Refusal):
    """The times of parts can't be true."""


@action(Permission.SHIFT_MOVE, on="shift")
def move(*, by: Actor, shift: Shift, event: Event | None, place: Place | None, setting: str) -> Shift:
    """Say that the shift is elsewhere. Its contacts go with it; a closed shift stays where it was."""
    shift = Shift.objects.select_for_update(of=("self",)).get(pk=shift.pk)
    if shift.is_closed:
        raise Refusal(_("This shift is closed. Open it again first, if it was elsewhere."))
    if any(row is not None and row.service_id != shift.service_id for row in (event, place)):
        raise PermissionDenied("another service's row")
    where = place or (event.venue if event else None)
    if where is None:
        raise Refusal(_("Choose an event or a place."), field="place")
    return shift.change(event=event, place=where, setting=setting)


@action(Permission.SHIFT_SPLIT, on="shift")
def split(*, by: Actor, shift: Shift, parts: Sequence[PaidFrom]) -> Shift:
    """Say from when which project pays. The first part begins with the shift; no parts: it is outside of projects."""
    shift = Shift.objects.select_for_update(of=("self",)).select_related("place").get(pk=shift.pk)
    if shift.is_cancelled:
        raise Refusal(_("This shift did not take place."))
    starts = [shift.start, *(at or shift.start for at, _project in parts[1:])]
    for number, (before, at) in enumerate(pairwise(starts), start=1):
        if not before < at < shift.end:
            raise BadPart(
                _("A part begins after the one before it and before the end of the shift, %(end)s.")
                % {"end": moment(shift.end)},
                field=f"at_{number}",
            )
    for number, (_at, project) in enumerate(parts):
        if project:
            paying.check(project, shift, f"project_{number}")
    ShiftPart.objects.filter(shift=shift).delete()
    ShiftPart.objects.bulk_create(
        ShiftPart(**shift.ownership, shift=shift, starts_at=at, project=project)
        for at, (_old, project) in zip(starts, parts, strict=False)
    )
    return shift


@action(Permission.CREW_ASSIGN, on="shift")
def assign(*, by: Actor, shift: Shift, roles: Mapping[Membership, str]) -> Shift:
    """Say who is in the crew and what each does; who is not named any more leaves it."""
    shift = Shift.objects.select_for_update(of=("self",)).get(pk=shift.pk)
    people = {member.pk: role for member, role in roles.items()}
    if Membership.objects.filter(pk__in=people, services=shift.service_id).count() != len(people):
        raise PermissionDenied("another service's member")
    known = {one.membership_id: one for one in CrewMember.objects.filter(shift=shift).order_by("pk")}
    for id, one in known.items():
        if id not in people:
            one.delete()
        elif one.role != people[id]:
            one.change(role=people[id])
    for id in people.keys() - known.keys():
        CrewMember(**shift.ownership, shift=shift, membership_id=id, role=people[id]).add()
    return shift
