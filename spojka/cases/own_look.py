"""What the client's own look opens of a case: to whom the work is with, by the sheet of the service that coordinates.

That service alone knows who is who in its case and what is withheld. Of others in it the client reads no name: but of
supporters, and of those not where a wall or a secret address stands between people of the case.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.models import Bar, Basis, Grant
from spojka.access.permissions import Kind, Permission
from spojka.access.whereabouts import hidden
from spojka.clients.models import Client
from spojka.looks.beside import Subject, Tab, register_subjects, register_tab
from spojka.looks.lookers import as_service, for_service, untold
from spojka.looks.models import Part
from spojka.looks.opening import close_shared, renew_shared

from .models import Case, Participant, Party, PartyRole, Tie

VIEW = Permission.CASE_VIEW
MINE = Q(party__role=PartyRole.CLIENT, party__left_on=None)
LED = "led"  # the ground of who led the case before
register_tab(Tab("helpers", "own_case:helpers", _("Who helps me"), "users", 30, of_case=True))
RELATED = ("case__service", "case__organisation", "case__coordinator__user")


@register_subjects
def opened(client: Client) -> Iterator[Subject]:
    """Return what is opened to a client: the case, the person they are in it with all kinds, supporters by name."""
    here = {"client": client, "service": client.service_id, "party__service": client.service_id}
    for tie in Tie.objects.filter(MINE, **here).select_related("party").order_by("pk"):
        yield Subject(tie.party.case_id, Kind.WORK, (Part.CASE,))
        yield Subject(tie.party_id, Kind.WORK, (Part.CASE,))
        yield Subject(tie.party_id, Kind.ANYTHING, (Part.CASE, Part.SAID))
        helping = Party.objects.present().filter(case=tie.party.case_id, role=PartyRole.SUPPORTER)
        for supporter in helping.order_by("pk"):
            yield Subject(supporter.pk, Kind.WORK, (Part.CASE,))


def settle(case: Case, by: Actor, at: datetime) -> None:
    """Let just those look into a case whose it is now: somebody came, left or was tied, or another service leads."""
    close_shared([case.pk, *Party.objects.filter(case=case).order_by("pk").values_list("pk", flat=True)], at)
    with for_service(case.service, by, VIEW):  # who hands a case over sees no clients of who takes it
        ties = Tie.objects.filter(MINE, party__case=case, service=case.service_id).select_related("client__service")
        for tie in ties.order_by("pk"):
            renew_shared(tie.client, at)


def settle_merged(clients: Iterable[UUID], at: datetime) -> None:
    """The same when ties were led over from one client to another."""
    for client in Client.objects.filter(pk__in=list(clients)).order_by("pk"):
        renew_shared(client, at)


@dataclass(frozen=True)
class Mine:
    """A case as its client looks into it. `apart` are people of it of whom not a word may be told."""

    party: Party
    apart: frozenset[UUID]
    untold: frozenset[UUID]  # grants of which the client may not know yet

    @property
    def case(self) -> Case:
        return self.party.case


def mine(client: Client, by: Actor) -> list[Mine]:
    """Return the cases of a client that their look opens now, live ones first."""
    with as_service(client, by, VIEW) as asks:
        ties = rows(Tie, by=asks, to=VIEW).filter(MINE, client=client, party__service=client.service_id)
        ids = list(ties.order_by("pk").values_list("party_id", flat=True))
        cases = rows(Party, by=asks, to=VIEW).filter(pk__in=ids).values("case_id")
        of_cases = rows(Party, by=asks, to=VIEW).filter(case_id__in=cases).order_by("pk")
        people = list(of_cases.values_list("case_id", "pk"))
    found = rows(Party, by=by, to=VIEW).filter(pk__in=ids).select_related(*RELATED)
    shown = read(found.order_by("case__opened_on", "pk"), by=by, to=VIEW)
    unknown = frozenset(untold(client, by)) if shown else frozenset()
    shown.sort(key=lambda one: one.case.is_closed)
    return [Mine(one, _apart({id for case, id in people if case == one.case_id} - {*ids}), unknown) for one in shown]


def _apart(others: set[UUID]) -> frozenset[UUID]:
    """Return of whom somebody is kept apart, or where they can be met is secret."""
    walled = Bar.objects.current(timezone.now()).filter(subject_id__in=others)
    return frozenset({*walled.values_list("subject_id", flat=True), *hidden(others)})


@dataclass(frozen=True)
class Helper:
    """One of the team as the client may know them: on which grounds of theirs they were let in."""

    row: Participant
    is_host: bool = False
    bases: tuple[str, ...] = ()


def helpers(one: Mine, by: Actor, at: datetime, alone: bool = False) -> list[Helper]:
    """Return who helps: who leads, who was let in for this client, who works without Spojka.

    Who was let in for others alone is theirs to know, and so are outsiders where people of the case are apart.
    `alone`: with whom is shared is withheld, so only who leads is told.
    """
    found = rows(Participant, by=by, to=VIEW).filter(case=one.case, left_on=None).select_related("worker__user")
    bases = _bases(one, at)
    told = []
    for row in found.order_by("joined_on", "pk"):
        if row.grantee_id == one.case.service_id:
            told.insert(0, Helper(row, is_host=True))
        elif not alone and (row.grantee_id in bases or (row.grantee_id is None and not one.apart)):
            told.append(Helper(row, bases=tuple(sorted(bases.get(row.grantee_id, ())))))
    read([helper.row for helper in told], by=by, to=VIEW)
    return told


def _bases(one: Mine, at: datetime) -> dict[UUID, set[str]]:
    """Return on which grounds others see the client in the case, but for those that the client may not know yet."""
    grants = Grant.objects.current(at).filter(subject_id=one.party.pk, basis=Basis.PARTICIPATION)
    found: dict[UUID, set[str]] = {}
    for grant in grants.select_related("stands_on").order_by("pk"):
        if grant.stands_on_id not in one.untold:
            found.setdefault(grant.grantee_id, set()).add(grant.stands_on.basis if grant.stands_on else LED)
    return found


def supporters(one: Mine, by: Actor) -> list[Any]:
    """Return who stands by the client, unless people of the case are apart: they may stand by another one."""
    if one.apart:
        return []
    found = rows(Party, by=by, to=VIEW).filter(case=one.case, role=PartyRole.SUPPORTER, left_on=None)
    return read(found.order_by("joined_on", "pk"), by=by, to=VIEW)
