"""A server in a process of its own over the test's database, to be killed in the middle of work and started again."""

import os
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection

import pytest
from django.conf import settings
from django.db import connection

from .places import ROOT

PATIENCE = 30  # seconds


def database_url() -> str:
    """Return the address of the test's own database."""
    said = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{said['NAME']}"
    return f"postgresql://{said['USER']}:{said['PASSWORD']}@{said['HOST']}:{said['PORT']}/{said['NAME']}"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """`start`, `kill`, `start` again: the address stays."""

    def __init__(self, port: int, room: str) -> None:
        self.port, self.room, self.process = port, room, None
        self.url = f"http://localhost:{port}"

    def start(self) -> "Server":
        env = os.environ | {"DATABASE_URL": database_url(), "SPOJKA_DATA": self.room, "SPOJKA_DEMO": "0"}
        command = [
            sys.executable,
            "-m",
            "granian",
            "--interface",
            "wsgi",
            "--host",
            "127.0.0.1",
            "--port",
            str(self.port),
        ]
        command += [
            "--workers",
            "1",
            "--blocking-threads",
            "1",
            "--no-ws",
            "--log-level",
            "error",
            "config.wsgi:application",
        ]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.process = subprocess.Popen(command, env=env, cwd=ROOT, start_new_session=True, **quiet)
        until = time.monotonic() + PATIENCE
        while not self.answers():
            assert time.monotonic() < until, "the server did not start"
            time.sleep(0.1)
        return self

    def answers(self) -> bool:
        asking = HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            asking.request("GET", "/healthz")
            answer = asking.getresponse()
            answer.read()
            return answer.status == 200
        except OSError:
            return False
        finally:
            asking.close()

    def kill(self) -> None:
        """Take it down as a power cut does."""
        if self.process:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None


@pytest.fixture
def server(transactional_db, tmp_path):
    server = Server(free_port(), str(tmp_path))
    assert settings.SESSION_COOKIE_NAME == "session"
    yield server.start()
    server.kill()
