from datetime import datetime
from uuid import UUID

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.ids import new_id
from spojka.codelists.catalogue import Catalogue
from spojka.encounters.actions import encounters
from spojka.encounters.content import Content
from spojka.encounters.models import Shift

from ..models import Treatment


@action(Permission.TREATMENT_RECORD, on="shift")
def record(
    *,
    by: Actor,
    id: UUID,
    shift: Shift,
    content: Content,
    what: tuple[str, ...],
    note: str,
    catalogue: Catalogue,
    at: datetime,
) -> Treatment:
    """Write down what was treated, with its contact."""
    Treatment.objects.all().stop_if_known(id, shift.service)
    contact = encounters.record(by=by, id=new_id(), shift=shift, content=content, catalogue=catalogue, at=at)
    said = {"encounter": contact, "what": list(what), "note": note, "recorded_by": by.id}
    return Treatment(**shift.ownership, id=id, **said).add()
