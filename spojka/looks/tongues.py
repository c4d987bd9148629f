"""The language of the own look: the choice stands in a cookie of the look alone."""

from typing import Any

from spojka.ui.tongues import asked

COOKIE = "tongue"


def chosen(request: Any) -> str:
    """Return the language that was asked for now or before; else that of the page."""
    return asked(request, request.COOKIES.get(COOKIE, ""))
