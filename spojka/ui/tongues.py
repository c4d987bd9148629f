"""The languages of what clients hold and open: those of Spojka and Ukrainian."""

from typing import Any

from django.utils.translation import get_language

TONGUES = {"cs": "Čeština", "uk": "Українська", "en": "English"}


def asked(request: Any, before: str = "") -> str:
    """Return the language that is asked for by `?lang=`, else the one of `before`, else that of the page."""
    said = request.GET.get("lang") or before
    return said if said in TONGUES else (get_language() or "cs")
