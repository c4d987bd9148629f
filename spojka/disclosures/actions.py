from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Max
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.owned import Repeated
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.sealed import seal
from spojka.network.models import Membership, Service

from .models import Decision, DisclosureLine, DisclosureReader, DisclosureRequest, LineKind

GIVES = (Decision.GIVE, Decision.PART)


class NotYet(Refusal):
    """The day has not come."""


class Decided(Refusal):
    """The request is locked."""


class NothingGiven(Refusal):
    """Nothing may be given without a decision that gives."""


class NotHere(Refusal):
    """The colleague does not work in the service."""


@action(Permission.DISCLOSURE_RECORD, on="service")
def record(
    *,
    by: Actor,
    id: UUID,
    service: Service,
    authority: str,
    office: str,
    reference: str,
    officer: str,
    ground: str,
    ground_text: str,
    received_on: date,
    way: str,
    due_on: date | None,
    about: str,
    asked: str,
    today: date,
) -> DisclosureRequest:
    """Write down that an authority asks for data of a client."""
    DisclosureRequest.objects.all().stop_if_known(id, service)
    if received_on > today:
        raise NotYet(_("This day has not come yet."), field="received_on")
    if due_on and due_on < received_on:
        raise NotYet(_("The answer can't be due before the request came."), field="due_on")
    of_year = DisclosureRequest.objects.filter(service=service, year=received_on.year)
    number = (of_year.aggregate(last=Max("number"))["last"] or 0) + 1
    said = {"authority": authority, "office": office, "reference": reference, "officer": officer, "ground": ground}
    said |= {"ground_text": ground_text, "way": way, "about": _sealed(about), "asked": _sealed(asked)}
    return DisclosureRequest(
        **service.ownership,
        **said,
        id=id,
        year=received_on.year,
        number=number,
        received_on=received_on,
        due_on=due_on,
        recorded_by=by.id,
    ).add()


@action(Permission.DISCLOSURE_DECIDE, on="request")
def decide(
    *, by: Actor, request: DisclosureRequest, decision: str, why: str, answer: str, at: datetime
) -> DisclosureRequest:
    """Decide what is given, once. From then on the request is locked."""
    request = DisclosureRequest.objects.select_for_update().get(pk=request.pk)
    if request.is_decided:
        raise Decided(_("This request was decided already. Write what changed as an addition."))
    said = {"decision": decision, "decided_why": _sealed(why), "answer": _sealed(answer)}
    return request.change(**said, decided_at=at, decided_by=by.id)


@action(Permission.DISCLOSURE_NOTE, on="request")
def note(
    *,
    by: Actor,
    id: UUID,
    request: DisclosureRequest,
    kind: str,
    on: date,
    text: str,
    recipient: str,
    way: str,
    code: str,
    today: date,
) -> DisclosureLine:
    """Add what was given, that the client was told or why not, or a note. Something is given only as was decided."""
    if not DisclosureRequest.objects.filter(pk=request.pk).known_to(by).exists():
        raise PermissionDenied("a request that one was not named to")
    DisclosureLine.objects.all().stop_if_known(id, request.service)
    if on > today:
        raise NotYet(_("This day has not come yet."), field="on")
    if kind == LineKind.GIVEN and request.decision not in GIVES:
        said_no = _("First the head decides to give something; then write down what was given.")
        raise NothingGiven(said_no, field="kind")
    said = {"kind": kind, "on": on, "text": _sealed(text), "recipient": _sealed(recipient), "way": way, "code": code}
    is_after = request.is_decided and kind == LineKind.NOTE
    return DisclosureLine(
        **request.ownership, **said, id=id, request=request, is_after=is_after, recorded_by=by.id
    ).add()


@action(Permission.DISCLOSURE_NAME, on="request")
def name(*, by: Actor, request: DisclosureRequest, membership: Membership) -> DisclosureReader:
    """Let a colleague of the service read a request and add to it."""
    if not membership.services.filter(pk=request.service_id).exists():
        raise NotHere(_("This colleague does not work in the service."), field="membership")
    if known := request.readers.filter(membership=membership, ended_at=None).first():
        raise Repeated(known)
    return DisclosureReader(**request.ownership, request=request, membership=membership, named_by=by.id).add()


@action(Permission.DISCLOSURE_UNNAME, on="reader")
def unname(*, by: Actor, reader: DisclosureReader, at: datetime) -> DisclosureReader:
    """Let them read it no more; that they could, stays."""
    return reader if reader.ended_at else reader.change(ended_at=at)


def _sealed(text: str) -> str:
    return seal(text) if text else ""
