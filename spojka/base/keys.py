"""Keys of this Spojka. They follow from SECRET_KEY, which is never in the database; each purpose has its own.

The newest comes first. Those of SECRET_KEY_FALLBACKS still open what they sealed and find what they marked.
"""

from functools import cache

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


def keys(purpose: bytes) -> tuple[bytes, ...]:
    """Return the keys for a purpose, 32 bytes each."""
    return tuple(derived(secret, purpose) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))


@cache
def derived(secret: str, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(secret.encode())
