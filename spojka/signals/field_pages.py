"""The form of a signal for phones without signal, and what the stand page shows of early warning."""

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

from . import doors


def pages(actor: Actor, at: datetime) -> Iterator[FieldPage]:
    """Give the form of a signal for each shift that runs or is near, in which `actor` may write."""
    for shift in near(actor, Permission.SIGNAL_RECORD, at):
        group = f"{shift} · {hours(shift.start, shift.end)}"
        url = reverse("signals:at_shift", args=[actor.organisation.slug, shift.pk]) if actor.organisation else ""
        yield FieldPage(url=url, title=_("Early warning signal"), icon="speakerphone", group=group)


register(pages)
standing.register("top", "signals/_stand.html", lambda by, on: {"warnings": doors.in_force(by, on)})
standing.register("more", "signals/_way.html", lambda by, on: {"may": by.may(Permission.SIGNAL_RECORD)})
