"""When something happened: what the phone says, put right by the server's clock."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from spojka.base.errors import Refusal
from spojka.ui.words import moment

from .models import Shift

AHEAD = timedelta(minutes=10)  # clocks differ
ON_THE_WAY = timedelta(minutes=2)  # a sending takes as long; no clock of ours has to be righter than that


class OutsideShift(Refusal):
    """The time does not lie in the shift."""


def put_right(phone_at: datetime, sent_at: datetime | None, now: datetime) -> datetime:
    """Return when it happened by the server's clock: the phone's time moved by as much as its clock is off.

    A small difference is the way here, which each sending takes differently: moved by it, two people of one queue
    would change places. Then the phone's time stands, or now where it is ahead.
    """
    if not sent_at:
        return phone_at
    off = now - sent_at
    return min(phone_at, now) if abs(off) <= ON_THE_WAY else phone_at + off


def check_time(shift: Shift, at: datetime, now: datetime) -> None:
    """Raise OutsideShift unless `at` lies in the shift, give or take setting up and packing, and not after `now`."""
    if at > now + AHEAD:
        raise OutsideShift(
            _("The time %(at)s has not come yet. Put the time right.") % {"at": moment(at)},
            field="at",
        )
    if not shift.holds(at):
        raise OutsideShift(
            _("The time %(at)s does not lie in this shift (%(start)s to %(end)s). Put the time right.")
            % {
                "at": moment(at),
                "start": moment(shift.start),
                "end": moment(shift.end),
            },
            field="at",
        )
