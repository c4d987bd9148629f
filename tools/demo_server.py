"""A Spojka with a new demonstration, for as long as somebody looks at it."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent.parent
STARTS_WITHIN = 300  # seconds, on a slow machine that does other things, too


@contextmanager
def server(kept: Path | None = None, log: int | IO | None = None):
    """Run Spojka with a new demonstration, or one made before; yield its address; stop it by its process id."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as new:
        room = str(kept or new)
        env = os.environ | {"SPOJKA_DATA": room, "PORT": str(port), "SPOJKA_DEMO": "1"}
        env.pop("DATABASE_URL", None)
        running = subprocess.Popen([sys.executable, "-m", "config.cli", "run"], env=env, cwd=ROOT, stderr=log)
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(f"{address}/healthz")
            yield address
        finally:
            running.send_signal(signal.SIGTERM)
            running.wait(timeout=30)


def wait_for(address: str) -> None:
    deadline = time.monotonic() + STARTS_WITHIN
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.3)
