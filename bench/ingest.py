"""The first build of the columns of figures, against a bare read of the same columns of the same rows.

BENCH_HOUSE names a folder in which the demonstration stays (500,000 contacts, or BENCH_SIZE). rows_per_s: rows of all
counted tables over the time of the build; cpu_rows_per_s: the same over the time of the processor, which other work on
the machine disturbs less; ratio: the time of the build to that of the bare read, both in this one run.
"""

import json
import os
import resource
import shutil
import sys
import time

from bench.house import big

SIZE = os.environ.get("BENCH_SIZE", "500000")


def measure() -> None:
    from django.db import connection

    from spojka.encounters import columns
    from spojka.encounters.models import Act, Breath, Encounter, Handout, ServiceRefusal, Topic
    from spojka.figures.folder import root
    from spojka.network.models import Service

    counted = (Encounter, Act, Handout, Topic, Breath, ServiceRefusal)
    shutil.rmtree(root(), ignore_errors=True)
    began, spent, rows = time.perf_counter(), time.process_time(), 0
    with connection.cursor() as cursor:
        for model in counted:
            names = [field.column for field in model._meta.concrete_fields if field.name not in ("note", "words")]
            cursor.execute(f"SELECT {', '.join(names)} FROM {model._meta.db_table}")
            while some := cursor.fetchmany(20_000):
                rows += len(some)
    bare, bare_spent = time.perf_counter() - began, time.process_time() - spent
    began, spent = time.perf_counter(), time.process_time()
    for service in Service.objects.select_related("organisation").order_by("pk"):
        columns.refresh(service)
    built, spent = time.perf_counter() - began, time.process_time() - spent
    said = {"rows": rows, "rows_per_s": round(rows / built), "cpu_rows_per_s": round(rows / spent)}
    said |= {"bare_rows_per_s": round(rows / bare), "ratio": round(built / bare, 2)}
    said |= {"cpu_ratio": round(spent / bare_spent, 2), "files": sum(1 for _file in root().rglob("*.parquet"))}
    print(json.dumps(said | {"peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10}))


def main() -> None:
    with big("--encounters", SIZE) as house:
        print(json.dumps(house.said("bench.ingest", "measure")))


if __name__ == "__main__":
    if sys.argv[1:]:
        import django

        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        django.setup()
        measure()
    else:
        main()
