"""What the rule of who may see what costs: how fast the proof checks it, and what it adds to a list.

`checks_per_s`: BENCH_CHECKS (100,000) checks over random worlds. `access.overhead_ratio`: the list of contacts, as a
page, of a service with BENCH_CONTACTS (20,000) contacts, when 500 grants of another house's clients are in play, to
the same without any. `access.rls_overhead_ratio` (PostgreSQL): the same page behind row-level security, to without.
Each is a ratio of medians in one process.
"""

import json
import os
import statistics
import sys
import time
from datetime import timedelta

from proof.__main__ import prove, thrown_away

CHECKS = int(os.environ.get("BENCH_CHECKS", "100000"))
CONTACTS = int(os.environ.get("BENCH_CONTACTS", "20000"))
GRANTS, TIMES = 500, int(os.environ.get("BENCH_TIMES", "60"))
ROLE = "spojka_bench_fence"


def filled():
    """Write two houses with their clients and contacts; return the reader of one, and the clients of the other."""
    from spojka.clients.models import Client
    from spojka.encounters.models import Encounter
    from tests import make

    ours, theirs = make.service(), make.service()
    for service, many in ((ours, CONTACTS), (theirs, CONTACTS // 4)):
        clients = [Client(**service.ownership, code=f"K{n}", recorded_by="x") for n in range(GRANTS)]
        Client.objects.bulk_create(clients)
        shift = make.shift(service)
        said = {"shift": shift, "day": shift.day, "side": "code", "recorded_by": "x"}
        Encounter.objects.bulk_create(
            (
                Encounter(
                    **service.ownership,
                    **said,
                    client=clients[n % GRANTS],
                    occurred_at=shift.start + timedelta(seconds=n),
                )
                for n in range(many)
            ),
            batch_size=500,
        )
    return make.member(ours), list(Client.objects.filter(service=theirs).order_by("pk"))


def median(browser, path: str) -> float:
    """Return how long a page takes, in milliseconds; the first ones are left out."""
    took = []
    for n in range(TIMES + 5):
        start = time.perf_counter()
        answer = browser.get(path)
        if answer.status_code != 200:
            sys.exit(f"{path} was answered by {answer.status_code}")
        took.append(time.perf_counter() - start)
        if n < 5:
            took.clear()
    return statistics.median(took) * 1000


def looked_over(connection) -> None:
    """Let PostgreSQL know how much lies where, as it does by itself within minutes."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def fenced(browser, path: str) -> float:
    """Return the same behind row-level security."""
    from django.db import connection
    from django.test import override_settings

    from spojka.access import fence

    with override_settings(FENCED=True), connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {ROLE}")
        try:
            fence.build(ROLE)
            cursor.execute(f"SET ROLE {ROLE}")
            took = median(browser, path)
        finally:
            cursor.execute("RESET ROLE")
            cursor.execute(f"DROP OWNED BY {ROLE}")
            cursor.execute(f"DROP ROLE {ROLE}")
    return took


def lists() -> dict[str, float]:
    from django.db import connection

    from tests import make
    from tests.entering import enter

    reader, others = filled()
    path = f"/{reader.organisation.slug}/encounters/"
    browser = enter(reader)
    looked_over(connection)
    bare = median(browser, path)
    for client in others:
        make.grant(client, reader.organisation, client.service)
    looked_over(connection)
    shared = median(browser, path)
    print(f"list: {bare:.1f} ms, with {GRANTS} grants {shared:.1f} ms", file=sys.stderr)
    figures = {"access.overhead_ratio": round(shared / bare, 2)}
    if connection.vendor == "postgresql":
        behind = fenced(browser, path)
        print(f"behind row-level security {behind:.1f} ms", file=sys.stderr)
        figures["access.rls_overhead_ratio"] = round(behind / shared, 2)
    return figures


def main() -> None:
    with thrown_away():
        said = prove(CHECKS, seed=1)
        figures = {"checks_per_s": said["checks_per_s"]} | lists()
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
