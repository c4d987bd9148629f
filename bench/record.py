"""Record a contact with three acts, durably, over HTTP; the bare limit is measured in turns with it.

paced50: 50 phones, each once a second. c10: 10 phones, each again as soon as it is answered. ratio: the best
throughput to that of bare durable commits of the same rows into the same tables, of each round; the median counts.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from time import monotonic, sleep
from uuid import UUID

from bench import bare

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "3"))
PACED, FULL, BARE = 20, 6, 4  # seconds


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


@contextmanager
def server(env: dict[str, str], port: int, log: Path):
    """Serve as `make run` does; what the server says, a line for every request, goes to a file."""
    command = [sys.executable, "-m", "config.cli", "run"]
    with log.open("wb") as written:
        started = subprocess.Popen(command, env=env | {"PORT": str(port)}, stdout=written, stderr=written)
    try:
        until = monotonic() + 60
        while monotonic() < until and started.poll() is None:
            asking = HTTPConnection("127.0.0.1", port, timeout=5)
            try:
                asking.request("GET", "/healthz")
                if asking.getresponse().status == 200:
                    break
            except OSError:
                sleep(0.2)
        else:
            sys.exit(f"The server does not answer.\n{log.read_text(errors='replace')[-2000:]}")
        yield
    finally:
        started.send_signal(signal.SIGTERM)
        started.wait()


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
    with tempfile.TemporaryDirectory(prefix="spojka-bench-", dir=os.environ.get("BENCH_DIR")) as room:
        url = os.environ.get("DATABASE_URL") or f"sqlite:///{room}/data/spojka.sqlite3"
        (Path(room) / "data").mkdir(mode=0o700)
        env = os.environ | {"DATABASE_URL": url, "SPOJKA_DATA": f"{room}/data", "SPOJKA_DEMO": "0"}
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        with server(env, port, Path(room) / "server.log"):
            done = subprocess.run(
                [sys.executable, "-m", "bench.prepare"], env=env, stdout=subprocess.PIPE, text=True, check=True
            )
            plan = json.loads(done.stdout.splitlines()[-1]) | {"host": "127.0.0.1", "port": port}
            figures = measured(bare.engine(url), plan)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
