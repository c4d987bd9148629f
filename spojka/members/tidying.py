"""What signing in leaves behind, and what is erased of it when its time is over."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection, transaction
from django.utils.translation import gettext as _

from spojka.links.models import Link

from .actions.invitations import PURPOSE
from .models import Device, Invitation

YEAR = timedelta(days=365)


def tidy(at: datetime) -> Iterator[tuple[str, int]]:
    """Erase sessions, devices, counts of wrong passwords and old invitations. None of it opens anything any more."""
    yield _("Sign-ins whose time is over"), Session.objects.filter(expire_date__lt=at).delete()[0]
    yield _("Devices that were signed out by time"), Device.objects.filter(ends_at__lte=at).delete()[0]
    slowed = timedelta(hours=settings.AXES_COOLOFF_TIME)
    yield _("Counts of wrong passwords"), AccessAttempt.objects.filter(attempt_time__lt=at - slowed).delete()[0]
    yield _("Counts of attempts by address"), _attempts(at)
    yield _("Invitations whose link ended over a year ago"), _invitations(at - YEAR)


@transaction.atomic
def _invitations(before: datetime) -> int:
    old = Invitation.objects.filter(link__expires_at__lt=before)
    count = old.count()
    old.delete()
    named = Invitation.objects.values("link_id")
    Link.objects.filter(purpose=PURPOSE, expires_at__lt=before).exclude(pk__in=named).delete()  # of each letter
    return count


def _attempts(at: datetime) -> int:
    """The cache in the database forgets only when it is full; allauth counts there by network address."""
    if not hasattr(cache, "_table"):  # tests count in memory
        return 0
    with connection.cursor() as cursor:
        table = connection.ops.quote_name(cache._table)
        cursor.execute(f"DELETE FROM {table} WHERE expires < %s", [connection.ops.adapt_datetimefield_value(at)])
        return cursor.rowcount
