"""What the laptop answers to phones. It is no part of headquarters: no session, no database of ours, nothing to read.

A phone shows its pass, leaves boxes and gets back the marks of all phones of the stand. Only pages of headquarters
may ask (CORS); cookies are neither sent nor wanted.
"""

import json
import os
import threading
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import django
from django.apps import apps
from django.utils.translation import gettext as _
from django.utils.translation import override

from . import place
from .sealing import BadBox, phone_of
from .store import Full, Left, Store

ROOM = 2_000_000  # bytes of one sending
ITEMS = 100  # of one sending
BOX, MARK = 120_000, 4_000  # characters of one
Start = Callable[[str, list[tuple[str, str]]], Any]
WORDS = {200: "OK", 204: "No Content", 400: "Bad Request", 403: "Forbidden", 404: "Not Found", 507: "Full"}
_turn = threading.Lock()
if not apps.ready:  # in a process of its own: for the words alone
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()


def app(sent: dict[str, Any], start: Start) -> Iterable[bytes]:
    """Answer one request (WSGI)."""
    said = _settled()
    method, path = sent["REQUEST_METHOD"], sent.get("PATH_INFO", "")
    if path == "/" and method == "GET":
        return _page(start, said)
    if path != "/take/" or method not in ("POST", "OPTIONS"):
        return _answer(start, 404, {}, [])
    if sent.get("HTTP_ORIGIN") != said.origin:
        return _answer(start, 403, {}, [])
    allowed = [("Access-Control-Allow-Origin", said.origin), ("Vary", "Origin")]
    if method == "OPTIONS":
        asked = [("Access-Control-Allow-Methods", "POST"), ("Access-Control-Allow-Headers", "Content-Type")]
        old = [("Access-Control-Allow-Private-Network", "true"), ("Access-Control-Max-Age", "600")]  # Chrome to 141
        return _answer(start, 204, None, [*allowed, *asked, *old])
    status, answer = _take(sent, said)
    return _answer(start, status, answer, allowed)


def _take(sent: dict[str, Any], said: place.Place) -> tuple[int, dict[str, Any]]:
    try:
        length = int(sent.get("CONTENT_LENGTH") or 0)
        if not 0 < length <= ROOM:
            return 400, {}
        told = json.loads(sent["wsgi.input"].read(length))
        phone = phone_of(said.passing, told["pass"], datetime.now(UTC))
        left, after = [_left(one) for one in told["items"]], int(told["after"])
    except (BadBox, ValueError, TypeError, KeyError, AttributeError):
        return 400, {}
    if phone is None:
        return 403, {}
    if len(left) > ITEMS:
        return 400, {}
    with _turn:
        try:
            held = _store().take(phone, left)
        except Full:
            return 507, {}
        marks = _store().marks(after)
        return 200, {"held": held, "marks": marks, "waiting": _store().sums()["waiting"]}


def _left(one: dict[str, Any]) -> Left:
    left = Left(str(UUID(one["id"])), json.dumps(one["box"], separators=(",", ":")), str(one["mark"]))
    if len(left.box) > BOX or len(left.mark) > MARK:
        raise ValueError
    return left


def _page(start: Start, said: place.Place) -> Iterable[bytes]:
    """Show that the hub works, to whoever opens its name: no more than how much waits."""
    with _turn:
        sums = _store().sums()
    with override("cs"):
        lines = [
            _("Hub of the stand %(name)s, %(house)s") % {"name": said.name, "house": said.house},
            _("Waits to be handed to headquarters: %(n)s") % {"n": sums["waiting"]},
            _("The hub works. You can go back to Spojka."),
        ]
    start("200 OK", [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store")])
    return ["\n".join([*lines, ""]).encode()]


def _answer(start: Start, status: int, body: Any, headers: list[tuple[str, str]]) -> Iterable[bytes]:
    start(f"{status} {WORDS[status]}", [("Content-Type", "application/json"), ("Cache-Control", "no-store"), *headers])
    return [] if body is None else [json.dumps(body).encode()]


@cache
def _settled() -> place.Place:
    return place.read(Path(os.environ[place.VARIABLE]))


@cache
def _store() -> Store:
    return Store(Path(os.environ[place.VARIABLE]) / place.STORE)
