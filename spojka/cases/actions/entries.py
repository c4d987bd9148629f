"""What happened is written down: shared by its kind, or kept in the service; and how a party stands."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.sealed import seal
from spojka.network.models import Service

from ..content import Said, Standing
from ..holding import check_written, owned_by
from ..models import Appraisal, Case, Entry, Note, Party


@action(Permission.ENTRY_WRITE, on="service", into="about")
def write(*, by: Actor, id: UUID, service: Service, about: Party, said: Said, at: datetime) -> Entry:
    """Write what happened with a party; those who may know that kind of them read it at once."""
    Entry.objects.all().stop_if_known(id, service, text=said.text, kind=int(said.kind), about_id=about.pk)
    check_written(about.case, said.at, at)
    words = {"kind": int(said.kind), "at": said.at, "text": said.text, "written_by": by.id}
    return Entry(**owned_by(service, about.case), **words, id=id, case_id=about.case_id, about=about).add()


@action(Permission.ENTRY_VOID, on="entry")
def void(*, by: Actor, entry: Entry, why: str, at: datetime) -> Entry:
    """Say that it does not hold. It stays, crossed out, with the reason."""
    entry = Entry.objects.select_for_update(of=("self",)).get(pk=entry.pk)
    if entry.voided_at:
        return entry
    return entry.change(voided_at=at, voided_by=by.id, voided_why=why)


@action(Permission.NOTE_WRITE, on="service", into="case")
def note(
    *,
    by: Actor,
    id: UUID,
    service: Service,
    case: Case,
    about: Party | None,
    text: str,
    happened: datetime,
    at: datetime,
) -> Note:
    """Write down what stays in the service."""
    Note.objects.all().stop_if_known(id, service, text=text)
    check_written(case, happened, at)
    if about and about.case_id != case.pk:
        raise Refusal(_("They are not in this case."), field="about")
    return Note(
        **owned_by(service, case), id=id, case=case, about=about, at=happened, text=text, written_by=by.id
    ).add()


@action(Permission.NOTE_VOID, on="note")
def void_note(*, by: Actor, note: Note, at: datetime) -> Note:
    """Say that a note does not hold."""
    note = Note.objects.select_for_update(of=("self",)).get(pk=note.pk)
    return note if note.voided_at else note.change(voided_at=at, voided_by=by.id)


@action(Permission.APPRAISAL_WRITE, on="service", into="about")
def appraise(*, by: Actor, id: UUID, service: Service, about: Party, standing: Standing, at: datetime) -> Appraisal:
    """Write how a party stands now: motivation on two axes and, of a child, the risk."""
    degrees = {name: getattr(standing, name) for name in ("accepts", "believes", "risk")}
    Appraisal.objects.all().stop_if_known(id, service, about_id=about.pk, why=standing.reasons, **degrees)
    check_written(about.case, at, at)
    if not (standing.accepts or standing.believes or standing.risk):
        raise Refusal(_("Choose at least one: the motivation or the risk."), field="accepts")
    if standing.risk and not about.is_child:
        raise Refusal(_("The risk is told of a child; of others write it into the reasons."), field="risk")
    words = {"reasons": seal(standing.reasons), "at": at, "written_by": by.id}
    return Appraisal(
        **owned_by(service, about.case), **degrees, **words, id=id, case_id=about.case_id, about=about
    ).add()
