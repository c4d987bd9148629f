"""`spojka hub` at the keyboard: each thing that goes wrong has its sentence, and nothing is lost by mistake."""

import io
import json
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from spojka.hubs import actions, delivering, place, sealing
from spojka.hubs.models import Hub
from spojka.hubs.store import Left, Store
from spojka.hubs.tests.authority import Authority
from spojka.hubs.tests.paired import PhoneOf

HOME, HOST = "https://testserver", "stanek.podchod.cz"


@pytest.fixture
def folder(tmp_path, settings):
    settings.DATA_DIR = tmp_path
    Authority(tmp_path).give(HOST, tmp_path / "hub")
    return tmp_path / "hub"


@pytest.fixture
def hub_command(folder, monkeypatch, capsys):
    """Run a command; headquarters is asked without a network."""

    def ask(url, body, headers):
        path, said = url.removeprefix(HOME), json.dumps(body)
        answer = Client().post(path, said, content_type="application/json", headers=headers, secure=True)
        return answer.status_code, answer.json()

    def run(*words, code=""):
        monkeypatch.setattr("sys.stdin", io.StringIO(code + "\n"))
        call_command("hub", *words)
        return capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")

    monkeypatch.setattr(delivering, "_ask", ask)
    return run


@pytest.fixture
def joined(hub_command, code, folder):
    assert "Stánek" in hub_command("join", HOME, code=code)
    return Store(folder / place.STORE)


def leave(store, phone, url):
    box = phone.box(url)["box"]
    store.take(str(phone.row.pk), [Left(json.loads(box["body"])["id"], json.dumps(box), "m")])


def test_a_laptop_that_is_no_hub_says_how_to_become_one(hub_command, db):
    for words, code, says in [
        (("status",), "", "spojka hub join"),
        (("join", HOME), "nonsense", "Tento kód neplatí"),
        (("join", "http://testserver"), "", "adresu své Spojky"),
    ]:
        with pytest.raises(CommandError, match=says):
            hub_command(*words, code=code)


def test_what_waits_is_not_wiped_by_mistake(hub_command, joined, anna, hub, folder):
    leave(joined, PhoneOf(anna, hub), "/podchod/nowhere/")
    assert "Čeká na předání ústředí: 1" in hub_command("status")
    for words in (("wipe",), ("join", HOME)):
        with pytest.raises(CommandError, match="Nejdřív předejte"):
            hub_command(*words)

    assert "opraví se v telefonu: 1" in hub_command("deliver")  # there is no such page
    assert joined.sums()["returned"] == 1
    hub_command("wipe", "--undelivered")
    assert sorted(file.name for file in folder.iterdir()) == ["certificate.pem", "key.pem"]


def test_a_revoked_hub_wipes_itself(hub_command, joined, anna, hana, hub, folder):
    leave(joined, PhoneOf(anna, hub), "/podchod/nowhere/")
    actions.revoke(by=hana, hub=Hub.objects.get(), at=timezone.now())
    with pytest.raises(CommandError, match="odvolán"):
        hub_command("deliver")
    assert sorted(file.name for file in folder.iterdir()) == ["certificate.pem", "key.pem"]


def test_the_office_learns_until_when_the_certificate_holds(hub_command, joined, hub):
    hub_command("deliver")
    assert 28 < (Hub.objects.get().certificate_ends - timezone.now()).days < 31


@pytest.mark.parametrize(
    ("host", "days", "says"),
    [(HOST, -1, "Certifikát skončil"), ("jiny.podchod.cz", 30, "není pro jméno"), ("*.jinde.cz", 30, "není pro")],
)
def test_it_does_not_start_with_a_certificate_that_phones_would_refuse(hub_command, joined, folder, host, days, says):
    Authority(folder.parent).give(host, folder, days=days)
    with pytest.raises(CommandError, match=says):
        hub_command("run")


def test_status_warns_of_a_certificate_that_ends_soon(hub_command, joined, folder, capsys):
    Authority(folder.parent).give(HOST, folder, days=5)
    call_command("hub", "status")
    ends = timezone.localtime(timezone.now() + timedelta(days=5))
    assert f"Certifikát končí {ends.day}.\xa0{ends.month}.\xa0{ends.year}" in capsys.readouterr().err


def test_it_says_that_the_key_is_of_another_certificate(hub_command, joined, folder):
    lies = (folder / "certificate.pem").read_bytes()
    Authority(folder.parent).give(HOST, folder)
    (folder / "certificate.pem").write_bytes(lies)
    with pytest.raises(CommandError, match="jinému certifikátu"):
        hub_command("run")
    (folder / "key.pem").write_text("nonsense")
    with pytest.raises(CommandError, match="nedá přečíst"):
        hub_command("status")


def test_a_wildcard_certificate_will_do(hub_command, joined, folder):
    Authority(folder.parent).give("*.podchod.cz", folder)
    assert "Certifikát platí do" in hub_command("status")


def test_what_lies_here_is_for_this_account_alone(joined, folder):
    assert {oct(path.stat().st_mode & 0o777) for path in (folder / place.FILE, folder / place.STORE)} == {"0o600"}
    assert sealing.phone_of(place.read(folder).passing, "x", timezone.now()) is None
