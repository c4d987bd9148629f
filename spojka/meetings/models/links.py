from typing import Any, Self

from django.db import models

from spojka.base.keeping import Kept
from spojka.base.models import Record
from spojka.links.models import Link
from spojka.network.models import Service


class MeetingLinkQuerySet(models.QuerySet):
    def allowed(self, actor: Any, permission: Any) -> Self:
        """Links of the services that `actor` works in."""
        if permission not in actor.permissions:
            return self.none()
        return self.filter(service__in=actor.services)


class MeetingLink(Record):
    """Where a link leads: to one who is invited, one meeting, one series or one member (of a calendar).

    It is no owned row: who comes by a link is nobody yet, and must find of which service it is.
    """

    link = models.OneToOneField(Link, models.PROTECT, related_name="+")
    service = models.ForeignKey(Service, models.PROTECT, related_name="+")
    row_id = models.UUIDField(db_index=True)

    objects = MeetingLinkQuerySet.as_manager()
    kept = Kept(years=1, since="the link's end")
