"""How a referral stands: told from its steps each time, never stored."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.utils.translation import pgettext_lazy

from .models import ANSWERS, Referral, ReferralStep, Said, Side

OUTCOME_IN = timedelta(days=14)  # our proposal
ANSWER_DAYS, VISIT_DAYS = 3, 5  # working days, where no agreement says others; the latter is of the domain


class State(models.TextChoices):
    """How it stands."""

    OFFERED = "offered", pgettext_lazy("a referral", "waits for an answer")
    ASKED = "asked", pgettext_lazy("a referral", "a question waits")
    ACCEPTED = "accepted", pgettext_lazy("a referral", "accepted, it is not said yet who it is")
    NAMED = "named", pgettext_lazy("a referral", "accepted, waits for an invitation")
    INVITED = "invited", pgettext_lazy("a referral", "waits for the visit")
    VISITED = "visited", pgettext_lazy("a referral", "waits for the outcome")
    MISSED = "missed", pgettext_lazy("a referral", "did not come")
    OUTCOME = "outcome", pgettext_lazy("a referral", "outcome told")
    DECLINED = "declined", pgettext_lazy("a referral", "declined")
    WITHDRAWN = "withdrawn", pgettext_lazy("a referral", "withdrawn")
    CLOSED = "closed", pgettext_lazy("a referral", "closed")


OVER = (State.WITHDRAWN, State.CLOSED)
RUNNING = (State.ACCEPTED, State.NAMED, State.INVITED, State.VISITED, State.MISSED, State.OUTCOME)
STEPS = {
    Said.NAMED: State.NAMED, Said.UNNAMED: State.NAMED, Said.INVITED: State.INVITED, Said.VISITED: State.VISITED,
    Said.MISSED: State.MISSED, Said.OUTCOME: State.OUTCOME, Said.ACCEPTED: State.ACCEPTED,
    Said.DECLINED: State.DECLINED, Said.WITHDRAWN: State.WITHDRAWN, Said.CLOSED: State.CLOSED,
}  # fmt: skip


@dataclass(frozen=True)
class Standing:
    """How it stands, whose turn it is (None: both watch it), by when; `question` is the one nobody answered."""

    state: State
    turn: Side | None
    due: date | None = None
    question: ReferralStep | None = None
    visit: ReferralStep | None = None  # the last invitation or visit that stands

    def is_late(self, today: date) -> bool:
        return self.due is not None and self.due < today


def told(referral: Referral) -> list[ReferralStep]:
    """Return the steps that stand, in order; wants those of `with_steps`."""
    return [one for one in every(referral) if one.taken_back_at is None]


def every(referral: Referral) -> list[ReferralStep]:
    return sorted(referral.steps.all(), key=lambda one: (one.recorded_at, str(one.pk)))


def standing(referral: Referral) -> Standing:
    """Tell how it stands by its steps."""
    steps = told(referral)
    state = _state(steps)
    visit = last(steps, Said.INVITED, Said.VISITED, Said.MISSED)
    if state in OVER:
        return Standing(state, None, visit=visit)
    if (question := open_question(steps)) and state != State.OUTCOME:
        return Standing(State.ASKED, other(question.side), None, question, visit)
    turns: dict[State, tuple[Side | None, date | None]] = {
        State.OFFERED: (referral.receiving, referral.answer_by),
        State.ACCEPTED: (referral.offering, None),
        State.NAMED: (referral.receiving, None),
        State.INVITED: (None, visit.due_on if visit else None),
        State.DECLINED: (Side.OURS, None),
        State.OUTCOME: (Side.OURS, None),
    }
    after = (referral.receiving, visit.on + OUTCOME_IN if visit else None)
    turn, due = turns.get(state, after)
    return Standing(state, turn, due, visit=visit)


def other(side: str) -> Side:
    return Side.THEIRS if side == Side.OURS else Side.OURS


def last(steps: Iterable[ReferralStep], *kinds: str) -> ReferralStep | None:
    """Return the last step of these kinds."""
    return next((one for one in reversed(list(steps)) if one.kind in kinds), None)


def open_question(steps: list[ReferralStep]) -> ReferralStep | None:
    """Return the last question to which the other side has said nothing since, neither a reply nor an answer."""
    asked = last(steps, Said.QUESTION)
    if asked is None:
        return None
    later = steps[steps.index(asked) + 1 :]
    done = any(one.side != asked.side and one.kind in (Said.REPLY, *ANSWERS) for one in later)
    settled = any(one.side == asked.side and one.kind in ANSWERS for one in later)  # who asked needs it no more
    return None if done or settled else asked


def _state(steps: list[ReferralStep]) -> State:
    said = [one for one in steps if one.kind in STEPS]
    if not said:
        return State.OFFERED
    if end := last(said, Said.WITHDRAWN, Said.CLOSED):
        return STEPS[Said(end.kind)]
    newest = said[-1]
    if newest.kind in (Said.NAMED, Said.UNNAMED):  # said also after an invitation
        newest = last(said, Said.INVITED, Said.VISITED, Said.MISSED, Said.OUTCOME) or newest
    return STEPS[Said(newest.kind)]
