"""The plan and what is asked, as the client's own look tells them: of everybody else as little as the plan needs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.access.whereabouts import hidden
from spojka.cases.own_look import Mine
from spojka.looks.beside import Tab, register_tab

from . import asking, outcomes, reading
from .models import Assent, Duty, OutcomeRating, Part, Plan, PlanState, RatedBy, Review, TermAnswer, Tick

VIEW = Permission.CASE_VIEW

register_tab(Tab("plan", "own_plan:plan", pgettext_lazy("of a client", "My plan"), "target", 20, of_case=True))


@dataclass
class Line:
    """A goal or a step as the client reads it: with whose it is, in words."""

    seen: reading.Seen
    owner: str | Promise = ""
    is_mine: bool = False
    steps: list["Line"] = field(default_factory=list)


@dataclass(frozen=True)
class OwnPlan:
    """The plan that holds, or the one that is being written where none does; with what the client said of it."""

    plan: Plan
    head: Part
    goals: list[Line]
    texts: dict[str, str]  # of the head, that the client may read
    is_rewritten: bool  # another version is being written
    assent: Assent | None
    reviewed_on: date | None


def plan_of(one: Mine, team: Iterable[Any], by: Actor, today: date) -> OwnPlan | None:
    """Return the plan of a case for its client; `team` are the participants of whom they may know."""
    plans = list(rows(Plan, by=by, to=VIEW).filter(case=one.case).order_by("-number"))
    agreed = next((plan for plan in plans if plan.is_agreed), None)
    draft = next((plan for plan in plans if plan.is_draft), None)
    plan = agreed or draft
    if plan is None:
        return None
    whole = _whole(plan, by, today)
    goals = list(_goals(one, whole, {row.pk: str(row) for row in team}))
    shown = [line for goal in goals for line in (goal, *goal.steps)]
    read([plan], by=by, to=VIEW)
    read([whole.head, *(line.seen.part for line in shown)], by=by, to=VIEW)
    read([line.seen.tick for line in shown if line.seen.tick], by=by, to=VIEW)
    names = ("text",) if one.apart else ("text", "follows", "plan_b", "reviewing")
    texts = {name: whole.head.said.get(name, "") for name in names}
    assents = rows(Assent, by=by, to=VIEW).filter(plan=plan, party=one.party).order_by("-at", "-pk")
    reviews = rows(Review, by=by, to=VIEW).filter(case=one.case).order_by("-on", "-pk")
    return OwnPlan(
        plan, whole.head, goals, texts, is_rewritten=bool(agreed and draft),
        assent=next(iter(read(assents[:1], by=by, to=VIEW)), None),
        reviewed_on=next(iter(reviews.values_list("on", flat=True)[:1]), None),
    )  # fmt: skip


def _whole(plan: Plan, by: Actor, today: date) -> reading.Whole:
    """Return a version with all that stands in it. What is not shown of it is not written down as read."""
    parts = rows(Part, by=by, to=VIEW).filter(plan=plan).select_related("party", "participant")
    ticks = rows(Tick, by=by, to=VIEW).filter(case=plan.case_id)
    answers = rows(TermAnswer, by=by, to=VIEW).filter(case=plan.case_id)
    return reading.arranged(plan, reading.known(parts, plan.case_id, by), ticks, answers, today)


def _goals(one: Mine, whole: reading.Whole, team: dict[UUID, str]) -> Iterator[Line]:
    """Return goals with their steps, but for what is on people apart: their steps, and goals that are theirs alone."""
    for goal in whole.goals:
        told = [step for step in goal.steps if step.part.party_id not in one.apart]
        if told or not goal.steps:
            yield Line(goal, steps=[_line(one, step, team) for step in told])


def _line(one: Mine, seen: reading.Seen, team: dict[UUID, str]) -> Line:
    part = seen.part
    if part.party_id == one.party.pk:
        return Line(seen, is_mine=True)
    words = "" if one.apart else part.said.get("owner", "")
    who: Any = words
    if part.party_id:
        who = part.party.called if part.party and not one.apart else _("somebody else in the case")
    elif part.participant_id:
        who = team.get(part.participant_id) or _("somebody of the team")
    return Line(seen, who)


def asked_of(one: Mine, team: Iterable[Any], client: UUID, by: Actor, today: date) -> asking.Asks:
    """Return what is asked of the client, the soonest first; no place while their address is secret.

    Who asks is told where the client may know of them. What is asked is told always: they are to do it.
    """
    told, is_hidden = {row.pk for row in team}, bool(hidden([client, one.party.pk]))
    duties = rows(Duty, by=by, to=VIEW).standing().filter(case=one.case, about=one.party, on__gte=today)
    found = list(duties.select_related("asked_by").order_by("on", "starts", "pk"))
    plan = rows(Plan, by=by, to=VIEW).filter(case=one.case, state=PlanState.AGREED).first()
    seen = _whole(plan, by, today).seen if plan else []
    asks = [_cut(ask, told, is_hidden) for ask in asking.of_duties(found, one.party)]
    read(found, by=by, to=VIEW)
    return asking.asks(one.party, [*asks, *asking.of_steps(seen, one.party)])


def _cut(ask: asking.Ask, told: set[UUID], is_hidden: bool) -> asking.Ask:
    cut: dict[str, Any] = {"town": "", "place": ""} if is_hidden else {}
    if ask.duty and ask.duty.asked_by_id and ask.duty.asked_by_id not in told:
        cut["who"] = str(_("somebody of the team"))
    return replace(ask, **cut)


def ratings_of(one: Mine, names: dict[str, str], by: Actor) -> outcomes.Changed | None:
    """Return how the client themselves rated their life, at first and at last."""
    found = rows(OutcomeRating, by=by, to=VIEW).filter(case=one.case, about=one.party, by_whom=RatedBy.CLIENT)
    ratings = read(found.order_by("on", "at", "pk"), by=by, to=VIEW)
    return outcomes.changed(RatedBy.CLIENT, ratings, names) if ratings else None
