"""A receipt as a short text, for a square code: version, key, signature, and the deflated content, in base64url.

The same is read by static/receipts/reading.js.
"""

import binascii
import json
import zlib
from typing import Any

from cryptography.exceptions import InvalidSignature
from django.utils.translation import gettext as _

from spojka.base.errors import Refusal

from . import keys

VERSION = 1
MARK = b"spojka receipt 1\n"  # what is signed begins so
HEAD = 1 + keys.SHORT + 64
MOST_TEXT, MOST = 4000, 20_000  # letters of a token, bytes of what it holds
RAW = -15  # deflate without a head


class NotOurs(Refusal):
    """No receipt, one that was changed, or one that another Spojka wrote. One sentence for all reasons."""

    def __init__(self) -> None:
        super().__init__(_("This is no receipt of this Spojka, or somebody has changed it."), field="token")


def sign(said: dict[str, Any]) -> str:
    """Return a receipt's content signed by the newest key. The same content gives the same text."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, RAW)
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    body = deflate.compress(text.encode()) + deflate.flush()
    key = keys.signing()
    short = keys.called(key.public_key().public_bytes_raw())
    return keys.written(bytes([VERSION]) + short + key.sign(MARK + body) + body)


def read(typed: str, known: keys.Public) -> dict[str, Any]:
    """Return what a token says, or the address that it stands in. Raises NotOurs."""
    text = "".join(typed.split()).rpartition("#")[2]
    try:
        raw = keys.unwritten(text) if len(text) <= MOST_TEXT else b""
    except (binascii.Error, ValueError):
        raise NotOurs from None
    short, signature, body = raw[1 : 1 + keys.SHORT], raw[1 + keys.SHORT : HEAD], raw[HEAD:]
    if raw[:1] != bytes([VERSION]) or short not in known:
        raise NotOurs
    try:
        known[short].verify(signature, MARK + body)
    except InvalidSignature:
        raise NotOurs from None
    said: dict[str, Any] = json.loads(zlib.decompressobj(RAW).decompress(body, MOST))  # we wrote it: it is whole
    return said
