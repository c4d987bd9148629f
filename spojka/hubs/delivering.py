"""The laptop speaks with headquarters: it joins, and hands on what it holds. It believes good certificates alone."""

import json
import ssl
import time
from datetime import datetime
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from django.utils.translation import gettext as _

from .place import Place
from .store import Store

PATIENCE = 60  # seconds
BATCH, ROOM = 50, 400_000  # items and characters of one sending


class NotReached(Exception):
    """Headquarters did not answer, or not well. All stays; it is tried again."""


class Revoked(Exception):
    """Headquarters wants nothing more of this hub."""


class Refused(Exception):
    """Headquarters said no. The message is for the person at the laptop."""


def origin_of(address: str) -> str:
    """Return the origin of headquarters' address; only https will do."""
    parts = urlsplit(address if "://" in address else f"https://{address}")
    if parts.scheme != "https" or not parts.hostname or parts.path not in ("", "/"):
        raise Refused(_("Write the address of your Spojka, such as https://spojka.our-house.org"))
    return f"https://{parts.netloc.lower()}"


def join(origin: str, code: str) -> Place:
    """Join by a code from the office."""
    status, said = _ask(f"{origin}/hub/join/", {"code": code}, {})
    if status != 200:
        raise Refused(_("This code does not hold: it was used, it is older than a day, or a newer one was made."))
    return Place(origin=origin, **said)


def deliver(place: Place, store: Store, certificate_ends: datetime | None) -> int:
    """Hand on all that is held, in order; return how many headquarters has taken. An empty sending says: I am well."""
    after = taken = 0
    while True:
        batch = _batch(store, after)
        sums = store.sums()
        told = {"waiting": sums["waiting"], "returned": sums["returned"]}
        told |= {"certificate_ends": certificate_ends.isoformat() if certificate_ends else None}
        told |= {"items": [_item(one) for one in batch]}
        status, said = _ask(f"{place.origin}/hub/deliver/", told, {"Authorization": f"Hub {place.credential}"})
        if status == 410:
            raise Revoked
        if status != 200 or len(said.get("statuses", [])) != len(batch):
            raise NotReached(str(status))
        for one, answer in zip(batch, said["statuses"], strict=True):
            store.settle(one, int(answer))
            taken += 200 <= int(answer) < 400
        if not batch:
            return taken
        after = batch[-1]["number"]


def _item(one: dict[str, Any]) -> dict[str, Any]:
    ago = max(0, round(time.time() - one["taken"]))  # so that the two clocks needn't agree
    return {"phone": one["phone"], "box": json.loads(one["box"]), "ago": ago}


def _batch(store: Store, after: int) -> list[dict[str, Any]]:
    """As many as fit into one sending; the first always does."""
    found, room = [], ROOM
    for one in store.undelivered(after, BATCH):
        room -= len(one["box"])
        if found and room < 0:
            break
        found.append(one)
    return found


def _ask(url: str, body: Any, headers: dict[str, str]) -> tuple[int, Any]:
    data = json.dumps(body).encode()
    asked = Request(url, data, {"Content-Type": "application/json", "Accept": "application/json", **headers})  # noqa: S310 - origin_of lets https alone through
    try:
        with urlopen(asked, timeout=PATIENCE, context=ssl.create_default_context()) as answer:  # noqa: S310 - as above
            return answer.status, json.loads(answer.read())
    except HTTPError as fault:
        return fault.code, {}
    except (URLError, OSError, ValueError) as fault:
        raise NotReached(type(fault).__name__) from fault
