import json
import os
import platform
import sqlite3
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench/results.json"
KNOWN = {
    "cases": "bench.cases",
    "counter": "bench.counter",
    "demo": "bench.demo",
    "duplicates": "bench.duplicates",
    "export": "bench.export",
    "groups": "bench.groups",
    "import": "bench.imports",
    "ingest": "bench.ingest",
    "lists": "bench.lists",
    "meetings": "bench.meetings",
    "minutes": "bench.minutes",
    "paper": "bench.paper",
    "proof": "bench.proof",
    "record": "bench.record",
    "report": "bench.report",
    "report10m": "bench.report10m",
    "search": "bench.search",
    "stock": "bench.stock",
    "sync": "bench.sync",
    "today": "bench.today",
}
ENGINES = {"sqlite": [], "postgres": ["bin/with-postgres"]}
ONLY = {"minutes": ["sqlite"], "report10m": ["sqlite"]}  # they ask no database


def machine() -> dict[str, object]:
    said = Path("/proc/cpuinfo").read_text() if Path("/proc/cpuinfo").exists() else ""
    model = next((line.partition(":")[2].strip() for line in said.splitlines() if line.startswith("model name")), "")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "processor": model or platform.processor(),
        "cores": os.cpu_count(),
        "memory_gib": round(memory / 2**30, 1),
        "system": f"{platform.system()} {platform.release()}",
        "load_before": round(os.getloadavg()[0], 2),
    }


def versions() -> dict[str, str]:
    try:
        import pysqlite3

        sqlite = pysqlite3.sqlite_version
    except ImportError:
        sqlite = sqlite3.sqlite_version
    found = {name: version(name) for name in ("django", "granian", "psycopg")}
    return found | {"python": platform.python_version(), "sqlite": sqlite}


def others(said: dict[str, object]) -> tuple[dict[str, object], list[dict]]:
    """Return the figures of this machine and these versions written before, and the runs of others."""
    runs = json.loads(RESULTS.read_text()) if RESULTS.exists() else []
    known, rest = {}, []
    for run in runs:
        if about(run) == about(said):
            known = dict(run["figures"])
        else:
            rest.append(run)
    return known, rest


def about(said: dict) -> dict[str, object]:
    """Return what figures depend on; how busy the machine happened to be is only told."""
    machine = {key: value for key, value in said["machine"].items() if key != "load_before"}
    return {"machine": machine, "versions": said["versions"]}


def without(figures: dict[str, object], part: str) -> dict[str, object]:
    return {key: value for key, value in figures.items() if not key.startswith(part)}


def keep(said: dict[str, object], figures: dict[str, object], rest: list[dict]) -> None:
    runs = [said | {"figures": dict(sorted(figures.items()))}, *(run for run in rest if run["figures"])]
    RESULTS.write_text(json.dumps(runs, indent=2) + "\n")


def measure(name: str, engine: str) -> dict[str, object]:
    """Run one measurement on one database; return its figures, none when the database can't be had."""
    env = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"} | {"SPOJKA_PG_FSYNC": "on"}
    command = [*ENGINES[engine], sys.executable, "-m", KNOWN[name]]
    done = subprocess.run(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True)
    if done.returncode == 77:
        print(f"!! {name} on {engine} was left out: there is no server")
        return {}
    if done.returncode:
        sys.exit(f"{name} on {engine} failed")
    figures = json.loads(done.stdout.splitlines()[-1])
    return {f"{name}.{engine}.{key}": value for key, value in figures.items()}


def asked_engines(name: str) -> list[str]:
    """Return the databases to measure on: all, or those that BENCH_ENGINES names."""
    asked = os.environ.get("BENCH_ENGINES", "").split() or list(ENGINES)
    return [engine for engine in ONLY.get(name, ENGINES) if engine in asked]


def main() -> None:
    wanted = sys.argv[1:] or list(KNOWN)
    if unknown := set(wanted) - set(KNOWN):
        sys.exit(f"Unknown: {', '.join(sorted(unknown))}. There are: {', '.join(KNOWN)}.")
    said: dict[str, object] = {"machine": machine(), "versions": versions()}
    (known, rest), new = others(said), dict[str, object]()
    for name in wanted:
        for engine in asked_engines(name):
            if found := measure(name, engine):
                new |= found
                part = f"{name}.{engine}."
                known = without(known, part) | found
                rest = [run | {"figures": without(run["figures"], part)} for run in rest]  # measured anew here
                keep(said, known, rest)  # at once: the next one may fail
    width = max(map(len, new), default=0)
    for key, value in sorted(new.items()):
        print(f"{key:<{width}}  {value:>10}")


if __name__ == "__main__":
    main()
