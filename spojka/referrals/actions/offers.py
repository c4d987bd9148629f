"""A referral begins: we offer a client of ours, or somebody without Spojka called us; and it ends."""

from datetime import date, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.base.sealed import seal
from spojka.base.terms import working_days_after
from spojka.clients.leading import standing as standing_client
from spojka.clients.models import Client
from spojka.network.models import Service

from .. import sharing
from ..content import Offer, Partner
from ..models import Referral, ReferralStep, Said, Side, Way
from ..standing import ANSWER_DAYS, OVER, VISIT_DAYS, State, standing

LETTERS = "CDFGHJKLMNPQRTVWXZ34679"  # no vowels, so no words; nothing that is read two ways
SEALED = ("wants", "goal", "note")
CLOSING = (State.DECLINED, State.OUTCOME, State.MISSED)


class NotNow(Refusal):
    """As the referral stands, this makes no sense any more, or not yet."""


@action(Permission.REFERRAL_OFFER, on="client")
def offer(*, by: Actor, id: UUID, client: Client, to: Partner, said: Offer, at: datetime) -> Referral:
    """Offer a client of ours, without a name; who works with Spojka sees it at once."""
    Referral.objects.all().stop_if_known(id, client.service)
    client = standing_client(client)
    if to.service and to.service.pk == client.service_id:
        raise Refusal(_("Choose another service than your own."), field="to")
    _stop_if_named(client, said)
    made = _row(by, id, client.ownership, to, said, timezone.localdate(at), way=Way.OUT, client=client).add()
    if made.partner_id:
        sharing.open_to(made, made.partner_id, at)
        sharing.open_to(made, made.service_id, at)  # we see what they say
    return made


@action(Permission.REFERRAL_RECORD, on="service")
def record(*, by: Actor, id: UUID, service: Service, to: Partner, said: Offer, on: date, at: datetime) -> Referral:
    """Write down that somebody without Spojka offered us somebody."""
    Referral.objects.all().stop_if_known(id, service)
    if to.service:
        raise Refusal(_("They work with Spojka: they offer it themselves."), field="to")
    if on > timezone.localdate(at):
        raise Refusal(_("This day has not come yet."), field="on")
    mine = {"organisation_id": service.organisation_id, "service_id": service.pk}
    return _row(by, id, mine, to, said, on, way=Way.IN).add()


@action(Permission.REFERRAL_TIE, on="referral")
def tie(*, by: Actor, referral: Referral, client: Client, at: datetime) -> Referral:
    """Say which client of ours it is, once we have met."""
    referral = sharing.hold(referral, by, at)
    if referral.client_id == client.pk:
        return referral
    if referral.client_id:
        raise NotNow(_("It is tied to a client already."))
    client = standing_client(client)
    if client.service_id != referral.service_id:
        raise Refusal(_("This is no client of the service to which they were referred."), field="client")
    return referral.change(client=client)


@action(Permission.REFERRAL_WITHDRAW, on="referral")
def withdraw(*, by: Actor, referral: Referral, why: str, at: datetime) -> Referral:
    """Offer it no more; both sides read for a while yet that it ended and why."""
    referral = sharing.hold(referral, by, at)
    if referral.ended_at:
        return referral
    return _end(by, referral, Said.WITHDRAWN, why, at, is_evaluated=False)


@action(Permission.REFERRAL_CLOSE, on="referral")
def close(*, by: Actor, referral: Referral, words: str, at: datetime) -> Referral:
    """Close what was declined, or of which the outcome is known."""
    referral = sharing.hold(referral, by, at)
    if referral.ended_at:
        return referral
    if standing(referral).state not in CLOSING:
        raise NotNow(_("Nobody said yet what came of it. Write the outcome first, or withdraw the offer."))
    return _end(by, referral, Said.CLOSED, words, at, is_evaluated=True)


def _end(by: Actor, referral: Referral, kind: Said, words: str, at: datetime, *, is_evaluated: bool) -> Referral:
    if standing(referral).state in OVER:
        raise NotNow(_("It ended already."))
    said = {"kind": kind, "side": Side.OURS, "on": timezone.localdate(at), "words": seal(words) if words else ""}
    ReferralStep(**referral.ownership, **said, id=new_id(), referral=referral, said_by=by.id).add()
    sharing.close(referral, at, is_evaluated=is_evaluated)
    return referral.change(ended_at=at)


def _row(by: Actor, id: UUID, owner: dict[str, Any], to: Partner, said: Offer, on: date, **more: Any) -> Referral:
    agreed = to.agreement
    answer = (agreed.answer_days if agreed else None) or ANSWER_DAYS
    terms = {"answer_by": working_days_after(on, answer), "offered_on": on}
    terms["visit_days"] = (agreed.visit_days if agreed else None) or VISIT_DAYS  # type: ignore[assignment]
    texts = {name: seal(text) if (text := getattr(said, name)) else "" for name in SEALED}
    whom = {"partner": to.service, "partner_name": to.name, "agreement": agreed}
    about = {"mark": _mark(), "contact": said.contact, "offered_by": by.id}
    return Referral(**owner, **whom, **texts, **said.codes, **terms, **about, **more, id=id)


def _mark() -> str:
    """Return a mark. Should another referral have it, the repeated action draws another one."""
    drawn = int.from_bytes(sha256(new_id().bytes).digest())
    letters = "".join(LETTERS[drawn // len(LETTERS) ** place % len(LETTERS)] for place in range(6))
    return f"{letters[:3]}-{letters[3:]}"


def _stop_if_named(client: Client, said: Offer) -> None:
    """Refuse words that hold our code or the nickname: the other side is to learn neither."""
    known = [name.casefold() for name in (client.code, client.nickname) if len(name) > 2]
    for field in ("wants", "goal", "note", "contact"):
        words = " ".join(getattr(said, field).split()).casefold()
        if any(name in words for name in known):
            raise Refusal(
                _("Here stands the client's code or nickname. Write it without, they need not know."), field=field
            )
