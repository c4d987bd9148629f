"""The shift's own page and the lone worker's timer, for phones that lose the signal; of shifts near ahead too."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.encounters.field_pages import near
from spojka.phones.registry import FieldPage, register
from spojka.ui.words import hours


def pages(actor: Actor, at: datetime) -> Iterator[FieldPage]:
    """Give both pages of each shift that runs or is near, in which `actor` may work."""
    if not actor.organisation:
        return
    for shift in near(actor, Permission.CHECKLIST_FILL, at):
        group, about = f"{shift} · {hours(shift.start, shift.end)}", [actor.organisation.slug, shift.pk]
        now = reverse("shifts:now", args=about)
        yield FieldPage(url=now, title=_("The shift: kit, zone, briefing"), icon="list-check", group=group)
        alone = reverse("shifts:alone", args=about)
        yield FieldPage(url=alone, title=_("Alone on the way: timer and help"), icon="lifebuoy", group=group)


register(pages)
