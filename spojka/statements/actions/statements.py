"""A statement is written down, clarified by another one, or taken back."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.sealed import seal
from spojka.cases.holding import check_written, owned_by
from spojka.cases.models import Party
from spojka.network.models import Service

from ..content import Said, Stated
from ..knowing import known_kinds, voiced
from ..models import Statement


class Settled(Refusal):
    """It was clarified or taken back meanwhile."""


@action(Permission.STATEMENT_WRITE, on="service", into="about")
def write(*, by: Actor, id: UUID, service: Service, about: Party, stated: Stated, at: datetime) -> Statement:
    """Write down what somebody says of a party; those who may know that kind of them read it at once."""
    Statement.objects.all().stop_if_known(id, service, text=stated.text, kind=int(stated.kind), about_id=about.pk)
    check_written(about.case, stated.at, at)
    if stated.kind & ~known_kinds(about, by, at):
        raise Refusal(_("Of this you could not read what others answer. Write it as an entry."), field="kind")
    return _add(by, id, owned_by(service, about.case), about, stated, kind=int(stated.kind))


@action(Permission.STATEMENT_CLARIFY, on="statement")
def clarify(*, by: Actor, id: UUID, statement: Statement, said: Said, at: datetime) -> Statement:
    """Put another statement in its place. The old one stays, visibly superseded, for the same eyes."""
    Statement.objects.all().stop_if_known(id, statement.service, text=said.text)
    by.require(Permission.STATEMENT_WRITE, statement.about)  # who takes part no more writes nothing into the case
    statement = _locked(statement)
    check_written(statement.case, said.at, at)
    if said.text.strip() == statement.text.strip():
        raise Refusal(_("It says the same as before. Write what is clearer now."), field="text")
    return _add(by, id, statement.ownership, statement.about, said, kind=statement.kind, supersedes=statement)


@action(Permission.STATEMENT_VOID, on="statement")
def void(*, by: Actor, statement: Statement, why: str, at: datetime) -> Statement:
    """Take it back with a reason. It stays, crossed out."""
    row: Statement = Statement.objects.select_for_update(of=("self",)).get(pk=statement.pk)
    if row.voided_at:
        return row
    if row.newer:
        raise Settled(_("It was clarified meanwhile. Take back the clarified one."))
    return row.change(voided_at=at, voided_by=by.id, voided_why=seal(why))


def _locked(statement: Statement) -> Statement:
    """Return the statement as it is now, held; refuse one that holds no more."""
    row: Statement = Statement.objects.select_for_update(of=("self",)).get(pk=statement.pk)
    if row.voided_at:
        raise Settled(_("It was taken back meanwhile."))
    if row.newer:
        raise Settled(_("It was clarified meanwhile. Look at the clarified one."))
    return row


def _add(by: Actor, id: UUID, owner: dict[str, UUID | None], about: Party, said: Said, **more: object) -> Statement:
    words = {"source": said.source, "at": said.at, "text": said.text, "written_by": by.id}
    words |= voiced(said.voice, about.case)
    return Statement(**owner, **words, **more, id=id, case_id=about.case_id, about=about).add()
