"""Record a contact with three acts, durably, over HTTP; the bare limit is measured in turns with it.

paced50: 50 phones, each once a second. c10: 10 phones, each again as soon as it is answered. ratio: the best
throughput to that of bare durable commits of the same rows into the same tables, of each round; the median counts.
"""

import json
import os
import subprocess
import sys
from statistics import median
from uuid import UUID

from bench import bare
from bench.house import furnished, say

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "3"))
PACED, FULL, BARE = 20, 6, 4  # seconds


def send(plan: dict, phones: int, seconds: float, every: float | None = None) -> dict:
    asked = plan | {"sessions": plan["sessions"][:phones], "seconds": seconds, "every": every}
    done = subprocess.run(
        [sys.executable, "-m", "bench.load"], input=json.dumps(asked), stdout=subprocess.PIPE, text=True, check=True
    )
    said = json.loads(done.stdout)
    if said["refused"]:
        sys.exit(f"Refused: {said['refused'][:5]}")
    return said


def p95(took: list[float]) -> float:
    return took[int(len(took) * 0.95)] * 1000


def measured(database, plan: dict) -> dict[str, float]:
    """Measure in turns; afterwards there must be exactly the contacts that were acknowledged, and the bare ones."""
    rounds, sent, made = [], 0, 0
    connection = database.connect()
    before = database.count(connection)
    first = send(plan, 10, 1)
    sent += len(first["known"])
    for number in range(ROUNDS):
        paced, ten, fifty = send(plan, 50, PACED, every=1), send(plan, 10, FULL), send(plan, 50, FULL)
        sent += sum(len(said["known"]) for said in (paced, ten, fifty))
        so_far = database.count(connection)
        limit = bare.per_second(database, UUID(first["known"][0]), BARE)
        made += database.count(connection) - so_far
        rates = [len(said["known"]) / said["seconds"] for said in (ten, fifty)]
        found = {"paced50.p95_ms": p95(paced["took"]), "c10.rps": rates[0], "c10.p95_ms": p95(ten["took"])}
        found |= {"c50.rps": rates[1], "bare.rps": limit, "ratio": max(rates) / limit}
        rounds.append(found)
        say(f"round {number + 1}: " + ", ".join(f"{key} {value:.2f}" for key, value in found.items()))
    lost = before + sent + made - database.count(connection)
    connection.close()
    if lost:
        sys.exit(f"Acknowledged and stored contacts differ by {lost}.")
    return {key: round(median(found[key] for found in rounds), 3) for key in rounds[0]} | {"acknowledged": sent}


def main() -> None:
    with furnished() as house:
        plan = house.said("bench.prepare")
        figures = measured(bare.engine(house.env["DATABASE_URL"]), plan | {"host": "127.0.0.1", "port": house.port})
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
