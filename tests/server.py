"""A server in a process of its own over the test's database, to be killed in the middle of work and started again."""

import os
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection

from .places import ROOT

PATIENCE = 90  # seconds; a busy machine starts slowly


def database_url() -> str:
    """Return the address of the test's own database."""
    said = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{said['NAME']}"
    user, password, host = (quote(said[name], safe="") for name in ("USER", "PASSWORD", "HOST"))  # perhaps a socket
    return f"postgresql://{user}:{password}@{host}:{said['PORT']}/{said['NAME']}"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Seed:
    """The process from which servers are forked; it starts with the first of them."""

    def __init__(self, room: str) -> None:
        self.room, self.process = room, None

    def fork(self, port: int) -> int:
        """Start a server; return its process id."""
        if not self.process:
            env = os.environ | {"DATABASE_URL": database_url(), "SPOJKA_DATA": self.room, "SPOJKA_DEMO": "0"}
            pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
            command = [sys.executable, "-c", "from tests.serving import main; main()"]
            self.process = subprocess.Popen(command, env=env, cwd=ROOT, text=True, **pipes)
        self.process.stdin.write(f"{port}\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def end(self) -> None:
        if self.process:
            self.process.communicate()


class Server:
    """`start`, `kill`, `start` again: the address stays."""

    def __init__(self, port: int, seed: Seed) -> None:
        self.port, self.seed, self.pid = port, seed, None
        self.url = f"http://localhost:{port}"

    def start(self) -> "Server":
        self.pid = self.seed.fork(self.port)
        return self.answering()

    def answering(self) -> "Server":
        """Wait until it answers."""
        until = time.monotonic() + PATIENCE
        while not self.answers():
            if time.monotonic() > until:
                os.killpg(self.pid, signal.SIGKILL)
                raise AssertionError("the server did not start")
            time.sleep(0.02)
        return self

    def answers(self) -> bool:
        asking = self.asking()
        try:
            asking.request("GET", "/healthz")
            answer = asking.getresponse()
            answer.read()
            return answer.status == 200
        except OSError:
            return False
        finally:
            asking.close()

    def asking(self) -> HTTPConnection:
        return HTTPConnection("127.0.0.1", self.port, timeout=5)

    def kill(self) -> None:
        """Take it down as a power cut does."""
        if self.pid:
            os.killpg(self.pid, signal.SIGKILL)
            while self.answers():
                time.sleep(0.02)
            self.pid = None


@pytest.fixture(scope="session")
def seed(django_db_setup, tmp_path_factory):
    seed = Seed(str(tmp_path_factory.mktemp("server")))
    yield seed
    seed.end()


@pytest.fixture
def server(transactional_db, seed):
    server = Server(free_port(), seed)
    assert settings.SESSION_COOKIE_NAME == "session"
    yield server.start()
    server.kill()
