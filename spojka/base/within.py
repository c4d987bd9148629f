"""What holds for one sending of many items is asked for once: who acts, which code lists are in force.

Outside of `one_sending` nothing is remembered. It lasts a second or two, in which nobody's rights change.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

V = TypeVar("V")
_known: ContextVar[dict[Hashable, Any] | None] = ContextVar("known", default=None)


@contextmanager
def one_sending() -> Iterator[None]:
    """Remember what `once` makes until the end of this block."""
    token = _known.set({})
    try:
        yield
    finally:
        _known.reset(token)


def once(key: Hashable, make: Callable[[], V]) -> V:
    """Return what `make` gives; within one sending it is made once for each key."""
    known = _known.get()
    if known is None:
        return make()
    if key not in known:
        known[key] = make()
    made: V = known[key]
    return made
