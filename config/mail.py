"""How mail leaves: by SPOJKA_SMTP, else it only lies in files. The password stands in no message and in no log."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

FORM = "smtp://user:password@mail.example.org:587/?tls=true"


def settings_of(url: str, folder: Path) -> dict[str, Any]:
    """Return Django's settings for mail; without `url` each message becomes a file in `folder`."""
    if not url:
        return {"EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend", "EMAIL_FILE_PATH": folder}
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:  # its text would show a part of the address
        host = None
    if not host or parts.scheme not in ("smtp", "smtps"):
        raise ImproperlyConfigured(f"SPOJKA_SMTP looks like {FORM}; write special characters as %40.") from None
    by_tls = parts.scheme == "smtps"
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": host,
        "EMAIL_PORT": port or (465 if by_tls else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": by_tls,
        "EMAIL_USE_TLS": not by_tls and parse_qs(parts.query).get("tls") in (["true"], ["1"]),
        "EMAIL_TIMEOUT": 15,  # seconds; somebody waits for the page
    }
