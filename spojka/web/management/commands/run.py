import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection
from ipaddress import ip_address
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.db import connection, connections
from django.utils.translation import gettext as _

from spojka.keeping import files
from spojka.web import preparing

PATIENCE = 60  # seconds until the server has to answer; a small machine compiles all modules at the first start


class Command(BaseCommand):
    help = "Prepare the data and serve Spojka until stopped."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--prepared",
            action="store_true",
            help="only serve, `spojka prepare` has run; always so when SPOJKA_FENCED",
        )

    def handle(self, *, prepared=False, **options):
        host, port = self._host(), self._port()
        refuse_if_open(host)
        refuse_if_taken(host, port)
        os.umask(0o077)  # what we keep is for us alone
        files.ready()
        if prepared or settings.FENCED:  # the role that serves may not own the tables
            refuse_if_not_prepared()
        else:
            preparing.prepare()
        connections.close_all()
        if settings.PRODUCTION and not settings.MAIL_IS_SENT:
            self.stderr.write(_("No letter leaves: invitations and links to a new password wait for SPOJKA_SMTP."))
        sys.exit(self._serve(host, port))

    def _host(self) -> str:
        asked = os.environ.get("SPOJKA_BIND") or "127.0.0.1"
        try:
            return str(ip_address(asked))
        except ValueError:
            raise CommandError(
                _("SPOJKA_BIND is an address like 127.0.0.1, not '%(asked)s'.") % {"asked": asked}
            ) from None

    def _port(self) -> int:
        asked = os.environ.get("PORT") or "8000"
        if not asked.isdigit() or not 0 < int(asked) < 65536:
            raise CommandError(_("PORT is a number from 1 to 65535, not '%(asked)s'.") % {"asked": asked})
        return int(asked)

    def _serve(self, host: str, port: int) -> int:
        # of a session of its own: a signal to the whole group would hit the workers too, and their keeper could hang
        server = subprocess.Popen(server_command(host, port), preexec_fn=die_with_parent, start_new_session=True)
        for name in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(name, lambda *_: server.terminate())
        if answers(server, host, port):
            self.stdout.write(_("Spojka is ready: %(address)s  (Ctrl-C stops it)") % {"address": address(host, port)})
        elif server.poll() is None:
            self.stderr.write(_("Spojka started but does not answer well; `spojka check` says what is wrong."))
        self.stdout.flush()
        code = server.wait()
        return 0 if code in (0, -signal.SIGTERM, -signal.SIGINT) else 1


def server_command(host: str, port: int) -> list[str]:
    """Two processes. SQLite has one writer at a time, so more threads would only wait; PostgreSQL gains by four."""
    threads = "1" if connection.vendor == "sqlite" else "4"
    return [
        *[sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)],
        *["--workers", os.environ.get("SPOJKA_WORKERS", "2"), "--blocking-threads", threads],
        *["--workers-kill-timeout", "10", "--respawn-failed-workers", "--no-ws", "--log-level", "warning"],
        "config.wsgi:application",
    ]


def die_with_parent() -> None:
    """Stop the server even when `spojka run` is killed without a chance to say so (Linux only)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)


def refuse_if_not_prepared() -> None:
    if said := preparing.missing():
        raise CommandError(said)


def refuse_if_open(host: str) -> None:
    """Outside production anybody may come in, without TLS and perhaps without a password: not from other machines."""
    if not settings.PRODUCTION and not ip_address(host).is_loopback:
        said = _("Without SPOJKA_MODE=production Spojka serves this machine only, and %(host)s is open to others.")
        raise CommandError(said % {"host": host})


def refuse_if_taken(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            said = {"host": host, "port": port, "error": error.strerror}
            raise CommandError(
                _("Can't serve on %(host)s port %(port)s: %(error)s. Choose another port: PORT=8080 make run") % said
            ) from None


def address(host: str, port: int) -> str:
    if not int(ip_address(host)):  # all of this machine's addresses: one that surely answers
        host = "127.0.0.1"
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def answers(server: subprocess.Popen, host: str, port: int) -> bool:
    """Wait until the server is well."""
    until = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < until:
        asking = HTTPConnection(urlsplit(address(host, port)).hostname, port, timeout=5)
        try:
            asking.request("GET", "/healthz")
            if asking.getresponse().status < 500:
                return True
        except OSError:
            pass
        finally:
            asking.close()
        time.sleep(0.1)
    return False
