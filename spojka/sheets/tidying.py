"""What is erased when nobody comes: tables that were brought more than a week ago."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission

from . import actions
from .models import Sheet


def tidy(at: datetime) -> Iterator[tuple[str, int]]:
    """Erase what stood in old tables, as Spojka itself and with a trace; contacts that came from them stay."""
    old = Sheet.objects.filter(recorded_at__lt=at - actions.WEEK).exclude(content=None).order_by("pk")
    ids = list(old.values_list("pk", flat=True))
    for id in ids:
        sheet = Sheet.objects.select_related("service__organisation").get(pk=id)
        by = Actor.system("tidy", sheet.service, frozenset({Permission.SHEET_FORGET}))
        actions.forget(by=by, sheet=sheet)
    yield _("Tables that were brought over a week ago"), len(ids)
