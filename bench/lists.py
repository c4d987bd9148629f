"""Lists and a client's timeline in a big house, over HTTP, with what is read remembered in the audit.

BENCH_ENCOUNTERS (500,000) contacts, of which one client has BENCH_OFTEN (10,000). `one`: the house's reader alone,
who asks again as soon as they are answered. The figure itself: ten readers at once, each of whom opens a page every
second. They are paced since nobody reads fifty lines in less; readers who never stop measure only how many processors
there are. The figure of a kind is the 95th percentile of its slowest page; stderr tells of each page. `ratio` is `one`
to the bare limit of the same run: the rows of the first page by plain SQL, and the least that the server answers.
"""

import json
import os
import subprocess
import sys

from bench.house import House, big, say, server

ENCOUNTERS = int(os.environ.get("BENCH_ENCOUNTERS", "500000"))
OFTEN = int(os.environ.get("BENCH_OFTEN", str(ENCOUNTERS // 50)))
SECONDS = float(os.environ.get("BENCH_SECONDS", "3"))
PACED = float(os.environ.get("BENCH_PACED_SECONDS", "8"))


def asked(house: House, path: str, sessions: list[str], seconds: float, every: float = 0) -> list[float]:
    plan = {"host": "127.0.0.1", "port": house.port, "path": path, "sessions": sessions, "seconds": seconds}
    plan["every"] = every
    command = [sys.executable, "-m", "bench.readers"]
    done = subprocess.run(command, input=json.dumps(plan), stdout=subprocess.PIPE, text=True, check=True)
    said = json.loads(done.stdout)
    if said["wrong"]:
        sys.exit(f"{path} was answered by {set(said['wrong'])}")
    return said["took"]


def warmed(house: House, path: str, sessions: list[str]) -> float:
    """Ask for so long that each worker makes such a page; return how long the slowest took, in ms: a first one."""
    return round(max(asked(house, path, sessions, 8)) * 1000, 1)


def p95(took: list[float]) -> float:
    return round(took[int(len(took) * 0.95)] * 1000, 1)


def measured(house: House, said: dict) -> dict[str, float]:
    figures: dict[str, float] = {}
    for kind, pages in said["pages"].items():
        # not everybody may see the client: the house's reader opens the timeline ten times
        sessions_of = said["sessions"] if kind == "list" else said["sessions"][:1] * len(said["sessions"])
        for name, path in pages.items():
            warmed(house, path, sessions_of)
            one = p95(asked(house, path, sessions_of[:1], SECONDS))
            ten = p95(asked(house, path, sessions_of, PACED, every=1))
            say(f"{kind} {name}: {one} ms alone, {ten} ms when ten read")
            for key, took in {f"{kind}.one.p95_ms": one, f"{kind}.p95_ms": ten}.items():
                figures[key] = max(figures.get(key, 0), took)
        least = p95(asked(house, "/healthz", sessions_of[:1], SECONDS))
        figures[f"{kind}.bare.p95_ms"] = round(said["bare"][kind] + least, 1)
        figures[f"{kind}.ratio"] = round(figures[f"{kind}.one.p95_ms"] / figures[f"{kind}.bare.p95_ms"], 1)
    return figures


def main() -> None:
    demo = ["--encounters", str(ENCOUNTERS), "--often", str(OFTEN), "--until", "2026-06-30"]
    with big(*demo) as house:
        said = house.said("bench.pages")
        with server(house.env, house.port, house.log):
            figures = measured(house, said)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
