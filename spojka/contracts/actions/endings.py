"""How a contract ends: the client says so, both agree, or the provider gives notice on one of three grounds."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.sealed import seal
from spojka.base.terms import last_day, months_after, working_days_after
from spojka.ui.words import day

from ..content import Breach, Handed
from ..holding import (
    check_handed,
    ground_of,
    in_force_of,
    locked,
    stop_if_ending,
    stop_if_to_come,
    stop_unless_holding,
)
from ..models import Contract, ContractEnding, ContractWarning, Delivery, EndingWay, sealed


class NoGround(Refusal):
    """The provider may not end it for this."""


@action(Permission.CONTRACT_END, on="contract")
def end(
    *, by: Actor, id: UUID, contract: Contract, on: date, last: date, is_written: bool, words: str, today: date
) -> ContractEnding:
    """Write down that the client ends the contract: at any time, without a reason, while a notice runs too."""
    ContractEnding.objects.all().stop_if_known(id, contract.service, written_on=on, last_day=last)
    contract = _standing(contract, on, today)
    _check_last(on, last)
    _overtake(contract, on, last)
    stop_if_ending(contract)
    how = {"is_written": is_written, "delivered_on": on, "delivered_how": Delivery.IN_PERSON}
    contract.change(last_day=last)
    return _ending(contract, EndingWay.CLIENT, on, by, id, words=words, last_day=last, **how)


@action(Permission.CONTRACT_AGREE_END, on="contract")
def agree_end(
    *, by: Actor, id: UUID, contract: Contract, on: date, last: date, words: str, today: date
) -> ContractEnding:
    """Write down that both sides agreed to end the contract."""
    ContractEnding.objects.all().stop_if_known(id, contract.service, written_on=on, last_day=last)
    contract = _held(contract, on, today)
    _check_last(on, last)
    how = {"delivered_on": on, "delivered_how": Delivery.IN_PERSON}
    contract.change(last_day=last)
    return _ending(contract, EndingWay.AGREEMENT, on, by, id, words=words, last_day=last, **how)


@action(Permission.CONTRACT_NOTICE, on="contract")
def give_notice(
    *, by: Actor, id: UUID, contract: Contract, breach: Breach, on: date, handed: Handed, today: date
) -> ContractEnding:
    """Give notice of the provider, in writing; it runs from the day after it was delivered."""
    ContractEnding.objects.all().stop_if_known(id, contract.service, written_on=on, ground=breach.ground)
    contract = _held(contract, on, today)
    _check_ground(contract, breach, on)
    check_handed(handed, on, today)
    said = {"ground": breach.ground, "happened_on": breach.happened_on, "warning": breach.warning}
    ending = _ending(
        contract, EndingWay.PROVIDER, on, by, id, words=breach.what, unpaid_since=breach.unpaid_since, **said
    )
    return _delivered(ending, contract, handed) if handed.on else ending


@action(Permission.CONTRACT_DELIVER_NOTICE, on="ending")
def deliver(*, by: Actor, ending: ContractEnding, handed: Handed, today: date) -> ContractEnding:
    """Write down when the client got the notice: from then on the last day is known."""
    contract = locked(ending.contract)
    ending = ContractEnding.objects.select_for_update(of=("self",)).get(pk=ending.pk)
    if ending.delivered_on or not ending.is_in_force:
        raise Refusal(_("When it was delivered is written down already, or the notice holds no more."))
    check_handed(handed, ending.written_on, today)
    return _delivered(ending, contract, handed)


@action(Permission.CONTRACT_TAKE_BACK, on="ending")
def take_back(*, by: Actor, ending: ContractEnding, at: datetime, today: date) -> ContractEnding:
    """Take an ending back while the contract still holds; it stays to be read. A notice it overtook runs again."""
    contract = locked(ending.contract)
    ending = ContractEnding.objects.select_for_update(of=("self",)).get(pk=ending.pk)
    if not ending.is_in_force:
        return ending
    stop_unless_holding(contract, today)
    ending = ending.change(taken_back_at=at, taken_back_by=by.id)
    notice = _of(contract).filter(taken_back_at=None).exclude(overtaken_on=None).first()
    if notice:
        notice.change(overtaken_on=None)
    contract.change(last_day=notice.last_day if notice else None)
    return ending


@action(Permission.CONTRACT_REOPEN, on="ending")
def open_again(*, by: Actor, ending: ContractEnding, why: str, at: datetime) -> ContractEnding:
    """Let the client come again before the months are over in which another contract may be refused to them."""
    ending = ContractEnding.objects.select_for_update(of=("self",)).get(pk=ending.pk)
    return ending if ending.opened_at else ending.change(opened_at=at, opened_by=by.id, opened_why=seal(why))


def _notice_ends(contract: Contract, ending: ContractEnding, delivered_on: date) -> date:
    """Return the last day of a notice: as the list of grounds says, else what the rules of the service say."""
    ground = ground_of(contract, ending.ground, ending.written_on)
    if ground and (days := ground.extra.get("working_days")):
        return working_days_after(delivered_on, int(days))
    rules = in_force_of(contract).rules
    return last_day(delivered_on, rules.notice, rules.notice_unit) if rules.notice else delivered_on


def _delivered(ending: ContractEnding, contract: Contract, handed: Handed) -> ContractEnding:
    assert handed.on is not None
    last = _notice_ends(contract, ending, handed.on)
    contract.change(last_day=last)
    return ending.change(delivered_on=handed.on, delivered_how=handed.how, last_day=last)


def _of(contract: Contract) -> Any:
    return ContractEnding.objects.select_for_update(of=("self",)).filter(contract=contract)


def _overtake(contract: Contract, on: date, last: date) -> None:
    """Let a notice of the provider hold no more, if the client goes before it has run out."""
    notice = _of(contract).in_force().filter(way=EndingWay.PROVIDER).first()
    if notice is None:
        return
    if notice.last_day and last >= notice.last_day:
        raise Refusal(
            _("By the notice the contract ends on %(day)s already. Write an earlier day.")
            % {"day": day(notice.last_day, True)},
            field="last",
        )
    notice.change(overtaken_on=on)


def _held(contract: Contract, on: date, today: date) -> Contract:
    contract = _standing(contract, on, today)
    stop_if_ending(contract)
    return contract


def _standing(contract: Contract, on: date, today: date) -> Contract:
    contract = locked(contract)
    stop_unless_holding(contract, today)
    stop_if_to_come(on, today, "on")
    if contract.concluded_on and on < contract.concluded_on:
        raise Refusal(_("The contract was not concluded yet on that day."), field="on")
    return contract


def _check_last(on: date, last: date) -> None:
    if last < on:
        raise Refusal(_("The last day can't come before the day on which it was said."), field="last")


def _check_ground(contract: Contract, breach: Breach, on: date) -> None:
    """Refuse what is no ground, each with its sentence."""
    if breach.happened_on > on:
        raise Refusal(_("It can't have happened after the notice was written."), field="happened_on")
    ground = ground_of(contract, breach.ground, on)
    if ground is None:
        raise NoGround(_("On this day it is no ground of a notice. Choose another one."), field="ground")
    if ground.extra.get("warned"):
        _check_warned(contract, breach)
    if breach.unpaid_since:
        if not in_force_of(contract).has_fee:
            raise NoGround(_("This contract has no fee, so there is nothing that was not paid."), field="unpaid_since")
        if months_after(breach.unpaid_since, 1) >= on:
            raise NoGround(
                _("Not paying is a ground only when it lasts for more than one calendar month."), field="unpaid_since"
            )


def _check_warned(contract: Contract, breach: Breach) -> None:
    warning = breach.warning
    if warning is None or warning.contract_id != contract.pk or not _counts(warning):
        raise NoGround(
            _(
                "There is no delivered warning of this. For broken rules the contract may be ended only when they are "
                "broken again after a warning: write the warning first."
            ),
            field="warning",
        )
    if breach.happened_on <= warning.delivered_on:
        raise NoGround(
            _("This happened before the warning could help. The rule must be broken again after it was delivered."),
            field="happened_on",
        )


def _counts(warning: Any) -> bool:
    """Test whether the client got it and nobody took it back meanwhile."""
    row = ContractWarning.objects.select_for_update(of=("self",)).get(pk=warning.pk)
    return row.delivered_on is not None and row.holds


def _ending(contract: Contract, way: str, on: date, by: Actor, id: UUID, *, words: str, **said: Any) -> ContractEnding:
    mine = {**contract.ownership, **said, "texts": sealed({"words": words})}
    return ContractEnding(**mine, id=id, contract=contract, way=way, written_on=on, recorded_by=by.id).add()
