"""The form of a signal for phones without signal, and what the stand page shows of early warning."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

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


def _warnings(by: Actor, on: date) -> dict[str, list[Any]]:
    """Tell of those in force; what has been read folds into one line, for the top of the page is for contacts."""
    found = doors.in_force(by, on)
    return {"unread": [one for one in found if not one.is_seen], "read": [one for one in found if one.is_seen]}


register(pages)
standing.register("top", "signals/_stand.html", _warnings)
standing.register("more", "signals/_way.html", lambda by, on: {"may": by.may(Permission.SIGNAL_RECORD)})
