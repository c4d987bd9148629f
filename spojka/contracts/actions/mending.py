"""What was saved wrong is put right by another row, or taken back: it stays, with who, when and why."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.sealed import seal

from ..holding import locked
from ..models import ContractEnding, ContractRefusal, ContractWarning, RulesExplanation
from . import refusals, rules, warnings

R = TypeVar("R", RulesExplanation, ContractWarning, ContractRefusal)


class Mended(Refusal):
    """Somebody put it right or took it back meanwhile, or an ending stands on it."""


@action(Permission.RULES_CORRECT, on="row")
def correct_explanation(
    *, by: Actor, id: UUID, row: RulesExplanation, why: str, at: datetime, **said: Any
) -> RulesExplanation:
    """Write anew what the client was told of the rules."""
    return _corrected(row, id, lambda: rules.explain(by=by, id=id, client=row.client, **said), by, why, at)


@action(Permission.RULES_UNEXPLAIN, on="row")
def void_explanation(*, by: Actor, row: RulesExplanation, why: str, at: datetime) -> RulesExplanation:
    """Say that it was not so."""
    return _voided(_held(row), by, why, at)


@action(Permission.CONTRACT_CORRECT_WARNING, on="row")
def correct_warning(
    *, by: Actor, id: UUID, row: ContractWarning, why: str, at: datetime, **said: Any
) -> ContractWarning:
    """Write a warning anew."""
    _check_free(row)
    return _corrected(row, id, lambda: warnings.warn(by=by, id=id, contract=row.contract, **said), by, why, at)


@action(Permission.CONTRACT_VOID_WARNING, on="row")
def void_warning(*, by: Actor, row: ContractWarning, why: str, at: datetime) -> ContractWarning:
    """Take a warning back; it counts for nothing any more."""
    _check_free(row)
    return _voided(_held(row), by, why, at)


@action(Permission.CONTRACT_CORRECT_REFUSAL, on="row")
def correct_refusal(
    *, by: Actor, id: UUID, row: ContractRefusal, why: str, at: datetime, **said: Any
) -> ContractRefusal:
    """Write anew why no contract was concluded."""
    about: dict[str, Any] = {"service": row.service, "client": row.client} | said
    return _corrected(row, id, lambda: refusals.refuse(by=by, id=id, **about), by, why, at)


@action(Permission.CONTRACT_VOID_REFUSAL, on="row")
def void_refusal(*, by: Actor, row: ContractRefusal, why: str, at: datetime) -> ContractRefusal:
    """Take a refusal out of the register; it stays to be read."""
    return _voided(_held(row), by, why, at)


def _held(row: R) -> R:
    found: R = type(row).objects.select_for_update(of=("self",)).get(pk=row.pk)
    return found


def _voided(row: R, by: Actor, why: str, at: datetime) -> R:
    return row if row.voided_at else row.change(voided_at=at, voided_by=by.id, voided_why=seal(why))


def _corrected(row: R, id: UUID, write: Callable[[], R], by: Actor, why: str, at: datetime) -> R:
    row = _held(row)
    if row.voided_at:
        newer: R | None = type(row).objects.filter(corrects=row.pk).first()
        if newer and newer.pk == id:  # sent again
            return newer
        raise Mended(_("Somebody put it right or took it back meanwhile."))
    made = write().change(corrects=row)
    _voided(row, by, why, at)
    return made


def _check_free(warning: ContractWarning) -> None:
    """A notice that holds stands on what the client was warned of."""
    locked(warning.contract)
    if ContractEnding.objects.filter(warning=warning.pk, taken_back_at=None).exists():
        raise Mended(_("A notice stands on this warning. Take the notice back first."))
