"""A case while it is changed: held, not closed; what became of it is remembered, and people come into it."""

from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.base.sealed import seal
from spojka.network.models import Service

from .content import Who
from .models import Case, CaseTurn, Party


class Shut(Refusal):
    """The case is closed, paused or open already, or it is not what the page thought."""


def check_open(case: Case) -> None:
    if case.is_closed:
        raise Shut(_("The case is closed. Open it again first."))


def locked(case: Case) -> Case:
    """Return the case as it is now, held; refuse one that is closed."""
    row: Case = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    check_open(row)
    return row


def turn(case: Case, kind: str, by: Actor, at: datetime, words: str = "", **more: object) -> CaseTurn:
    """Remember what became of the case."""
    said = {"words": seal(words) if words else "", "made_by": by.id, "at": at}
    return CaseTurn(**case.ownership, **said, **more, case=case, kind=kind).add()


def new_party(case: Case, who: Who, on: date, id: UUID | None = None) -> Party:
    """Add somebody to the case."""
    said = {"role": who.role, "relation": who.relation, "is_child": who.is_child, "joined_on": on}
    sealed = {"name": seal(who.name), "contact": seal(who.contact) if who.contact else ""}
    return Party(**case.ownership, **said, **sealed, id=id or new_id(), case=case).add()


def owned_by(service: Service, case: Case) -> dict[str, UUID | None]:
    """Return whose a row is that `service` writes into a case."""
    team = case.team_id if service.pk == case.service_id else None
    return {"organisation_id": service.organisation_id, "service_id": service.pk, "team_id": team}


def check_written(case: Case, happened: datetime, at: datetime) -> None:
    """Refuse to write into a closed case, or of what is still to come."""
    check_open(case)
    if happened > at:
        raise Refusal(_("It has not happened yet. Write what is to come into the plan."), field="on")
