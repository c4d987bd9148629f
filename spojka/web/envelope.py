"""Many forms in one sending: a phone that empties its queue. Each goes through its own address's view, alone.

Each item has its own transaction, its own audit and its own answer; one that breaks does not stop the others.
"""

import json
import zlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required as open_to_all
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spojka.access import fence
from spojka.audit import log
from spojka.base.errors import Refusal
from spojka.base.ids import id_from
from spojka.base.within import deeds, once, one_sending
from spojka.phones import hearing
from spojka.phones.hearing import Told

from . import errors
from .middleware.acting import ActorMiddleware

MOST = 100  # items in one envelope
FIELDS = 400  # of one form, as for a form that comes alone
FROM_OUTER = ("user", "session", "device", "reference", "signed_in", "timed_out")


@dataclass(frozen=True)
class Item:
    """One form: where it goes and what was filled in."""

    id: str
    url: str
    fields: list[tuple[str, str]]


class NotAnEnvelope(ValueError):
    """What was sent can't be understood."""


@open_to_all  # a revoked phone has no sign-in any more, and must hear that it is to wipe itself
@require_POST
def send(request):
    """Take an envelope; answer for each of its items."""
    now, phone = timezone.now(), id_from(request.headers.get("X-Phone", ""))
    if hearing.is_revoked(phone, now):
        return JsonResponse({"wipe": True}, status=410)
    if not request.user.is_authenticated or not hearing.is_theirs(request, phone):
        return errors.signed_out(request)
    try:
        said = json.loads(_unpacked(request))
        items, sent_at, told = _items(said), instant(said.get("sent_at")), _told(said, now)
    except (ValueError, TypeError, AttributeError, KeyError, zlib.error):
        return JsonResponse({"error": _("This can't be understood")}, status=400)
    hearing.hear(request, phone, told, now)
    acting = ActorMiddleware(lambda inner: HttpResponse())
    with one_sending():
        answers = [answer_for(request, acting, item, sent_at) for item in items]
    return JsonResponse({"at": now, "items": answers})


def answer_for(request, acting, item, sent_at) -> dict[str, Any]:
    """Run one item through its view and say what became of it, in words."""
    try:
        path = item.url.partition("?")[0]
        match = once(("resolved", path), lambda: resolve(path))
        if not getattr(match.func, "sendable", False):
            raise Http404
        inner, said = _inner(request, match, item, sent_at), {**match.kwargs}
        with log.page(lambda: match.view_name), deeds() as done:
            answer = acting.process_view(inner, match.func, match.args, said)
            answer = answer or match.func(inner, *match.args, **said)
        if answer.status_code < 400 and not done:  # well meant, but the phone would drop what nobody has written
            return {"id": item.id, "status": 409, "says": [_("Nothing was written. Open it and save it again.")]}
        return {"id": item.id, "status": answer.status_code, "says": _says(answer)}
    except Refusal as refusal:
        return {"id": item.id, "status": 422, "says": [str(refusal)]}
    except (Http404, Resolver404, PermissionDenied):
        return {"id": item.id, "status": 404, "says": [_("This is not here for you any more.")]}
    except Exception:  # this item breaks us, the others must go on
        errors.note(request, "item failed")
        return {"id": item.id, "status": 500, "says": [_("It did not work, the fault is on our side.")]}
    finally:
        fence.tell(None)


def _inner(request, match, item, sent_at) -> HttpRequest:
    """Make the request that the form itself would have made."""
    inner = HttpRequest()
    inner.method, inner.path, inner.path_info, inner.resolver_match = "POST", item.url, item.url, match
    inner.META = request.META | {"HTTP_PREFER": "return=minimal", "HTTP_ACCEPT": "application/json"}
    inner.COOKIES = request.COOKIES
    for name in FROM_OUTER:
        setattr(inner, name, getattr(request, name, None))
    inner.tablet, inner.actor, inner._messages = None, None, _Unheard()
    typed = QueryDict(mutable=True)
    for name, value in item.fields:
        typed.appendlist(name, value)
    if sent_at:
        typed["sent_at"] = sent_at.isoformat()
    inner._post = inner.POST = typed
    inner._files = {}
    return inner


class _Unheard:
    """Takes the messages of a page that nobody looks at."""

    def add(self, level, message, extra_tags=""):
        """Leave it: the phone has said it itself."""


def _says(answer) -> list[str]:
    """Return in words what was wrong with a form."""
    if answer.status_code < 400 or not answer.get("Content-Type", "").startswith("application/json"):
        return []
    return [text for texts in json.loads(answer.content).get("errors", {}).values() for text in texts]


def _unpacked(request) -> bytes:
    """Return the body; a packed one may hold no more than a plain one."""
    if request.headers.get("Content-Encoding") != "gzip":
        return request.body
    unpacking = zlib.decompressobj(16 + zlib.MAX_WBITS)
    body = unpacking.decompress(request.body, settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
    if unpacking.unconsumed_tail:
        raise NotAnEnvelope
    return body


def _items(said) -> list[Item]:
    items = [
        Item(str(one["id"]), str(one["url"]), [(str(k), str(v)) for k, v in one["fields"]]) for one in said["items"]
    ]
    if len(items) > MOST or any(len(item.fields) > FIELDS or not id_from(item.id) for item in items):
        raise NotAnEnvelope
    return items


def _told(said, now: datetime) -> Told:
    """Return what waits in the phone; its clock is put right by the difference at sending."""
    oldest, sent = instant(said.get("oldest")), instant(said.get("sent_at"))
    right = now - sent if sent else timedelta()
    at = min(oldest + right, now) if oldest else None
    return Told(waiting=count(said, "waiting"), to_mend=count(said, "mend"), oldest_at=at)


def count(said, name: str) -> int:
    return max(0, min(int(said.get(name) or 0), 1_000_000))


def instant(text: str | None) -> datetime | None:
    at = parse_datetime(text) if text else None
    return at if at and timezone.is_aware(at) else None
