"""What holds for one sending of many items is asked for once: who acts, which code lists are in force.

Outside of `one_sending` nothing is remembered. It lasts a second or two, in which nobody's rights change; what an item
itself changes, such as the start of its shift, makes it forget.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

V = TypeVar("V")
_known: ContextVar[dict[Hashable, Any] | None] = ContextVar("known", default=None)
_deeds: ContextVar[list[str] | None] = ContextVar("deeds", default=None)


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


def forget() -> None:
    """Ask for all anew from now on: what was remembered has just been changed."""
    if (known := _known.get()) is not None:
        known.clear()


@contextmanager
def deeds() -> Iterator[list[str]]:
    """Give the list of what is done in this block, also of what turns out to have been done before."""
    done: list[str] = []
    token = _deeds.set(done)
    try:
        yield done
    finally:
        _deeds.reset(token)


def did(verb: str) -> None:
    """Say that a deed was done."""
    if (done := _deeds.get()) is not None:
        done.append(verb)
