"""The signed paper of a consent, added as a file and erased."""

from datetime import datetime
from uuid import UUID

from django.core.files.base import ContentFile
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.files import storing
from spojka.files.cleaning import Clean

from ..models import Consent, ConsentScan

MOST = 12  # pages of one consent


class TooMany(Refusal):
    """So many files of one consent that nobody would look through them."""


@action(Permission.CONSENT_SCAN, on="consent")
def add(*, by: Actor, id: UUID, consent: Consent, clean: Clean) -> ConsentScan:
    """Keep a scan of a consent; `clean` is what is kept of the file that was brought."""
    ConsentScan.objects.all().stop_if_known(id, consent.service)
    Consent.objects.select_for_update(of=("self",)).get(pk=consent.pk)  # so that two don't add the last one
    if ConsentScan.objects.there().filter(consent=consent).count() >= MOST:
        raise TooMany(_("There are %(count)s files already. Erase one first.") % {"count": MOST}, field="file")
    said = {"kind": clean.kind, "size": len(clean.data), "added_by": by.id}
    file = ContentFile(clean.data, name="scan")
    return ConsentScan(**consent.ownership, id=id, consent=consent, file=file, **said).add()


@action(Permission.CONSENT_SCAN_REMOVE, on="scan")
def remove(*, by: Actor, scan: ConsentScan, why: str, at: datetime) -> ConsentScan:
    """Erase the file of a scan; that it was there, who erased it and why stays."""
    scan = ConsentScan.objects.select_for_update(of=("self",)).get(pk=scan.pk)
    if scan.removed_at:
        return scan
    storing.drop_later(str(scan.file.name))
    return scan.change(file="", removed_at=at, removed_by=by.id, removed_why=why)
