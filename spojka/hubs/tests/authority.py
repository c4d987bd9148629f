"""A certificate authority of the tests: it vouches for whatever name it is asked for."""

import base64
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from cryptography.x509.oid import NameOID


class Authority:
    """Makes certificates that its own root vouches for."""

    def __init__(self, room: Path) -> None:
        self.room, self.pins = room, []
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Zkušební autorita")])
        self.root = room / "root.pem"
        self.root.write_bytes(self._sign(self._name, self._key.public_key(), ca=True).public_bytes(Encoding.PEM))

    def give(self, host: str, folder: Path, *, days: int = 30, pinned: bool = True) -> tuple[Path, Path]:
        """Write a certificate and its key; browsers of the tests believe those that are pinned."""
        folder.mkdir(parents=True, exist_ok=True)
        key = ec.generate_private_key(ec.SECP256R1())
        found = self._sign(x509.Name([]), key.public_key(), host=host, days=days)
        certificate, private = folder / "certificate.pem", folder / "key.pem"
        certificate.write_bytes(found.public_bytes(Encoding.PEM))
        private.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        if pinned:
            public = key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
            self.pins.append(base64.b64encode(sha256(public).digest()).decode())
        return certificate, private

    def _sign(self, name, public, *, host=None, days=30, ca=False):
        now = datetime.now(UTC)
        made = x509.CertificateBuilder().subject_name(name).issuer_name(self._name).public_key(public)
        made = made.serial_number(x509.random_serial_number())
        made = made.not_valid_before(now - timedelta(days=60)).not_valid_after(now + timedelta(days=days))
        made = made.add_extension(x509.BasicConstraints(ca, None), critical=True)
        if host:
            made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=not name.rdns)
        return made.sign(self._key, SHA256())
