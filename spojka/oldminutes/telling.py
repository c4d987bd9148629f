"""What groups are told of old minutes: where they are read, and how many wait to be corrected."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spojka.access.actor import Actor
from spojka.access.doors import rows
from spojka.access.permissions import Permission
from spojka.groups import beside
from spojka.groups.models import Group

from .models import OldMinutes


@beside.register_ways
def ways(group: Group, by: Actor) -> Iterator[tuple[str, str]]:
    """Offer to bring old minutes of a group of one's own service."""
    if not by.organisation or not may_bring(group, by):
        return
    found = rows(OldMinutes, by=by, to=Permission.OLD_MINUTES_CORRECT).filter(group=group)
    waiting = found.waiting().count()
    words = ngettext("%(n)s old minutes wait to be checked", "%(n)s old minutes wait to be checked", waiting)
    what = words % {"n": waiting} if waiting else _("Read old minutes")
    yield what, reverse("oldminutes:bring", args=[by.organisation.slug, group.pk])


def may_bring(group: Group, by: Actor) -> bool:
    """Test whether one may bring old minutes, and hold the meeting that comes of them."""
    return by.can(Permission.OLD_MINUTES_BRING, group) and by.may(Permission.MEETING_CALL)
