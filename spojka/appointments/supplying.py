"""How many free first appointments an entry of the directory has, for its board."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Min
from django.urls import reverse
from django.utils.translation import ngettext

from spojka.access.actor import Actor
from spojka.directory.models import ServiceEntry
from spojka.directory.supply import Free, register
from spojka.ui.words import moment

from .reading import bookable


@register
def free_times(entries: Iterable[ServiceEntry], by: Actor, at: datetime) -> dict[UUID, Free]:
    """Count the times that one may still book, and tell the first one."""
    if not by.organisation:
        return {}
    counted = bookable(by, at).filter(entry__in=[one.pk for one in entries]).order_by().values("entry")
    link = reverse("appointments:free", args=[by.organisation.slug])
    found = {}
    for one in counted.annotate(many=Count("pk"), first=Min("starts_at")):
        said = {"n": one["many"], "first": moment(one["first"])}
        text = ngettext("%(n)s free first appointment, %(first)s", "%(n)s free first ones from %(first)s", one["many"])
        found[one["entry"]] = Free("times", one["many"], text % said, f"{link}?entry={one['entry']}")
    return found
