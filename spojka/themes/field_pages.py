"""The cards and the projection for phones and laptops without signal, and the way to them from the stand."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.encounters import standing
from spojka.encounters.field_pages import near
from spojka.phones.registry import FieldPage, register
from spojka.ui.words import hours


def pages(actor: Actor, at: datetime) -> Iterator[FieldPage]:
    """Give the cards of shifts that run or are near, and with any the projection in both languages, with its table."""
    shifts = near(actor, Permission.THEME_VIEW, at)
    for shift in shifts:
        group = f"{shift} · {hours(shift.start, shift.end)}"
        url = reverse("themes:stand", args=[actor.organisation.slug, shift.pk]) if actor.organisation else ""
        yield FieldPage(url=url, title=_("Ten themes"), icon="message-circle", group=group)
    for code, name in settings.LANGUAGES if shifts else ():
        group, lead = _("Projection"), {"language": code}
        yield FieldPage(url=reverse("projection_stage", kwargs=lead), title=name, icon="player-play", group=group)
        table = _("%(language)s, in words") % {"language": name}
        yield FieldPage(url=reverse("projection_table", kwargs=lead), title=table, icon="table", group=group)


register(pages)
standing.register("themes", "themes/_way.html", lambda by, on: {"may": by.may(Permission.THEME_VIEW)})
