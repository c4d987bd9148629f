"""Lists and a client's timeline in a big house, over HTTP, with what is read remembered in the audit.

BENCH_ENCOUNTERS (500,000) contacts, of which one client has BENCH_OFTEN (10,000). c1: the reader of the house alone;
c10: ten readers at once. The figure of a kind is the 95th percentile of its slowest page; stderr tells of each page.
"""

import json
import os
import subprocess
import sys

from bench.house import House, big, say, server

ENCOUNTERS = int(os.environ.get("BENCH_ENCOUNTERS", "500000"))
OFTEN = int(os.environ.get("BENCH_OFTEN", str(ENCOUNTERS // 50)))
SECONDS = float(os.environ.get("BENCH_SECONDS", "3"))


def asked(house: House, path: str, sessions: list[str], seconds: float) -> list[float]:
    plan = {"host": "127.0.0.1", "port": house.port, "path": path, "sessions": sessions, "seconds": seconds}
    command = [sys.executable, "-m", "bench.readers"]
    done = subprocess.run(command, input=json.dumps(plan), stdout=subprocess.PIPE, text=True, check=True)
    said = json.loads(done.stdout)
    if said["wrong"]:
        sys.exit(f"{path} was answered by {set(said['wrong'])}")
    return said["took"]


def p95(took: list[float]) -> float:
    return round(took[int(len(took) * 0.95)] * 1000, 1)


def measured(house: House, said: dict) -> dict[str, float]:
    figures: dict[str, float] = {}
    for kind, pages in said["pages"].items():
        # not everybody may see the client: the house's reader opens the timeline ten times
        sessions_of = said["sessions"] if kind == "list" else said["sessions"][:1] * len(said["sessions"])
        for name, path in pages.items():
            asked(house, path, sessions_of, 0.5)  # every worker has made such a page once
            for readers in (1, 10):
                sessions = sessions_of[:readers]
                took = p95(asked(house, path, sessions, SECONDS))
                say(f"{kind} {name}, {readers} at once: {took} ms")
                key = f"{kind}.c{readers}.p95_ms"
                figures[key] = max(figures.get(key, 0), took)
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
