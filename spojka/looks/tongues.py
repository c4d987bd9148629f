"""The languages of the own look: those of Spojka and Ukrainian. The choice stands in a cookie of the look alone."""

from typing import Any

from django.utils.translation import get_language

from spojka.ui.tongues import TONGUES

__all__ = ["COOKIE", "TONGUES", "chosen"]
COOKIE = "tongue"


def chosen(request: Any) -> str:
    """Return the language that was asked for now or before; else that of the page."""
    asked = request.GET.get("lang") or request.COOKIES.get(COOKIE, "")
    return asked if asked in TONGUES else (get_language() or "cs")
