"""What pages show of statements: the list of a case, one with its exchange, what waits."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, Subquery

from spojka.access.actor import Actor
from spojka.access.doors import read, rows, shown
from spojka.access.permissions import Permission
from spojka.audit.models import Seen
from spojka.base.prepared import prepared
from spojka.cases.models import Case, Participant
from spojka.cases.reading import acting_for

from .models import Reply, Statement, What

P = Permission
VIEW = P.STATEMENT_VIEW
WITH = ("about", "service", "organisation", "said_by", "supersedes", "clarified")
NEWEST = ("-at", "-pk")
FIRST = ("at", "recorded_at", "pk")


@dataclass(frozen=True)
class Listed:
    """A statement in a list: how much was said to it, and whether a question waits."""

    row: Any
    replies: int = 0
    waits: bool = False


@dataclass(frozen=True)
class Exchange:
    """All that belongs to one statement: what it clarified, the oldest first, each with what was said to it."""

    chain: list[tuple[Any, list[Any]]] = field(default_factory=list)
    waits: bool = False


def statements_of(case: Case, by: Actor, about: Any, waiting: bool, page: Any) -> tuple[Any, list[Listed]]:
    """Return one page of the statements of a case that are not superseded, the newest first."""
    where = Q(case=case, clarified=None)
    where &= Q(about=about) if about else Q()
    open_ones = rows(Reply, by=by, to=VIEW).waiting().filter(case=case)
    if waiting:
        where &= Q(pk__in=open_ones.values("statement_id"))
    found = shown(Statement, by=by, to=VIEW, order=NEWEST, where=where, page=page, related=WITH)
    ids = [one.pk for one in found.object_list]
    read([one.supersedes for one in found.object_list if one.supersedes], by=by, to=VIEW)
    said = rows(Reply, by=by, to=VIEW).filter(statement__in=ids).order_by("pk").values_list("statement_id", flat=True)
    many: dict[UUID, int] = {}
    for id in said:
        many[id] = many.get(id, 0) + 1
    waits = set(open_ones.filter(statement__in=ids).values_list("statement_id", flat=True))
    return found, [Listed(one, many.get(one.pk, 0), one.pk in waits) for one in found.object_list]


def exchange_of(statement: Statement, by: Actor) -> Exchange:
    """Return the whole exchange around a statement: also what it clarified, and what clarified it."""
    chain = [statement]
    while chain[0].supersedes_id and (older := _one(Q(pk=chain[0].supersedes_id), by)):
        chain.insert(0, older)
    while newer := _one(Q(supersedes=chain[-1].pk), by):
        chain.append(newer)
    ids = [one.pk for one in chain]
    said = (
        rows(Reply, by=by, to=VIEW)
        .filter(statement__in=ids)
        .select_related("service", "organisation", "said_by", "whose")
    )
    replies = read(said.order_by(*FIRST), by=by, to=VIEW)
    read([one for one in chain if one.pk != statement.pk], by=by, to=VIEW)
    waits = rows(Reply, by=by, to=VIEW).waiting().filter(statement=chain[-1].pk).exists()
    return Exchange([(one, [reply for reply in replies if reply.statement_id == one.pk]) for one in chain], waits)


def _one(where: Q, by: Actor) -> Any:
    return rows(Statement, by=by, to=VIEW, where=where).select_related(*WITH).first()


def voices_of(case: Case, by: Actor) -> list[Any]:
    """Return the participants whose words one may write down: all present but the own service."""
    found = rows(Participant, by=by, to=P.CASE_VIEW).filter(case=case, left_on=None).exclude(grantee_id__in=by.names)
    return list(found.order_by("joined_on", "pk"))


def replying_for(statement: Statement, by: Actor) -> list[Any]:
    """Return the services for which `by` may reply; the one whose statement it is first."""
    mine = acting_for(statement.case, by, P.STATEMENT_REPLY)
    return sorted(mine, key=lambda one: one.pk != statement.service_id)


def questions(by: Actor, most: int = 20) -> list[Any]:
    """Return the questions that wait for an answer to statements of one's own services, the oldest first."""
    if not by.may(P.STATEMENT_CLARIFY):
        return []
    return read(_questions(by, most), by=by, to=VIEW)


@prepared
def _questions(by: Actor, most: int) -> Any:
    asked = rows(Reply, by=by, to=VIEW).waiting().filter(statement__service__in=by.services)
    found = asked.exclude(case__state="closed").select_related("case", "statement", "organisation", "service", "about")
    return found.order_by("recorded_at", "pk")[:most]


def answers(by: Actor, most: int = 20) -> list[Any]:
    """Return the statements that one's own services asked about and that were answered, or clarified, since.

    They stand there until who asked, or the one who looks, has read the answer.
    """
    if not by.may(P.STATEMENT_REPLY):
        return []
    ids = [*_answered(by, most), *_clarified(by, most)]
    if not ids:
        return []
    found = rows(Statement, by=by, to=VIEW).filter(pk__in=ids).exclude(case__state="closed")
    listed = list(found.select_related("case", "organisation").order_by("at", "pk")[:most])
    older = {one.supersedes_id for one in listed}  # it stands in the exchange of what clarified it
    listed = [one for one in listed if one.pk not in older]
    read({one.case for one in listed}, by=by, to=P.CASE_VIEW)
    return listed


def _asked(by: Actor) -> Any:
    return Reply.objects.filter(what=What.QUESTION, service__in=by.services)


@prepared
def _answered(by: Actor, most: int) -> Any:
    asked = _asked(by)
    before = asked.filter(statement=OuterRef("statement"), recorded_at__lt=OuterRef("recorded_at"))
    said = rows(Reply, by=by, to=VIEW).filter(what=What.ANSWER, statement__in=asked.values("statement_id"))
    said = said.filter(Exists(before)).exclude(service__in=by.services)
    return _unread(said, before, by).values_list("statement_id", flat=True)[:most]


@prepared
def _clarified(by: Actor, most: int) -> Any:
    asked = _asked(by)
    clearer = rows(Statement, by=by, to=VIEW).filter(supersedes__in=asked.values("statement_id"), voided_at=None)
    clearer = clearer.exclude(service__in=by.services)
    return _unread(clearer, asked.filter(statement=OuterRef("supersedes")), by).values_list("pk", flat=True)[:most]


def _unread(found: Any, asked: Any, by: Actor) -> Any:
    """Those which nobody of them has read: who asked it, and `by`."""
    by_whom = Q(entry__actor_id=by.id) | Q(entry__actor_id=OuterRef("asker"))
    read_by = Seen.objects.filter(by_whom, row_id=OuterRef("pk"))
    asker = Subquery(asked.order_by("-recorded_at", "-pk").values("written_by")[:1])
    return found.alias(asker=asker).exclude(Exists(read_by)).order_by("pk")
