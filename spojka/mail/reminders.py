"""Who sends letters when a term has passed: packages register it, `spojka remind` runs them all, one by one."""

from collections.abc import Callable, Iterable
from datetime import datetime

Remind = Callable[[datetime], Iterable[bool]]  # for each letter: did it leave?
SOURCES: dict[str, Remind] = {}


def register(name: str, remind: Remind) -> None:
    """Add what is reminded of; `name` is how the command tells of it."""
    if SOURCES.setdefault(name, remind) is not remind:
        raise ValueError(f"{name} is reminded of already")
