"""Where packages above lead on with what one's own services noticed."""

from typing import Any

WAYS: list[tuple[str, Any]] = []


def register_way(view: str, label: Any) -> None:
    """Offer a page beside what was seen; its view takes the slug of the house, the address says which signals."""
    if (view, label) not in WAYS:
        WAYS.append((view, label))
