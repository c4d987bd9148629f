"""What groups are told of recommendations: rooms of their page, and that a line of minutes may grow into one."""

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from spojka.access.actor import Actor
from spojka.access.doors import rows
from spojka.access.permissions import Permission
from spojka.groups import beside
from spojka.groups.models import Outgrown
from spojka.groups.reading import VIEW, offshoots_of
from spojka.meetings.beside import Way, Where, register_growth
from spojka.meetings.models import MinutesLine

from .models import Recommendation

beside.register_room(
    beside.Room("recommendations:of_group", _("What we asked, what came of it"), "scale"),
    beside.Room("recommendations:funding", _("Calls, projects and media"), "calendar-due"),
)


def grows_into(line: MinutesLine, by: Actor) -> Iterator[Way]:
    """Offer to ask a body for what a line of a group's minutes says."""
    if line.meeting.needs == VIEW and by.organisation and by.may(Permission.RECOMMENDATION_PROPOSE):
        yield (
            pgettext("grown out of minutes", "Recommendation"),
            reverse("recommendations:grow", args=[by.organisation.slug, line.pk]),
        )


def grown_into(lines: Sequence[MinutesLine], by: Actor) -> Mapping[Where, list[Way]]:
    """Tell which recommendations grew out of lines, of those that `by` sees."""
    found: dict[Where, list[Way]] = {}
    if not by.organisation or not by.may(VIEW):
        return found
    shoots = offshoots_of([one.meeting_id for one in lines], by).filter(into=Outgrown.RECOMMENDATION)
    known: dict[UUID, Where] = {one.row_id: (one.meeting_id, one.line) for one in shoots}
    for one in rows(Recommendation, by=by, to=VIEW).filter(pk__in=known).order_by("proposed_on", "pk"):
        way = (one.title, reverse("recommendations:one", args=[by.organisation.slug, one.pk]))
        found.setdefault(known[one.pk], []).append(way)
    return found


register_growth(grows_into, grown_into)
