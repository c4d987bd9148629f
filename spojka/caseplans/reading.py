"""What pages show of a plan: one version as a whole, who agreed to it, what is due."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Max

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.owned import Openings
from spojka.access.permissions import Permission
from spojka.cases import sharing
from spojka.cases.models import Case, Party
from spojka.cases.reading import people_of, team_of

from . import advice
from .models import AnswerKind, Assent, AssentWord, Part, PartKind, Plan, PlanState, TermAnswer, Tick, TickState
from .standing import answers_to, last, standing

P = Permission


@dataclass
class Seen:
    """One goal or step as it stands: with its term, whether it is done, and what was answered."""

    part: Part
    today: date
    tick: Tick | None = None
    answer: TermAnswer | None = None
    moved: TermAnswer | None = None  # the last answer that agreed a new term
    is_draft: bool = False
    steps: list["Seen"] = field(default_factory=list)

    @property
    def term(self) -> date | None:
        return self.moved.new_term if self.moved else self.part.term

    @property
    def is_settled(self) -> bool:
        return self.tick is not None and self.tick.state != TickState.OPEN

    @property
    def is_done(self) -> bool:
        return self.tick is not None and self.tick.state == TickState.DONE

    @property
    def has_acted(self) -> bool:
        """Test whether plan B was started because of the term that holds."""
        answer = self.answer
        return answer is not None and answer.kind == AnswerKind.ACTED and answer.passed == self.term

    @property
    def is_due(self) -> bool:
        """Test whether its term passed and nobody answered."""
        passed = self.term is not None and self.term < self.today
        return passed and not self.is_draft and not self.is_settled and not self.has_acted

    @property
    def late(self) -> int:
        """For how many days it or a step of it has been due."""
        own = (self.today - self.term).days if self.is_due and self.term else 0
        return max([own, *(step.late for step in self.steps)])

    @property
    def ring(self) -> str:
        if self.is_settled:
            return "done"
        return "late" if self.is_due else "half" if self.has_acted else "open"

    @property
    def advice(self) -> list[advice.Hint]:
        term, today = self.part.term, None if self.is_settled else self.today
        return advice.of_part(self.part.kind, self.part.said, term=term, owner=self.part.owner, today=today)


@dataclass
class Whole:
    """One version of a plan."""

    plan: Plan
    head: Part
    goals: list[Seen]
    today: date

    @property
    def seen(self) -> list[Seen]:
        return [one for goal in self.goals for one in (goal, *goal.steps)]

    @property
    def due(self) -> list[Seen]:
        """What is due, each with its plan B; a goal stands before its steps."""
        return [one for one in self.seen if one.is_due]

    @property
    def advice(self) -> list[advice.Hint]:
        """What could be better in the plan as a whole."""
        return Seen(self.head, self.today).advice

    @property
    def changed_at(self) -> datetime:
        return max(one.recorded_at for one in (self.head, *(seen.part for seen in self.seen)))

    def goal_of(self, seen: Seen) -> Seen:
        """Return the goal that a step belongs to, or the goal itself."""
        return next((one for one in self.goals if one.part.key == seen.part.of), seen)

    def plan_b(self, seen: Seen) -> str:
        """Return what was agreed for the case that it fails: of the goal, else of the whole."""
        return self.goal_of(seen).part.said.get("plan_b", "") or self.head.said.get("plan_b", "")


def plans_of(case: Case, by: Actor) -> list[Plan]:
    """Return all versions but those that were thrown away, the newest first."""
    found = rows(Plan, by=by, to=P.CASE_VIEW).filter(case=case).exclude(state=PlanState.VOIDED)
    return read(found.order_by("-number"), by=by, to=P.CASE_VIEW)


def thrown_away(case: Case, by: Actor) -> list[Plan]:
    """Return the drafts that were thrown away, the newest first."""
    found = rows(Plan, by=by, to=P.CASE_VIEW).filter(case=case, state=PlanState.VOIDED)
    return read(found.order_by("-number"), by=by, to=P.CASE_VIEW)


def agreed_of(case: Case, by: Actor, today: date) -> Whole | None:
    """Return the version that was agreed, if a term of it passed; looked at for each page of the case, so cheaply."""
    among = sharing.openings(case, by)
    plan = rows(Plan, by=by, to=P.CASE_VIEW, among=among).filter(case=case, state=PlanState.AGREED).first()
    if plan is None:
        return None
    read([plan], by=by, to=P.CASE_VIEW)
    late = rows(Part, by=by, to=P.CASE_VIEW, among=among).filter(plan=plan, term__lt=today)
    return whole(plan, by, today, among) if late.exists() else None


def whole(plan: Plan, by: Actor, today: date, among: Openings | None = None) -> Whole:
    """Return a version with all that stands in it."""
    parts = rows(Part, by=by, to=P.CASE_VIEW, among=among).filter(plan=plan).select_related("party", "participant")
    ticks = rows(Tick, by=by, to=P.CASE_VIEW, among=among).filter(case=plan.case_id)
    answers = rows(TermAnswer, by=by, to=P.CASE_VIEW, among=among).filter(case=plan.case_id)
    found = arranged(plan, known(parts, plan.case_id, by, among), ticks, answers, today)
    read([found.head, *(one.part for one in found.seen)], by=by, to=P.CASE_VIEW)
    read([one.tick for one in found.seen if one.tick], by=by, to=P.CASE_VIEW)
    return found


def arranged(
    plan: Plan, parts: Iterable[Part], ticks: Iterable[Tick], answers: Iterable[TermAnswer], today: date
) -> Whole:
    """Put the newest wordings in order: goals, each with its steps."""
    stand = [one for one in standing(parts).values() if not one.is_out]
    done, answers = last(ticks), list(answers)

    def seen(part: Part) -> Seen:
        held = answers_to(part, answers)
        moved = next((one for one in reversed(held) if one.new_term), None)
        return Seen(part, today, done.get(part.key), held[-1] if held else None, moved, is_draft=plan.is_draft)

    by_place = sorted(stand, key=lambda one: (one.place, one.key))
    goals = [seen(one) for one in by_place if one.kind == PartKind.GOAL]
    for goal in goals:
        goal.steps = [seen(one) for one in by_place if one.of == goal.part.key]
    head = next(one for one in stand if one.kind == PartKind.HEAD)
    return Whole(plan, head, goals, today)


def alone(part: Part, by: Actor, today: date) -> Seen:
    """Return one part as it stands."""
    ticks = rows(Tick, by=by, to=P.CASE_VIEW).filter(case=part.case_id, key=part.key)
    return Seen(part, today, last(ticks).get(part.key))


def parts_of(plan: Plan, by: Actor) -> list[Part]:
    """Return what stands in a version."""
    parts = rows(Part, by=by, to=P.CASE_VIEW).filter(plan=plan).select_related("party", "participant")
    return read(standing(known(parts, plan.case_id, by)).values(), by=by, to=P.CASE_VIEW)


def wordings(part: Part, by: Actor) -> list[Part]:
    """Return all wordings of a part in its version, the newest first."""
    found = rows(Part, by=by, to=P.CASE_VIEW).filter(plan=part.plan_id, key=part.key)
    found = found.select_related("party", "participant", "organisation", "service").order_by("-wording")
    return read(known(found, part.case_id, by), by=by, to=P.CASE_VIEW)


def known(found: Iterable[Any], case: UUID, by: Actor, among: Openings | None = None) -> list[Any]:
    """Return rows that name a party, but no name of whom one may not know: as the fence of PostgreSQL does."""
    listed = list(found)
    parties = set(rows(Party, by=by, to=P.CASE_VIEW, among=among).filter(case=case).values_list("pk", flat=True))
    for row in listed:
        if row.party_id and row.party_id not in parties:
            row._state.fields_cache["party"] = None
    return listed


def assents_of(plan: Plan, by: Actor) -> list[Assent]:
    found = rows(Assent, by=by, to=P.CASE_VIEW).filter(plan=plan).select_related("party", "participant", "service")
    return read(known(found.order_by("at", "pk"), plan.case_id, by), by=by, to=P.CASE_VIEW)


@dataclass(frozen=True)
class Voice:
    """What one party or side of the team says of a version: nothing yet, or its newest word."""

    name: str
    assent: Assent | None = None
    party: Any = None
    participant: Any = None
    is_old: bool = False  # the plan was written further since

    @property
    def is_missing(self) -> bool:
        return self.assent is None or self.is_old

    @property
    def is_yes(self) -> bool:
        return self.assent is not None and self.assent.word != AssentWord.NO


def assented(case: Case, plan: Plan, by: Actor, at: datetime) -> list[Voice]:
    """Return who of the case and the team has agreed to a version, and who not yet."""
    assents = assents_of(plan, by)
    parts = rows(Part, by=by, to=P.CASE_VIEW).filter(plan=plan)
    changed = parts.aggregate(last=Max("recorded_at"))["last"]
    newest = {one.party_id or one.participant_id or one.pk: one for one in assents}
    parties = [one for one in people_of(case, by) if not one.left_on or one.pk in newest]
    team = [one.participant for one in team_of(case, parties, by, at)]
    found = [_voice(one, newest.pop(one.pk, None), changed) for one in (*parties, *team)]
    if plan.state == PlanState.SUPERSEDED:
        found = [one for one in found if one.assent]
    return [*found, *(Voice(one.said_by, one, is_old=one.at < changed) for one in newest.values())]


def _voice(who: Any, assent: Assent | None, changed: datetime) -> Voice:
    whose = {"party": who} if isinstance(who, Party) else {"participant": who}
    return Voice(str(who), assent, **whose, is_old=assent is not None and assent.at < changed)
