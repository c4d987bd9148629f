"""A Spojka of its own for one measurement: a folder, a database, and a server on a free port."""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic, sleep


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


@dataclass
class House:
    """Where it stands, and how to run something beside it."""

    env: dict[str, str]
    port: int
    log: Path

    def said(self, module: str, *words: str) -> dict:
        """Run a module of ours beside the server; return what its last line says."""
        command = [sys.executable, "-m", module, *words]
        done = subprocess.run(command, env=self.env, stdout=subprocess.PIPE, text=True, check=True)
        return json.loads(done.stdout.splitlines()[-1])

    def spojka(self, *words: str) -> None:
        """Run a command of `spojka`; what it says goes to stderr."""
        subprocess.run([sys.executable, "-m", "config.cli", *words], env=self.env, stdout=sys.stderr, check=True)


@contextmanager
def room(kept: str | None = None) -> Iterator[str]:
    """Yield a folder for one measurement, or the one that is kept."""
    if kept:
        Path(kept).mkdir(parents=True, exist_ok=True)
        yield kept
        return
    with tempfile.TemporaryDirectory(prefix="spojka-bench-", dir=os.environ.get("BENCH_DIR")) as fresh:
        yield fresh


@contextmanager
def empty(kept: str | None = None) -> Iterator[House]:
    """Yield a Spojka without tables, which does not serve; with those of before if its folder is kept."""
    with room(kept) as there:
        url = os.environ.get("DATABASE_URL") or f"sqlite:///{there}/data/spojka.sqlite3"
        (Path(there) / "data").mkdir(mode=0o700, exist_ok=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        env = os.environ | {"DATABASE_URL": url, "SPOJKA_DATA": f"{there}/data", "SPOJKA_DEMO": "0"}
        yield House(env, port, Path(there) / "server.log")


@contextmanager
def furnished(*before: list[str]) -> Iterator[House]:
    """Yield a Spojka that serves; `before` are commands of `spojka` to run first."""
    with empty() as house:
        for words in before:
            house.spojka(*words)
        with server(house.env, house.port, house.log):
            yield house


@contextmanager
def big(*demo: str) -> Iterator[House]:
    """Yield a Spojka with the demonstration that was asked for, which does not serve.

    BENCH_HOUSE names a folder in which it stays, a room for each wish: the next measurement with the same one finds it
    there, and only runs the migrations that came since.
    """
    rooms = None if os.environ.get("DATABASE_URL") else os.environ.get("BENCH_HOUSE")  # each holds its own database
    kept = f"{rooms}/{'_'.join(word.strip('-') for word in demo)}" if rooms else None
    with empty(kept) as house:
        house.spojka("migrate")
        wish = Path(kept) / "wish.json" if kept else house.log.with_name("wish.json")
        if not (wish.exists() and json.loads(wish.read_text()) == list(demo)):
            house.spojka("demo", *demo)
            wish.write_text(json.dumps(demo))
        yield house


@contextmanager
def server(env: dict[str, str], port: int, log: Path):
    """Serve as `make run` does; what the server says, a line for every request, goes to a file."""
    command = [sys.executable, "-m", "config.cli", "run"]
    with log.open("wb") as written:
        started = subprocess.Popen(command, env=env | {"PORT": str(port)}, stdout=written, stderr=written)
    try:
        until = monotonic() + 180  # on a machine that others use, too
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
