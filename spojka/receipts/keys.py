"""Keys that sign receipts. They follow from SECRET_KEY; of older ones the public half is kept and vouched for."""

import base64
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from spojka.base import keys as base
from spojka.base.sealed import Resealed

from .models import ReceiptKey

PURPOSE = b"spojka receipts"
VOUCH = b"spojka receipt key\n"  # what is vouched for begins so; no receipt does
SHORT = 8  # bytes by which a key is called

Public = dict[bytes, Ed25519PublicKey]


def signing() -> Ed25519PrivateKey:
    """Return the newest key."""
    return _own()[0]


def known() -> Public:
    """Return the public keys whose receipts are ours, by their short names, the newest first."""
    own = _own()
    found = {called(_raw(key.public_key())): key.public_key() for key in own}
    for row in ReceiptKey.objects.order_by("recorded_at", "pk"):
        if any(_vouches(key.public_key(), row) for key in own):
            raw = unwritten(row.public)
            found.setdefault(called(raw), Ed25519PublicKey.from_public_bytes(raw))
    return found


def remember() -> Resealed:
    """Keep the public halves of older keys, vouched for by the newest; for a change of keys."""
    newest, *older = _own()
    rows: dict[str, ReceiptKey | None] = {}
    rows |= {row.public: row for row in ReceiptKey.objects.select_for_update().order_by("pk")}
    lost = 0
    for key in older:
        rows.setdefault(written(_raw(key.public_key())), None)
    for public, row in rows.items():
        voucher = written(newest.sign(VOUCH + unwritten(public)))
        if row is None:
            ReceiptKey(public=public, voucher=voucher).add()
        elif any(_vouches(key.public_key(), row) for key in (newest, *older)):
            row.change(voucher=voucher)
        else:
            lost += 1
    return Resealed(lost=lost)


def published(keys: Public) -> list[dict[str, str]]:
    """Return public keys as a JSON Web Key Set holds them."""
    fixed = {"kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA"}
    return [fixed | {"kid": written(short), "x": written(_raw(key))} for short, key in keys.items()]


def from_published(keys: list[dict[str, str]]) -> Public:
    """Return keys from a set that was published."""
    raws = [unwritten(one["x"]) for one in keys if one.get("crv") == "Ed25519"]
    return {called(raw): Ed25519PublicKey.from_public_bytes(raw) for raw in raws}


def called(raw: bytes) -> bytes:
    """Return the short name of a public key."""
    return sha256(raw).digest()[:SHORT]


def fingerprint(key: Ed25519PublicKey) -> str:
    """Return a key's short name as people compare it: A1B2 C3D4 …"""
    text = called(_raw(key)).hex().upper()
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


def written(raw: bytes) -> str:
    """Write bytes as text that stands in an address (base64url)."""
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def unwritten(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _vouches(key: Ed25519PublicKey, row: ReceiptKey) -> bool:
    try:
        key.verify(unwritten(row.voucher), VOUCH + unwritten(row.public))
    except (InvalidSignature, ValueError):
        return False
    return True


def _raw(key: Ed25519PublicKey) -> bytes:
    return key.public_bytes_raw()


def _own() -> tuple[Ed25519PrivateKey, ...]:
    return tuple(Ed25519PrivateKey.from_private_bytes(seed) for seed in base.keys(PURPOSE))
