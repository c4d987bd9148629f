"""What pages show of the agreement of a team: the one that holds, older ones, who assented, what is due."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.cases.models import Case, Participant
from spojka.cases.reading import acting_for

from .models import (
    AgreedDirection,
    AgreedDuty,
    AgreedPace,
    TeamAgreement,
    TeamAssent,
    TeamReview,
    Told,
)
from .promises import Owed, evaluated_on, owed

P = Permission
VIEW = P.TEAM_AGREEMENT_VIEW


@dataclass(frozen=True)
class Member:
    """One of the team, as an agreement names them."""

    row: Participant
    duty: str = ""
    tells: tuple[Participant, ...] = ()
    assent: Any = None


@dataclass(frozen=True)
class Agreement:
    """An agreement with all that belongs to it."""

    row: TeamAgreement
    paces: list[Any] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)
    is_among_all: bool = True
    tellings: list[Any] = field(default_factory=list)
    reviews: list[Any] = field(default_factory=list)
    due: list[Owed] = field(default_factory=list)

    @property
    def evaluated_on(self) -> date:
        return evaluated_on(self.row, self.reviews)

    @property
    def unassented(self) -> list[Member]:
        return [one for one in self.members if one.assent is None]


def agreements_of(case: Case, by: Actor) -> list[Any]:
    """Return the agreements of a case, the newest first."""
    found = rows(TeamAgreement, by=by, to=VIEW).filter(case=case).select_related("replaced", "organisation", "service")
    return read(found.order_by("-version"), by=by, to=VIEW)


def whole(row: TeamAgreement, by: Actor, today: date) -> Agreement:
    """Return an agreement with who is in it, who assented, what was told and what is due."""
    team = members_of(row.case, by)
    duties, directions, assents, paces = (
        read(_of(model, row, by), by=by, to=VIEW) for model in (AgreedDuty, AgreedDirection, TeamAssent, AgreedPace)
    )
    named = {one.teller_id for one in directions} | {one.told_id for one in directions}
    named |= {one.participant_id for one in (*duties, *assents)}
    said = {one.participant_id: one.said for one in duties}
    gave = {one.participant_id: one for one in assents}
    people = {one.pk: one for one in team}
    members = [
        Member(
            one,
            said.get(one.pk, ""),
            tuple(people[way.told_id] for way in directions if way.teller_id == one.pk and way.told_id in people),
            gave.get(one.pk),
        )
        for one in team
        if one.left_on is None or one.pk in named
    ]
    tellings = rows(Told, by=by, to=VIEW).filter(agreement=row).select_related("teller", "to").order_by("-on", "-pk")
    reviews = rows(TeamReview, by=by, to=VIEW).filter(agreement=row).order_by("-on", "-pk")
    due = owed([row], by, today) if row.is_in_force and row.case.is_open else []
    return Agreement(
        row, sorted(paces, key=lambda one: one.from_on), members, not directions,
        read(tellings[:10], by=by, to=VIEW), read(reviews, by=by, to=VIEW), due,
    )  # fmt: skip


def _of(model: Any, row: TeamAgreement, by: Actor) -> Any:
    return rows(model, by=by, to=VIEW).filter(agreement=row).order_by("pk")


def members_of(case: Case, by: Actor) -> list[Any]:
    """Return the participants of a case, also those who left."""
    found = rows(Participant, by=by, to=P.CASE_VIEW).filter(case=case).select_related("worker")
    return read(found.order_by("joined_on", "pk"), by=by, to=P.CASE_VIEW)


def assenting_for(row: TeamAgreement, by: Actor) -> list[Any]:
    """Return the services for which `by` may assent or tell; the coordinating one first."""
    mine = acting_for(row.case, by, P.TEAM_AGREEMENT_ASSENT)
    return sorted(mine, key=lambda one: one.pk != row.service_id)


def tellers_of(members: Sequence[Member], by: Actor, is_ours: bool) -> list[Participant]:
    """Return for whom `by` may tick that they told: themselves; of who works without Spojka the coordinator."""
    present = [one.row for one in members if one.row.left_on is None]
    mine = [one for one in present if one.grantee_id in by.names]
    return mine + [one for one in present if is_ours and one.grantee_id is None]
