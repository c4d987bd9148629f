"""From where a record is improbable, on a day; see data/limits.toml."""

from datetime import date
from pathlib import Path

from spojka.figures import dated
from spojka.figures.dated import Value

DATA = Path(__file__).parent / "data"


def limit(code: str, on: date) -> Value:
    """Return one limit as it is on a day."""
    return dated.value("limits", code, on, DATA)


def whole(code: str, on: date) -> int:
    """Return a limit that is a whole number."""
    return int(limit(code, on).low)


def talking(on: date) -> list[str]:
    """Return the settings in which a theme is expected."""
    return [one.code for one in dated.values("talks", on, DATA)]
