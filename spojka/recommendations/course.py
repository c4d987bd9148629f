"""What may follow what: the course of a recommendation from a proposal to its evaluation."""

from datetime import date

from django.utils.translation import gettext as _

from spojka.base.errors import Refusal

from .content import Happened
from .models import Step, StepState

S = StepState
NEXT: dict[str, tuple[StepState, ...]] = {
    S.PROPOSED: (S.DEBATED, S.RECOMMENDED, S.REJECTED, S.WITHDRAWN),
    S.DEBATED: (S.RECOMMENDED, S.DEBATED, S.REJECTED, S.WITHDRAWN),
    S.RECOMMENDED: (S.HANDED, S.DEBATED, S.WITHDRAWN),
    S.HANDED: (S.ADOPTED, S.CHANGED, S.REJECTED, S.UNANSWERED, S.HANDED, S.WITHDRAWN),
    S.UNANSWERED: (S.HANDED, S.ADOPTED, S.CHANGED, S.REJECTED, S.WITHDRAWN),
    S.ADOPTED: (S.IN_FORCE, S.HANDED, S.FOLLOWED, S.EVALUATED),
    S.CHANGED: (S.IN_FORCE, S.HANDED, S.FOLLOWED, S.EVALUATED),
    S.IN_FORCE: (S.FOLLOWED, S.EVALUATED),
    S.FOLLOWED: (S.IN_FORCE, S.FOLLOWED, S.EVALUATED),
    S.EVALUATED: (S.FOLLOWED, S.EVALUATED),
    S.REJECTED: (),
    S.WITHDRAWN: (),
}
OPEN = (S.PROPOSED, S.DEBATED, S.RECOMMENDED, S.HANDED, S.UNANSWERED)
WORKS = (S.ADOPTED, S.CHANGED, S.IN_FORCE, S.FOLLOWED, S.EVALUATED)
CARRIED = (S.REJECTED, S.UNANSWERED, S.WITHDRAWN)  # what may be brought to another body
EXPLAINED = (S.CHANGED, S.REJECTED, S.FOLLOWED, S.EVALUATED, S.WITHDRAWN)  # nobody understands these without a reason
OF_BODY = (S.HANDED, S.ADOPTED, S.CHANGED, S.REJECTED, S.UNANSWERED)
RINGS = dict.fromkeys(OPEN, "half") | dict.fromkeys(WORKS, "done") | {S.UNANSWERED: "due"}


def check(newest: Step, said: Happened, today: date) -> None:
    """Raise Refusal where a step can't follow the newest one, or does not say enough. Its field is named."""
    names = dict(StepState.choices)
    if said.after != newest.pk:
        raise Refusal(_("Somebody wrote a step meanwhile. Look at it first, then write yours."))
    follow = NEXT[newest.state]
    if not follow:
        raise Refusal(
            _("It is %(state)s: nothing follows. It may be brought to another body.") % {"state": names[newest.state]},
            field="state",
        )
    if said.state not in follow:
        words = {"now": names[newest.state], "then": names[said.state]}
        words["may"] = ", ".join(str(names[one]) for one in follow)
        raise Refusal(
            _("It is %(now)s, so it can't be %(then)s yet. What may follow: %(may)s.") % words, field="state"
        )
    if said.on < newest.on:
        raise Refusal(_("The step before was later. Check the day."), field="on")
    if said.on > today and said.state != S.IN_FORCE:
        raise Refusal(_("This day is still to come. Check the month and the year."), field="on")
    if said.due_on and said.due_on < said.on:
        raise Refusal(_("It can't be due before it happened."), field="due_on")
    if said.state in EXPLAINED and not said.reason:
        raise Refusal(_("Write why, or what came of it."), field="reason")
