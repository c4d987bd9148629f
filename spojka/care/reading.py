"""What pages show of tests: those that wait, the steps of one in words, sums by kind without any result of anybody."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.base.prepared import prepared
from spojka.codelists.catalogue import names_of

from .models import RapidTest, RapidTestStep, Result, State

VIEW = Permission.TEST_VIEW
WITH = ("shift__place", "shift__event", "organisation", "service", "encounter__client")
MOST = 100


@dataclass(frozen=True)
class Sum:
    """How many tests of one kind were taken, and what they came to."""

    kind: str
    taken: int
    reactive: int
    referred: int
    unread: int


def waiting(by: Actor) -> list[Any]:
    """Return the open tests that `by` looks after; a head sees those of the whole service."""
    if not by.may(VIEW):
        return []
    return read(_open(by), by=by, to=VIEW)


@prepared
def _open(by: Actor) -> Any:
    mine = Q() if by.may(Permission.CARE_OVERSEE) else Q(taken_by=by.id)
    found = rows(RapidTest, by=by, to=VIEW).open().filter(mine).select_related(*WITH)
    return found.order_by("due_from", "day", "pk")[:20]


def of_day(by: Actor, service: Any, day: date) -> list[Any]:
    """Return the tests of a day at a service, those that are open first; older open ones too."""
    found = rows(RapidTest, by=by, to=VIEW).standing().filter(service=service).filter(Q(day=day) | open_ones())
    listed = read(found.select_related(*WITH).order_by("day", "recorded_at", "pk")[:MOST], by=by, to=VIEW)
    return sorted(listed, key=lambda one: (not one.is_open, one.due_from is None, one.due_from or one.recorded_at))


def open_ones() -> Q:
    """The condition on tests that wait for somebody."""
    return Q(state__in=[State.TALKED, State.TAKEN, State.READ, State.REFER])


def steps_of(test: RapidTest, by: Actor) -> list[Any]:
    """Return all steps of a test, in order, also those taken back."""
    found = rows(RapidTestStep, by=by, to=VIEW).filter(test=test)
    listed: list[Any] = read(found.order_by("occurred_at", "recorded_at", "pk"), by=by, to=VIEW)
    return sorted(listed, key=lambda one: one.place_in_order)


def names(by: Actor, *lists: str) -> dict[str, dict[str, str]]:
    return names_of(lists, organisation=by.organisation)


def sums(by: Actor, year: int) -> list[Sum]:
    """Return the tests of a year by kind. They are counts, they lead to nobody."""
    found = rows(RapidTest, by=by, to=VIEW).standing().filter(day__year=year).exclude(due_from=None)
    taken, results = Counter[str](), Counter[tuple[str, str]]()
    for kind, result in found.order_by("pk").values_list("kind", "result"):
        taken[kind] += 1
        results[kind, result] += 1
    reactive = found.filter(result=Result.REACTIVE, steps__kind="referred", steps__voided_at=None).distinct()
    referred = Counter(reactive.order_by("pk").values_list("kind", flat=True))
    return [
        Sum(
            kind,
            n,
            results[kind, Result.REACTIVE],
            referred[kind],
            results[kind, Result.INVALID] + results[kind, Result.NOT_READ],
        )
        for kind, n in taken.most_common()
    ]


def years(by: Actor, today: date) -> list[int]:
    """Return the years in which there were tests, and this one."""
    found = {day.year for day in rows(RapidTest, by=by, to=VIEW).dates("day", "year")}
    return sorted(found | {today.year}, reverse=True)


def ring(test: RapidTest, at: datetime) -> str:
    """Return the sign of a test: late when its window passes or somebody waits for a referral."""
    if not test.is_open:
        return "done"
    if test.state == State.REFER or (test.state == State.TAKEN and test.due_until and at > test.due_until):
        return "late"
    return "due" if test.state == State.READ or (test.due_from and at >= test.due_from) else "half"


def signed(tests: Iterable[Any], at: datetime) -> list[tuple[Any, str]]:
    """Return tests with their rings."""
    return [(test, ring(test, at)) for test in tests]
