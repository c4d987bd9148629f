"""Kinds of services. The list lies above this package (codelists), so it is told to us when Spojka starts."""

from collections.abc import Callable

Source = Callable[[], dict[str, str]]
_sources: list[Source] = []


def tell(source: Source) -> None:
    """Say where the kinds come from: codes with their words."""
    _sources[:] = [source]


def offered() -> dict[str, str]:
    """Return the kinds of services by their codes."""
    return _sources[0]() if _sources else {}
