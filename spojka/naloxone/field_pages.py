"""The forms of naloxone and of overdoses for phones without signal, and the way to them from the stand."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.encounters import standing
from spojka.encounters.field_pages import near
from spojka.phones.registry import FieldPage, register
from spojka.ui.words import hours


def pages(actor: Actor, at: datetime) -> Iterator[FieldPage]:
    """Give the forms of each shift that runs or is near, in which `actor` may write them."""
    if not actor.organisation:
        return
    said = (
        (Permission.NALOXONE_HAND, "naloxone:hand", _("Naloxone: kit and training"), "lifebuoy"),
        (Permission.NALOXONE_REPORT, "naloxone:report", _("Naloxone was used"), "refresh"),
        (Permission.OVERDOSE_RECORD, "naloxone:at_shift", _("Overdose"), "heart"),
    )
    for shift in near(actor, Permission.NALOXONE_HAND, at):
        group, about = f"{shift} · {hours(shift.start, shift.end)}", [actor.organisation.slug, shift.pk]
        for permission, view, title, icon in said:
            if actor.may(permission):
                yield FieldPage(url=reverse(view, args=about), title=title, icon=icon, group=group)


register(pages)
standing.register("more", "naloxone/_way.html", lambda by, on: {"may": by.may(Permission.NALOXONE_HAND)})
