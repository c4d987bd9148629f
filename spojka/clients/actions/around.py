"""Who is around a client, and what whoever meets them should know."""

from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal

from ..leading import locked, standing, stop_if_merged
from ..models import Client, Household, HouseholdMember, Instruction, InstructionKind, Relation

INSTRUCTION = InstructionKind.INSTRUCTION


@action(Permission.INSTRUCTION_SET, on="client")
def instruct(
    *, by: Actor, id: UUID, client: Client, text: str, until: date | None, kind: str = INSTRUCTION
) -> Instruction:
    """Write what whoever meets the client next should know, do or tell them."""
    Instruction.objects.all().stop_if_known(id, client.service)
    client = standing(client)
    said = {"id": id, "client": client, "kind": kind, "text": text, "until": until}
    return Instruction(**client.ownership, **said, recorded_by=by.id).add()


@action(Permission.INSTRUCTION_END, on="instruction")
def end_instruction(*, by: Actor, instruction: Instruction, at: datetime) -> Instruction:
    """Say that it is done or told, or holds no more."""
    return instruction if instruction.ended_at else instruction.change(ended_at=at, ended_by=by.id)


@action(Permission.HOUSEHOLD_ADD, on="client")
def add_household(*, by: Actor, id: UUID, client: Client, name: str, since: date) -> Household:
    """Write down a household with its first member."""
    Household.objects.all().stop_if_known(id, client.service)
    client = standing(client)
    household = Household(**client.ownership, id=id, name=name, recorded_by=by.id).add()
    _live(household, client, since, by)
    return household


@action(Permission.HOUSEHOLD_RENAME, on="household")
def rename_household(*, by: Actor, household: Household, name: str) -> Household:
    """Call a household otherwise."""
    return household.change(name=name)


@action(Permission.HOUSEHOLD_JOIN, on="household", into="client")
def join_household(*, by: Actor, household: Household, client: Client, since: date) -> HouseholdMember:
    """Say that a client lives in a household."""
    _stop_unless_of_one_service(household, client)
    client = standing(client)
    known = HouseholdMember.objects.filter(household=household, client=client, until=None).first()
    return known or _live(household, client, since, by)


@action(Permission.HOUSEHOLD_LEAVE, on="member")
def leave_household(*, by: Actor, member: HouseholdMember, until: date) -> HouseholdMember:
    """Say that a client does not live there any more."""
    return member if member.until else member.change(until=max(until, member.since))


@action(Permission.RELATION_ADD, on="client", into="other")
def relate(*, by: Actor, id: UUID, client: Client, other: Client | None, kind: str, about: str) -> Relation:
    """Say what another client, or a close person, is to a client."""
    Relation.objects.all().stop_if_known(id, client.service)
    if other and (other.pk == client.pk or other.service_id != client.service_id):
        raise Refusal(_("Choose another client of this service."), field="code")
    if not other and not about:
        raise Refusal(_("Write the code of the other client, or what one has to know of them."), field="code")
    for one in locked(client, *([other] if other else [])).values():
        stop_if_merged(one)
    said = {"id": id, "client": client, "other": other, "kind": kind, "about": about}
    return Relation(**client.ownership, **said, recorded_by=by.id).add()


@action(Permission.RELATION_END, on="relation")
def end_relation(*, by: Actor, relation: Relation, at: datetime) -> Relation:
    """Say that it holds no more, or was written by mistake."""
    return relation if relation.ended_at else relation.change(ended_at=at)


def _live(household: Household, client: Client, since: date, by: Actor) -> HouseholdMember:
    about = {"household": household, "client": client, "since": since, "recorded_by": by.id}
    return HouseholdMember(**client.ownership, **about).add()


def _stop_unless_of_one_service(household: Household, client: Client) -> None:
    if household.service_id != client.service_id:
        raise Refusal(_("Choose a client of this service."), field="code")
