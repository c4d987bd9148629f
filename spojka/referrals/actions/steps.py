"""What the two sides say of a referral, step by step."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.models import Grant
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.sealed import seal
from spojka.base.terms import working_days_after
from spojka.consents.models import ConsentRecipient

from .. import sharing, sides
from ..content import Person, Step, hold
from ..models import ANSWERS, LAST, Presence, Referral, ReferralIdentity, ReferralStep, Said, Side
from ..standing import OVER, State, last, standing, told
from .offers import NotNow


class NoGround(Refusal):
    """No consent lets the other side know it."""


@action(Permission.REFERRAL_ANSWER, on="referral")
def answer(*, by: Actor, id: UUID, referral: Referral, step: Step, at: datetime) -> ReferralStep:
    """Accept what was offered, or decline it with a reason. Of two who answer at once one gets through."""
    referral = _begin(by, id, referral, step, at)
    if step.kind not in ANSWERS or step.side != referral.receiving:
        raise NotNow(_("The other side answers this."))
    if any(one.kind in ANSWERS for one in told(referral)):
        raise NotNow(_("Somebody has answered it meanwhile. Look at the answer."))
    if step.kind == Said.DECLINED and not step.more.get("reason"):
        raise Refusal(_("Choose why, so that they can look for something else."), field="reason")
    if step.more.get("reason") == "other" and not step.words:
        raise Refusal(_("Write which reason it is."), field="words")
    return _add(by, id, referral, step)


@action(Permission.REFERRAL_SAY, on="referral")
def say(*, by: Actor, id: UUID, referral: Referral, step: Step, at: datetime) -> ReferralStep:
    """Ask the other side something, or reply."""
    referral = _begin(by, id, referral, step, at)
    if not step.words:
        raise Refusal(_("Write it in a few words."), field="words")
    question = standing(referral).question
    is_reply = question is not None and question.side != step.side
    return _add(by, id, referral, replace(step, kind=Said.REPLY if is_reply else Said.QUESTION))


@action(Permission.REFERRAL_NAME, on="referral")
def name(
    *, by: Actor, id: UUID, referral: Referral, person: Person | None, recipient: ConsentRecipient | None, at: datetime
) -> ReferralStep:
    """Say who it is, by a consent that names the other side; or that they come without a name, under the mark."""
    kind = Said.NAMED if person else Said.UNNAMED
    step = Step(kind=kind, side=Side.OURS, on=timezone.localdate(at))
    referral = _begin(by, id, referral, step, at)
    _stop_unless_accepted(referral)
    if referral.offering != Side.OURS:
        raise NotNow(_("They tell you who it is. Tie it to a client once you have met."))
    if person is None:
        return _add(by, id, referral, step)
    ground = hold(referral, recipient, at) if recipient else None
    if ground is None:
        words = _(
            "No consent in force names %(whom)s. Write the client's consent down first, or let them come unnamed."
        )
        raise NoGround(words % {"whom": referral.partner_name}, field="recipient")
    made = _add(by, id, referral, step)
    said = {"name": seal(person.name), "contact": _sealed(person.contact), "note": _sealed(person.note)}
    said_by = sharing.ground_of(ground, at)
    identity = ReferralIdentity(**referral.ownership, **said, referral=referral, step=made, ground=said_by).add()
    _open(identity, ground, at)
    return made


@action(Permission.REFERRAL_INVITE, on="referral")
def invite(*, by: Actor, id: UUID, referral: Referral, step: Step, at: datetime) -> ReferralStep:
    """Invite: the visit is due in as many working days as was agreed."""
    referral = _begin(by, id, referral, step, at)
    _stop_unless_accepted(referral)
    if standing(referral).state == State.INVITED:
        raise NotNow(_("An invitation stands already. If it was wrong, take it back first."))
    visit_on = step.more.get("visit_on")
    if visit_on and visit_on < step.on:
        raise Refusal(_("The visit can't be before the invitation."), field="visit_on")
    due = working_days_after(step.on, referral.visit_days)
    return _add(by, id, referral, replace(step, kind=Said.INVITED, more=step.more | {"due_on": due}))


@action(Permission.REFERRAL_VISIT, on="referral")
def visit(*, by: Actor, id: UUID, referral: Referral, step: Step, at: datetime) -> ReferralStep:
    """Write down the visit, or that nobody came. If nobody of who invited was there, the patient was told first."""
    referral = _begin(by, id, referral, step, at)
    invitation = last(told(referral), Said.INVITED, Said.VISITED, Said.MISSED)
    if invitation is None or invitation.kind != Said.INVITED:
        raise NotNow(_("There is no invitation that waits for a visit."))
    if step.on < invitation.on:
        raise Refusal(_("The visit can't be before the invitation."), field="on")
    if step.kind == Said.VISITED:
        _check_presence(step.more)
    return _add(by, id, referral, step)


@action(Permission.REFERRAL_TELL, on="referral")
def tell(*, by: Actor, id: UUID, referral: Referral, step: Step, at: datetime) -> ReferralStep:
    """Tell what came of it; of the client more than that only as they agreed."""
    referral = _begin(by, id, referral, step, at)
    _stop_unless_accepted(referral)
    if step.side != referral.receiving:
        raise NotNow(_("The side that received them tells the outcome."))
    if step.words and not step.more.get("agreed_how"):
        words = _("Write how the client agreed that you tell this, or tell the outcome without words.")
        raise NoGround(words, field="agreed_how")
    return _add(by, id, referral, replace(step, kind=Said.OUTCOME))


@action(Permission.REFERRAL_TAKE_BACK, on="step")
def take_back(*, by: Actor, step: ReferralStep, why: str, at: datetime) -> ReferralStep:
    """Take back the last step, if it was said by mistake. It stays visible as that."""
    referral = sharing.hold(step.referral, by, at)
    row: ReferralStep = ReferralStep.objects.select_for_update(of=("self",)).get(pk=step.pk)
    if row.taken_back_at:
        return row
    steps = told(referral)
    if referral.ended_at or row.kind in LAST or not steps or steps[-1].pk != row.pk:
        raise NotNow(_("Only the last step can be taken back, as long as the referral is not over."))
    for identity in ReferralIdentity.objects.filter(step=row):
        sharing.close_identity(identity.pk, at)
    return row.change(taken_back_at=at, taken_back_by=by.id, taken_back_why=why)


def _begin(by: Actor, id: UUID, referral: Referral, step: Step, at: datetime) -> Referral:
    """Hold the referral and check that this side may speak now."""
    held = sharing.hold(referral, by, at)
    known = ReferralStep.objects.filter(pk=id).first()
    if known:
        ReferralStep.objects.all().stop_if_known(id, known.service)
    if held.ended_at or standing(held).state in OVER:
        raise NotNow(_("It ended already."))
    if step.side not in sides.speaking(held, by):
        raise NotNow(_("They work with Spojka: they say it themselves."))
    if step.on > timezone.localdate(at):
        raise Refusal(_("This day has not come yet."), field="on")
    _stop_if_before(step.on, held)
    return held


def _stop_if_before(on: date, referral: Referral) -> None:
    if on < referral.offered_on:
        raise Refusal(_("It can't be before the offer."), field="on")


def _add(by: Actor, id: UUID, referral: Referral, step: Step) -> ReferralStep:
    said = {"kind": step.kind, "side": step.side, "on": step.on, "words": _sealed(step.words), "said_by": by.id}
    owner: dict[str, Any] = sides.owner(referral, step.side, by)
    heard = {"is_heard": sides.is_heard(referral, step.side, by)}
    return ReferralStep(**owner, **said, **heard, **step.more, id=id, referral=referral).add()


def _open(identity: ReferralIdentity, recipient: ConsentRecipient, at: datetime) -> None:
    """Open it to whom the consent names: in Spojka to that one, else to the link that stands."""
    stands_on = identity.ground
    if recipient.grant_id:
        sharing.open_identity(identity, stands_on.grantee_id, stands_on, at)
        return
    for one in identity.referral.links.filter(ended_at=None):
        if Grant.objects.current(at).filter(subject_id=identity.referral_id, grantee_id=one.link_id).exists():
            sharing.open_identity(identity, one.link_id, stands_on, at)


def _check_presence(more: dict[str, Any]) -> None:
    if not more.get("presence"):
        raise Refusal(_("Choose whether somebody of them was there."), field="presence")
    if more["presence"] == Presence.ABSENT and not more.get("is_told_first"):
        words = _("If nobody of them is there, the patient has to know first that plan and agreement go back to them.")
        raise Refusal(words, field="is_told_first")


def _stop_unless_accepted(referral: Referral) -> None:
    if not any(one.kind == Said.ACCEPTED for one in told(referral)):
        raise NotNow(_("First it has to be accepted."))


def _sealed(text: str) -> str:
    return seal(text) if text else ""
