from datetime import datetime
from uuid import UUID

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.network.models import Service

from .models import SavedReport


@action(Permission.REPORT_REMEMBER, on="service")
def remember(
    *, by: Actor, id: UUID, service: Service, name: str, is_shared: bool, settings: dict[str, str], at: datetime
) -> SavedReport:
    """Remember the settings of a report under a name."""
    said = {"name": name, "is_shared": is_shared, "settings": settings}
    SavedReport.objects.all().stop_if_known(id, service, made_by=by.id, **said)
    return SavedReport(**service.ownership, id=id, made_by=by.id, used_at=at, **said).add()


@action(Permission.REPORT_OPEN, on="saved")
def open(*, by: Actor, saved: SavedReport, at: datetime) -> SavedReport:
    """Remember when settings were last used: the last used ones are offered first."""
    return saved.change(used_at=at)


@action(Permission.REPORT_RENAME, on="saved")
def rename(*, by: Actor, saved: SavedReport, name: str, is_shared: bool) -> SavedReport:
    """Call settings otherwise, or give them to the service, or keep them for oneself."""
    return saved.change(name=name, is_shared=is_shared)


@action(Permission.REPORT_DROP, on="saved")
def drop(*, by: Actor, saved: SavedReport, at: datetime) -> SavedReport:
    """Put settings away for good; a second time is as the first."""
    return saved.change(dropped_at=at)
