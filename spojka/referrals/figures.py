"""Figures of referrals by an agreement, for the yearly evaluation of a cooperation."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from statistics import median

from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.doors import rows
from spojka.access.permissions import Permission
from spojka.base.terms import is_working
from spojka.codelists.catalogue import names
from spojka.partners.beside import Figure, register_figures
from spojka.partners.models import PartnerAgreement

from .models import ANSWERS, Outcome, Referral, ReferralStep, Said
from .reading import with_steps
from .standing import told

CODES = (
    "offered", "accepted", "declined", "unanswered", "in_time", "visits", "visits_in_term", "visit_days", "missed",
    "outcome",
)  # fmt: skip


def name_of(code: str, of: str) -> str:
    """Return what a figure is called."""
    if code == "declined" and of:
        return _("declined: %(why)s") % {"why": names("referral_refusal").get(of, of)}
    if code == "outcome":
        return _("outcome: %(what)s") % {"what": Outcome(of).label if of in Outcome.values else of}
    words = {
        "offered": _("referrals offered"),
        "accepted": _("referrals accepted"),
        "declined": _("referrals declined"),
        "unanswered": _("referrals without an answer"),
        "in_time": _("answered in time"),
        "visits": _("visits that took place"),
        "visits_in_term": _("visits in the agreed term"),
        "visit_days": _("working days from the invitation to the visit, median"),
        "missed": _("did not come to a visit"),
    }
    return words.get(code, code)


@register_figures(CODES, name_of)
def count(agreement: PartnerAgreement, by: Actor, since: date, until: date) -> Iterator[Figure]:
    """Count what was offered by the agreement, or by an older version of it, within these days."""
    if Permission.REFERRAL_VIEW not in by.permissions:
        return
    found = rows(Referral, by=by, to=Permission.REFERRAL_VIEW).filter(agreement__in=_versions(agreement))
    every = list(with_steps(found.filter(offered_on__gte=since, offered_on__lte=until), by))
    if not every:
        return
    said = [told(one) for one in every]
    answers = [(one, step) for one, steps in zip(every, said, strict=True) for step in steps if step.kind in ANSWERS]
    declined = Counter(step.reason for _one, step in answers if step.kind == Said.DECLINED)
    yield Figure("offered", len(every))
    yield Figure("accepted", sum(step.kind == Said.ACCEPTED for _one, step in answers))
    yield Figure("declined", declined.total())
    for reason, many in declined.most_common():
        yield Figure("declined", many, reason)
    yield Figure("unanswered", len(every) - len(answers))
    yield Figure("in_time", sum(step.on <= one.answer_by for one, step in answers))
    yield from _visits(said)
    outcomes = Counter(last.outcome for steps in said if (last := _last(steps, Said.OUTCOME)))
    for outcome, many in outcomes.most_common():
        yield Figure("outcome", many, outcome)


def _visits(said: list[list[ReferralStep]]) -> Iterator[Figure]:
    pairs = []
    for steps in said:
        for at, step in enumerate(steps):
            invitation = _last(steps[:at], Said.INVITED)
            if step.kind == Said.VISITED and invitation:
                pairs.append((invitation, step))
    yield Figure("visits", len(pairs))
    yield Figure("visits_in_term", sum(not one.due_on or visit.on <= one.due_on for one, visit in pairs))
    if pairs:
        yield Figure("visit_days", median(_working_days(one.on, visit.on) for one, visit in pairs))
    yield Figure("missed", sum(step.kind == Said.MISSED for steps in said for step in steps))


def _last(steps: list[ReferralStep], kind: Said) -> ReferralStep | None:
    return next((one for one in reversed(steps) if one.kind == kind), None)


def _working_days(start: date, end: date) -> int:
    """Return how many working days follow `start` until `end`."""
    return sum(is_working(start + timedelta(days=day)) for day in range(1, (end - start).days + 1))


def _versions(agreement: PartnerAgreement) -> list[PartnerAgreement]:
    found = [agreement]
    while found[-1].replaces_id:
        older = PartnerAgreement.objects.filter(pk=found[-1].replaces_id).first()
        if older is None:  # the database hides it
            break
        found.append(older)
    return found
