"""Which form asks for which step, when it may be said, and what it does: for workers and for who has a link."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from spojka.access.actor import Actor, ActorKind
from spojka.access.permissions import Permission
from spojka.base.ids import new_id
from spojka.codelists.catalogue import catalogue

from . import forms, sides
from .actions import offers, steps
from .content import recipients_of
from .models import Referral, Side
from .reading import Told
from .standing import State

P = Permission
YES = (State.ACCEPTED, State.NAMED, State.INVITED, State.VISITED, State.MISSED, State.OUTCOME)


@dataclass(frozen=True)
class Deed:
    """One thing that may be done: `when` lists the states; `who` says which sides may be spoken for."""

    form: type[Any]
    permission: Permission
    run: Callable[..., Any]
    when: tuple[State, ...]
    who: Callable[[Referral], tuple[Side, ...]] = lambda referral: tuple(Side)
    by_link: bool = True


def _receiving(referral: Referral) -> tuple[Side, ...]:
    return (referral.receiving,)


def _said(action: Callable[..., Any]) -> Callable[..., Any]:
    def run(by: Actor, referral: Referral, form: Any, at: datetime) -> Any:
        return action(by=by, id=form.cleaned_data["id"] or new_id(), referral=referral, step=form.step, at=at)

    return run


def _name(by: Actor, referral: Referral, form: Any, at: datetime) -> Any:
    about = {"by": by, "id": form.cleaned_data["id"], "referral": referral, "at": at}
    return steps.name(**about, person=form.person, recipient=form.chosen)


def _unnamed(by: Actor, referral: Referral, form: Any, at: datetime) -> Any:
    about = {"by": by, "id": form.cleaned_data["id"], "referral": referral, "at": at}
    return steps.name(**about, person=None, recipient=None)


def _withdraw(by: Actor, referral: Referral, form: Any, at: datetime) -> Any:
    return offers.withdraw(by=by, referral=referral, why=form.cleaned_data["why"], at=at)


def _close(by: Actor, referral: Referral, form: Any, at: datetime) -> Any:
    return offers.close(by=by, referral=referral, words=form.cleaned_data["words"], at=at)


OPEN = (State.OFFERED, State.ASKED, *YES)
DEEDS = {
    "accept": Deed(forms.Accept, P.REFERRAL_ANSWER, _said(steps.answer), (State.OFFERED, State.ASKED), _receiving),
    "decline": Deed(forms.Decline, P.REFERRAL_ANSWER, _said(steps.answer), (State.OFFERED, State.ASKED), _receiving),
    "say": Deed(forms.Talk, P.REFERRAL_SAY, _said(steps.say), OPEN),
    "name": Deed(forms.Name, P.REFERRAL_NAME, _name, (*YES, State.ASKED), by_link=False),
    "unnamed": Deed(forms.Unnamed, P.REFERRAL_NAME, _unnamed, (State.ACCEPTED,), by_link=False),
    "invite": Deed(forms.Invite, P.REFERRAL_INVITE, _said(steps.invite), (State.ACCEPTED, State.NAMED, State.MISSED)),
    "visit": Deed(forms.Visit, P.REFERRAL_VISIT, _said(steps.visit), (State.INVITED,)),
    "missed": Deed(forms.Missed, P.REFERRAL_VISIT, _said(steps.visit), (State.INVITED,)),
    "outcome": Deed(forms.Result, P.REFERRAL_TELL, _said(steps.tell), YES, _receiving),
    "withdraw": Deed(forms.Why, P.REFERRAL_WITHDRAW, _withdraw, (*OPEN, State.DECLINED), by_link=False),
    "close": Deed(forms.Close, P.REFERRAL_CLOSE, _close, offers.CLOSING, by_link=False),
}


def form_of(what: str, told: Told, by: Actor, data: Any, at: datetime) -> Any:
    """Return the form of a deed, empty or as it was sent."""
    deed, referral = DEEDS[what], told.referral
    more: dict[str, Any] = {"auto_id": f"id_{what}_%s"}
    if by.kind == ActorKind.LINK_HOLDER:  # their page has no script that would make one
        more["initial"] = {"id": new_id()}
    if issubclass(deed.form, forms.Saying):
        speaking = [side for side in sides.speaking(referral, by) if side in deed.who(referral)]
        more |= {"sides": [(side, told.name_of(side)) for side in speaking], "today": told.on}
    if deed.form is forms.Decline:
        more["reasons"] = _reasons(referral, told.on)
    if deed.form is forms.Name:
        more["recipients"] = recipients_of(referral, at)
    return deed.form(data, **more)


def offered_to(told: Told, by: Actor, may: Callable[[Permission], bool]) -> list[str]:
    """Return which deeds make sense now for who reads it."""
    return [what for what, deed in DEEDS.items() if _fits(what, deed, told, by) and may(deed.permission)]


def _fits(what: str, deed: Deed, told: Told, by: Actor) -> bool:
    referral, state = told.referral, told.state
    if what in ("name", "unnamed") and (referral.offering != Side.OURS or not _is_accepted(told)):
        return False
    if what in ("accept", "decline") and _is_answered(told):
        return False
    if what in ("invite", "outcome", "visit", "missed") and state == State.ASKED:
        return False
    speaks = set(sides.speaking(referral, by)) & set(deed.who(referral))
    return state in deed.when and bool(speaks)


def _is_accepted(told: Told) -> bool:
    return any(one.kind == "accepted" and one.taken_back_at is None for one in told.steps)


def _is_answered(told: Told) -> bool:
    return any(one.kind in ("accepted", "declined") and one.taken_back_at is None for one in told.steps)


def _reasons(referral: Referral, on: date) -> list[tuple[str, str]]:
    """Return why one may decline: by the list of who declines, else of who wrote it down."""
    service = referral.partner if referral.receiving == Side.THEIRS and referral.partner else referral.service
    return catalogue(service, on).pairs("referral_refusal")


def forms_of(told: Told, by: Actor, may: Callable[[Permission], bool], at: datetime) -> dict[str, Any]:
    """Return the empty forms of what may be done now."""
    return {what: form_of(what, told, by, None, at) for what in offered_to(told, by, may)}
