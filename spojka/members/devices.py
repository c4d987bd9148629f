"""The devices in which somebody is signed in: known again with each request, ended by time or by hand.

A session carries the id of its device. What is written here is written outside of views, beside the session itself,
so that a page which only reads still counts as work.
"""

import re
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from spojka.base.ids import new_id
from spojka.network.models import Membership, User

from . import lasting
from .models import Device

KEY = "device"  # in the session
BROWSERS = [  # the first that is named; most others call themselves Chrome or Safari too
    ("Edg", "Edge"), ("SamsungBrowser", "Samsung Internet"), ("OPR", "Opera"), ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
]  # fmt: skip
SYSTEMS = [
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Windows", "Windows"),
    ("Macintosh", "Mac"), ("Linux", "Linux"),
]  # fmt: skip


def name_of(agent: str) -> str:
    """Say in words what a browser says of itself, without versions: 'Firefox, Android'."""
    said = [next((name for sign, name in table if re.search(sign, agent)), "") for table in (BROWSERS, SYSTEMS)]
    return ", ".join(part for part in said if part)


def of(request: HttpRequest) -> Device | None:
    """Return the device of a session that is signed in."""
    id = request.session.get(KEY)
    return Device.objects.filter(pk=id, user_id=request.user.pk).first() if id else None


def is_over(request: HttpRequest, at: datetime) -> bool:
    """Test whether a session must end: its device was signed out, or its time is up."""
    request.device = of(request)  # type: ignore[attr-defined]
    if KEY not in request.session:
        return False  # just signed in
    device = request.device  # type: ignore[attr-defined]
    return device is None or at >= device.ends_at


def touch(request: HttpRequest, at: datetime) -> None:
    """Remember that somebody works, now and then; a session without a device gets one."""
    device = getattr(request, "device", None)
    if KEY not in request.session:
        begin(request, at)
    elif device and at - device.seen_at >= lasting.TOUCH:
        ends = lasting.ends_at(_roles(device.user_id, at), since=device.recorded_at, touched=at)
        Device.objects.filter(pk=device.pk).update(seen_at=at, ends_at=ends)  # an ended one stays ended


def begin(request: HttpRequest, at: datetime) -> Device:
    """Write down the device that has just signed in, and forget those whose time is up."""
    user_id = request.user.pk
    Device.objects.filter(user_id=user_id, ends_at__lte=at).delete()
    ends = lasting.ends_at(_roles(user_id, at), since=at, touched=at)
    name = name_of(request.headers.get("User-Agent", ""))
    device = Device(id=new_id(), recorded_at=at, user_id=user_id, name=name, seen_at=at, ends_at=ends).add()
    request.session[KEY] = str(device.pk)
    return device


def _roles(user_id: UUID, at: datetime) -> list[str]:
    from django.utils.timezone import localdate

    return list(Membership.objects.valid(localdate(at)).filter(user_id=user_id).values_list("role", flat=True))


def listed(user: User, at: datetime) -> list[Device]:
    """Return where somebody is signed in, the last used first."""
    return list(Device.objects.signed_in(at).filter(user=user).order_by("-seen_at", "pk"))


def end(user: User, *, id: UUID | None = None, but: Any = None) -> int:
    """Sign out one of somebody's devices, or all but one; it holds from its next request."""
    found = Device.objects.filter(user=user)
    found = found.filter(pk=id) if id else found.exclude(pk=but)
    return found.delete()[0]
