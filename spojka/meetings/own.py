"""What the actions share: sealing, and holding a meeting while it is written into."""

from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.models import Grant
from spojka.base.errors import Refusal
from spojka.base.sealed import seal
from spojka.network.models import Service

from .models import Meeting


class CalledOff(Refusal):
    """The meeting was called off."""


class Locked(Refusal):
    """The minutes are locked."""

    code = "locked"


def sealed(**texts: str) -> dict[str, str]:
    """Return columns of sealed texts; what is empty stays so."""
    return {name: seal(text) if text else "" for name, text in texts.items()}


def held(meeting: Meeting, by: Actor) -> Meeting:
    """Return the meeting as it is now, held until the end: a guest can't hold it, but what lets them in."""
    found = Meeting.objects.select_for_update(of=("self",)).filter(pk=meeting.pk).first()
    if found is None:
        opened = Grant.objects.select_for_update().filter(subject_id=meeting.held_for, grantee_id__in=by.names)
        list(opened.order_by("pk"))
        found = Meeting.objects.get(pk=meeting.pk)
    return found


def owner(meeting: Meeting, service: Service) -> dict[str, UUID | None]:
    """Return whose row it is that is written into a meeting: its own service's as it is, else a guest's."""
    return meeting.ownership if meeting.service_id == service.pk else service.ownership


def is_later(meeting: Meeting, other: Meeting) -> bool:
    """Test whether one meeting follows another: in a series, or of whatever both are held for."""
    same = meeting.held_for == other.held_for or (
        meeting.series_id is not None and meeting.series_id == other.series_id
    )
    return same and meeting.starts_at > other.starts_at


def check_on(meeting: Meeting) -> None:
    if meeting.is_cancelled:
        raise CalledOff(_("This meeting was called off."))


def check_open(meeting: Meeting) -> None:
    """Stop where nothing may be written into the minutes any more."""
    check_on(meeting)
    if not meeting.has_minutes:
        raise Refusal(_("Of this meeting it is written down who was there, nothing else."))
    if meeting.is_locked:
        raise Locked(_("The minutes are locked. Write an amendment."))
