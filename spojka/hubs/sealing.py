"""How boxes are sealed and signed. The phone's half is hubs/box.js and ui/vault.js: P-256, HKDF, AES-GCM, ECDSA."""

import base64
import binascii
import hmac
import json
import secrets
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, cast
from uuid import UUID

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

CURVE = ec.SECP256R1()
RAW = 65  # bytes of a public key: 04, x, y


class BadBox(ValueError):
    """A box that this phone did not make for this hub."""


@dataclass(frozen=True)
class Opened:
    """What a phone put into a box. `ahead` says by how much its clock was behind the server's, in milliseconds."""

    id: UUID
    url: str
    fields: list[tuple[str, str]]
    ahead: int


def text_of(data: bytes) -> str:
    return base64.b64encode(data).decode()


def bytes_of(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as fault:
        raise BadBox from fault


def new_pair() -> tuple[str, str]:
    """Return a new private key and its public half, both as text."""
    key = ec.generate_private_key(CURVE)
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    return pem, text_of(_raw(key.public_key()))


def new_secret() -> str:
    return text_of(secrets.token_bytes(32))


def is_public_key(text: str) -> bool:
    """Test whether a text is a point of the curve."""
    try:
        _public(text)
    except BadBox:
        return False
    return True


def pass_of(passing: str, phone: UUID, until: datetime) -> str:
    """Return by what the laptop knows a phone: no list of phones has to reach it."""
    said = f"{phone}.{int(until.timestamp())}"
    return f"{said}.{_mac(passing, said)}"


def phone_of(passing: str, text: str, at: datetime) -> str | None:
    """Return whose pass it is, or None: of another hub, forged, or over."""
    said, _dot, mac = str(text).rpartition(".")
    phone, _dot, until = said.partition(".")
    if not hmac.compare_digest(_mac(passing, said).encode(), mac.encode()):
        return None
    return phone if at.timestamp() < int(until) else None


def open_box(box: dict[str, Any], *, hub: UUID, phone: UUID, signed_by: str, key: str) -> Opened:
    """Return what lies in a box, if it was signed by the phone's own key for this hub."""
    try:
        body, signature = str(box["body"]), bytes_of(box["sig"])
        half = len(signature) // 2
        pair = int.from_bytes(signature[:half]), int.from_bytes(signature[half:])
        _public(signed_by).verify(encode_dss_signature(*pair), body.encode(), ec.ECDSA(SHA256()))
        said = json.loads(body)
        if (said["hub"], said["phone"]) != (str(hub), str(phone)):
            raise BadBox
        return _opened(said, key)
    except (InvalidSignature, InvalidTag, KeyError, TypeError, ValueError, AttributeError) as fault:
        raise BadBox from fault


def _opened(said: dict[str, Any], key: str) -> Opened:
    private = cast(ec.EllipticCurvePrivateKey, load_pem_private_key(key.encode(), None))
    once = bytes_of(said["from"])
    shared = private.exchange(ec.ECDH(), _public(said["from"]))
    base = HKDF(algorithm=SHA256(), length=32, salt=bytes(32), info=once).derive(shared)
    about = f"{said['hub']}:{said['phone']}:{said['id']}".encode()
    inner = json.loads(AESGCM(base).decrypt(bytes_of(said["iv"]), bytes_of(said["box"]), about))
    fields = [(str(name), str(value)) for name, value in inner["fields"]]
    return Opened(UUID(said["id"]), str(inner["url"]), fields, int(inner["ahead"]))


def _mac(passing: str, said: str) -> str:
    return hmac.new(bytes_of(passing), said.encode(), sha256).hexdigest()


def _raw(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def _public(text: str) -> ec.EllipticCurvePublicKey:
    raw = bytes_of(text)
    if len(raw) != RAW:
        raise BadBox
    try:
        return ec.EllipticCurvePublicKey.from_encoded_point(CURVE, raw)
    except ValueError as fault:
        raise BadBox from fault
