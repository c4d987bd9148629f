from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.codelists.catalogue import Catalogue
from spojka.encounters.actions import encounters
from spojka.encounters.content import Content
from spojka.encounters.models import Encounter, Shift, Side
from spojka.encounters.times import AHEAD, check_time
from spojka.network.models import Membership

from ..models import ChangeKind, GroupAttendee, GroupChange, GroupLeader, GroupSession

COLUMNS = ("act", "topic", "place", "institution", "starts_at", "ends_at", "others")
LONGEST = 600  # minutes, as one contact can hold


class Clash(Refusal):
    """Somebody else changed it meanwhile."""


@dataclass(frozen=True, kw_only=True)
class Group:
    """All that one session says. `codes` are of those who came and are known."""

    act: str
    starts_at: datetime
    ends_at: datetime
    topic: str = ""
    place: str = ""
    institution: str = ""
    others: int = 0
    codes: tuple[str, ...] = ()
    leaders: tuple[Membership, ...] = ()

    @property
    def facts(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in COLUMNS}

    @property
    def minutes(self) -> int:
        return int((self.ends_at - self.starts_at).total_seconds() // 60)


@action(Permission.GROUP_RECORD, on="shift")
def record(*, by: Actor, id: UUID, shift: Shift, group: Group, catalogue: Catalogue, at: datetime) -> GroupSession:
    """Write down a session: each known participant gets its act as a contact, the others are one tally."""
    GroupSession.objects.all().stop_if_known(id, shift.service)
    _check(shift, group, at)
    session = GroupSession(
        **shift.ownership, id=id, shift=shift, day=shift.day, **group.facts, recorded_by=by.id
    ).add()
    _lead(session, group)
    for code in group.codes:
        _attend(by, session, group, code, catalogue, at)
    return _count(by, session, group, catalogue, at)


@action(Permission.GROUP_CORRECT, on="session")
def correct(
    *, by: Actor, session: GroupSession, version: int, group: Group, reason: str, catalogue: Catalogue, at: datetime
) -> GroupSession:
    """Put a session right. Contacts that don't hold any more are voided, those that are missing are written."""
    session = _locked(session)
    if session.version != version:
        raise Clash(_("Somebody changed it while you were writing. Look at it and write it once more."))
    _check(session.shift, group, at)
    _keep_trace(by, session, ChangeKind.CORRECTED, reason)
    is_other = any(getattr(session, name) != getattr(group, name) for name in ("act", "starts_at", "ends_at"))
    wanted = set(group.codes)
    for attendee in session.attendees.select_related("encounter__client"):
        client = attendee.encounter.client
        if not is_other and client and client.code in wanted:
            wanted.discard(client.code)
            continue
        _void(by, attendee.encounter, reason, at)
        attendee.delete()
    if is_other or session.others != group.others:
        _void(by, session.tally, reason, at)
        session.change(tally=None)
    session.change(**group.facts, version=version + 1)
    session.leaders.all().delete()
    _lead(session, group)
    for code in group.codes:
        if code in wanted:
            _attend(by, session, group, code, catalogue, at)
    return session if session.tally_id else _count(by, session, group, catalogue, at)


@action(Permission.GROUP_VOID, on="session")
def void(*, by: Actor, session: GroupSession, reason: str, at: datetime) -> GroupSession:
    """Say that a session does not count, nor do the contacts that it made. It stays, with the reason."""
    session = _locked(session)
    _keep_trace(by, session, ChangeKind.VOIDED, reason)
    for attendee in session.attendees.select_related("encounter"):
        _void(by, attendee.encounter, reason, at)
    _void(by, session.tally, reason, at)
    return session.change(voided_at=at, version=session.version + 1)


def _check(shift: Shift, group: Group, at: datetime) -> None:
    check_time(shift, group.starts_at, at)
    if group.ends_at <= group.starts_at:
        raise Refusal(_("It can't end before it starts."), field="ends_at")
    if group.ends_at > at + AHEAD:
        raise Refusal(_("It is not over yet. Write it down afterwards."), field="ends_at")
    if group.minutes > LONGEST:
        raise Refusal(_("That is more than ten hours. Put the times right."), field="ends_at")
    if not group.codes and not group.others:
        raise Refusal(_("Say who came, or how many."), field="others")


def _lead(session: GroupSession, group: Group) -> None:
    for one in group.leaders:
        GroupLeader(**session.ownership, session=session, membership=one).add()


def _attend(by: Actor, session: GroupSession, group: Group, code: str, lists: Catalogue, at: datetime) -> None:
    content = Content(
        side=Side.CODE, code=code, occurred_at=group.starts_at, acts={group.act: 1}, minutes=group.minutes
    )
    contact = _write(by, session, content, lists, at)
    GroupAttendee(**session.ownership, session=session, encounter=contact).add()


def _count(by: Actor, session: GroupSession, group: Group, lists: Catalogue, at: datetime) -> GroupSession:
    """Write who came without a code as a tally; it has no minutes, those are of the contacts."""
    if not group.others:
        return session
    acts = {group.act: group.others}
    content = Content(side=Side.TALLY, people=group.others, occurred_at=group.starts_at, acts=acts)
    return session.change(tally=_write(by, session, content, lists, at))


def _write(by: Actor, session: GroupSession, content: Content, lists: Catalogue, at: datetime) -> Encounter:
    return encounters.record(by=by, id=new_id(), shift=session.shift, content=content, catalogue=lists, at=at)


def _void(by: Actor, contact: Encounter | None, reason: str, at: datetime) -> None:
    if contact and not contact.voided_at:
        encounters.void(by=by, encounter=contact, reason=reason, at=at)


def _locked(session: GroupSession) -> GroupSession:
    locked = GroupSession.objects.select_for_update(of=("self",)).select_related("shift__service", "tally", "service")
    row: GroupSession = locked.get(pk=session.pk)
    if row.voided_at:
        raise Clash(_("It was voided already."))
    return row


def _keep_trace(by: Actor, session: GroupSession, kind: ChangeKind, reason: str) -> None:
    came = [str(id) for id in session.attendees.order_by("pk").values_list("encounter_id", flat=True)]
    led = [str(id) for id in session.leaders.order_by("pk").values_list("membership_id", flat=True)]
    before = {name: getattr(session, name) for name in COLUMNS} | {"came": came, "leaders": led}
    said = {"session": session, "kind": kind, "before": before, "reason": reason, "made_by": by.id}
    GroupChange(**session.ownership, **said).add()
