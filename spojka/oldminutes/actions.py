"""Old minutes are brought, corrected, dropped, taken over."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.groups.models import Group
from spojka.meetings.own import sealed

from . import learning, taking
from .models import GroupName, OldMinutes
from .proposal import Head, Original, Proposal, Row

MOST_WAITING = 200  # of one group
MOST_ROWS = 1500  # as minutes take them


class TakenOver(Refusal):
    """These old minutes are a meeting already, or were dropped."""


@action(Permission.OLD_MINUTES_BRING, on="group")
def bring(
    *, by: Actor, id: UUID, group: Group, name: str, original: Original, proposal: Proposal, at: datetime
) -> OldMinutes:
    """Keep what was read until somebody has corrected it."""
    OldMinutes.objects.all().stop_if_known(id, group.service)
    if len(proposal.rows) > MOST_ROWS:
        raise Refusal(_("The text is too long for minutes. Bring each meeting in a file of its own."))
    if group.old_minutes.waiting().count() >= MOST_WAITING:
        raise Refusal(_("Too many old minutes wait here. Take some over or drop them first."))
    texts = sealed(name=name, original=_json(original), proposal=_json(proposal))
    return OldMinutes(**group.ownership, **texts, id=id, group=group, brought_at=at, brought_by=by.id).add()


@action(Permission.OLD_MINUTES_CORRECT, on="draft")
def correct(
    *, by: Actor, draft: OldMinutes, version: int, head: Head | None, at: int, many: int, rows: Sequence[Row]
) -> OldMinutes:
    """Put rows in place of those `many` from `at` on that the page showed; the head stays if there is none.

    `version` is the one that the page showed.
    """
    row = _held(draft)
    said = Proposal.of(row.said)
    head = head or said.head
    if row.version == version + 1 and (said.head, said.rows[at : at + len(rows)]) == (head, list(rows)):
        return row  # sent once more: its answer was lost
    if row.version != version:
        raise Refusal(_("Somebody corrected it meanwhile, maybe you in another window. Open the page anew."))
    whole = [*said.rows[:at], *rows, *said.rows[at + many :]]
    if len(whole) > MOST_ROWS:
        raise Refusal(_("Minutes have at most %(most)s lines.") % {"most": MOST_ROWS})
    return row.change(**sealed(proposal=_json(Proposal(head, whole))), version=version + 1)


@action(Permission.OLD_MINUTES_DROP, on="draft")
def drop(*, by: Actor, draft: OldMinutes, at: datetime) -> OldMinutes:
    """Drop old minutes that were not taken over: their words are erased."""
    return _held(draft).change(dropped_at=at, name="", original="", proposal="")


@action(Permission.OLD_MINUTES_TAKE, on="draft")
def take_over(*, by: Actor, draft: OldMinutes, at: datetime) -> OldMinutes:
    """Make the meeting of that day of it, or fill the one that is there; keep what was learned of names."""
    row = _held(draft)
    group = (
        Group.objects.select_for_update(of=("self",)).select_related("service", "organisation").get(pk=row.group_id)
    )
    original, said = Original.of(row.text), Proposal.of(row.said)
    meeting = taking.meeting_of(group, said.head, by, at)
    taking.attend(meeting, said.head, by, at)
    taking.write(meeting, said.rows, by, at)
    sure = {one.of_house for one in learning.seats(group, by, timezone.localdate(at))}
    learning.keep(group, learning.learned(original, said, sure), by.id)
    return row.change(meeting=meeting, taken_at=at)


@action(Permission.GROUP_NAME_FORGET, on="name")
def forget(*, by: Actor, name: GroupName, at: datetime) -> GroupName:
    """Forget what an abbreviation means."""
    return name if name.forgotten_at else name.change(forgotten_at=at)


def _held(draft: OldMinutes) -> OldMinutes:
    """Return it as it is now, held until the end."""
    row: OldMinutes = OldMinutes.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    if row.meeting_id:
        raise TakenOver(_("These minutes were taken over already. Correct them in the minutes of the meeting."))
    if row.dropped_at:
        raise TakenOver(_("These minutes were dropped meanwhile."))
    return row


def _json(said: Original | Proposal) -> str:
    return json.dumps(asdict(said), ensure_ascii=False, separators=(",", ":"))
