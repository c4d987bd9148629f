import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

import psycopg
import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
WORK = "spojka.keeping.tests.work"
PASSPHRASE = "modrá liška běží přes řeku"


@dataclass
class House:
    """One Spojka with a database and a data folder of its own, driven as people drive it: by commands."""

    folder: Path
    url: str
    more: dict = field(default_factory=dict)  # of the environment

    @property
    def env(self):
        own = {"DATABASE_URL": self.url, "SPOJKA_DATA": str(self.folder), "SPOJKA_PASSPHRASE_FILE": str(self.secret)}
        return os.environ | own | self.more

    @property
    def secret(self):
        return self.folder / "passphrase"

    def start(self, *command, **options):
        options = {"cwd": ROOT, "env": self.env, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
        return subprocess.Popen([sys.executable, "-m", *command], text=True, **options)

    def run(self, *command):
        started = self.start(*command)
        out, err = started.communicate(timeout=300)
        return subprocess.CompletedProcess(command, started.returncode, out, err)

    def spojka(self, *command, by="spojka"):
        """Run a command as people do, but for the costly key."""
        return self.run(WORK, by, *map(str, command))

    def truly(self, *command):
        return self.run("config.cli", *map(str, command))

    def work(self, *command):
        done = self.run(WORK, *map(str, command))
        assert done.returncode == 0, done.stderr
        return done.stdout

    def ask(self, sql):
        if self.url.startswith("sqlite"):
            with closing(sqlite3.connect(self.folder / "spojka.sqlite3")) as connection:
                return connection.execute(sql).fetchall()
        with psycopg.connect(self.url) as connection:
            return connection.execute(sql).fetchall()

    def count(self):
        """How much there is, what came apart, and values that must survive the journey."""
        said = {
            name: self.ask(f"SELECT count(*) FROM encounters_{name}")[0][0] for name in ("shift", "encounter", "act")
        }
        whole = "SELECT encounter_id FROM encounters_act GROUP BY encounter_id HAVING count(*) = 3"
        said["whole"] = self.ask(f"SELECT count(*) FROM ({whole}) AS t")[0][0]
        return said

    def values(self):
        def plain(value):
            return str(value).replace("-", "").replace("+00:00", "").removesuffix("000")

        found = self.ask("SELECT id, recorded_at, day, occurred_at, people, note FROM encounters_encounter")
        codes = self.ask("SELECT id, code FROM clients_client")
        return sorted([plain(value) for value in row] for row in [*found, *codes])


class Server:
    """The PostgreSQL of this test run, where houses get databases of their own."""

    def __init__(self):
        self._said = settings.DATABASES["default"]
        self._made, self._roles = [], []

    def _connect(self):
        said = {"host": self._said["HOST"], "port": self._said["PORT"], "user": self._said["USER"]}
        said |= {"password": self._said["PASSWORD"], "dbname": "template1"}
        return psycopg.connect(**{key: value for key, value in said.items() if value}, autocommit=True)

    def make(self, template="template0"):
        name = f"keeping_{uuid4().hex[:12]}"
        with self._connect() as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        self._made.append(name)
        return name

    def make_role(self):
        role = f"keeping_{uuid4().hex[:12]}"
        with self._connect() as connection:
            connection.execute(f"CREATE ROLE {role} LOGIN")
        self._roles.append(role)
        return role

    def url(self, name, role=None):
        secret = f":{quote(self._said['PASSWORD'])}" if self._said["PASSWORD"] else ""
        port = f":{self._said['PORT']}" if self._said["PORT"] else ""
        return f"postgres://{role or self._said['USER']}{secret}@{quote(self._said['HOST'], safe='')}{port}/{name}"

    def drop(self):
        if "/spojka-pg." in self._said["HOST"]:
            return  # bin/with-postgres throws the whole server away; each drop would take a second
        with self._connect() as connection:
            for name in self._made:
                connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
            for role in self._roles:
                connection.execute(f"DROP ROLE {role}")


@pytest.fixture(scope="session")
def server():
    if "postgresql" not in settings.DATABASES["default"]["ENGINE"]:
        yield None
        return
    server = Server()
    yield server
    server.drop()


def furnish(folder, url):
    folder.mkdir(mode=0o700, exist_ok=True)
    house = House(folder, url)
    house.secret.write_text(PASSPHRASE + "\n")
    return house


@pytest.fixture(scope="session")
def pattern(server, tmp_path_factory):
    """A house with tables and 40 contacts, made once and copied."""
    folder = tmp_path_factory.mktemp("pattern")
    name = server.make() if server else ""
    house = furnish(folder, server.url(name) if server else f"sqlite:///{folder}/spojka.sqlite3")
    house.work("furnish", 40)
    return house


@pytest.fixture(scope="session")
def backup(pattern):
    """A backup of the 40 contacts."""
    file = pattern.folder / "night.spojka"
    done = pattern.spojka("backup", file)
    assert done.returncode == 0, done.stderr
    return file


@pytest.fixture
def full(server, pattern, tmp_path):
    """A house with 40 contacts."""
    return copied(server, pattern, tmp_path / "full")


@pytest.fixture
def twin(server, pattern, tmp_path):
    """Another one: what is restored into it needs no tables made."""
    return copied(server, pattern, tmp_path / "twin")


def copied(server, pattern, folder):
    folder.mkdir(mode=0o700)
    if server:
        return furnish(folder, server.url(server.make(template=pattern.url.rpartition("/")[2])))
    shutil.copy(pattern.folder / "spojka.sqlite3", folder)
    return furnish(folder, f"sqlite:///{folder}/spojka.sqlite3")


@pytest.fixture
def bare(server, tmp_path):
    """A house with an empty database, not even tables."""
    folder = tmp_path / "bare"
    return furnish(folder, server.url(server.make()) if server else f"sqlite:///{folder}/spojka.sqlite3")


@pytest.fixture
def on_sqlite(tmp_path):
    """A bare house on SQLite, whatever the others stand on."""
    folder = tmp_path / "sqlite"
    return furnish(folder, f"sqlite:///{folder}/spojka.sqlite3")
