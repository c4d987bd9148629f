"""A stand without internet: headquarters and a laptop in processes of their own, both over TLS of a test authority."""

import os
import re
import signal
import ssl
import subprocess
import sys
import time
import warnings
from http.client import HTTPSConnection
from pathlib import Path

import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.hubs import actions, joining
from spojka.hubs.tests.authority import Authority
from spojka.links.doors import new_token

from . import make
from .offline import Stand
from .places import ROOT
from .server import PATIENCE, Server, database_url, free_port

HOME, AWAY = "spojka.podchod.test", "stanek.podchod.test"


class Headquarters(Server):
    """The server over TLS, under a name of its own; so it is no fork of the others."""

    def __init__(self, room: Path, authority: Authority) -> None:
        super().__init__(free_port(), seed=None)
        self.url, self.room = f"https://{HOME}:{self.port}", room / "home"
        self.certificate, self.key = authority.give(HOME, room / "home-tls")

    def start(self) -> "Headquarters":
        said = {"DATABASE_URL": database_url(), "SPOJKA_DATA": str(self.room), "SPOJKA_DEMO": "0"}
        env = os.environ | said | {"SPOJKA_HOSTS": f"{HOME},127.0.0.1"}
        command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(self.port), "--no-ws"]
        command += ["--ssl-certificate", str(self.certificate), "--ssl-keyfile", str(self.key)]
        command += ["--blocking-threads", "1", "--log-level", "error", "tests.serving:application"]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.process = subprocess.Popen(command, env=env, cwd=ROOT, start_new_session=True, **quiet)
        self.pid = self.process.pid
        return self.answering()

    def asking(self):
        return HTTPSConnection("127.0.0.1", self.port, timeout=5, context=ssl._create_unverified_context())

    def kill(self) -> None:
        if self.pid:
            super().kill()
            self.process.wait()


class Laptop:
    """`spojka hub` on a laptop: its own folder, its own processes."""

    def __init__(self, room: Path, authority: Authority) -> None:
        self.room, self.authority, self.process = room / "laptop", authority, None
        self.folder, self.port = self.room / "hub", free_port()
        self.address = f"{AWAY}:{self.port}"
        names = str(ROOT / "tests/names")
        self.env = os.environ | {"SPOJKA_DATA": str(self.room), "SSL_CERT_FILE": str(authority.root)}
        self.env |= {"PYTHONPATH": names, "DATABASE_URL": f"sqlite:///{self.room}/nothing.sqlite3", "SPOJKA_DEMO": "0"}
        self.env.pop("PYTEST_VERSION", None)
        authority.give(AWAY, self.folder)

    def say(self, *words: str, code: str = "", fails: bool = False) -> str:
        """Let one command come to its end; return what it said."""
        done = subprocess.run(
            self._command(*words), env=self.env, cwd=ROOT, input=code, capture_output=True, text=True
        )
        assert bool(done.returncode) == fails, done.stdout + done.stderr
        return done.stdout + done.stderr

    def begin(self, *words: str) -> "Laptop":
        """Start a command and do not wait for its end."""
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.process = subprocess.Popen(self._command(*words), env=self.env, cwd=ROOT, start_new_session=True, **quiet)
        return self

    def start(self) -> "Laptop":
        """Take from phones; nothing is delivered by itself meanwhile."""
        self.begin("run", "--bind", "127.0.0.1", "--every", "600")
        until = time.monotonic() + PATIENCE
        while not self.page():
            assert self.process.poll() is None, "the hub ended"
            assert time.monotonic() < until, "the hub did not start"
            time.sleep(0.1)
        return self

    def page(self) -> str:
        asking = HTTPSConnection("127.0.0.1", self.port, timeout=5, context=ssl._create_unverified_context())
        with warnings.catch_warnings():
            # Python's own ssl leaves a socket open whose other end was reset before the handshake
            warnings.simplefilter("ignore", ResourceWarning)
            try:
                asking.request("GET", "/")
                return asking.getresponse().read().decode()
            except OSError:
                return ""
            finally:
                asking.close()

    def waits(self) -> int:
        return int(re.search(r": (\d+)", self.page())[1])

    def kill(self) -> None:
        """Take it down as a power cut does, with all that it started."""
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def _command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "config.cli", "hub", *words]


@pytest.fixture
def authority(tmp_path):
    return Authority(tmp_path)


@pytest.fixture
def home(transactional_db, tmp_path, authority):
    server = Headquarters(tmp_path, authority)
    yield server.start()
    server.kill()


@pytest.fixture
def hub(field_worker, laptop):
    """The hub in headquarters, and the code for its laptop in `code`."""
    service = make.the_service_of(field_worker)
    hana = make.member(service, name="Hana Večerní", role="service_head")
    hub = actions.add(by=hana, id=new_id(), service=service, name="Stánek", address=laptop.address)
    token = new_token()
    hub = actions.invite(by=hana, hub=hub, token=token, at=timezone.now())
    hub.code = joining.code_of(hub, token)
    return hub


@pytest.fixture
def laptop(tmp_path, authority):
    laptop = Laptop(tmp_path, authority)
    yield laptop
    laptop.kill()


@pytest.fixture
def joined(laptop, hub, home):
    """The laptop, joined and running."""
    laptop.say("join", home.url, code=hub.code)
    return laptop.start()


@pytest.fixture
def paired(chromium, home, field_worker, field_path, hub, authority, tmp_path):
    """Make phones that are set up and paired; headquarters is a public place to them, the laptop a local one."""
    phones = []

    def make_(actor=field_worker, *, allowed=True, by=pair):
        phone = Stand(chromium, home, field_path, tmp_path / f"profile-{len(phones)}")
        phones.append(phone)
        phone.args += [
            f"--ignore-certificate-errors-spki-list={','.join(authority.pins)}",
            "--host-resolver-rules=MAP *.podchod.test 127.0.0.1",
            f"--ip-address-space-overrides=127.0.0.1:{home.port}=public,127.0.0.1:{hub.address.split(':')[1]}=local",
        ]
        phone.begin(actor)
        if allowed:
            phone.context.grant_permissions(["local-network-access"], origin=home.url)
        phone.set_up()
        by(phone, hub)
        return phone

    yield make_
    for one in phones:
        one.end()


def pair(phone, hub):
    """Pair the phone as a worker does, and wait until its pages are renewed."""
    press(phone, hub)
    until_it_lies(phone, phone.path, AWAY)
    phone.open()


def press(phone, hub):
    """Pair the phone, and wait until the page of the hub is in it, whatever else is."""
    phone.page.goto(f"/podchod/hubs/{hub.pk}/phone/")
    phone.page.get_by_role("button", name="Spárovat tento telefon").click()
    phone.page.wait_for_url(f"**/phone/hub/{hub.pk}/")
    until_it_lies(phone, f"/phone/hub/{hub.pk}/", AWAY)


def until_it_lies(phone, path, name):
    """Wait until a page is in the phone that may speak with a host."""
    lies = """async ([path, name]) =>
      Boolean((await caches.match(path))?.headers.get("Content-Security-Policy").includes(name))"""
    for _ in range(300):
        if phone.page.evaluate(lies, [path, name]):
            return
        phone.page.wait_for_timeout(50)
    pytest.fail(f"{path} was not renewed")
