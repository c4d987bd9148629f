"""An agreement between organisations is written, proposed, agreed by both sides, evaluated, replaced and ended."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.models import Basis, Grant
from spojka.access.permissions import Kind, Level, Permission
from spojka.base.errors import Refusal, WrittenMeanwhile
from spojka.base.terms import months_after
from spojka.network.models import Service

from .beside import figures_of
from .content import Terms
from .models import (
    PartnerAgreement,
    PartnerEvaluation,
    PartnerWord,
    Side,
    State,
    Word,
    agreed_on,
    counted_since,
    said,
    state_on,
)

WRITTEN = (State.DRAFT, State.DECLINED)  # its wording may be changed
HOLDING = (State.COMING, State.HOLDS)


class NotNow(Refusal):
    """As the agreement stands, this makes no sense any more, or not yet."""


@action(Permission.PARTNER_WRITE, on="service")
def write(*, by: Actor, id: UUID, service: Service, terms: Terms) -> PartnerAgreement:
    """Begin an agreement with another organisation."""
    PartnerAgreement.objects.all().stop_if_known(id, service)
    if terms.partner and terms.partner.pk == service.pk:
        raise Refusal(_("Choose another service than your own."), field="partner")
    return PartnerAgreement(**service.ownership, **terms.columns, id=id, written_by=by.id).add()


@action(Permission.PARTNER_CHANGE, on="agreement")
def change(*, by: Actor, agreement: PartnerAgreement, terms: Terms, edition: int, at: datetime) -> PartnerAgreement:
    """Change the wording of a draft. What was said of an older one counts no more, and they see it no more."""
    agreement = _held(agreement)
    _stop_unless(
        agreement, WRITTEN, timezone.localdate(at), _("It was proposed or agreed already. Write a new version.")
    )
    if agreement.edition != edition:
        raise WrittenMeanwhile(_("A colleague changed it meanwhile. Join both, then save again."))
    if terms.partner and terms.partner.pk == agreement.service_id:
        raise Refusal(_("Choose another service than your own."), field="partner")
    _close(agreement, at)
    return agreement.change(**terms.columns, edition=edition + 1, proposed_at=None)


@action(Permission.PARTNER_DROP, on="agreement")
def drop(*, by: Actor, agreement: PartnerAgreement, at: datetime) -> PartnerAgreement:
    """Put a draft aside."""
    agreement = _held(agreement)
    if agreement.dropped_at:
        return agreement
    _stop_unless(agreement, (*WRITTEN, State.PROPOSED), timezone.localdate(at), _("It was agreed. Give notice."))
    _close(agreement, at)
    return agreement.change(dropped_at=at)


@action(Permission.PARTNER_PROPOSE, on="agreement")
def propose(*, by: Actor, agreement: PartnerAgreement, at: datetime) -> PartnerAgreement:
    """Let the wording stand for both sides to agree; who works with Spojka sees it from now on."""
    agreement = _held(agreement)
    if agreement.proposed_at and state_on(agreement, timezone.localdate(at)) == State.PROPOSED:
        return agreement
    _stop_unless(agreement, (State.DRAFT,), timezone.localdate(at), _("Change the wording first, then propose it."))
    if agreement.partner_id:
        _open(agreement, agreement.partner_id, at)
        if not Grant.objects.current(at).filter(subject_id=agreement.pk, grantee_id=agreement.service_id).exists():
            _open(agreement, agreement.service_id, at)  # we see what they say, also once it is changed
    return agreement.change(proposed_at=at)


@action(Permission.PARTNER_TAKE_BACK, on="agreement")
def take_back(*, by: Actor, agreement: PartnerAgreement, at: datetime) -> PartnerAgreement:
    """Propose it no more: it is a draft again."""
    agreement = _held(agreement)
    _stop_unless(agreement, (State.PROPOSED,), timezone.localdate(at), _("It was agreed or declined meanwhile."))
    _close(agreement, at)
    return agreement.change(proposed_at=None, edition=agreement.edition + 1)


@action(Permission.PARTNER_SAY, on="service", into="agreement")
def say(
    *, by: Actor, id: UUID, agreement: PartnerAgreement, service: Service, word: str, name: str, note: str, on: date,
    at: datetime,
) -> PartnerWord:  # fmt: skip
    """Agree for one's own side, or say why not."""
    PartnerWord.objects.all().stop_if_known(id, service)
    side = agreement.side_of(service)
    if side == Side.THEIRS and service.pk != agreement.partner_id:
        raise Refusal(_("This agreement is with another service of yours."))
    if word == Word.NO and not note:
        raise Refusal(_("Write why, so that they can change it."), field="note")
    return _say(by, id, agreement, side, service.ownership, word, name=name, note=note, on=on, at=at)


@action(Permission.PARTNER_PAPER, on="agreement")
def sign_for_them(
    *, by: Actor, id: UUID, agreement: PartnerAgreement, word: str, name: str, note: str, on: date, at: datetime
) -> PartnerWord:
    """Write down what the other side, which does not work with Spojka, signed or said."""
    PartnerWord.objects.all().stop_if_known(id, agreement.service)
    if agreement.partner_id:
        raise NotNow(_("They work with Spojka: they agree themselves."))
    if word == Word.NO and not note:
        raise Refusal(_("Write why, so that they can change it."), field="note")
    more = {"name": name, "note": note, "is_on_paper": True}
    return _say(by, id, agreement, Side.THEIRS, agreement.ownership, word, on=on, at=at, **more)


@action(Permission.PARTNER_NOTICE, on="service", into="agreement")
def give_notice(
    *, by: Actor, id: UUID, agreement: PartnerAgreement, service: Service, side: str, name: str, note: str,
    on: date, last_day: date, at: datetime,
) -> PartnerWord:  # fmt: skip
    """End it: by one's own side, or by theirs where the letter came to us."""
    PartnerWord.objects.all().stop_if_known(id, service)
    own = agreement.side_of(service)
    agreement = _seen(agreement)
    today = timezone.localdate(at)
    _stop_unless(agreement, HOLDING, today, _("It does not hold, or notice was given already."))
    if side != own and (own == Side.THEIRS or agreement.partner_id):
        raise NotNow(_("They work with Spojka: they give notice themselves."))
    _stop_if_to_come(on, today)
    earliest = months_after(on, agreement.notice_months)
    if last_day < earliest and not note:
        raise Refusal(_("Notice is shorter than agreed: write that both sides want it so, or why."), field="note")
    if last_day < on:
        raise Refusal(_("It can't end before notice was given."), field="last_day")
    said_ = {"word": Word.NOTICE, "name": name, "note": note, "on": on, "last_day": last_day}
    said_ |= {"side": side, "edition": agreement.edition, "is_on_paper": side != own, "said_by": by.id}
    return PartnerWord(**service.ownership, **said_, id=id, agreement=agreement).add()


@action(Permission.PARTNER_REVISE, on="agreement")
def revise(*, by: Actor, id: UUID, agreement: PartnerAgreement, today: date) -> PartnerAgreement:
    """Begin a new version; until both sides agree to it the older one holds."""
    PartnerAgreement.objects.all().stop_if_known(id, agreement.service)
    agreement = _held(agreement)
    holding = (*HOLDING, State.ENDING, State.OVER)
    _stop_unless(agreement, holding, today, _("There is a newer version already, or this one was never agreed."))
    if any(one.dropped_at is None for one in agreement.newer.all()):
        raise NotNow(_("A new version is being written already."))
    terms = Terms.of(agreement).columns | {"starts_on": max(today, agreement.starts_on)}
    if terms["ends_on"] and terms["ends_on"] < terms["starts_on"]:
        terms["ends_on"] = None
    more = {"replaces": agreement, "version": agreement.version + 1, "written_by": by.id}
    return PartnerAgreement(**agreement.ownership, **terms, **more, id=id).add()


@action(Permission.PARTNER_EVALUATE, on="service", into="agreement")
def evaluate(
    *, by: Actor, id: UUID, agreement: PartnerAgreement, service: Service, on: date, who: str, found: str,
    changes: str, next_on: date | None, at: datetime, third: str = "",
) -> PartnerEvaluation:  # fmt: skip
    """Write down how the cooperation works; the next time is as agreed, if nothing else is said."""
    PartnerEvaluation.objects.all().stop_if_known(id, service)
    agreement = _seen(agreement)
    _stop_if_to_come(on, timezone.localdate(at))
    if agreed_on(agreement) is None:
        raise NotNow(_("What was never agreed can't be evaluated."))
    next_on = next_on or months_after(on, agreement.evaluate_months)
    if next_on <= on:
        raise Refusal(_("The next evaluation comes after this one."), field="next_on")
    told = {"on": on, "who": who, "found": found, "changes": changes, "next_on": next_on, "written_by": by.id}
    since = counted_since(agreement)
    told |= {"third": third, "figures_since": since, "figures": figures_of(agreement, by, since, on)}
    return PartnerEvaluation(**service.ownership, **told, id=id, agreement=agreement).add()


def _say(
    by: Actor, id: UUID, agreement: PartnerAgreement, side: Side, owner: dict[str, Any], word: str, *, at: datetime,
    on: date, **more: Any,
) -> PartnerWord:  # fmt: skip
    open_ = Grant.objects.select_for_update().current(at).filter(subject_id=agreement.pk, grantee_id__in=by.names)
    list(open_.order_by("pk"))  # held, so that it is not changed meanwhile
    agreement, today = _seen(agreement), timezone.localdate(at)
    _stop_unless(agreement, (State.PROPOSED,), today, _("It waits for nobody's word: it was changed or settled."))
    if said(agreement, Word.YES, side):
        raise NotNow(_("This side has agreed already."))
    _stop_if_to_come(on, today)
    about = {"agreement": agreement, "edition": agreement.edition, "side": side, "word": word, "on": on}
    return PartnerWord(**owner, **about, **more, id=id, said_by=by.id).add()


def _held(agreement: PartnerAgreement) -> PartnerAgreement:
    """Return a row of ours as it is now, held until the end of the transaction."""
    PartnerAgreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)
    return _seen(agreement)


def _seen(agreement: PartnerAgreement) -> PartnerAgreement:
    row: PartnerAgreement = PartnerAgreement.objects.all().with_words().get(pk=agreement.pk)
    return row


def _stop_unless(agreement: PartnerAgreement, states: tuple[State, ...], today: date, words: str) -> None:
    if state_on(agreement, today) not in states:
        raise NotNow(words)


def _stop_if_to_come(on: date, today: date) -> None:
    if on > today:
        raise Refusal(_("This day has not come yet."), field="on")


def _open(agreement: PartnerAgreement, to: UUID, at: datetime) -> None:
    about = {"subject_id": agreement.pk, "grantee_id": to, "holder_id": agreement.service_id, "kinds": Kind.WORK}
    Grant(**about, level=Level.CONTRIBUTE, basis=Basis.PARTICIPATION, starts_at=at).add()


def _close(agreement: PartnerAgreement, at: datetime) -> None:
    """Let the other side see it no more."""
    if agreement.partner_id:
        Grant.objects.filter(subject_id=agreement.pk, grantee_id=agreement.partner_id).end(at)
