"""A shift that has not begun: its pages open, so that a phone may keep them, but nothing is written in it."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from spojka.base.errors import Refusal

from .models import Shift


class NotBegun(Refusal):
    """Nothing is written in a shift that has not begun."""


def stop_unless_begun(request: HttpRequest, shift: Shift) -> None:
    """Take nothing for a shift that is only planned or did not take place; whoever sends it has to hear that."""
    if request.method != "POST" or shift.started_at:
        return
    if shift.is_cancelled:
        said = _("This shift was cancelled. If it took place, have it reopened in the office, then send again.")
        raise NotBegun(said)
    raise NotBegun(_("This shift has not started. Start it on its page, then save once more."))
