"""Words by which people waited, and how the crew knew somebody: erased when the day or the event is over."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from .endings import last_day
from .models import Exclusion, Slot


def tidy(at: datetime) -> Iterator[tuple[str, int]]:
    """Erase whom we called in queues of days before; what was written of them is a contact."""
    old = Slot.objects.filter(day__lt=timezone.localdate(at) - timedelta(days=1)).exclude(who="")
    yield _("Words from queues of days before"), old.update(who="")
    yield _("Descriptions of people whose event is over"), _descriptions(at)


def _descriptions(at: datetime) -> int:
    described = Exclusion.objects.exclude(description="").select_related("shift__event")
    over = [one.pk for one in described if last_day(one.shift) < timezone.localdate(at)]
    return Exclusion.objects.filter(pk__in=over).update(description="")
