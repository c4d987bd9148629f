"""What agreements promise, taken from rows: who owes which report to whom, and when the cooperation is evaluated."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.doors import rows
from spojka.access.models import Grant
from spojka.access.permissions import Kind, Permission
from spojka.base.days import start_of
from spojka.base.prepared import prepared
from spojka.cases.models import CaseState, Entry, Participant, Party

from .due import Pace, Promised, Report, Telling, due_reports
from .knowing import is_of
from .models import AgreedDirection, AgreedPace, Statement, TeamAgreement, TeamReview, Told

P = Permission
VIEW = P.TEAM_AGREEMENT_VIEW
LONG_AGO = timedelta(days=400)  # what was told before is no debt any more
MOST = 300  # agreements in force that are looked through


@dataclass(frozen=True)
class Owed:
    """A report that is due: by whom, to whom, since which day."""

    agreement: TeamAgreement
    teller: Participant
    told: tuple[Participant, ...]
    report: Report

    @property
    def due(self) -> date:
        return self.report.due


def in_force(by: Actor) -> Any:
    """Return the agreements of open cases that hold."""
    found = rows(TeamAgreement, by=by, to=VIEW).in_force().filter(case__state=CaseState.OPEN)
    return found.select_related("case__service", "case__organisation", "service", "organisation")


@prepared
def newest_in_force(by: Actor) -> Any:
    """Return the rows of the newest of them."""
    return in_force(by).order_by("-starts_on", "pk")[:MOST]


def owed(agreements: Sequence[TeamAgreement], by: Actor, day: date) -> list[Owed]:
    """Return what is due of agreements by a day, as far as `by` may know of it, the longest due first."""
    if not agreements:
        return []
    ids, cases = tuple(one.pk for one in agreements), tuple(one.case_id for one in agreements)
    paces = _by(_agreed(AgreedPace, by, ids, "from_on"), "agreement_id")
    ways = _by(_agreed(AgreedDirection, by, ids, "pk"), "agreement_id")
    team = _by(_present(by, cases), "case_id")
    tellings = _tellings(cases, team, by, day)
    found: list[Owed] = []
    for one in agreements:
        people = {member.pk: member for member in team[one.case_id]}
        promised = Promised(
            paces=[Pace(row.from_on, row.every) for row in paces[one.pk]],
            team=list(people),
            directions=[(row.teller_id, row.told_id) for row in ways[one.pk]],
            tellings=tellings[one.case_id],
        )
        reports = due_reports(promised, day) if promised.paces else []
        found += [Owed(one, people[r.teller], tuple(people[id] for id in r.told), r) for r in reports]
    return sorted(found, key=lambda one: (one.due, one.agreement.pk))


def _by(found: Iterable[Any], column: str) -> dict[Any, list[Any]]:
    grouped: dict[Any, list[Any]] = defaultdict(list)
    for row in found:
        grouped[getattr(row, column)].append(row)
    return grouped


def _tellings(
    cases: tuple[UUID, ...], team: dict[UUID, list[Participant]], by: Actor, day: date
) -> dict[UUID, list[Telling]]:
    """Return what was told in cases: ticks, and statements and entries to those who may know their kind."""
    since = day - LONG_AGO
    found: dict[UUID, list[Telling]] = defaultdict(list)
    for tick in _ticks(by, cases, since):
        found[tick.case_id].append(Telling(tick.teller_id, tick.on, frozenset({tick.to_id}) if tick.to_id else None))
    knowing = _knowing(team)
    for case, about, kind, at, teller in _written(cases, team, by, since):
        told = frozenset(
            one.pk for one in team[case] if one.grantee_id and knowing.get((one.grantee_id, about), Kind(0)) & kind
        )
        found[case].append(Telling(teller, timezone.localdate(at), told))
    return found


def _written(
    cases: tuple[UUID, ...], team: dict[UUID, list[Participant]], by: Actor, since: date
) -> Iterator[tuple[UUID, UUID, int, Any, UUID]]:
    """Return the statements and entries of the team: of which case, about whom, which kind, when, and whose."""
    for one in _said(by, cases, start_of(since)):
        if one.said_by_id:
            yield one.case_id, one.about_id, one.kind, one.at, one.said_by_id
        elif not one.said_words:
            yield from _theirs(one, team)
    for one in _entered(by, cases, start_of(since)):
        yield from _theirs(one, team)


def _theirs(row: Any, team: dict[UUID, list[Participant]]) -> Iterator[tuple[UUID, UUID, int, Any, UUID]]:
    for member in team[row.case_id]:
        if is_of(member, row.service):
            yield row.case_id, row.about_id, row.kind, row.at, member.pk


def _knowing(team: dict[UUID, list[Participant]]) -> dict[tuple[UUID, UUID], Kind]:
    """Return which kinds of whom the members of teams may know now."""
    people = {one.grantee_id for members in team.values() for one in members if one.grantee_id}
    found: dict[tuple[UUID, UUID], Kind] = {}
    for grantee, subject, kinds in _let_in(tuple(sorted(people)), tuple(team), timezone.now()):
        found[grantee, subject] = found.get((grantee, subject), Kind(0)) | Kind(kinds)
    return found


@prepared
def _agreed(model: Any, by: Actor, agreements: tuple[UUID, ...], order: str) -> Any:
    return rows(model, by=by, to=VIEW).filter(agreement__in=agreements).order_by(order)


@prepared
def _present(by: Actor, cases: tuple[UUID, ...]) -> Any:
    present = rows(Participant, by=by, to=P.CASE_VIEW).filter(case__in=cases, left_on=None)
    return present.select_related("worker").prefetch_related("worker__services").order_by("joined_on", "pk")


@prepared
def _ticks(by: Actor, cases: tuple[UUID, ...], since: date) -> Any:
    return rows(Told, by=by, to=VIEW).filter(case__in=cases, on__gte=since).order_by("on", "pk")


@prepared
def _said(by: Actor, cases: tuple[UUID, ...], since: datetime) -> Any:
    said = rows(Statement, by=by, to=P.STATEMENT_VIEW).filter(case__in=cases, voided_at=None, at__gte=since)
    columns = ("case", "about", "kind", "at", "said_by", "said_words", "service")
    return said.select_related("service").order_by("pk").only(*columns)


@prepared
def _entered(by: Actor, cases: tuple[UUID, ...], since: datetime) -> Any:
    entries = rows(Entry, by=by, to=P.CASE_VIEW).filter(case__in=cases, voided_at=None, at__gte=since)
    return entries.select_related("service").order_by("pk").only("case", "about", "kind", "at", "service")


@prepared
def _let_in(people: tuple[UUID, ...], cases: tuple[UUID, ...], at: datetime) -> Any:
    parties = Party.objects.filter(case__in=cases).values("pk")
    grants = Grant.objects.current(at).filter(grantee_id__in=people, subject_id__in=parties)
    return grants.order_by("pk").values_list("grantee_id", "subject_id", "kinds")


def is_mine(participant: Participant, by: Actor) -> bool:
    """Test whether `by` acts for a participant."""
    return participant.grantee_id is not None and participant.grantee_id in by.names


def evaluated_on(agreement: TeamAgreement, reviews: Iterable[TeamReview]) -> date:
    """Return when the cooperation is to be evaluated next."""
    last = max(reviews, key=lambda one: (one.on, one.recorded_at), default=None)
    return last.next_on if last else agreement.evaluate_on
