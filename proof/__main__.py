"""`make proof`: a million checks over new random worlds, in a database of its own that is thrown away.

PROOF_CHECKS says how many, PROOF_SEED from which world on: a fault names its world, which is then made again alone.
"""

import os
import random
import secrets
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import django

MANY = int(os.environ.get("PROOF_CHECKS", "1000000"))
SIZE = {"many": 110, "grounds": 60}


@contextmanager
def thrown_away() -> Iterator[None]:
    """Run a block over an empty database of its own."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.environ.setdefault("PYTEST_VERSION", "proof")  # settings for tests: no data folder is touched
    django.setup()
    from django.db import connection
    from django.test.utils import setup_test_environment

    setup_test_environment()
    named = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(named, verbosity=0)


def main() -> None:
    with thrown_away():
        print(told(prove(MANY, int(os.environ.get("PROOF_SEED") or secrets.randbits(31)))))


def prove(many: int, seed: int) -> dict[str, float]:
    """Check random worlds until there were so many checks; return how many, of how many worlds, in what time."""
    from django.utils import timezone

    from .checking import Checked, Wrong, check

    checked, worlds, start, used = Checked(), 0, time.perf_counter(), time.process_time()
    while checked.total < many:
        try:
            check(random.Random(seed + worlds), timezone.now(), checked=checked, **SIZE)
        except Wrong as wrong:
            sys.exit(f"World {seed + worlds} (PROOF_SEED={seed + worlds} PROOF_CHECKS=1 make proof): {wrong}")
        worlds += 1
    took = time.perf_counter() - start
    said = {"checks": checked.total, "worlds": worlds, "yes": checked.yes.total(), "seconds": round(took, 1)}
    said["cpu_seconds"] = round(time.process_time() - used, 1)
    return said | {"checks_per_s": round(checked.total / took)}


def told(said: dict[str, float]) -> str:
    return (
        f"{said['checks']:,} checks over {said['worlds']} worlds agreed, {said['yes']:,} of them a yes: "
        f"{said['seconds']} s, {said['checks_per_s']:,} checks a second."
    )


if __name__ == "__main__":
    main()
