"""One service asks another about a client: asked, taken back, answered, and what came of it."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.models import Basis, Grant
from spojka.access.permissions import Kind, Level, Permission
from spojka.audit import log
from spojka.base.errors import Refusal
from spojka.base.sealed import seal
from spojka.clients.leading import standing
from spojka.clients.models import Client
from spojka.consents.models import Opening
from spojka.network.models import Service

from .content import Ground, Question, Reply, hold, told_kinds
from .models import AnswerKind, Inquiry, InquiryAnswer

LONGEST = timedelta(days=366)


class NoGround(Refusal):
    """Nothing lets the other side know of the client, or not so much of them."""


class Settled(Refusal):
    """Somebody else answered, closed it or took it back meanwhile."""


@action(Permission.INQUIRY_ASK, on="client")
def ask(*, by: Actor, id: UUID, client: Client, ground: Ground, question: Question, at: datetime) -> Inquiry:
    """Ask whom a ground names; they see the question at once, and no longer than the ground holds."""
    Inquiry.objects.all().stop_if_known(id, client.service)
    client = standing(client)
    stands_on = _held(client, ground, at)
    _check(ground, question, timezone.localdate(at))
    said = {"wants": question.wants, "what": seal(question.what), "why": seal(question.why), "due_on": question.due_on}
    said |= {"institution": ground.institution, "unit": ground.unit, "kinds": int(question.kinds)}
    said |= {"opening" if isinstance(ground, Opening) else "recipient": ground}
    lasts = {"stands_on": stands_on, "ends_at": stands_on.ends_at}
    grant = _open(id, stands_on.grantee_id, client.service_id, at, level=Level.CONTRIBUTE, **lasts)
    return Inquiry(**client.ownership, **said, id=id, client=client, grant=grant, asked_by=by.id).add()


@action(Permission.INQUIRY_WITHDRAW, on="inquiry")
def withdraw(*, by: Actor, inquiry: Inquiry, why: str, at: datetime) -> Inquiry:
    """Ask no more: the other side sees it no longer."""
    inquiry = _locked(inquiry)
    if inquiry.withdrawn_at:
        return inquiry
    if inquiry.closed_at or inquiry.reply:
        raise Settled(_("It was answered meanwhile. Read the answer and write what came of it."))
    Grant.objects.filter(pk=inquiry.grant_id).end(at)
    return inquiry.change(withdrawn_at=at, withdrawn_by=by.id, withdrawn_why=why)


@action(Permission.INQUIRY_CLOSE, on="inquiry")
def close(*, by: Actor, inquiry: Inquiry, result: str, at: datetime) -> Inquiry:
    """Write what came of it. Who answered may read it; who did not is asked no more."""
    inquiry = _locked(inquiry)
    if inquiry.is_over:
        raise Settled(_("Somebody has closed it meanwhile."))
    if inquiry.reply is None:
        Grant.objects.filter(pk=inquiry.grant_id).end(at)
    return inquiry.change(result=seal(result), closed_at=at, closed_by=by.id)


@action(Permission.INQUIRY_ANSWER, on="service", into="inquiry")
def answer(*, by: Actor, id: UUID, inquiry: Inquiry, service: Service, reply: Reply, at: datetime) -> InquiryAnswer:
    """Answer for `service` what another one asked. Who asked sees it from now on."""
    InquiryAnswer.objects.all().stop_if_known(id, service)
    if service.pk == inquiry.service_id:
        raise Refusal(_("Your own service asked this. They answer whom you asked."))
    opened = Grant.objects.select_for_update().current(at).filter(subject_id=inquiry.pk, grantee_id__in=by.names)
    if not list(opened.order_by("pk")):  # held, so that it is not taken back meanwhile
        raise Settled(_("They ask it no more."))
    if InquiryAnswer.objects.filter(inquiry=inquiry).exists():
        raise Settled(_("Somebody has answered it meanwhile. Look at the answer."))
    _check_reply(reply)
    grant = _open(inquiry.pk, inquiry.service_id, service.pk, at, level=Level.READ)
    said = {"kind": reply.kind, "words": seal(reply.words), "answered_by": by.id}
    said |= {"ground": reply.ground, "ground_words": reply.ground_words if reply.ground else ""}
    mine = {"organisation_id": service.organisation_id, "service_id": service.pk}
    log.deed(verb=Permission.INQUIRY_ANSWER, by=by, row=inquiry)  # so that it stands with the question, too
    return InquiryAnswer(**mine, **said, id=id, inquiry=inquiry, asker_id=inquiry.service_id, grant=grant).add()


def _locked(inquiry: Inquiry) -> Inquiry:
    """Hold the row and the grant by which the other side answers: it holds the latter, as it can't hold the row."""
    Grant.objects.select_for_update().get(pk=inquiry.grant_id)
    row: Inquiry = Inquiry.objects.select_for_update(of=("self",)).get(pk=inquiry.pk)
    return row


def _held(client: Client, ground: Ground, at: datetime) -> Grant:
    grant = hold(client, ground, at)
    if grant is None:
        raise NoGround(
            _("By this they may know nothing of the client any more. Choose another ground."), field="ground"
        )
    return grant


def _check(ground: Ground, question: Question, today: date) -> None:
    if not question.kinds:
        raise NoGround(_("Tick what of the client your words tell."), field="kinds")
    if question.kinds & ~ground.what:
        words = _("They may be told only: %(kinds)s. Ask so that your words tell no more.")
        raise NoGround(words % {"kinds": told_kinds(ground)}, field="kinds")
    if not today <= question.due_on <= today + LONGEST:
        raise Refusal(_("Choose a day from today to a year from now."), field="due_on")


def _check_reply(reply: Reply) -> None:
    if reply.kind == AnswerKind.INFORMATION and not reply.ground:
        raise NoGround(_("Choose on which ground you tell it."), field="ground")
    if reply.ground and not reply.ground_words:
        raise NoGround(_("Write which law it is, or how the client agreed."), field="ground_words")


def _open(inquiry: UUID, to: UUID, holder: UUID, at: datetime, **more: Any) -> Grant:
    about = {"subject_id": inquiry, "grantee_id": to, "holder_id": holder, "kinds": Kind.WORK}
    return Grant(**about, **more, basis=Basis.PARTICIPATION, starts_at=at).add()
