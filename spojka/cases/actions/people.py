"""Who is in a case: parties, which client of ours one is, and professionals who take part."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.sealed import seal
from spojka.clients.leading import standing
from spojka.clients.models import Client
from spojka.inquiries.content import Ground, hold
from spojka.looks.lookers import for_service
from spojka.network.models import Service

from .. import own_look, sharing
from ..closing_off import open_to_others, settle
from ..content import Outside, Who
from ..holding import Shut, check_open, locked, new_party, owned_by
from ..models import Case, Leaving, Participant, Party, Tie


class NotOpened(Refusal):
    """No ground lets them know of anybody in the case."""


@action(Permission.PARTY_ADD, on="case")
def add_party(*, by: Actor, id: UUID, case: Case, who: Who, at: datetime) -> Party:
    """Add somebody whom the case is about, or who stands by them."""
    case = locked(case)
    Party.objects.all().stop_if_known(id, case.service, called=who.name, role=who.role)
    party = new_party(case, who, timezone.localdate(at), id)
    if party.is_client:
        open_to_others(case, at)
    sharing.open_to_host(case.service, [party.pk], at)
    own_look.settle(case, by, at)
    return party


@action(Permission.PARTY_END, on="party")
def end_party(*, by: Actor, party: Party, why: str, at: datetime) -> Party:
    """Somebody is in the case no more; what was written about them stays."""
    case = locked(party.case)
    party = Party.objects.select_for_update(of=("self",)).get(pk=party.pk)
    if party.left_on:
        return party
    party = party.change(left_on=timezone.localdate(at), left_why=seal(why))
    own_look.settle(case, by, at)
    return party


@action(Permission.PARTY_TIE, on="client", into="party")
def tie(*, by: Actor, client: Client, party: Party, at: datetime) -> Tie:
    """Say which client of ours a party is. Walls around the client close the party from now on."""
    client = standing(client)
    known = Tie.objects.filter(party=party, service=client.service_id).first()
    if known and known.client_id != client.pk:
        raise Shut(_("This person is tied to another client of yours already."), field="client")
    if known:
        return known
    row = Tie(**client.ownership, party=party, client=client, tied_by=by.id).add()
    settle([party.pk], at)
    if client.service_id == party.service_id:
        own_look.settle(party.case, by, at)
    return row


@action(Permission.PARTY_UNTIE, on="tie")
def untie(*, by: Actor, tie: Tie, at: datetime) -> Party:
    """Say that a party is not this client of ours: whatever stood on it ends now, what was written stays.

    Who was let in by this client's consent sees no more of the party, and the client's own look not the case. A wall
    of theirs closes the party no more. The row told nothing but the mistake, so it goes; the audit keeps the deed.
    """
    party, client = tie.party, tie.client
    row = Tie.objects.select_for_update(of=("self",)).filter(pk=tie.pk).first()
    if row is None:
        return party
    row.delete()
    settle([party.pk], at)
    sharing.close_by(party, client, at)  # also what stands on it since before the case was handed over
    if client.service_id == party.service_id:
        own_look.settle(party.case, by, at)
    return party


@action(Permission.PARTICIPANT_ADD, on="case")
def add(*, by: Actor, id: UUID, case: Case, outside: Outside, at: datetime) -> Participant:
    """Add somebody who works without Spojka: the team knows of them, they see nothing here."""
    case = locked(case)
    Participant.objects.all().stop_if_known(id, case.service, institution=outside.institution, called=outside.person)
    said = {"role": outside.role, "institution": outside.institution, "unit": outside.unit}
    sealed = {name: seal(words) for name in ("person", "contact") if (words := getattr(outside, name))}
    mine = {"joined_on": timezone.localdate(at), "added_by": by.id}
    return Participant(**case.ownership, **said, **sealed, **mine, id=id, case=case).add()


@action(Permission.PARTICIPANT_OPEN, on="case")
def open_to(
    *, by: Actor, id: UUID, case: Case, side: sharing.Side, parties: Sequence[Party], role: str, at: datetime
) -> Participant:
    """Let in one whom the clients named, as far as they named them. Let in again, they see what is agreed now."""
    case = locked(case)
    chosen = [(party, ground) for party in parties for ground in side.of(party)]
    if not chosen:
        raise NotOpened(_("Choose of whom they shall know; it can only be who agreed to it."), field="parties")
    sharing.close_to(case, side.grantee, at)
    for party, ground in chosen:
        client = sharing.client_of(party, case.service_id)
        stands_on = hold(client, ground, at) if client else None
        if stands_on is None:
            raise NotOpened(_("Meanwhile it ended by what they could know. Look at the choice again."))
        sharing.open_to(case, side.grantee, party, ground, stands_on, at)
    present: Participant | None = Participant.objects.present().filter(case=case, grantee_id=side.grantee).first()
    if present:
        return present.change(role=role)
    mine = {"role": role, "joined_on": timezone.localdate(at), "added_by": by.id, "grantee_id": side.grantee}
    return Participant(**case.ownership, **mine, **_named(side.ground), id=id, case=case).add()


@action(Permission.PARTICIPANT_END, on="participant")
def end(*, by: Actor, participant: Participant, why: str, at: datetime) -> Participant:
    """Let somebody take part no more: with the next request they see nothing that others wrote."""
    case = locked(participant.case)
    if participant.grantee_id == case.service_id:
        raise Shut(_("Your service coordinates the case. Hand it over first."))
    if participant.left_on:
        return participant
    if participant.grantee_id:
        sharing.close_to(case, participant.grantee_id, at)
    return participant.change(left_on=timezone.localdate(at), left_why=seal(why))


@action(Permission.CASE_LEAVE, on="service", into="participant")
def leave(*, by: Actor, id: UUID, service: Service, participant: Participant, why: str, at: datetime) -> Leaving:
    """Leave a case in which one takes part: with the next request one sees nothing that others wrote.

    The part is the coordinating service's row, and it ends it when it knows. It also knows all people of the case:
    who leaves may be kept apart from some, and yet nothing of them stays open to their colleagues.
    """
    case = participant.case
    check_open(case)
    if participant.grantee_id not in by.names or participant.left_on:
        raise PermissionDenied(Permission.CASE_LEAVE)
    if participant.grantee_id == case.service_id:
        raise Shut(_("Your service coordinates the case. Hand it over first."))
    mine = owned_by(service, case) | {"id": id, "case": case, "participant": participant, "left_by": by.id}
    row = Leaving(**mine, why=seal(why), at=at).add()
    with for_service(case.service, by, Permission.CASE_LEAVE):
        sharing.close_to(case, participant.grantee_id, at)
    return row


def _named(ground: Ground) -> dict[str, object]:
    names = {name: getattr(ground, name) for name in ("house", "centre", "worker", "institution", "unit", "person")}
    return names | {"institution": ground.institution or str(ground.house)}
