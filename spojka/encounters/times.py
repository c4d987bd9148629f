"""When something happened: what the phone says, put right by the server's clock."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from spojka.base.errors import Refusal

from .models import Shift

AHEAD = timedelta(minutes=10)  # clocks differ


class OutsideShift(Refusal):
    """The time does not lie in the shift."""


def put_right(phone_at: datetime, sent_at: datetime | None, now: datetime) -> datetime:
    """Return when it happened by the server's clock: the phone's time moved by as much as its clock is off."""
    return phone_at + (now - sent_at) if sent_at else phone_at


def check_time(shift: Shift, at: datetime, now: datetime) -> None:
    """Raise OutsideShift unless `at` lies in the shift, give or take setting up and packing, and not after `now`."""
    if at > now + AHEAD:
        raise OutsideShift(
            _("The time %(at)s has not come yet. Put the time right.")
            % {"at": date_format(timezone.localtime(at), "j. n. H:i")},
            field="at",
        )
    if not shift.holds(at):
        raise OutsideShift(
            _("The time %(at)s does not lie in this shift (%(start)s to %(end)s). Put the time right.")
            % {
                "at": date_format(timezone.localtime(at), "j. n. H:i"),
                "start": date_format(timezone.localtime(shift.start), "j. n. H:i"),
                "end": date_format(timezone.localtime(shift.end), "j. n. H:i"),
            },
            field="at",
        )
