"""Words by which people waited are erased when their day is over."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from .models import Slot


def tidy(at: datetime) -> Iterator[tuple[str, int]]:
    """Erase whom we called in queues of days before; what was written of them is a contact."""
    old = Slot.objects.filter(day__lt=timezone.localdate(at) - timedelta(days=1)).exclude(who="")
    yield _("Words from queues of days before"), old.update(who="")
