"""A file is added to a case, and erased."""

from datetime import datetime
from uuid import UUID

from django.core.files.base import ContentFile
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Kind, Permission
from spojka.base.errors import Refusal
from spojka.base.sealed import seal
from spojka.files import storing
from spojka.files.cleaning import Clean
from spojka.network.models import Service

from ..content import Said
from ..holding import check_written, owned_by
from ..models import Case, CaseFile, Party

MOST = 200  # files of one case


@action(Permission.CASE_FILE_ADD, on="service", into="about")
def add(*, by: Actor, id: UUID, service: Service, about: Party, said: Said, clean: Clean, at: datetime) -> CaseFile:
    """Keep a file about a party; `said` has its name, kind and day, `clean` what is kept of what was brought."""
    CaseFile.objects.all().stop_if_known(id, service, about_id=about.pk, kind=int(said.kind), called=said.text)
    check_written(about.case, said.at, at)
    if CaseFile.objects.there().filter(case=about.case_id, service=service).count() >= MOST:
        raise Refusal(_("There are %(count)s files already. Erase one first.") % {"count": MOST}, field="file")
    words = {"kind": int(Kind(said.kind)), "at": said.at, "name": seal(said.text), "added_by": by.id}
    kept = {"file": ContentFile(clean.data, name="case"), "form": clean.kind, "size": len(clean.data)}
    case: Case = about.case
    return CaseFile(**owned_by(service, case), **words, **kept, id=id, case=case, about=about).add()


@action(Permission.CASE_FILE_REMOVE, on="file")
def remove(*, by: Actor, file: CaseFile, why: str, at: datetime) -> CaseFile:
    """Erase a file for good; that it was there, who erased it and why stays."""
    file = CaseFile.objects.select_for_update(of=("self",)).get(pk=file.pk)
    if file.removed_at:
        return file
    storing.drop_later(str(file.file.name))
    return file.change(file="", removed_at=at, removed_by=by.id, removed_why=why)
