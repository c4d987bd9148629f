"""The waiting list: written down, offered a place, answered, taken off."""

from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.clients.leading import standing
from spojka.clients.models import Client
from spojka.network.models import Service

from ..models import OfferAnswer, Waiting, WaitingEnd, WaitingOffer


class NotWaiting(Refusal):
    """They were taken off the list already."""


@action(Permission.WAITING_ADD, on="service")
def add(
    *,
    by: Actor,
    id: UUID,
    service: Service,
    purpose: str,
    client: Client | None,
    who: str,
    since: date,
    precedence: str,
    note: str,
    today: date,
) -> Waiting:
    """Write somebody down who waits. One client waits for one thing once."""
    Waiting.objects.all().stop_if_known(id, service)
    if client and client.service_id != service.pk:
        raise PermissionDenied("another service's client")
    client = standing(client) if client else None
    if not client and not who:
        raise Refusal(_("Write a code or a working name."), field="who")
    if since > today:
        raise Refusal(_("This day has not come yet."), field="since")
    if client and Waiting.objects.filter(client=client, purpose=purpose, ended_on=None).exists():
        raise Refusal(_("They wait for this already."), field="code")
    said = {"purpose": purpose, "client": client, "who": who, "precedence": precedence, "note": note}
    return Waiting(**service.ownership, id=id, since=since, **said, written_by=by.id).add()


@action(Permission.WAITING_OFFER, on="waiting")
def offer(*, by: Actor, id: UUID, waiting: Waiting, what: str, answer_by: date, today: date) -> WaitingOffer:
    """Offer a place until a day."""
    WaitingOffer.objects.all().stop_if_known(id, waiting.service)
    waiting = _locked(waiting)
    if WaitingOffer.objects.filter(waiting=waiting, answer="").exists():
        raise Refusal(_("An offer still waits for its answer."))
    if answer_by < today:
        raise Refusal(_("This day has passed."), field="answer_by")
    said = {"what": what, "offered_on": today, "answer_by": answer_by, "offered_by": by.id}
    return WaitingOffer(**waiting.ownership, id=id, waiting=waiting, **said).add()


@action(Permission.WAITING_ANSWER, on="offer")
def answer(*, by: Actor, offer: WaitingOffer, answer: str, today: date) -> WaitingOffer:
    """Write down what came back. Who accepts is taken off the list: they got a place."""
    waiting = _locked(offer.waiting)
    offer = WaitingOffer.objects.select_for_update(of=("self",)).get(pk=offer.pk)
    if offer.answer:
        raise Refusal(_("The answer is written down already."))
    if answer not in OfferAnswer.values:
        raise Refusal(_("Choose the answer."))
    if answer == OfferAnswer.ACCEPTED:
        waiting.change(ended_on=today, ended_why=WaitingEnd.IN)
    return offer.change(answer=answer, answered_on=today)


@action(Permission.WAITING_END, on="waiting")
def end(*, by: Actor, waiting: Waiting, why: str, today: date) -> Waiting:
    """Take somebody off the list, with the reason. An open offer ends with it."""
    waiting = _locked(waiting)
    WaitingOffer.objects.filter(waiting=waiting, answer="").update(answer=OfferAnswer.SILENT, answered_on=today)
    return waiting.change(ended_on=today, ended_why=why)


def _locked(waiting: Waiting) -> Waiting:
    row: Waiting = Waiting.objects.select_for_update(of=("self",)).get(pk=waiting.pk)
    if row.ended_on:
        raise NotWaiting(_("They were taken off the list already."))
    return row
