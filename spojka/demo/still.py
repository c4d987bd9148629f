"""The clock stands and chance repeats itself while the demonstration is built, so that two of them are the same."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from random import Random
from unittest.mock import patch


@contextmanager
def still(now: datetime, seed: int | str) -> Iterator[None]:
    """Let whatever makes ids and moments have them from `now` and `seed`. For a command alone, never in a server."""
    rng = Random(f"{seed} ids")  # noqa: S311 (invented people need no secrets)
    here = {"now": classmethod(lambda cls, tz=None: now.astimezone(tz)), "__slots__": ()}
    with (
        patch("os.urandom", rng.randbytes),
        patch("random._urandom", rng.randbytes),  # what `secrets` reads
        patch.object(time, "time_ns", lambda: int(now.timestamp() * 1e9)),
        patch("django.utils.timezone.datetime", type("datetime", (datetime,), here)),
    ):
        yield
