"""Passed terms: 'plan B is due', on Today and by a letter to the coordinator, until somebody answers."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Min, Q
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.base.prepared import prepared
from spojka.cases.models import Case
from spojka.mail import letters
from spojka.network.models import Membership

from .models import Part, Plan, PlanState, TermAnswer, TermNotice, Tick
from .reading import Seen, Whole, arranged

P = Permission
PORTION = 40  # plans that are read at once, at first
AGAIN = timedelta(days=7)  # a term that nobody answers is told again


@dataclass(frozen=True)
class Overdue:
    """One goal or step of an agreed plan whose term passed and which nobody answered."""

    whole: Whole
    seen: Seen

    @property
    def case(self) -> Case:
        return self.whole.plan.case

    @property
    def on(self) -> date | None:
        return self.seen.term


def due(by: Actor, today: date, most: int = 20) -> list[Overdue]:
    """Return what is due in cases that `by` coordinates for, the oldest first."""
    if not by.may(P.PLAN_AGREE):
        return []
    shown = _oldest(by, today, most)
    read({one.case for one in shown}, by=by, to=P.CASE_VIEW)
    read([one.seen.part for one in shown], by=by, to=P.CASE_VIEW)
    return shown


def of_all(at: datetime) -> list[Overdue]:
    """Return what is due in the whole of Spojka, for the timer."""
    today = timezone.localdate(at)
    return list(_overdue(None, tuple(sorted(plan for plan, _first in _late(None, today))), today))


def remind(at: datetime) -> Iterator[bool]:
    """Write to coordinators of what is due and was not told within a week: one letter a case, naming nothing of it.

    Say of each letter whether it left.
    """
    by_case: dict[UUID, list[Overdue]] = {}
    for one in of_all(at):
        by_case.setdefault(one.case.pk, []).append(one)
    for found in by_case.values():
        fresh = [one for one in found if not _told(one, at)]
        if fresh:
            case = found[0].case
            is_sent = _letter(case, len(found), timezone.localdate(at))
            for one in fresh:
                about = {"case": case, "plan": one.whole.plan, "key": one.seen.part.key, "passed": one.on}
                TermNotice(**case.ownership, **about, at=at, is_sent=is_sent).add()
            yield is_sent


def _live() -> Q:
    return Q(state=PlanState.AGREED) & ~Q(case__state="closed")


def _of(model: Any, by: Actor | None) -> Any:
    """Rows that `by` may see; of the timer all."""
    return rows(model, by=by, to=P.CASE_VIEW) if by else model.objects.all()


def _plans(by: Actor | None) -> Any:
    plans = rows(Plan, by=by, to=P.PLAN_AGREE) if by else Plan.objects.all()
    return plans.filter(_live())


@prepared
def _late(by: Actor | None, today: date) -> Any:
    """Plans in which a term passed, with the first of them."""
    late = _of(Part, by).filter(plan__in=_plans(by).values("pk"), term__lt=today).order_by().values_list("plan_id")
    return late.annotate(first=Min("term")).order_by("first", "plan_id")


@prepared
def _whole(by: Actor | None, ids: tuple[UUID, ...]) -> Any:
    related = ("case__service", "case__organisation", "case__coordinator__user")
    return _plans(by).filter(pk__in=ids).select_related(*related).order_by("pk")


@prepared
def _in(model: Any, by: Actor | None, column: str, ids: tuple[UUID, ...]) -> Any:
    return _of(model, by).filter(**{f"{column}__in": ids}).order_by("pk")


def _oldest(by: Actor, today: date, most: int) -> list[Overdue]:
    """Return what is due the longest. Plans are read in the order of their first passed term, until the rest is newer.

    A new term is later than the one it replaces, so nothing of a plan is due before its first term. Of most plans what
    passed was done in time; so each portion is twice the one before.
    """
    waiting = _late(by, today)
    found: list[Overdue] = []
    at, size = 0, PORTION
    while at < len(waiting) and (len(found) < most or found[most - 1].on >= waiting[at][1]):
        found += _overdue(by, tuple(plan for plan, _first in waiting[at : at + size]), today)
        found.sort(key=lambda one: (one.on, one.case.pk, one.seen.part.key))
        at, size = at + size, size * 2
    return found[:most]


def _overdue(by: Actor | None, plans: tuple[UUID, ...], today: date) -> Iterator[Overdue]:
    """Look at plans in which a term passed; all of them are read at once, whether they are ten or a thousand."""
    found = _whole(by, plans)
    ids, cases = tuple(one.pk for one in found), tuple(one.case_id for one in found)
    parts = _by(_in(Part, by, "plan_id", ids), "plan_id")
    answers, ticks = (_by(_in(model, by, "case_id", cases), "case_id") for model in (TermAnswer, Tick))
    for plan in found:
        whole = arranged(plan, parts[plan.pk], ticks[plan.case_id], answers[plan.case_id], today)
        yield from (Overdue(whole, seen) for seen in whole.due)


def _by(found: Any, column: str) -> dict[UUID, list[Any]]:
    grouped: dict[UUID, list[Any]] = defaultdict(list)
    for row in found:
        grouped[getattr(row, column)].append(row)
    return grouped


def _told(one: Overdue, at: datetime) -> bool:
    told = TermNotice.objects.filter(plan=one.whole.plan, key=one.seen.part.key, passed=one.on)
    return told.filter(at__gt=at - AGAIN).exists()


def _letter(case: Case, many: int, today: date) -> bool:
    """Send it to who coordinates; where nobody does, or they left, Today alone tells it."""
    who = Membership.objects.valid(today).filter(pk=case.coordinator_id).select_related("user").first()
    if who is None:
        return False
    return letters.send(
        "caseplans/letters/due.txt", to=who.user.email, number=str(case), many=many, house=case.organisation
    )
