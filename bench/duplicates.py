"""Who may be one person, among many clients of one service: codes, histories, reasons in words.

BENCH_CLIENTS=20000 says how many, with five contacts each; codes are of few letters and of all days, as real ones are.
s: the median of several runs; base_s: the same codes and histories read from the database and nothing done with them.
"""

import json
import os
import sys
import tempfile
import time
from datetime import timedelta
from random import Random
from statistics import median

CLIENTS = int(os.environ.get("BENCH_CLIENTS", "20000"))
CONTACTS, TIMES = 5, 7
LETTERS = ("JA", "MA", "EV", "HA", "LE", "AN", "KA", "PE", "TO", "LU", "VE", "MI", "PA", "JI", "DA", "RA", "ZD", "ON")


def furnish():
    """Write so many clients and their contacts; return the service."""
    from django.core.management import call_command
    from django.db import connection, transaction

    from spojka.clients.models import Client
    from spojka.encounters.models import Encounter
    from tests import make

    call_command("migrate", verbosity=0)
    call_command("load_codelists", verbosity=0)
    rng = Random(20260704)
    service = make.service()
    place, shifts = make.place(service), []
    for n in range(60):
        start = make.NOON - timedelta(days=n)
        said = {"planned_start": start, "started_at": start, "planned_end": start + timedelta(hours=7)}
        shifts.append(make.shift(service, place=place, day=start.date(), **said))
    codes: set[str] = set()
    while len(codes) < CLIENTS:
        day = f"{rng.randint(1, 28):02}{rng.randint(1, 12):02}"
        codes.add(f"{rng.choice(LETTERS)}{rng.choice(LETTERS)}{day}{rng.choice('MF')}")
        if len(codes) % 50 == 0:
            codes.add(f"{rng.choice(sorted(codes)[:100])}-2")
    with transaction.atomic():
        clients = [Client(**service.ownership, code=code, recorded_by="x") for code in sorted(codes)]
        Client.add_all(clients)
        contacts = []
        for client in clients:
            for shift in rng.sample(shifts, CONTACTS):
                at = shift.start + timedelta(minutes=rng.randint(0, 400))
                said = {"day": shift.day, "side": "code", "occurred_at": at, "recorded_by": "x"}
                contacts.append(Encounter(**service.ownership, shift=shift, client=client, **said))
        Encounter.objects.bulk_create(contacts, batch_size=500)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return service


def timed(do) -> float:
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


def main() -> None:
    with tempfile.TemporaryDirectory() as room:
        os.environ |= {"SPOJKA_DATA": room, "DJANGO_SETTINGS_MODULE": "config.settings"}
        import django

        django.setup()
        from django.utils import timezone

        from spojka.clients import duplicates
        from spojka.clients.models import Client

        service, today = furnish(), timezone.localdate()
        found = duplicates.proposals(service, today)
        print(f"{Client.objects.count()} clients, {len(found)} pairs shown", file=sys.stderr, flush=True)
        rows = Client.objects.filter(service=service).order_by("pk")
        columns = ("pk", "code", "sex", "recorded_at", "merged_into_id")
        took, base = [], []
        for _n in range(TIMES):
            took.append(timed(lambda: duplicates.proposals(service, today)))
            base.append(timed(lambda: list(rows.values_list(*columns))))
        print(json.dumps({"s": round(median(took), 3), "base_s": round(median(base), 3)}))


if __name__ == "__main__":
    main()
