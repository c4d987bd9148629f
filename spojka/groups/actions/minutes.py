"""What of minutes becomes public, and what grows out of a line of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.meetings.models import Meeting
from spojka.network.models import Service

from ..models import Group, Offshoot, PublicMinutes, PublicPage


@action(Permission.GROUP_MINUTES_PUBLISH, on="group")
def publish(
    *, by: Actor, id: UUID, group: Group, meeting: Meeting, lines: Sequence[dict[str, Any]], at: datetime
) -> PublicMinutes:
    """Let everybody read what a person checked of a meeting; what was public of it before is withdrawn."""
    PublicMinutes.objects.all().stop_if_known(id, group.service)
    page = PublicPage.objects.filter(group=group).first()
    if page is None or not group.is_public:
        raise Refusal(_("This group does not stand on public pages. Change that first."))
    if meeting.held_for != group.pk or meeting.is_cancelled:
        raise Refusal(_("This is no meeting of the group."))
    if not lines:
        raise Refusal(_("Leave at least one line in."))
    for one in PublicMinutes.objects.filter(meeting=meeting, withdrawn_at=None):
        one.change(withdrawn_at=at)
    said = {"lines": list(lines), "published_at": at, "published_by": by.id}
    said["on"] = timezone.localdate(meeting.starts_at)
    return PublicMinutes(**group.ownership, **said, id=id, page=page, meeting=meeting).add()


@action(Permission.GROUP_MINUTES_WITHDRAW, on="minutes")
def withdraw(*, by: Actor, minutes: PublicMinutes, at: datetime) -> PublicMinutes:
    """Let nobody read public minutes any more."""
    return minutes if minutes.withdrawn_at else minutes.change(withdrawn_at=at)


@action(Permission.LINE_GROW, on="service", into="group")
def grow(
    *, by: Actor, id: UUID, service: Service, group: Group, meeting: Meeting, line: UUID, into: str, row_id: UUID
) -> Offshoot:
    """Tie what a line of minutes grew into to that line."""
    Offshoot.objects.all().stop_if_known(id, service)
    if meeting.held_for != group.pk:
        raise Refusal(_("This is no meeting of the group."))
    owner = group.ownership if group.service_id == service.pk else service.ownership
    said = {"meeting": meeting, "line": line, "into": into, "row_id": row_id, "grown_by": by.id}
    return Offshoot(**owner, **said, id=id, group=group).add()
