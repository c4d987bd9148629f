"""What was said of the client in a case, as their own look tells it: what others may read or could, with who said it.

What nobody else reads stays away, as do workers' notes and entries: a statement is made to be shared, with its author
and meaning. What was taken back is not told, for it may have been on somebody else.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.models import Basis, Grant
from spojka.access.permissions import Permission
from spojka.cases.models import Participant
from spojka.cases.own_look import Mine
from spojka.looks.beside import Tab, register_tab

from .knowing import is_of
from .models import Reply, Statement, What

VIEW = Permission.STATEMENT_VIEW
WITH = ("service__organisation", "organisation", "said_by", "clarified")
MOST = 200  # the newest of one case

register_tab(Tab("said", "own_said:said", _("What was said of me"), "quote", 40, of_case=True))


@dataclass
class Told:
    """A statement with what was said to it; `was` are those that it clarified, the newest first."""

    row: Statement
    replies: list[Reply] = field(default_factory=list)
    was: list["Told"] = field(default_factory=list)


def said_of(one: Mine, team: list[Participant], by: Actor) -> list[Told]:
    """Return what was said of the client; `team` are the participants of whom they may know."""
    found = rows(Statement, by=by, to=VIEW).filter(about=one.party.pk, voided_at=None).select_related(*WITH)
    readers = _readers(one)
    listed = found.prefetch_related("said_by__worker__services").order_by("-at", "-recorded_at", "-pk")[:MOST]
    told = {row.pk: Told(row) for row in listed if _is_told(row, team) and _is_read(row, readers)}
    for reply in _replies(one, list(told), team, by):
        told[reply.statement_id].replies.append(reply)
    read([each.row for each in told.values()], by=by, to=VIEW)
    return [_with_was(each, told) for each in told.values() if not _newer(each, told)]


def _replies(one: Mine, statements: list[UUID], team: list[Participant], by: Actor) -> list[Any]:
    """Return what was said to them by whom the client may know, and what they said themselves."""
    asked = rows(Reply, by=by, to=VIEW).filter(statement__in=statements).order_by("at", "recorded_at", "pk")
    found = asked.filter(Q(whose=None) | Q(whose=one.party.pk)).select_related(*WITH[:3])
    return read([row for row in found if row.what == What.VIEW or _is_told(row, team)], by=by, to=VIEW)


def _with_was(each: Told, told: dict[UUID, Told]) -> Told:
    older = told.get(each.row.supersedes_id)
    while older:
        each.was.append(older)
        older = told.get(older.row.supersedes_id)
    return each


def _newer(each: Told, told: dict[UUID, Told]) -> bool:
    return each.row.newer is not None and each.row.newer.pk in told


def _is_told(row: Statement | Reply, team: list[Participant]) -> bool:
    """Test whether the client may know who wrote a row and whose words they are."""
    writes = any(one.grantee_id and is_of(one, row.service) for one in team)
    return writes and (row.said_by_id is None or row.said_by_id in {one.pk for one in team})


@dataclass(frozen=True)
class Reader:
    """Whom something is open to, of which kinds and until when."""

    grantee: UUID
    kinds: int
    ends_at: datetime | None


def _readers(one: Mine) -> list[Reader]:
    """Return to whom the client was or is open in the case; the client knows of each, or may by now."""
    grants = Grant.objects.filter(subject_id=one.party.pk, basis=Basis.PARTICIPATION)
    known = [grant for grant in grants.order_by("pk") if grant.stands_on_id not in one.untold]
    return [Reader(grant.grantee_id, grant.kinds, grant.ends_at) for grant in known]


def _is_read(row: Statement, readers: list[Reader]) -> bool:
    """Test whether somebody beside who wrote it may read it, or could since it was written."""
    names = {row.service_id, row.organisation_id}
    return any(
        one.grantee not in names and one.kinds & row.kind and (one.ends_at is None or one.ends_at > row.recorded_at)
        for one in readers
    )
