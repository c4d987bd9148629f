"""What pages show of cases: lists, the people of one, what each of them sees."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.models import Grant
from spojka.access.owned import Openings
from spojka.access.permissions import Kind, Permission
from spojka.base.errors import Refusal
from spojka.base.ids import id_from
from spojka.base.sorting import by_name
from spojka.clients import codes
from spojka.clients.models import Client
from spojka.network.models import Membership, Service
from spojka.search.stems import fold

from . import sharing
from .models import (
    Appraisal,
    Case,
    CaseClosing,
    CaseGroup,
    CaseInGroup,
    Leaving,
    Measure,
    Participant,
    Party,
    Placement,
    PlacementTick,
    Tie,
)

P = Permission
WITH = ("service", "organisation", "coordinator__user")
Among = Openings | None
NAMED = 2000  # names lie sealed: so many of the newest are looked through
FOUND = 300  # by the box that searches everywhere, which asks while one types


@dataclass(frozen=True)
class Seen:
    """What a participant sees: of which party which kinds, until when; nothing at all when all grounds ended."""

    participant: Participant
    of: list[tuple[Party, Kind, datetime | None]] = field(default_factory=list)
    is_host: bool = False
    is_ours: bool = False
    leaving: Leaving | None = None  # they left by themselves

    @property
    def sees_nothing(self) -> bool:
        return self.participant.grantee_id is not None and not self.is_host and not self.of


def named(by: Actor, typed: str, among: int = NAMED) -> Q:
    """Return the cases whose number or name has what was typed."""
    wanted = fold(typed)
    found = rows(Case, by=by, to=P.CASE_VIEW).order_by("-opened_on", "-pk")[:among]
    return Q(pk__in=[one.pk for one in found if wanted in fold(f"{one} {one.called}")])


def by_code(code: str, by: Actor) -> Any:
    """Return the client of ours with a code, or refuse."""
    mine = rows(Client, by=by, to=P.PARTY_TIE).filter(service__in=by.services, code=codes.normalised(code))
    found = mine.select_related("service").first()
    if found is None:
        raise Refusal(_("Nobody of yours has this code."), field="code")
    return found


def people_of(case: Case, by: Actor, among: Among = None) -> list[Any]:
    """Return the parties that `by` may know of, those who left last."""
    found = rows(Party, by=by, to=P.CASE_VIEW, among=among).filter(case=case).order_by("role", "joined_on", "pk")
    return sorted(read(found, by=by, to=P.CASE_VIEW), key=lambda one: bool(one.left_on))


def our_clients(parties: Sequence[Party], by: Actor, among: Among = None) -> dict[UUID, Client]:
    """Return which clients of ours parties are."""
    ties = (
        rows(Tie, by=by, to=P.CASE_VIEW, among=among)
        .filter(party__in=[one.pk for one in parties])
        .select_related("client")
    )
    found = read(ties.order_by("pk"), by=by, to=P.CASE_VIEW)
    return {one.party_id: one.client for one in found}


def tie_of(party: Party, by: Actor) -> Tie | None:
    """Return by what a party is a client of ours."""
    ties = rows(Tie, by=by, to=P.PARTY_UNTIE).filter(party=party).select_related("client", "party__case")
    return next(iter(read(ties.order_by("-pk")[:1], by=by, to=P.PARTY_UNTIE)), None)


def team_of(case: Case, parties: Sequence[Party], by: Actor, at: datetime, among: Among = None) -> list[Seen]:
    """Return who takes part, and what of the parties they see."""
    found = rows(Participant, by=by, to=P.CASE_VIEW, among=among).filter(case=case).select_related("worker__user")
    team = read(found.order_by("joined_on", "pk"), by=by, to=P.CASE_VIEW)
    open_ones = Grant.objects.current(at).filter(subject_id__in=[one.pk for one in parties])
    grants = open_ones.filter(grantee_id__in=[one.grantee_id for one in team if one.grantee_id])
    told: dict[tuple[UUID, UUID], tuple[Kind, datetime | None]] = {}
    for one in grants.order_by("pk"):
        kinds, until = told.get((one.grantee_id, one.subject_id), (Kind(0), one.ends_at))
        ends = [end for end in (until, one.ends_at) if end]
        told[one.grantee_id, one.subject_id] = kinds | Kind(one.kinds), min(ends, default=None)
    left = {one.participant_id: one for one in leavings(by, Q(case=case), among)}
    return [_seen(one, case, parties, told, by, left.get(one.pk)) for one in team if not one.left_on]


def team_before(case: Case, by: Actor) -> list[Any]:
    """Return who took part and does no more, the last ones first."""
    found = rows(Participant, by=by, to=P.CASE_VIEW).filter(case=case, left_on__isnull=False)
    return read(found.select_related("worker__user").order_by("-left_on", "pk"), by=by, to=P.CASE_VIEW)


def leavings(by: Actor, where: Q, among: Among = None) -> list[Leaving]:
    """Return who left cases by themselves while their part is not ended yet, the last leaving of each the last."""
    return read(unended(by, where, among), by=by, to=P.CASE_VIEW)


def unended(by: Actor, where: Q, among: Among = None) -> Any:
    found = rows(Leaving, by=by, to=P.CASE_VIEW, where=where, among=among).untaken()
    return found.select_related("participant").order_by("at", "pk")


def leaves_for(participant: Participant, by: Actor) -> Service | None:
    """Return for which service of theirs `by` takes part as this side of the case; None if it is another's."""
    if participant.grantee_id not in by.names or participant.grantee_id == participant.case.service_id:
        return None
    mine = rows(Service, by=by, to=P.CASE_LEAVE).filter(pk__in=by.services).order_by(by_name(), "pk")
    return mine.filter(pk=participant.grantee_id).first() or mine.exclude(pk=participant.case.service_id).first()


def has_left(id: str, by: Actor) -> bool:
    """Test whether this leaving was sent before: the case is not there any more to say it."""
    found = id_from(id)
    return found is not None and rows(Leaving, by=by, to=P.CASE_LEAVE).filter(pk=found).exists()


def _seen(
    one: Participant, case: Case, parties: Sequence[Party], told: dict[Any, Any], by: Actor, left: Leaving | None
) -> Seen:
    of = [
        (party, kinds & Kind.ANYTHING, until)
        for party in parties
        if (kinds_until := told.get((one.grantee_id, party.pk)))
        for kinds, until in [kinds_until]
    ]
    return Seen(one, of, one.grantee_id == case.service_id, one.grantee_id in by.names, left)


def acting_for(case: Case, by: Actor, to: Permission) -> list[Any]:
    """Return the services for which `by` takes part: those let in by name, else all, by their house or themselves."""
    mine = list(rows(Service, by=by, to=to).filter(pk__in=by.services).order_by(by_name(), "pk"))
    if len(mine) < 2:
        return mine
    sides = rows(Participant, by=by, to=P.CASE_VIEW).filter(case=case, left_on=None, grantee_id__in=by.services)
    named = set(sides.values_list("grantee_id", flat=True))
    return [one for one in mine if one.pk in named] or mine


def writing_for(case: Case, by: Actor) -> list[Any]:
    """Return the services for which `by` may write into a case; the coordinating one alone, if it is theirs."""
    found = acting_for(case, by, P.ENTRY_WRITE)
    return [one for one in found if one.pk == case.service_id] or found


def standing_of(case: Case, by: Actor, among: Among = None) -> dict[UUID, Any]:
    """Return the last appraisal of each party."""
    found = rows(Appraisal, by=by, to=P.CASE_VIEW, among=among).filter(case=case).order_by("at", "recorded_at", "pk")
    last = {one.about_id: one for one in found}
    read(last.values(), by=by, to=P.CASE_VIEW)
    return last


def measures_of(case: Case, by: Actor, among: Among = None) -> list[Any]:
    found = rows(Measure, by=by, to=P.CASE_VIEW, among=among).filter(case=case).select_related("about")
    listed = read(found.order_by("starts_on", "pk"), by=by, to=P.CASE_VIEW)
    return sorted(listed, key=lambda one: (bool(one.ended_on), one.soonest or date.max))


def placements_of(case: Case, by: Actor) -> list[tuple[Any, dict[str, Any]]]:
    """Return the placements with the last tick of each item."""
    found = rows(Placement, by=by, to=P.CASE_VIEW).filter(case=case).select_related("about", "case__organisation")
    listed = read(found.order_by("ended_on", "-planned_on", "pk"), by=by, to=P.CASE_VIEW)
    ticks = rows(PlacementTick, by=by, to=P.CASE_VIEW).filter(placement__in=[one.pk for one in listed])
    last: dict[UUID, dict[str, Any]] = {}
    for tick in read(ticks.order_by("at", "recorded_at", "pk"), by=by, to=P.CASE_VIEW):
        last.setdefault(tick.placement_id, {})[tick.item] = tick
    return [(one, last.get(one.pk, {})) for one in listed]


def groups_of(case: Case, by: Actor) -> list[tuple[Any, list[Any]]]:
    """Return the groups of a case, each with the other cases in it."""
    mine = rows(CaseInGroup, by=by, to=P.CASE_GROUP_VIEW).filter(case=case, left_at=None).select_related("group")
    found = []
    for one in read(mine.order_by("pk"), by=by, to=P.CASE_GROUP_VIEW):
        others = rows(CaseInGroup, by=by, to=P.CASE_GROUP_VIEW).filter(group=one.group, left_at=None).values("case_id")
        cases = rows(Case, by=by, to=P.CASE_VIEW).filter(pk__in=others).exclude(pk=case.pk)  # one may have been left
        found.append((one, read(cases.order_by("opened_on", "pk"), by=by, to=P.CASE_VIEW)))
    read([one.group for one, _others in found], by=by, to=P.CASE_GROUP_VIEW)
    return found


def groups(by: Actor) -> list[Any]:
    """Return the groups that a case may be added to."""
    found = rows(CaseGroup, by=by, to=P.CASE_GROUP_VIEW).filter(ended_at=None).order_by("-recorded_at", "-pk")
    return read(found[:50], by=by, to=P.CASE_GROUP_VIEW)


def closing_of(case: Case, by: Actor) -> Any:
    """Return the last closing evaluation."""
    found = rows(CaseClosing, by=by, to=P.CASE_VIEW).filter(case=case).order_by("-recorded_at", "-pk")
    return next(iter(read(found[:1], by=by, to=P.CASE_VIEW)), None)


def of_client(client: Client, by: Actor, most: int = 5) -> list[Any]:
    """Return the cases of a client of ours, live ones first."""
    if not by.may(P.CASE_VIEW):
        return []
    ties = rows(Tie, by=by, to=P.CASE_VIEW).filter(client=client).values("party__case_id")
    found = rows(Case, by=by, to=P.CASE_VIEW).filter(pk__in=ties).order_by("-opened_on", "-pk")
    return read(sorted(found[:50], key=lambda one: one.is_closed)[:most], by=by, to=P.CASE_VIEW)


def takers(case: Case, by: Actor, at: datetime) -> list[Any]:
    """Return the services that could take the coordination over: who takes part and sees the case."""
    team = rows(Participant, by=by, to=P.CASE_HAND_OVER).filter(case=case, left_on=None).exclude(house=None)
    named = [one for one in team.select_related("worker").order_by("joined_on", "pk")]
    found: dict[UUID, Any] = {}
    for one in named:
        theirs = Service.objects.running(localdate(at)).filter(organisation=one.house_id)
        if one.centre_id:
            theirs = theirs.filter(pk=one.centre_id)
        elif one.worker_id:
            theirs = theirs.filter(memberships=one.worker_id)
        sees = sharing.opened(case, one.grantee_id, at).exists() if one.grantee_id else False
        found |= {
            service.pk: service for service in theirs.select_related("organisation").order_by(by_name(), "pk") if sees
        }
    found.pop(case.service_id, None)
    return list(found.values())


def colleagues(case: Case, by: Actor, on: date) -> list[Any]:
    """Return who of the coordinating service may coordinate."""
    members = Membership.objects.allowed(by, P.MEMBER_VIEW).valid(on).filter(services=case.service_id)
    return list(members.select_related("user").order_by(by_name("user__name"), "pk"))
