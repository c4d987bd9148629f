"""What waits at Today: questions to one's own statements, answers to one's own questions, reports that are due,
cooperation to be evaluated."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.base.prepared import prepared

from .due import AHEAD
from .models import TeamAgreement, TeamReview
from .promises import Owed, evaluated_on, is_mine, newest_in_force, owed
from .reading import answers, questions

P = Permission
VIEW = P.TEAM_AGREEMENT_VIEW
SHOWN = 20


@dataclass(frozen=True)
class Waiting:
    """What waits: for an answer, to be told, to be asked for from who works without Spojka, to be evaluated."""

    today: date
    questions: list[Any] = field(default_factory=list)
    answers: list[Any] = field(default_factory=list)  # statements to which we asked, and somebody answered
    ours: list[Owed] = field(default_factory=list)
    theirs: list[Owed] = field(default_factory=list)
    reviews: list[tuple[TeamAgreement, date]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.questions or self.answers or self.ours or self.theirs or self.reviews)


def waiting(by: Actor, today: date) -> Waiting:
    """Return what waits for `by`."""
    if not by.may(VIEW):
        return Waiting(today, questions(by), answers(by))
    agreements = newest_in_force(by)
    due = owed(agreements, by, today + AHEAD)
    ours = [one for one in due if is_mine(one.teller, by)][:SHOWN]
    theirs = [one for one in due if _is_to_ask(one, by, today)][:SHOWN]
    reviews = _to_review(agreements, by, today)[:SHOWN]
    shown = {one.agreement for one in (*ours, *theirs)} | {one for one, _on in reviews}
    read(shown, by=by, to=VIEW)
    read({one.case for one in shown}, by=by, to=P.CASE_VIEW)
    return Waiting(today, questions(by), answers(by), ours, theirs, reviews)


def _is_to_ask(one: Owed, by: Actor, today: date) -> bool:
    """Who works without Spojka is not reminded by it: the coordinating service asks them."""
    return one.teller.grantee_id is None and one.due < today and one.agreement.is_own_of(by)


def _to_review(agreements: list[TeamAgreement], by: Actor, today: date) -> list[tuple[TeamAgreement, date]]:
    if not by.may(P.TEAM_AGREEMENT_REVIEW):
        return []
    mine = [one for one in agreements if one.is_own_of(by)]
    said: dict[Any, list[TeamReview]] = {}
    for row in _reviews(by, tuple(one.pk for one in mine)):
        said.setdefault(row.agreement_id, []).append(row)
    due = [(one, evaluated_on(one, said.get(one.pk, []))) for one in mine]
    return sorted([(one, on) for one, on in due if on <= today], key=lambda pair: pair[1])


@prepared
def _reviews(by: Actor, agreements: tuple[UUID, ...]) -> Any:
    return rows(TeamReview, by=by, to=VIEW).filter(agreement__in=agreements).order_by("pk")
