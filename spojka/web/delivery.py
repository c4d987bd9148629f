"""What a stand's hub hands on: each item is opened and run through its own view, as the worker of its phone."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_not_required as open_to_all
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from spojka.access import fence
from spojka.base.sealed import unseal
from spojka.base.within import one_sending
from spojka.hubs import joining
from spojka.hubs.models import Hub, PairedPhone
from spojka.hubs.sealing import BadBox, Opened, open_box
from spojka.links.doors import LinkOver

from .envelope import Item, NotAnEnvelope, answer_for, count, instant
from .middleware.acting import ActorMiddleware

MOST = 100  # items of one sending
LONGEST = timedelta(days=400)  # that a phone's clock may be wrong; more is a fault


@dataclass(frozen=True)
class Box:
    """What a phone left, and how long ago the hub took it."""

    phone: UUID
    sealed: dict[str, Any]
    ago: timedelta


@csrf_exempt  # the laptop has no cookie; the code itself says who asks
@open_to_all
@require_POST
def join(request):
    """Let a laptop join by a code from the office."""
    try:
        said = joining.join(str(json.loads(request.body)["code"]), timezone.now())
    except (LinkOver, ValueError, KeyError, TypeError):
        return JsonResponse({}, status=404)
    finally:
        fence.tell(None)
    return JsonResponse(said)


@csrf_exempt  # as above, by its credential
@open_to_all
@require_POST
def deliver(request):
    """Take what a hub holds; answer with a status for each item, and with nothing of what it says."""
    kind, _space, credential = request.headers.get("Authorization", "").partition(" ")
    hub = joining.known(credential) if kind == "Hub" else None
    if hub is None:
        return JsonResponse({}, status=404)
    if hub.is_revoked:
        return JsonResponse({"wipe": True}, status=410)
    try:
        told = json.loads(request.body)
        said = joining.Said(count(told, "waiting"), count(told, "returned"), instant(told.get("certificate_ends")))
        boxes = _boxes(told)
    except (ValueError, TypeError, KeyError, AttributeError):
        return JsonResponse({}, status=400)
    statuses = _all(request, hub, boxes)
    taken = sum(200 <= status < 400 for status in statuses)
    joining.hear(hub, said, taken, timezone.now())
    fence.tell(None)
    return JsonResponse({"at": timezone.now(), "statuses": statuses})


def _all(request, hub: Hub, boxes: list[Box]) -> list[int]:
    acting, key, now = ActorMiddleware(lambda inner: HttpResponse()), unseal(hub.key), timezone.now()
    paired = PairedPhone.objects.filter(hub=hub, phone__in={box.phone for box in boxes}, phone__user__is_active=True)
    known = {one.phone_id: one for one in paired.select_related("phone__user")}
    with one_sending():
        return [_one(request, acting, hub, known.get(box.phone), box, key, now) for box in boxes]


def _one(request, acting, hub, paired, box, key, now: datetime) -> int:
    """Open one box and run what lies in it. One that was not signed by the phone it names is refused."""
    if paired is None or not paired.held(now - box.ago):
        return 403
    try:
        opened = open_box(box.sealed, hub=hub.pk, phone=paired.phone_id, signed_by=paired.key, key=key)
    except BadBox:
        return 400
    if not opened.url.startswith(f"/{hub.service.organisation.slug}/"):
        return 403  # a hub is of one house; the phone itself sends what belongs to another
    item = Item(str(opened.id), opened.url, opened.fields)
    return int(answer_for(_as_from(request, paired.phone.user), acting, item, _sent_at(opened, now))["status"])


def _sent_at(opened: Opened, now: datetime) -> datetime | None:
    """Return what the phone's own clock shows now, so that the view puts its times right as it always does.

    The difference was measured by the phone with headquarters and is signed: a hub can't move anybody's times.
    """
    ahead = timedelta(milliseconds=opened.ahead)
    return now - ahead if abs(ahead) < LONGEST else None


def _as_from(request, user) -> HttpRequest:
    """Return a request as the worker's phone would have made it; its session is an empty one and is never kept."""
    outer = HttpRequest()
    outer.META, outer.COOKIES = dict(request.META), {}
    outer.user, outer.session, outer.reference = user, SessionStore(), request.reference
    outer.device, outer.signed_in, outer.timed_out = None, user.pk, False
    return outer


def _boxes(told) -> list[Box]:
    boxes = [Box(UUID(one["phone"]), dict(one["box"]), _ago(one.get("ago", 0))) for one in told["items"]]
    if len(boxes) > MOST:
        raise NotAnEnvelope
    return boxes


def _ago(seconds) -> timedelta:
    return timedelta(seconds=max(0, min(int(seconds), int(LONGEST.total_seconds()))))
