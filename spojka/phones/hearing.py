"""What a phone tells when it is heard. Written beside the session, as the device itself is: it is no deed of work."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from spojka.members import devices

from .models import Phone

TOUCH = timedelta(minutes=1)  # how often the same is written again


@dataclass(frozen=True)
class Told:
    """How much waits in a phone. `oldest_at` is by the server's clock."""

    waiting: int = 0
    to_mend: int = 0
    oldest_at: datetime | None = None


def is_revoked(id: UUID | None, at: datetime) -> bool:
    """Test whether a phone must wipe itself, and remember that it was told so."""
    if id is None or not Phone.objects.filter(pk=id).exclude(revoked_at=None).exists():
        return False
    Phone.objects.filter(pk=id, wiped_at=None).update(wiped_at=at)
    return True


def is_theirs(request: HttpRequest, id: UUID | None) -> bool:
    """Test whether the items are of the one who is signed in: a page that lay open may be a colleague's.

    Phones that are not renewed yet don't say whose items they are; then the phone itself tells.
    """
    said = request.headers.get("X-Who", "")
    if said:
        return said == str(request.user.pk)
    return not Phone.objects.filter(pk=id).exclude(user=request.user.pk).exists()


def hear(request: HttpRequest, id: UUID | None, told: Told, at: datetime) -> None:
    """Remember that a phone of the one who is signed in was heard; one with a foreign id is not believed."""
    if id is None:
        return
    known = Phone.objects.filter(pk=id).first()
    if known is None:
        _first(request, id, told, at)
    elif known.user_id == request.user.pk and _is_news(known, told, at):
        Phone.objects.filter(pk=id).update(heard_at=at, device_id=_device(request), **vars(told))


def _first(request: HttpRequest, id: UUID, told: Told, at: datetime) -> None:
    name = devices.name_of(request.headers.get("User-Agent", ""))
    said: dict[str, Any] = {"name": name, "device_id": _device(request), "heard_at": at, **vars(told)}
    Phone.objects.bulk_create([Phone(id=id, recorded_at=at, user_id=request.user.pk, **said)], ignore_conflicts=True)


def _is_news(known: Phone, told: Told, at: datetime) -> bool:
    if known.device_id is None or at - known.heard_at >= TOUCH:
        return True
    return (known.waiting, known.to_mend) != (told.waiting, told.to_mend)


def _device(request: HttpRequest) -> UUID | None:
    id = request.session.get(devices.KEY)
    return UUID(id) if id else None
