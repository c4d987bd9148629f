"""Contracts and addenda while they are written: by a worker, until the head concludes them."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.owned import Repeated
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal, WrittenMeanwhile
from spojka.clients.leading import standing
from spojka.clients.models import Client
from spojka.identities.models import Identity

from ..content import Frame, Terms
from ..holding import NotDraft, draft_of, locked, stop_if_ending, stop_unless_holding
from ..models import Contract, ContractForm, ContractRegime, ContractWording


@action(Permission.CONTRACT_WRITE, on="client")
def write(*, by: Actor, id: UUID, client: Client, frame: Frame, terms: Terms) -> Contract:
    """Write a contract with a client; it waits for the head."""
    Contract.objects.all().stop_if_known(id, client.service)
    client = standing(client)
    _check(frame, terms)
    contract = Contract(
        **client.ownership,
        **frame.columns,
        id=id,
        client=client,
        is_anonymous=_is_anonymous(client),
        written_by=by.id,
    ).add()
    _wording(contract, terms, 1, by)
    return contract


@action(Permission.CONTRACT_CHANGE, on="contract")
def change(*, by: Actor, contract: Contract, frame: Frame, terms: Terms, edition: int) -> Contract:
    """Write the draft anew. Who began from an older one is told, and nothing of a colleague is written over."""
    contract = locked(contract)
    draft = draft_of(contract)
    if draft is None:
        raise NotDraft(_("There is no draft any more: it was concluded or put aside."))
    if draft.edition != edition:
        raise WrittenMeanwhile(
            _("A colleague changed the draft meanwhile. Their words stand beside the form: take over what you need.")
        )
    _check(frame, terms)
    draft.change(**terms.columns, edition=edition + 1, written_by=by.id)
    if draft.is_addendum:  # law and form of what was concluded stay
        return contract
    return contract.change(**frame.columns, is_anonymous=_is_anonymous(contract.client))


@action(Permission.CONTRACT_AMEND, on="contract")
def amend(*, by: Actor, id: UUID, contract: Contract, terms: Terms, today: date) -> ContractWording:
    """Write an addendum; until it is concluded the older wording holds."""
    ContractWording.objects.all().stop_if_known(id, contract.service)
    contract = locked(contract)
    stop_unless_holding(contract, today)
    stop_if_ending(contract)
    if draft_of(contract):
        raise Refusal(_("An addendum is being written already. Change that one."))
    _check(Frame(regime=contract.regime, form=contract.form, is_three_party=contract.is_three_party), terms)
    last = ContractWording.objects.filter(contract=contract, dropped_at=None).aggregate(n=Max("version"))["n"]
    return _wording(contract, terms, last + 1, by, id=id)


@action(Permission.CONTRACT_DROP, on="contract")
def drop(*, by: Actor, contract: Contract, at: datetime) -> Contract:
    """Put the draft of a contract or of an addendum aside."""
    contract = locked(contract)
    draft = draft_of(contract)
    if draft is None:
        raise Repeated(contract)
    draft.change(dropped_at=at)
    return contract if draft.is_addendum else contract.change(dropped_at=at)


def _wording(contract: Contract, terms: Terms, version: int, by: Actor, **known: UUID) -> ContractWording:
    mine = {**contract.ownership, **terms.columns, **known}
    return ContractWording(**mine, contract=contract, version=version, written_by=by.id).add()


def _check(frame: Frame, terms: Terms) -> None:
    """Refuse what the regime and the calendar do not allow."""
    if frame.is_three_party and frame.regime != ContractRegime.PROTECTION:
        raise Refusal(
            _("A contract of three with OSPOD never belongs in a social service: that one is voluntary."),
            field="is_three_party",
        )
    if frame.is_three_party and frame.form != ContractForm.WRITTEN:
        raise Refusal(_("A contract of three is concluded in writing."), field="form")
    if terms.ends_on and terms.ends_on < terms.starts_on:
        raise Refusal(_("It can't end before it starts."), field="ends_on")


def _is_anonymous(client: Client) -> bool:
    return not Identity.objects.filter(client=client).exclude(sealed="").exists()
