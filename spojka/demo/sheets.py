"""A messy table of the outreach team, read and waiting for the head's word; its columns are remembered."""

from dataclasses import replace
from datetime import timedelta

from django.utils import timezone

from spojka.access.permissions import Permission
from spojka.base.ids import new_id
from spojka.sheets import actions, reading, sample
from spojka.sheets.models import SheetState
from spojka.sheets.proposing import propose
from spojka.sheets.table import table

from .mass import Mass

NAME = "ukazkova-tabulka.xlsx"
BROUGHT = timedelta(hours=21)  # ago


def build(mass: Mass) -> None:
    """Bring the example table in as the head of the outreach service would, and have it checked."""
    service = mass.network.services["teren"]
    by = next(one for one in mass.network.actors.values() if one.can(Permission.SHEET_BRING, service))
    data = sample.workbook(timezone.localdate(mass.now))
    pages = reading.read(data)
    known = {"id": new_id(), "service": service, "team": None, "name": NAME, "file_hash": reading.digest(data)}
    with mass.then(mass.now - BROUGHT) as at:
        sheet = actions.bring(by=by, **known, pages=pages, at=at)
        proposed, _is_known = propose(service, table(pages[0]))
        plan = replace(proposed, setting="outreach", makes_places=True)
        sheet = actions.read(by=by, sheet=sheet, page=0, plan=plan)
        while sheet.state == SheetState.CHECKING:
            sheet = actions.check(by=by, sheet=sheet, at=at)
