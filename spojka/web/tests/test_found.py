"""The first organisation, its services and people, by the command line."""

import os
import subprocess
import sys

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone

from spojka.audit.models import Entry
from spojka.members import founding
from spojka.network.models import Membership, Organisation, Service, User
from tests.places import ROOT

HOUSE = ["--name", "Podchod, z. s.", "--service", "Noční tým:nightlife"]
JANA = ["--person", "Jana@example.org", "--called", "Jana"]


@pytest.fixture
def found(lists, settings, monkeypatch, tmp_path):
    """Run the command; the tables and lists are there already."""
    settings.FENCED = True
    password = tmp_path / "password"
    monkeypatch.setenv("SPOJKA_PASSWORD_FILE", str(password))

    def run(*asked, password_typed="tři velbloudi u vody"):
        password.write_text(password_typed + "\n")
        call_command("found", *asked)

    return run


def services_of(email):
    member = Membership.objects.get(user__email=email)
    return member.role, sorted(service.name for service in member.services.all())


def test_founds_a_house_whose_manager_signs_in_at_once(found, client):
    found("podchod", *HOUSE, "--service", "Centrum:3856", *JANA)

    answer = client.post("/account/login/", {"login": "jana@example.org", "password": "tři velbloudi u vody"})
    assert answer.status_code == 302
    assert client.get("/", follow=True).redirect_chain[-1][0] == "/podchod/"
    assert services_of("jana@example.org") == ("organisation_manager", ["Centrum", "Noční tým"])


def test_invites_the_manager_by_a_letter_instead_of_a_password(found, client):
    found("podchod", *HOUSE, *JANA, "--invite", "--address", "https://spojka.example.org/")

    (letter,) = mail.outbox
    link = letter.body.split("https://spojka.example.org")[1].split()[0]
    typed = {"name": "Jana", "password": "tři velbloudi u vody", "again": "tři velbloudi u vody"}
    assert client.post(link, typed).status_code == 302
    assert services_of("jana@example.org") == ("organisation_manager", ["Noční tým"])


def test_shows_the_link_when_no_letter_leaves(found, settings, capsys):
    settings.MAIL_IS_SENT = False

    found("podchod", *HOUSE, *JANA, "--invite")

    assert "http://127.0.0.1:8000/account/invitation/" in capsys.readouterr().out


def test_lets_somebody_back_who_has_left(found):
    found("podchod", *HOUSE, *JANA)
    Membership.objects.order_by("pk").update(valid_to=timezone.localdate(), ended_at=timezone.now())

    found("podchod", "--person", "jana@example.org")

    member = Membership.objects.get()
    assert (member.valid_to, member.ended_at, member.role) == (None, None, "organisation_manager")


def test_what_was_founded_stands_in_the_audit(found, client):
    found("podchod", *HOUSE, *JANA)
    client.post("/account/login/", {"login": "jana@example.org", "password": "tři velbloudi u vody"})

    page = client.get("/podchod/audit/").content.decode()

    assert "Spojka sama" in page
    assert sorted(Entry.objects.filter(is_reading=False).values_list("verb", "actor_kind", "actor_id")) == [
        ("member.let_in", "system", "found"),
        ("service.found", "system", "found"),
    ]


def test_adds_a_service_and_people_later(found):
    found("podchod", *HOUSE, *JANA)

    found("podchod", "--service", "Centrum:3856", "--person", "jana@example.org")
    found("podchod", "--person", "ota@example.org", "--called", "Ota", "--role", "field_worker", "--in", "Centrum")

    assert services_of("jana@example.org") == ("organisation_manager", ["Centrum", "Noční tým"])
    assert services_of("ota@example.org") == ("field_worker", ["Centrum"])


def test_lets_one_account_into_two_houses(found):
    found("podchod", *HOUSE, *JANA)
    found("jinde", "--name", "Jinde", "--service", "Terén:3866", "--person", "ota@example.org", "--called", "Ota")

    found("jinde", "--person", "jana@example.org", "--role", "auditor")

    assert User.objects.get(email="jana@example.org").memberships.count() == 2


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (["podchod", *HOUSE], "potřebuje službu, člověka"),
        (["account", *HOUSE, *JANA], "začínají adresy Spojky"),
        (["static", *HOUSE, *JANA], "začínají adresy Spojky"),
        (["Pod chod", *HOUSE, *JANA], "Vložte platný identifikátor"),
        (["hotovo", *HOUSE, *JANA], "už je"),
        (["podchod", *HOUSE, "--service", "X:pub", *JANA], "nightlife"),
        (["podchod", *HOUSE, "--service", "X", *JANA], "NÁZEV:DRUH"),
        (["podchod", *HOUSE, *HOUSE[2:], *JANA], "službu „Noční tým“ už má"),
        (["podchod", *HOUSE, "--person", "ota@example.org", "--called", "Ota"], "už někdo přihlašuje"),
        (["podchod", *HOUSE, "--person", "ota", "--called", "Ota"], "e-mail"),
        (["podchod", *HOUSE, *JANA, "--role", "client"], "field_worker"),
        (["podchod", "--person", "ota@example.org"], "není"),
        (["hotovo", "--person", "nikdo@example.org"], "nikdo nepřihlašuje"),
        (["hotovo", "--person", "ota@example.org", "--role", "auditor"], "jiné roli"),
        (["hotovo", "--person", "ota@example.org", "--in", "Nic"], "nemá"),
    ],
)
def test_refuses_and_leaves_nothing_behind(found, asked, says):
    found("hotovo", "--name", "Hotovo", "--service", "A:3856", "--person", "ota@example.org", "--called", "Ota")
    before = [model.objects.count() for model in (Organisation, Service, User, Membership, Entry)]

    with pytest.raises(CommandError, match=says):
        found(*asked)

    assert [model.objects.count() for model in (Organisation, Service, User, Membership, Entry)] == before


@pytest.mark.parametrize("weak", ["krátké", "1234567890", "password123", "jana@example.org"])
def test_refuses_a_weak_password(found, weak):
    with pytest.raises(CommandError):
        found("podchod", *HOUSE, *JANA, password_typed=weak)

    assert not User.objects.exists()


def test_keeps_the_words_of_its_own_addresses():
    assert {"account", "language", "healthz", "static"} <= founding.reserved()
    assert not any("<" in word for word in founding.reserved())


@pytest.mark.slow
def test_founds_into_an_empty_folder(tmp_path):
    (tmp_path / "password").write_text("tři velbloudi u vody")
    kept = {name: value for name, value in os.environ.items() if name not in {"PYTEST_VERSION", "DATABASE_URL"}}
    env = kept | {"SPOJKA_DATA": str(tmp_path), "SPOJKA_PASSWORD_FILE": str(tmp_path / "password")}
    asked = [sys.executable, "-m", "config.cli", "found", "podchod", *HOUSE, *JANA]

    first = subprocess.run(asked, env=env, cwd=ROOT, capture_output=True, text=True)
    again = subprocess.run(asked, env=env, cwd=ROOT, capture_output=True, text=True)

    assert (first.returncode, again.returncode) == (0, 1)
    assert "/podchod/" in first.stdout
    assert "podchod" in again.stderr
    assert "Traceback" not in again.stderr
