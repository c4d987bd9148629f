"""A paired phone without a browser: it seals and signs as hubs/box.js does."""

import json
import os
from datetime import datetime
from uuid import uuid4

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.hubs import actions, sealing
from spojka.hubs.models import Hub
from spojka.phones.models import Phone


class PhoneOf:
    """`actor`'s own phone; `box(url, …)` is what it leaves at the hub."""

    def __init__(self, actor, hub: Hub, at: datetime | None = None) -> None:
        self.hub, self.key = hub, ec.generate_private_key(sealing.CURVE)
        self.row = Phone(id=uuid4(), user=actor.user, heard_at=timezone.now()).add()
        shown = sealing.text_of(sealing._raw(self.key.public_key()))
        self.paired = actions.pair(by=actor, hub=hub, phone=self.row, key=shown, at=at or timezone.now())

    def box(self, url: str, id=None, *, ahead: int = 0, **typed):
        """Return what a phone sends for one form: the phone's id and the sealed, signed box."""
        id = str(id or new_id())
        fields = list(({"id": id, "side": "anonymous"} | typed).items())
        return self.sealed({"hub": str(self.hub.pk), "phone": str(self.row.pk), "id": id}, url, fields, ahead)

    def sealed(self, said, url, fields, ahead=0, signed_by=None):
        once, iv = ec.generate_private_key(sealing.CURVE), os.urandom(12)
        raw = sealing._raw(once.public_key())
        shared = once.exchange(ec.ECDH(), sealing._public(self.hub.slot))
        key = HKDF(algorithm=SHA256(), length=32, salt=bytes(32), info=raw).derive(shared)
        inner = json.dumps({"url": url, "fields": fields, "ahead": ahead}).encode()
        about = f"{said['hub']}:{said['phone']}:{said['id']}".encode()
        parts = {"from": raw, "iv": iv, "box": AESGCM(key).encrypt(iv, inner, about)}
        body = json.dumps(said | {name: sealing.text_of(part) for name, part in parts.items()})
        r, s = decode_dss_signature((signed_by or self.key).sign(body.encode(), ec.ECDSA(SHA256())))
        sig = sealing.text_of(r.to_bytes(32, "big") + s.to_bytes(32, "big"))
        return {"phone": str(self.row.pk), "box": {"body": body, "sig": sig}}
