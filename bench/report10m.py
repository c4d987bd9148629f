"""The year's report over ten million encounters in columns, against a bare DuckDB scan of the same rows.

The rows are made straight as columns (60 services, 4 places and 5 workers each, 20,000 clients in every hundred
thousand contacts, two to three acts a contact); their marts are counted by the very code that does it in service.
warm_s: the whole report as the page of a year shows it, median; first_s: the first one of a process;
crossed_s: everything by everything, as the table for a spreadsheet has it. ratio: warm_s to the scan, in turns.
kept_s: all rows written and counted.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from uuid import UUID

SIZE = int(os.environ.get("BENCH_SIZE", "10000000"))
SERVICES = int(os.environ.get("BENCH_SERVICES", "60"))
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))
YEAR = 2026
CODES = {"acts": 30, "handouts": 15, "topics": 20, "refusals": 6, "breaths": 4, "indirect": 5}
A_CONTACT = {"encounters": 1, "acts": 2.5, "handouts": 0.6, "returns": 1, "topics": 1, "breaths": 0.1, "signs": 1,
             "crew": 0.02}  # fmt: skip
FEW = 0.01  # of all else


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def rows(rng, schema, place: tuple[UUID, int], name: str, size: int, clients: int):
    """Return so many rows of one table of one month."""
    import numpy
    import pyarrow as pa

    def one_of(values):
        return pa.DictionaryArray.from_arrays(rng.integers(0, len(values), size, dtype=numpy.int32), values)

    service, month = place
    own = service.hex[:24]
    sides = pa.array(rng.choice(["code", "anonymous", "tally"], size, p=[0.6, 0.38, 0.02]))
    spot = rng.integers(0, 4, size, dtype=numpy.int32)
    towns = [f"{100 + n}" for n in range(4)]
    said = {
        "day": one_of([f"{YEAR}-{month:02}-{day:02}" for day in range(1, 29)]),
        "month": one_of([f"{YEAR}-{month:02}"]),
        "year": one_of([str(YEAR)]),
        "service_id": one_of([service.hex]),
        "project_id": one_of([f"{own}0000000{n}" for n in range(2)]),
        "place_id": pa.DictionaryArray.from_arrays(spot, [f"{own}{n:08}" for n in range(4)]),
        "event_id": one_of(["", "", "", f"{own}00000009"]),
        "municipality": pa.DictionaryArray.from_arrays(spot, towns),
        "setting": one_of(["outreach", "event_zone"]),
        "recorded_by": one_of([f"{own}1000000{n}" for n in range(5)]),
        "sex": one_of(["", "man", "woman"]),
        "age_band": one_of(["", "18_25", "26_35", "36_45", "46"]),
        "side": sides,
        "client_id": pa.array(
            rng.integers(0, clients, size, dtype=numpy.int32), mask=~(sides.to_numpy(False) == "code")
        ),
        "code": one_of([f"{name}{n}" for n in range(CODES.get(name, 1))]),
        "kind": one_of(["theme", "substance"]),
        "minutes": pa.array(rng.integers(1, 60, size)),
        "contact_minutes": pa.array(numpy.full(size, 10)),
        "intervention_minutes": pa.array(numpy.full(size, 30)),
        "both_minutes": pa.array(numpy.full(size, 1)),
    }
    few = pa.array(rng.integers(0, 2, size))
    columns = [said.get(one.name, few if pa.types.is_integer(one.type) else one_of([""])) for one in schema]
    kinds = [pa.int32() if one.name == "client_id" else one.type for one in schema]
    cast = [c if pa.types.is_string(k) else c.cast(k) for c, k in zip(columns, kinds, strict=True)]
    return pa.table(cast, names=[one.name for one in schema])


def written(rng, schema, place: tuple[UUID, range], name: str, clients: int):
    """Return one table of some months."""
    import pyarrow as pa

    service, months = place
    size = int(SIZE // SERVICES // 12 * A_CONTACT.get(name, FEW))
    tables = [rows(rng, schema, (service, month), name, size, clients) for month in months]
    return pa.concat_tables(tables).unify_dictionaries().combine_chunks()


def make() -> None:
    """Write the columns of all services, and who may read them."""
    import numpy

    from spojka.access.actor import Actor
    from spojka.access.permissions import Permission
    from spojka.encounters import changes, columns
    from spojka.encounters.extract import read, tables
    from spojka.encounters.scope import Scope
    from spojka.figures.folder import Folder, Manifest
    from tests import make as made

    house = made.organisation(slug="bench")
    services = [made.service(organisation=house) for _number in range(SERVICES)]
    system = Actor.system("bench", services[0], frozenset({Permission.REPORT_VIEW}))
    with read(system, Scope(first=date(YEAR, 1, 1), last=date(YEAR, 1, 2)), more=("team_id",)) as store:
        schemas = {name: columns.kept(store, name).schema for name in tables()}
    clients = max(SIZE // SERVICES // 50, 9)
    rng, counted = numpy.random.default_rng(7), 0.0
    for number, service in enumerate(services):
        folder = Folder(service.pk)
        with folder.held():
            said = Manifest(definitions=changes.definitions(), at=datetime.now(UTC).isoformat())
            work = columns.Work(service, system, folder, said, None)
            for months in (range(first, first + 3) for first in range(1, 13, 3)):
                rows = {name: written(rng, schemas[name], (service.pk, months), name, clients) for name in tables()}
                began = perf_counter()
                columns.keep(work, [f"{YEAR}-{month:02}" for month in months], rows)
                counted += perf_counter() - began
            began = perf_counter()
            columns.make_marts(work)
            counted += perf_counter() - began
            folder.publish(said, Manifest())
        if number % 10 == 9:
            say(f"{number + 1} services are there")
    made.member(*services, role="service_head")
    print(json.dumps({"kept_s": round(counted, 1)}))


def measure() -> None:
    """Count; the first report of the process apart, then in turns with the bare scan."""
    from spojka.access.actor import Actor
    from spojka.encounters import opening
    from spojka.encounters.scope import Scope
    from spojka.figures.protect import Audience
    from spojka.network.models import Membership
    from spojka.reports import contacts

    opening.are_worth_it = lambda by, scope: True  # the rows are in columns only
    by = Actor.member(Membership.objects.get())
    scope = Scope(first=date(YEAR, 1, 1), last=date(YEAR, 12, 31))

    def report(look) -> float:
        began = perf_counter()
        made = contacts.make([by], contacts.Wanted(scope=scope, audience=Audience.OWN, look=look), datetime.now(UTC))
        took = perf_counter() - began
        assert made.figures[0].value > SIZE * 0.9
        return took

    page = contacts.Look()
    first = report(page)
    warm = [report(page) for _round in range(ROUNDS)]
    report(contacts.EVERYTHING)
    crossed = [report(contacts.EVERYTHING) for _round in range(3)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    turns = [(scan(), report(page)) for _round in range(ROUNDS)]
    said = {"first_s": round(first, 2), "warm_s": round(median(warm), 2), "crossed_s": round(median(crossed), 2)}
    said |= {"peak_mb": round(peak), "scan_s": round(median(one for one, _other in turns), 2)}
    print(json.dumps(said | {"ratio": round(median(other / one for one, other in turns), 2)}))


def scan() -> float:
    """Read every column of the same rows once, with the same threads and memory."""
    import duckdb

    from spojka.encounters.extract import tables
    from spojka.figures import folder
    from spojka.figures.store import SETTINGS

    began = perf_counter()
    with duckdb.connect(":memory:", config=SETTINGS) as db:
        for name in tables():
            db.execute(f"SELECT max(COLUMNS(*)) FROM read_parquet('{folder.root()}/*/*-{name}-*.parquet')").fetchall()
    return perf_counter() - began


def main() -> None:
    data = Path(tempfile.mkdtemp(prefix="spojka-bench-"))
    env = os.environ | {"SPOJKA_DATA": str(data), "DATABASE_URL": f"sqlite:///{data}/bench.sqlite3"}
    try:
        subprocess.run([sys.executable, "-m", "config.cli", "migrate", "-v", "0"], env=env, check=True)
        said = {}
        for step in ("make", "measure"):
            done = subprocess.run(
                [sys.executable, "-m", "bench.report10m", step], env=env, stdout=subprocess.PIPE, check=True
            )
            said |= json.loads(done.stdout.splitlines()[-1])
            say(f"{step}: {said}")
        said["disk_mb"] = round(sum(file.stat().st_size for file in data.rglob("*.parquet")) / 2**20)
        print(json.dumps(said))
    finally:
        shutil.rmtree(data)


if __name__ == "__main__":
    if sys.argv[1:]:
        import django

        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        django.setup()
        {"make": make, "measure": measure}[sys.argv[1]]()
    else:
        main()
