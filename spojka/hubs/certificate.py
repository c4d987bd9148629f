"""Is the certificate one that phones will believe? Asked before the hub starts, so that it is said at home."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key
from django.utils.translation import gettext as _

from spojka.ui.words import day

SOON = timedelta(days=14)


class BadCertificate(Exception):
    """Phones would not believe it. The message is for the person at the laptop."""


@dataclass(frozen=True)
class Certificate:
    """What is to be known of it."""

    begins: datetime
    ends: datetime

    def ends_soon(self, at: datetime) -> bool:
        return self.ends - at < SOON


def read(certificate: Path, key: Path, host: str) -> Certificate:
    """Return when it ends; BadCertificate when it is of another name or the key of another one."""
    try:
        found = x509.load_pem_x509_certificate(certificate.read_bytes())
        private = load_pem_private_key(key.read_bytes(), None)
    except (OSError, ValueError, TypeError) as fault:
        raise BadCertificate(
            _("The certificate or its key can't be read: %(files)s") % {"files": f"{certificate}, {key}"}
        ) from fault
    if _public(private.public_key()) != _public(found.public_key()):
        raise BadCertificate(_("The key belongs to another certificate."))
    if not _is_for(found, host):
        raise BadCertificate(_("The certificate is not for the name %(host)s.") % {"host": host})
    return Certificate(found.not_valid_before_utc, found.not_valid_after_utc)


def check(found: Certificate, at: datetime) -> None:
    """Refuse one that is over, or begins later: then the laptop's clock may be wrong too."""
    if at >= found.ends:
        raise BadCertificate(
            _("The certificate ended on %(day)s. Phones refuse it: get a new one while there is internet.")
            % {"day": day(found.ends, True)}
        )
    if at < found.begins:
        raise BadCertificate(_("The certificate is not valid yet. Is the clock of this laptop right?"))


def _is_for(found: x509.Certificate, host: str) -> bool:
    try:
        names = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return False
    said = names.get_values_for_type(x509.DNSName)
    return host in said or f"*.{host.partition('.')[2]}" in said


def _public(key) -> bytes:  # type: ignore[no-untyped-def]
    return bytes(key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo))
