"""What the environment may say: production starts only when it is safe, mail keeps its secret."""

import json
import os
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command

from config.mail import settings_of

from .places import ROOT

SECRET = "zF8-qP3_vN6xT1mK9wRbY4cH7jL2sD5gA0uEoiWnCXfVtQkMyBpJ"
SAFE = {"SPOJKA_MODE": "production", "SPOJKA_SECRET_KEY": SECRET, "SPOJKA_HOSTS": "spojka.example.org"}
DEFAULT = "development-only-key-of-no-value-whatsoever-0123456789"
ASK = "import json, config.settings as s; print(json.dumps([s.DEMO, s.SESSION_COOKIE_SECURE, s.MAIL_IS_SENT]))"


def settings_with(**said):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SPOJKA_")}
    kept.pop("PYTEST_VERSION", None)
    env = kept | {name: value for name, value in said.items() if value is not None}
    return subprocess.run([sys.executable, "-c", ASK], env=env, cwd=ROOT, capture_output=True, text=True)


@pytest.mark.slow
def test_production_starts_when_all_is_said():
    run = settings_with(**SAFE)

    assert json.loads(run.stdout) == [False, True, False]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("wrong", "about"),
    [
        ({"SPOJKA_SECRET_KEY": None}, "SPOJKA_SECRET_KEY"),
        ({"SPOJKA_SECRET_KEY": DEFAULT}, "SPOJKA_SECRET_KEY"),
        ({"SPOJKA_SECRET_KEY": SECRET[:49]}, "SPOJKA_SECRET_KEY"),
        ({"SPOJKA_SECRET_KEY": "a" * 60}, "SPOJKA_SECRET_KEY"),
        ({"SPOJKA_HOSTS": None}, "SPOJKA_HOSTS"),
        ({"SPOJKA_HOSTS": "*"}, "SPOJKA_HOSTS"),
        ({"SPOJKA_HOSTS": "spojka.example.org,*"}, "SPOJKA_HOSTS"),
        ({"SPOJKA_DEMO": "1"}, "SPOJKA_DEMO"),
        ({"SPOJKA_MODE": "prodution"}, "SPOJKA_MODE"),
    ],
)
def test_production_refuses_what_is_not_safe(wrong, about):
    run = settings_with(**SAFE | wrong)

    assert run.returncode != 0
    assert "ImproperlyConfigured: " in run.stderr
    assert about in run.stderr.splitlines()[-1]


@pytest.mark.parametrize("address", ["0.0.0.0", "192.168.1.10", "::"])
def test_outside_production_other_machines_are_not_served(address, monkeypatch):
    monkeypatch.setenv("SPOJKA_BIND", address)

    with pytest.raises(CommandError, match="SPOJKA_MODE=production"):
        call_command("run")


@pytest.mark.slow
def test_the_role_that_serves_need_not_own_the_tables(tmp_path):
    """Behind the fence, or asked to, `run` prepares nothing: it says what is missing and by whom it is made."""
    env = os.environ | {"SPOJKA_DATA": str(tmp_path), "SPOJKA_FENCED": "1"}
    env |= {"DATABASE_URL": f"sqlite:///{tmp_path}/empty.sqlite3", "PORT": str(free_port())}
    command = [sys.executable, "-m", "config.cli", "run"]

    run = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, timeout=60)

    assert run.returncode == 1
    assert "spojka prepare" in run.stderr
    with closing(sqlite3.connect(tmp_path / "empty.sqlite3")) as made:
        assert made.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


# mail


def test_mail_lies_in_files_unless_a_server_is_named():
    assert settings_of("", Path("/data/mail")) == {
        "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "EMAIL_FILE_PATH": Path("/data/mail"),
    }


def test_mail_leaves_by_the_server_that_is_named():
    said = settings_of("smtp://jana%40example.org:p%3Ass@mail.example.org/?tls=true", Path())

    assert (said["EMAIL_HOST"], said["EMAIL_PORT"]) == ("mail.example.org", 587)
    assert (said["EMAIL_HOST_USER"], said["EMAIL_HOST_PASSWORD"]) == ("jana@example.org", "p:ss")
    assert (said["EMAIL_USE_TLS"], said["EMAIL_USE_SSL"]) == (True, False)
    assert settings_of("smtps://mail.example.org", Path())["EMAIL_PORT"] == 465
    assert settings_of("smtp://mail.example.org:25", Path())["EMAIL_USE_TLS"] is False


@pytest.mark.parametrize(
    "wrong", ["http://u:koleno@mail.example.org", "koleno", "smtp://u:koleno@mail.example.org:kolík", "smtp://[koleno"]
)
def test_a_wrong_address_of_the_mail_server_is_not_repeated(wrong):
    with pytest.raises(ImproperlyConfigured) as told:
        settings_of(wrong, Path())

    assert "kol" not in str(told.value)
    assert told.value.__suppress_context__


# logs

BREAK = """
import django, logging
django.setup()
for name in ("django.request", "django.security.DisallowedHost", "django.server"):
    try:
        int("koleno")
    except ValueError as fault:
        logging.getLogger(name).error("koleno", exc_info=fault)
try:
    int("koleno")
except ValueError as fault:
    logging.getLogger("spojka.request").error("failed", exc_info=fault, extra={"typed": "koleno"})
"""


@pytest.mark.slow
def test_the_log_holds_nothing_that_was_typed():
    kept = {name: value for name, value in os.environ.items() if name != "PYTEST_VERSION"}
    env = kept | {"DJANGO_SETTINGS_MODULE": "config.settings"}

    run = subprocess.run([sys.executable, "-c", BREAK], env=env, cwd=ROOT, capture_output=True, text=True, check=True)

    (line,) = run.stderr.splitlines()
    assert json.loads(line)["trace"] == ["ValueError", "<string>:10 <module>"]
    assert "koleno" not in run.stderr
