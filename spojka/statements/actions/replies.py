"""What is said to a statement."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.sealed import seal
from spojka.cases.holding import check_written, owned_by
from spojka.network.models import Service

from ..content import Answered
from ..knowing import voiced
from ..models import Heard, Reply, Statement, What

MOST = 10  # views of a client to one statement from their own look


@action(Permission.STATEMENT_REPLY, on="service", into="statement")
def reply(*, by: Actor, id: UUID, service: Service, statement: Statement, answered: Answered, at: datetime) -> Reply:
    """Ask, answer, agree, or write down the client's own view. Who sees the statement reads it at once."""
    Reply.objects.all().stop_if_known(id, service, what=answered.what, statement_id=statement.pk, said=answered.text)
    by.require(Permission.STATEMENT_WRITE, statement.about)  # one's own statement is seen longer than the case
    case = statement.case
    check_written(case, answered.at, at)
    _check_holds(statement)
    if answered.what != What.AGREED and not answered.text:
        raise Refusal(_("Write it in words."), field="text")
    if answered.whose and answered.whose.case_id != case.pk:
        raise Refusal(_("They are not in this case."), field="whose")
    said = {"what": answered.what, "text": seal(answered.text) if answered.text else "", "at": answered.at}
    said |= {"whose": answered.whose, "heard": answered.heard, "written_by": by.id} | voiced(answered.voice, case)
    of = {"case": case, "statement": statement, "about_id": statement.about_id, "kind": statement.kind}
    return Reply(**owned_by(service, case), **of, **said, id=id).add()


@action(Permission.STATEMENT_SEE, on="statement")
def see(*, by: Actor, id: UUID, statement: Statement, text: str, at: datetime) -> Reply:
    """Say how one sees a statement on oneself, from one's own look. It is kept by the service that coordinates."""
    case = statement.case
    Reply.objects.all().stop_if_known(id, case.service, what=What.VIEW, statement_id=statement.pk, said=text)
    check_written(case, at, at)
    _check_holds(statement)
    mine = Reply.objects.filter(statement=statement, what=What.VIEW, heard=Heard.LOOK, written_by=by.id)
    if mine.count() >= MOST:
        raise Refusal(_("You have said so much to it already. Come and speak with us."), field="text")
    of = {"case": case, "statement": statement, "about_id": statement.about_id, "kind": statement.kind}
    said = {"what": What.VIEW, "text": seal(text), "whose_id": statement.about_id, "heard": Heard.LOOK, "at": at}
    return Reply(**case.ownership, **of, **said, written_by=by.id, id=id).add()


def _check_holds(statement: Statement) -> None:
    if statement.voided_at:
        raise Refusal(_("It was taken back meanwhile."))
    if statement.newer:
        raise Refusal(_("It was clarified meanwhile. Look at the clarified one."))
