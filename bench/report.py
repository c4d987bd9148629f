"""A year's report over real rows: the demonstration with as many contacts as asked for, columns made anew and kept.

ingest_rows_per_s: rows of all counted tables over the time of the first build; ingest_contacts_per_s: contacts alone.
year_s: the page of a year, columns up to date, median; changed_s: the same after one contact was corrected;
direct_s: read straight from the database, with BENCH_DIRECT=1.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.report10m import say

SIZE = os.environ.get("BENCH_SIZE", "1000000")
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))


def measure() -> None:
    from django.db.models import Max

    from spojka.access.actor import Actor
    from spojka.encounters import columns, opening
    from spojka.encounters.models import Act, Breath, Encounter, Handout, ServiceRefusal, Topic
    from spojka.encounters.scope import Scope
    from spojka.figures.protect import Audience
    from spojka.network.models import Membership, Organisation, Service
    from spojka.reports import contacts

    began = perf_counter()
    for service in Service.objects.select_related("organisation").order_by("pk"):
        columns.refresh(service)
    built = perf_counter() - began
    counted = (Encounter, Act, Handout, Topic, Breath, ServiceRefusal)
    rows, met = sum(model.objects.count() for model in counted), Encounter.objects.count()
    opening.are_worth_it = lambda by, scope: not os.environ.get("BENCH_DIRECT")
    house = Organisation.objects.get(pk=Encounter.objects.order_by("-pk")[:1].values("organisation_id"))
    member = Membership.objects.filter(organisation=house, role="service_head").order_by("pk")[0]
    member.services.set(Service.objects.filter(organisation=house))
    last = Encounter.objects.aggregate(last=Max("day"))["last"]
    scope = Scope(first=last.replace(month=1, day=1, year=last.year - 1), last=last.replace(month=12, day=31))

    def report() -> float:
        began = perf_counter()
        wanted = contacts.Wanted(scope=scope, audience=Audience.OWN, look=contacts.Look())
        contacts.make([Actor.member(member)], wanted, datetime.now(UTC))
        return perf_counter() - began

    first, warm, changed = report(), [report() for _round in range(ROUNDS)], []
    for _round in range(3):
        met_last = Encounter.objects.filter(organisation=house).standing().order_by("-day", "pk")[0]
        met_last.change(people=met_last.people + 1)
        changed.append(report())
    said = {"ingest_rows_per_s": round(rows / built), "ingest_contacts_per_s": round(met / built), "contacts": met}
    said |= {"first_s": round(first, 2), "year_s": round(median(warm), 2), "changed_s": round(median(changed), 2)}
    print(json.dumps(said | {"peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)}))


def main() -> None:
    data = Path(tempfile.mkdtemp(prefix="spojka-bench-"))
    env = {"DATABASE_URL": f"sqlite:///{data}/bench.sqlite3"} | os.environ | {"SPOJKA_DATA": str(data)}
    cli = [sys.executable, "-m", "config.cli"]
    try:
        subprocess.run([*cli, "migrate", "-v", "0"], env=env, check=True)
        say(f"Building a demonstration of {SIZE} contacts.")
        made = [*cli, "demo", "--encounters", SIZE, "--seed", "1"]
        subprocess.run(made, env=env | {"SPOJKA_DEMO": "1"}, stdout=subprocess.DEVNULL, check=True)
        subprocess.run([sys.executable, "-m", "bench.report", "measure"], env=env, check=True)
    finally:
        shutil.rmtree(data)


if __name__ == "__main__":
    if sys.argv[1:]:
        import django

        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        django.setup()
        measure()
    else:
        main()
